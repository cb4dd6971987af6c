"""The address of a story's card: there while the story is public and has no picture, and only then."""

from datetime import timedelta
from io import BytesIO
from urllib.parse import urlsplit

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from PIL import Image

from articles import actions
from articles.models.version import PublishedVersion
from articles.press import cards
from newsroom.models.image import Image as Picture
from newsroom.picture_withdrawal import withdraw
from tests.factories import stories
from tests.factories.people import picture

pytestmark = pytest.mark.django_db


def shared(client, address: str) -> dict[str, str]:
    soup = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return {str(tag["property"]): str(tag["content"]) for tag in soup.select('meta[property^="og:"]')}


def card_of(client, address: str) -> str:
    return urlsplit(shared(client, address)["og:image"]).path


@pytest.fixture
def plain(ada, ben, clock):
    with time_machine.travel(clock.now, tick=False):
        yield stories.live(by=ada, reviewer=ben, now=clock.now, slug="plain")


def test_a_story_without_a_picture_has_a_card(plain, client, count_queries):
    told = shared(client, "/city/plain/")
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image"].startswith("http")
    assert plain.headline in told["og:image:alt"]
    path = urlsplit(told["og:image"]).path

    answer = client.get(path)

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer["Cache-Control"].startswith("public")
    assert answer["Vary"] == "Accept-Encoding"
    assert not answer.cookies
    with Image.open(BytesIO(answer.content)) as card:
        assert card.size == (1200, 630)
    assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    count_queries(path, 1)
    assert client.post(path).status_code == 405


def test_it_is_drawn_once_and_never_lies_in_public(plain, client, monkeypatch):
    path = card_of(client, "/city/plain/")
    name = f"cards/{path.rpartition('/')[2]}"
    first = client.get(path).content
    monkeypatch.setattr("newsroom.cards.draw", lambda card: pytest.fail("it lies there"))

    assert client.get(path).content == first
    assert storages["private"].exists(name)
    assert not default_storage.exists(name)


def test_one_that_was_written_by_half_is_drawn_again(plain, client):
    path = card_of(client, "/city/plain/")
    name = f"cards/{path.rpartition('/')[2]}"
    whole = client.get(path).content
    storages["private"].delete(name)
    storages["private"].save(name, ContentFile(whole[:2000]))

    assert client.get(path).content == whole
    with storages["private"].open(name) as kept:
        assert kept.read() == whole


def test_another_headline_has_another_card(plain, ada, ben, clock, client):
    old = card_of(client, "/city/plain/")
    stories.edit(plain, by=ada, now=clock.tick(), headline="The bridge stays shut")
    assert card_of(client, "/city/plain/") == old, "nothing of a draft shows"
    actions.approve_text(article=plain, actor=ben, now=clock.now, seen=plain.head_id)
    actions.publish(article=plain, actor=ben, now=clock.now, note=stories.told())

    with time_machine.travel(clock.tick(), tick=False):
        new = card_of(client, "/city/plain/")
        assert new != old
        assert client.get(old).status_code == 404
        assert client.get(new).status_code == 200


def test_it_goes_with_the_story(plain, cleo, clock, client):
    path = card_of(client, "/city/plain/")
    assert client.get(path).status_code == 200
    actions.withdraw(article=plain, actor=cleo, now=clock.tick(), reason="Wrong.")

    with time_machine.travel(clock.now + timedelta(seconds=1), tick=False):
        assert client.get(path).status_code == 404


def test_there_is_none_before_the_hour(ada, ben, clock, client):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, slug="later")
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(hours=2))
    shown = cards.shown(PublishedVersion.objects.get())
    assert shown is not None

    with time_machine.travel(clock.now, tick=False):
        assert client.get(shown.address).status_code == 404
    with time_machine.travel(clock.now + timedelta(hours=3), tick=False):
        assert client.get(shown.address).status_code == 200


@pytest.mark.parametrize("digest", ["0" * 32, "x", "a-b"])
def test_no_other_name_answers(plain, client, digest):
    assert client.get(f"/cards/city/plain/{digest}.png").status_code == 404
    assert client.get(f"/cards/city/never/{digest}.png").status_code == 404
    assert client.get("/cards/").status_code == 404


def test_a_picture_takes_its_place_until_it_is_withdrawn(ada, ben, cleo, clock, client):
    stories.live(by=ada, reviewer=ben, now=clock.now, slug="seen", hero=picture(), hero_alt="A bridge")
    with time_machine.travel(clock.now, tick=False):
        assert "/media/" in card_of(client, "/city/seen/")
        assert cards.shown(PublishedVersion.objects.get()) is None
    withdraw(image=Picture.objects.get(), actor=cleo, now=clock.tick(), reason="The agency took it back.")

    with time_machine.travel(clock.tick(), tick=False):
        assert client.get(card_of(client, "/city/seen/")).status_code == 200
