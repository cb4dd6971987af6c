"""A feed's `Last-Modified` moves with everything that shows in it: some readers compare nothing else."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from django.core.cache import cache

from articles.models.taxonomy import Section, Topic
from articles.press import chrome
from authors.models.author import Author
from newsroom.models.image import Image
from newsroom.models.masthead import Masthead
from newsroom.pictures_store import cut_again
from tests.articles.press.conftest import picture
from tests.factories import stories

pytestmark = pytest.mark.django_db
FEED = "/feeds/latest.atom"


def change(row: Any, **columns: object) -> None:
    """Save as a form of the desk does."""
    for name, value in columns.items():
        setattr(row, name, value)
    row.save()


CHANGES: dict[str, Callable[[], None]] = {
    "credit of the picture over it": lambda: change(Image.objects.get(title="Hero"), credit="Nordfoto"),
    "credit of a picture in the text": lambda: change(Image.objects.get(title="Inside"), credit="Nordfoto"),
    "cuts of a picture": lambda: cut_again(Image.objects.get(title="Inside")),
    "name of the section": lambda: change(Section.objects.get(slug="city"), name="Town"),
    "name of a topic": lambda: change(Topic.objects.get(slug="harbour"), name="The quays"),
    "address of an author": lambda: change(Author.objects.get(slug="ada"), slug="ada-b"),
    "name of the paper": lambda: change(Masthead.objects.get(), name="Another Paper"),
}


@pytest.fixture
def seen(paper, client) -> Any:
    """The feed as somebody fetched it a day after its story came out."""
    inside = picture("Inside", "#775533")
    figure = f'<figure><img src="{inside.file.url}" alt="A scene"></figure>'
    paper.live(hero=picture("Hero"), hero_alt="A bridge", body=stories.BODY + figure)
    paper.clock.tick(days=1)
    return client.get(FEED)


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_shows_in_a_feed_moves_its_date(paper, client, seen, what):
    assert client.get(FEED, HTTP_IF_MODIFIED_SINCE=seen["Last-Modified"]).status_code == 304

    CHANGES[what]()
    cache.clear()
    paper.clock.tick(seconds=2)

    after = client.get(FEED, HTTP_IF_MODIFIED_SINCE=seen["Last-Modified"])
    assert after.status_code == 200
    assert after.content != seen.content
    assert parsedate_to_datetime(after["Last-Modified"]) > parsedate_to_datetime(seen["Last-Modified"])


def test_a_name_that_pages_learn_late_moves_the_date_again_when_they_know_it(paper, client, seen):
    """The masthead is asked for every ten seconds; what came out meanwhile was dated under the old name."""
    chrome.current()
    change(Masthead.objects.get(), name="Another Paper")
    stories.live(by=paper.ada, reviewer=paper.ben, now=paper.clock.tick(seconds=5), slug="two")
    paper.clock.tick(seconds=2)
    old = client.get(FEED)
    assert b"Another Paper" not in old.content
    cache.clear()
    paper.clock.tick(seconds=5)

    assert b"Another Paper" in client.get(FEED, HTTP_IF_MODIFIED_SINCE=old["Last-Modified"]).content


def test_the_second_that_is_not_over_is_never_named(paper, client):
    paper.live(slug="one")
    first = client.get(FEED)
    assert parsedate_to_datetime(first["Last-Modified"]) < paper.clock.now
    assert client.get(FEED, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 200

    paper.clock.tick(milliseconds=400)
    paper.live(slug="two")
    paper.clock.tick(seconds=2)

    assert client.get(FEED, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 200
