"""Asking search engines to leave a story out: who may, what it changes, and what stays as it was."""

from __future__ import annotations

import pytest
import time_machine

from articles import actions
from articles.actions import TransitionBlocked
from articles.models.address import Address
from articles.models.version import PublishedVersion
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.factories import stories
from tests.factories.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(ada, ben, clock):
    return stories.live(by=ada, reviewer=ben, now=clock.now, slug="bridge")


def keep(article, actor, clock, *, kept=True, **more):
    return actions.keep_from_search(article=article, actor=actor, now=clock.tick(), kept=kept, **more)


def test_it_is_asked_and_taken_back_with_an_entry_each(article, ben, clock):
    keep(article, ben, clock, reason="A court asked for it.")
    assert Address.objects.get().no_index
    keep(article, ben, clock, kept=False)

    article.refresh_from_db()
    assert not article.no_index
    assert not Address.objects.get().no_index
    entries = AuditEntry.objects.filter(subject=article.subject).order_by("-number")[:2]
    assert [entry.action for entry in entries] == ["give_to_search", "keep_from_search"]
    assert "A court asked for it." in entries[1].data


def test_to_ask_for_what_is_so_changes_nothing(article, ben, clock):
    before = AuditEntry.objects.count()

    keep(article, ben, clock, kept=False)

    assert AuditEntry.objects.count() == before


@pytest.mark.parametrize("who", ["ada", "tomas", "admin"])
def test_it_is_for_editors_and_chiefs(article, clock, ada, who):
    actor = {
        "ada": ada,
        "tomas": person("tomas", "Tomas", "Lind", Role.PICTURE_EDITOR),
        "admin": person("root", "Root", "Tor", Role.ADMINISTRATOR),
    }[who]

    with pytest.raises(TransitionBlocked, match="for editors to say"):
        keep(article, actor, clock)
    assert not Address.objects.get().no_index


def test_an_editor_who_may_not_know_of_the_story_is_refused(article, ada, ben, clock):
    actions.confide(article=article, actor=ada, now=clock.tick(), confidential=True)

    with pytest.raises(TransitionBlocked):
        keep(article, ben, clock)


def test_no_version_is_made_and_no_date_moves(article, cleo, clock):
    before = list(PublishedVersion.objects.values("number", "updated_at", "public_from"))

    keep(article, cleo, clock)

    assert list(PublishedVersion.objects.values("number", "updated_at", "public_from")) == before


def test_an_address_that_comes_later_copies_the_wish(article, ada, ben, clock):
    keep(article, ben, clock)
    stories.edit(article, by=ada, now=clock.tick(), slug="elsewhere", headline="The bridge on 9 May")
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    actions.publish(article=article, actor=ben, now=clock.tick(), note=stories.told())

    assert {row.slug: row.no_index for row in Address.objects.all()} == {"bridge": True, "elsewhere": True}


def test_a_story_that_is_not_out_yet_remembers_it(ada, ben, clock, client):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, slug="bridge")
    keep(article, ben, clock)
    actions.publish(article=article, actor=ben, now=clock.tick())

    with time_machine.travel(clock.now, tick=False):
        assert client.get("/city/bridge/")["X-Robots-Tag"] == "noindex"


def test_the_page_says_so_twice_and_readers_still_find_it(article, ben, clock, client):
    with time_machine.travel(clock.tick(), tick=False):
        plain = client.get("/city/bridge/")
    assert "X-Robots-Tag" not in plain
    assert b'name="robots" content="max-image-preview:large"' in plain.content

    keep(article, ben, clock)

    with time_machine.travel(clock.tick(), tick=False):
        for address in ("/city/bridge/", "/city/bridge/how/"):
            response = client.get(address)
            assert response.status_code == 200
            assert response["X-Robots-Tag"] == "noindex"
        assert b'name="robots" content="noindex"' in client.get("/city/bridge/").content
        for address in ("/", "/city/", "/feeds/latest.atom"):
            assert article.headline in client.get(address).content.decode()
