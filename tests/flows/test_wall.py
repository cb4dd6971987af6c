"""The wall between desk and press, asked of every public address: no desk table is read, no unpublished word is shown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.front import Slot
from articles.models.version import PublishedVersion
from articles.press import urls as press_urls
from tests.factories import stories
from tests.factories.people import picture

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 12, 15, 0, tzinfo=UTC)
SECRET = "zweifelsohne"

PRESS_TABLES = {
    "articles_publishedversion",
    "articles_publishedversion_authors",
    "articles_publishedversion_pictures",
    "articles_publishedversion_topics",
    "articles_section",
    "articles_topic",
    "articles_kind",
    "articles_address",
    "articles_correction",
    "articles_frontorder",
    "authors_author",
    "newsroom_image",
    "newsroom_masthead",
}
DESK_TABLES = {
    table
    for model in apps.get_models()
    if model._meta.app_label in {"articles", "authors", "newsroom", "auth", "sessions", "admin"}
    for table in [model._meta.db_table, *(field.m2m_db_table() for field in model._meta.many_to_many)]
} - PRESS_TABLES
_TABLE = re.compile(r'"(\w+)"')


def _no_desk_table(execute, sql, params, many, context):
    read = set(_TABLE.findall(sql)) & DESK_TABLES
    assert not read, f"a public address reads {sorted(read)}: {sql}"
    return execute(sql, params, many, context)


@pytest.fixture
def paper(ada, ben, cleo, clock):
    """A paper with every kind of story: live ones, and secrets at every stage and standing."""
    live = stories.live(
        by=ada,
        reviewer=ben,
        now=clock.now,
        slug="open",
        hero=picture(),
        hero_alt="A bridge",
        hero_caption="At dawn",
    )
    note = actions.Note(CorrectionKind.CORRECTION, "An earlier version was wrong.")
    actions.correct(article=live, actor=ben, now=clock.tick(), note=note)
    secret: dict[str, Any] = {
        "headline": f"A {SECRET} headline",
        "body": stories.BODY.replace("bridge", SECRET),
    }
    stories.edit(live, by=ada, now=clock.tick(), **secret)
    stories.draft(by=ada, now=clock.now, slug="draft", **secret)
    stories.waiting(by=ada, now=clock.now, slug="waiting", **secret)
    stories.reviewed(by=ada, reviewer=ben, now=clock.now, slug="reviewed", **secret)
    scheduled = stories.reviewed(by=ada, reviewer=ben, now=clock.now, slug="tomorrow", **secret)
    actions.schedule(article=scheduled, actor=ben, now=clock.now, at=clock.now.replace(day=13))
    withdrawn = stories.live(by=ada, reviewer=ben, now=clock.now, slug="gone", **secret)
    actions.withdraw(article=withdrawn, actor=cleo, now=clock.tick(), reason=f"A {SECRET} reason.")
    # What is not live may stand on a front: it waits there for its hour, and readers do not hear of it.
    places = [Slot(live.pk, headline="The bridge, once more"), Slot(scheduled.pk, headline=f"Front {SECRET}")]
    for front in (None, live.section):
        actions.order_front(section=front, slots=places, seen=0, actor=cleo, now=clock.now)
    moved = stories.live(by=ada, reviewer=ben, now=clock.now, slug="old-address")
    stories.edit(moved, by=ada, now=clock.tick(), slug="new-address", headline="The bridge on 9 May")
    actions.approve_text(article=moved, actor=ben, now=clock.now, seen=moved.head_id)
    actions.publish(article=moved, actor=ben, now=clock.tick(), note=stories.told())
    return live


def public_addresses() -> list[str]:
    """Return an address for every pattern of the press, with words that exist filled in."""
    fill = {"section": "city", "author": "ada", "topic": "harbour"}
    found = []
    for pattern in press_urls.urlpatterns:
        assert isinstance(pattern, URLPattern)
        route = str(pattern.pattern)
        if route.startswith("^"):
            found += [f"/{word}/" for word in ("search", "feeds", "topics")]
            continue
        if "<slug:slug>" in route and "<slug:section>" in route:
            slugs = [
                "open",
                "draft",
                "waiting",
                "reviewed",
                "tomorrow",
                "gone",
                "old-address",
                "new-address",
                "never",
            ]
            found += [
                "/" + route.replace("<slug:section>", "city").replace("<slug:slug>", slug) for slug in slugs
            ]
            continue
        for part, number in {"<yyyy:year>": "2026", "<dd:month>": "05", "<dd:day>": "12"}.items():
            route = route.replace(part, number)
        for word in ("author", "topic"):
            if word in route:
                route = route.replace("<slug:slug>", fill[word])
        found.append("/" + route.replace("<slug:section>", "city").replace("<slug:slug>", "city"))
    # Words that stand in every story here, the secret ones too.
    return [*found, "/search/?q=headline", "/search/?q=bridge", "/search/?q=brandt&order=newest"]


def test_every_pattern_of_the_site_is_press_or_desk():
    prefixes = set()
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLResolver):
            prefixes.add(str(pattern.pattern))
    assert prefixes == {"admin/", "preview/", ""}


@pytest.mark.parametrize("address", public_addresses())
def test_no_public_address_reads_a_desk_table_or_shows_an_unpublished_word(paper, client, address):
    with time_machine.travel(NOW, tick=False), connection.execute_wrapper(_no_desk_table):
        answer = client.get(address)
        if answer.status_code == 301:
            answer = client.get(urlsplit(answer["Location"]).path)

    assert answer.status_code in {200, 404, 410}
    assert SECRET not in answer.content.decode().lower()
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.parametrize(
    ("slug", "status"),
    [
        ("open", 200),
        ("new-address", 200),
        ("old-address", 301),
        ("gone", 410),
        ("draft", 404),
        ("waiting", 404),
        ("reviewed", 404),
        ("tomorrow", 404),
    ],
)
def test_an_address_answers_as_its_story_stands(paper, client, slug, status):
    with time_machine.travel(NOW, tick=False):
        answer = client.get(f"/city/{slug}/")

    assert answer.status_code == status
    if status == 301:
        assert answer["Location"].endswith("/city/new-address/")


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_no_search_finds_an_unpublished_word(paper, client, order):
    with time_machine.travel(NOW, tick=False):
        for asked in (SECRET, f"{SECRET[:4]}*", f'"A {SECRET} headline"', f"front {SECRET}"):
            answer = client.get("/search/", {"q": asked, "order": order}).content.decode()
            assert 'class="empty"' in answer
            assert "<mark>" not in answer
        assert "<mark>" in client.get("/search/", {"q": "bridge", "order": order}).content.decode()


def test_a_scheduled_story_is_found_at_its_second(paper, client):
    at = PublishedVersion.objects.upcoming(NOW).get().public_from

    with time_machine.travel(at.timestamp() - 1, tick=False):
        assert "<mark>" not in client.get(f"/search/?q={SECRET}").content.decode()
        assert SECRET not in client.get(f"/archive/{at:%Y/%m/%d}/").content.decode().lower()
    with time_machine.travel(at, tick=False):
        assert "<mark>" in client.get(f"/search/?q={SECRET}").content.decode()
        assert SECRET in client.get(f"/archive/{at:%Y/%m/%d}/").content.decode().lower()


def test_a_placed_story_that_is_not_live_is_not_on_the_front(paper, client):
    with time_machine.travel(NOW, tick=False):
        answers = [client.get(address).content.decode() for address in ("/", "/city/")]

    assert all("The bridge, once more" in answer and SECRET not in answer for answer in answers)


def test_a_scheduled_story_is_there_at_its_second(paper, client):
    at = PublishedVersion.objects.upcoming(NOW).get().public_from

    with time_machine.travel(at.timestamp() - 1, tick=False):
        assert client.get("/city/tomorrow/").status_code == 404
    with time_machine.travel(at, tick=False):
        assert client.get("/city/tomorrow/").status_code == 200
        assert SECRET in client.get("/feeds/latest.rss").content.decode().lower()


def test_a_post_to_a_public_address_changes_nothing_and_sets_no_cookie(paper, client):
    answer = client.post("/city/open/")

    assert answer.status_code in {403, 405}
    assert not answer.cookies
