"""The feed of whole days: only reviewed boxes that readers see, one entry a day in the newsroom's zone."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from articles.press import days
from articles.press.feeds import digest
from tests.articles.press.conftest import soup

pytestmark = pytest.mark.django_db
ADDRESS = "/feeds/digest.json"


def entries(client):
    return json.loads(client.get(ADDRESS).content)["items"]


@pytest.fixture
def over(paper):
    """Let the day end: the feed tells of no other."""
    return lambda: paper.clock.tick(days=1)


def headlines(entry):
    return [found.text for found in soup(entry["content_html"].encode()).select("h2")]


def test_a_day_tells_its_stories_with_sentence_and_points(paper, client, settings, over):
    article = paper.live(box=True, slug="one", headline="Bridge & deck")
    over()

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


def test_a_day_without_a_quick_take_has_no_entry(paper, client, over):
    paper.live(box=False)
    over()

    assert entries(client) == []


def test_a_story_without_a_quick_take_is_not_told(paper, client, over):
    paper.live(box=True, slug="one", headline="With")
    paper.live(box=False, slug="two", headline="Without")
    over()

    assert headlines(entries(client)[0]) == ["With"]


def test_a_day_appears_whole_when_it_is_over_and_is_dated_then(paper, client, settings):
    """A mail house picks by date: an entry that grew, or was dated before it was there, would be lost or cut."""
    settings.TIME_ZONE = "Europe/Amsterdam"
    paper.live(box=True, slug="one", headline="One")
    paper.live(box=True, slug="two", headline="Two")
    midnight = datetime(2026, 5, 12, 22, tzinfo=UTC)
    paper.clock.tick(seconds=(midnight - paper.clock.now).total_seconds() - 1)
    before = client.get(ADDRESS)
    assert json.loads(before.content)["items"] == []

    paper.clock.tick(seconds=1)
    (entry,) = entries(client)

    assert headlines(entry) == ["Two", "One"]
    assert datetime.fromisoformat(entry["date_published"]) == midnight
    assert datetime.fromisoformat(entry["date_modified"]) == midnight
    assert client.get(ADDRESS, HTTP_IF_MODIFIED_SINCE=before["Last-Modified"]).status_code == 200
    paper.clock.tick(hours=5)
    paper.live(box=True, slug="three", headline="Three")
    assert entries(client) == [entry]


@pytest.mark.parametrize(("day", "hours"), [((2026, 3, 29), 23), ((2026, 10, 25), 25)])
def test_a_day_on_which_the_clock_changes_ends_at_midnight_as_well(paper, client, settings, day, hours):
    settings.TIME_ZONE = "Europe/Amsterdam"
    noon = datetime(*day, 12, tzinfo=UTC)
    paper.clock.tick(seconds=(noon - paper.clock.now).total_seconds())
    paper.live(box=True, slug="one")
    paper.clock.tick(days=1)

    (entry,) = entries(client)

    over = datetime.fromisoformat(entry["date_published"])
    assert over - timedelta(hours=hours) == days.midnight(date(*day))
    assert over.astimezone(ZoneInfo("Europe/Amsterdam")).hour == 0


def test_a_change_after_its_day_moves_what_is_said_of_it_and_not_its_place(paper, client, over, cleo):
    article = paper.live(box=True, slug="one", headline="One")
    other = paper.live(box=True, slug="two", headline="Two")
    over()
    before = entries(client)[0]
    note = actions.Note(CorrectionKind.CORRECTION, "A name was wrong.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)
    corrected = entries(client)[0]
    actions.hide_quick_take(article=other, actor=cleo, now=paper.clock.tick(), reason="A number is wrong.")
    hidden = entries(client)[0]

    for entry in (corrected, hidden):
        assert (entry["id"], entry["date_published"]) == (before["id"], before["date_published"])
    assert before["date_modified"] < corrected["date_modified"] < hidden["date_modified"]


def test_days_are_told_apart_in_the_newsrooms_zone(paper, client, settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    paper.clock.tick(minutes=-paper.clock.now.minute)
    # Noon in UTC is midnight there, in May twelve hours ahead.
    before = paper.clock.now.replace(hour=11)
    paper.clock.tick(seconds=(before - paper.clock.now).total_seconds())
    paper.live(box=True, slug="one", headline="Before midnight")
    paper.clock.tick(hours=1)
    paper.live(box=True, slug="two", headline="After midnight")
    paper.clock.tick(days=1)

    found = entries(client)

    assert [headlines(one) for one in found] == [["After midnight"], ["Before midnight"]]
    assert [one["title"][-11:] for one in found] == ["13 May 2026", "12 May 2026"]
    assert len({one["id"] for one in found}) == 2


@pytest.mark.parametrize("gone", ["hidden", "withdrawn"])
def test_what_is_hidden_or_withdrawn_leaves_at_once_and_readers_hear_of_it(paper, client, cleo, over, gone):
    article = paper.live(box=True, slug="one", headline="One")
    paper.live(box=True, slug="two", headline="Two")
    over()
    before = client.get(ADDRESS)
    take_away = actions.hide_quick_take if gone == "hidden" else actions.withdraw
    take_away(article=article, actor=cleo, now=paper.clock.tick(), reason="A number is wrong.")
    after = client.get(ADDRESS)

    assert headlines(entries(client)[0]) == ["Two"]
    assert after["ETag"] != before["ETag"]
    assert parsedate_to_datetime(after["Last-Modified"]) > parsedate_to_datetime(before["Last-Modified"])


def test_the_first_story_of_the_paper_may_go_without_moving_any_id(paper, client, cleo, over):
    first = paper.live(box=True, slug="one")
    paper.live(box=True, slug="two")
    over()
    before = entries(client)[0]["id"]
    actions.withdraw(article=first, actor=cleo, now=paper.clock.tick(), reason="Forged.")

    assert entries(client)[0]["id"] == before


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
    paper.clock.tick(days=1)
    assert len(entries(client)) == 2

    monkeypatch.setattr(digest, "STORIES", 3)

    assert [one["title"][-11:] for one in entries(client)] == ["13 May 2026"]
