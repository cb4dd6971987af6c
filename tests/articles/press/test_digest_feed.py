"""The feed of whole days: only reviewed boxes that readers see, one entry a day in the newsroom's zone."""

from __future__ import annotations

import json
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest
import time_machine

from articles import actions
from articles.press.feeds import digest
from tests.articles.press.conftest import soup

pytestmark = pytest.mark.django_db
ADDRESS = "/feeds/digest.json"


def entries(client):
    return json.loads(client.get(ADDRESS).content)["items"]


def headlines(entry):
    return [found.text for found in soup(entry["content_html"].encode()).select("h2")]


def test_a_day_tells_its_stories_with_sentence_and_points(paper, client, settings):
    article = paper.live(box=True, slug="one", headline="Bridge & deck")

    entry = entries(client)[0]

    assert entry["title"] == "Quick Takes of Tuesday, 12 May 2026"
    assert entry["url"] == f"{settings.SITE_URL}/archive/2026/05/12/"
    assert client.get("/archive/2026/05/12/").status_code == 200
    told = soup(entry["content_html"].encode())
    assert told.h2.a["href"] == f"{settings.SITE_URL}/city/one/"
    assert headlines(entry) == ["Bridge & deck"]
    assert told.small.text == paper.version(article).sentence
    assert [point.text for point in told.select("li")] == [
        bullet["text"] for bullet in paper.version(article).bullet_list
    ]


def test_a_day_without_a_quick_take_has_no_entry(paper, client):
    paper.live(box=False)

    assert entries(client) == []


def test_a_story_without_a_quick_take_is_not_told(paper, client):
    paper.live(box=True, slug="one", headline="With")
    paper.live(box=False, slug="two", headline="Without")

    assert headlines(entries(client)[0]) == ["With"]


def test_a_days_entry_grows_and_keeps_its_id(paper, client):
    paper.live(box=True, slug="one", headline="One")
    before = entries(client)[0]
    paper.live(box=True, slug="two", headline="Two")
    after = entries(client)

    assert len(after) == 1
    assert headlines(after[0]) == ["Two", "One"]
    assert (after[0]["id"], after[0]["date_published"]) == (before["id"], before["date_published"])
    assert after[0]["date_modified"] > before["date_modified"]


def test_days_are_told_apart_in_the_newsrooms_zone(paper, client, settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    paper.clock.tick(minutes=-paper.clock.now.minute)
    # Noon in UTC is midnight there, in May twelve hours ahead.
    before = paper.clock.now.replace(hour=11)
    paper.clock.tick(seconds=(before - paper.clock.now).total_seconds())
    paper.live(box=True, slug="one", headline="Before midnight")
    paper.clock.tick(hours=1)
    paper.live(box=True, slug="two", headline="After midnight")

    found = entries(client)

    assert [headlines(one) for one in found] == [["After midnight"], ["Before midnight"]]
    assert [one["title"][-11:] for one in found] == ["13 May 2026", "12 May 2026"]
    assert len({one["id"] for one in found}) == 2


@pytest.mark.parametrize("gone", ["hidden", "withdrawn"])
def test_what_is_hidden_or_withdrawn_leaves_at_once_and_readers_hear_of_it(paper, client, cleo, gone):
    article = paper.live(box=True, slug="one", headline="One")
    paper.live(box=True, slug="two", headline="Two")
    before = client.get(ADDRESS)
    take_away = actions.hide_quick_take if gone == "hidden" else actions.withdraw
    take_away(article=article, actor=cleo, now=paper.clock.tick(), reason="A number is wrong.")
    after = client.get(ADDRESS)

    assert headlines(entries(client)[0]) == ["Two"]
    assert after["ETag"] != before["ETag"]
    assert parsedate_to_datetime(after["Last-Modified"]) > parsedate_to_datetime(before["Last-Modified"])


def test_the_first_story_of_the_paper_may_go_without_moving_any_id(paper, client, cleo):
    first = paper.live(box=True, slug="one")
    paper.live(box=True, slug="two")
    before = entries(client)[0]["id"]
    actions.withdraw(article=first, actor=cleo, now=paper.clock.tick(), reason="Forged.")

    assert entries(client)[0]["id"] == before


def test_what_is_scheduled_is_not_told_before_its_second(paper, client):
    paper.live(box=True, slug="one", headline="One")
    article = paper.live(box=True, slug="two", headline="Two")
    version = paper.version(article)
    with time_machine.travel(version.public_from - timedelta(seconds=1), tick=False):
        assert headlines(entries(client)[0]) == ["One"]


def test_what_is_two_months_old_is_no_news_of_a_day(paper, client):
    paper.live(box=True, slug="one")
    paper.clock.tick(days=59)
    assert len(entries(client)) == 1
    paper.clock.tick(days=2)

    assert entries(client) == []


def test_a_day_that_the_limit_cut_is_left_out(paper, client, monkeypatch):
    paper.live(box=True, slug="one")
    paper.clock.tick(days=1)
    paper.live(box=True, slug="two")
    paper.live(box=True, slug="three")
    assert len(entries(client)) == 2

    monkeypatch.setattr(digest, "STORIES", 3)

    assert [one["title"][-11:] for one in entries(client)] == ["13 May 2026"]
