"""The archive: days begin at the newsroom's midnight, neighbours are days with stories, and nothing unpublished is hinted at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles import actions
from articles.models.correction import CorrectionKind
from articles.press import stories as press_stories
from tests.articles.press.conftest import soup
from tests.factories import stories

pytestmark = pytest.mark.django_db


def at(year, month, day, hour=12, minute=0, second=0):
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


@pytest.fixture
def publish(ada, ben):
    """Publish a story at a moment and come back to the twentieth of May."""

    def do(moment, slug, **fields):
        with time_machine.travel(moment, tick=False):
            return stories.live(
                by=ada, reviewer=ben, now=moment, slug=slug, box=False, headline=slug.title(), **fields
            )

    with time_machine.travel(at(2026, 5, 20), tick=False):
        yield do


def page(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return soup(response.content)


def headlines(found):
    return [link.text for link in found.select(".entry h2 a")]


def beside(found):
    links = found.select(".pager a[rel]")
    return {link["rel"][0]: link["href"] for link in links}


def test_a_young_paper_has_an_empty_archive_and_no_days(client, db):
    assert "Nothing has been published" in page(client, "/archive/").main.text
    page(client, "/archive/2026/05/", 404)
    page(client, "/archive/2026/05/12/", 404)


def test_the_archive_lists_the_months_of_the_papers_life(client, publish):
    publish(at(2025, 11, 30), "first")

    found = page(client, "/archive/")

    assert [heading.text for heading in found.select(".year h2")] == ["2026", "2025"]
    assert [link["href"] for link in found.select(".months a")] == [
        *[f"/archive/2026/0{month}/" for month in range(1, 6)],
        "/archive/2025/11/",
        "/archive/2025/12/",
    ]


def test_a_month_links_the_days_with_stories_and_the_months_beside_it(client, publish):
    publish(at(2026, 3, 31, 23, 59, 59), "march")
    publish(at(2026, 4, 1), "april")
    publish(at(2026, 4, 30, 23, 59, 59), "late")
    publish(at(2026, 5, 1), "may")

    found = page(client, "/archive/2026/04/")

    assert [link["href"] for link in found.select(".month a")] == [
        "/archive/2026/04/01/",
        "/archive/2026/04/30/",
    ]
    assert found.select_one(".month a")["aria-label"] == "Wednesday, 1 April 2026"
    assert beside(found) == {"prev": "/archive/2026/03/", "next": "/archive/2026/05/"}
    assert beside(page(client, "/archive/2026/03/")) == {"next": "/archive/2026/04/"}


@pytest.mark.parametrize("address", ["2026/02", "2026/06", "2026/13", "2026/00", "0001/01", "9999/12"])
def test_a_month_outside_the_papers_life_is_404(client, publish, address):
    publish(at(2026, 3, 31), "march")
    publish(at(2026, 5, 1), "may")

    page(client, f"/archive/{address}/", 404)


def test_a_day_lists_what_came_out_newest_first_and_leads_to_days_with_stories(client, publish):
    publish(at(2026, 5, 3), "before")
    publish(at(2026, 5, 12, 0, 0, 0), "morning")
    publish(at(2026, 5, 12, 23, 59, 59), "evening")
    publish(at(2026, 5, 18), "after")

    found = page(client, "/archive/2026/05/12/")

    assert found.h1.text == "Tuesday, 12 May 2026"
    assert headlines(found) == ["Evening", "Morning"]
    assert beside(found) == {"prev": "/archive/2026/05/03/", "next": "/archive/2026/05/18/"}


def test_days_begin_at_the_newsrooms_midnight(client, publish, settings):
    settings.TIME_ZONE = "America/New_York"
    publish(at(2026, 5, 12, 3, 59, 59), "monday")
    publish(at(2026, 5, 12, 4, 0, 0), "tuesday")

    assert headlines(page(client, "/archive/2026/05/11/")) == ["Monday"]
    assert headlines(page(client, "/archive/2026/05/12/")) == ["Tuesday"]
    assert [a.text for a in page(client, "/archive/2026/05/").select(".month a")] == ["11", "12"]


def test_todays_month_is_there_before_its_first_story(client, publish):
    publish(at(2026, 3, 31), "march")

    assert not page(client, "/archive/2026/05/").select(".month a")
    assert page(client, "/archive/2026/05/20/").select_one('.list-head a[href="/archive/2026/05/"]')


def test_a_day_on_which_the_clock_goes_back_has_all_its_stories(client, publish, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    publish(at(2025, 10, 25, 22, 0, 0), "first")
    publish(at(2025, 10, 26, 22, 59, 59), "last")
    publish(at(2025, 10, 26, 23, 0, 0), "next")

    assert headlines(page(client, "/archive/2025/10/26/")) == ["Last", "First"]


def test_a_quiet_day_in_the_papers_life_says_so_and_leads_on(client, publish):
    publish(at(2026, 5, 3), "before")
    publish(at(2026, 5, 18), "after")

    found = page(client, "/archive/2026/05/12/")

    assert "Nothing was published on this day." in found.main.text
    assert beside(found) == {"prev": "/archive/2026/05/03/", "next": "/archive/2026/05/18/"}
    assert "Nothing was published" in page(client, "/archive/2026/05/20/").main.text  # Today.


@pytest.mark.parametrize(
    "day", ["2026/05/02", "2026/05/21", "2026/02/30", "2026/00/01", "0001/01/01", "9999/12/31"]
)
def test_a_day_outside_the_papers_life_is_404(client, publish, day):
    publish(at(2026, 5, 3), "before")
    publish(at(2026, 5, 18), "after")

    page(client, f"/archive/{day}/", 404)


@pytest.mark.parametrize("address", ["/archive/2026/5/12/", "/archive/26/05/12/", "/archive/2026/05/1²/"])
def test_a_day_has_one_address(client, publish, address):
    publish(at(2026, 5, 12), "a")

    assert client.get(address).status_code == 404


def test_a_correction_moves_no_story_to_another_day(client, publish, ben):
    article = publish(at(2026, 5, 12), "first")
    note = actions.Note(CorrectionKind.CORRECTION, "A name was wrong.")
    actions.correct(article=article, actor=ben, now=at(2026, 5, 19), note=note)

    assert headlines(page(client, "/archive/2026/05/12/")) == ["First"]
    assert "Nothing was published" in page(client, "/archive/2026/05/19/").main.text


def test_what_is_scheduled_or_withdrawn_leaves_no_trace(client, publish, ada, ben, cleo):
    publish(at(2026, 5, 3), "before")
    gone = publish(at(2026, 5, 12), "gone")
    publish(at(2026, 5, 15), "after")
    actions.withdraw(article=gone, actor=cleo, now=at(2026, 5, 19), reason="It was never true at all.")
    later = stories.reviewed(by=ada, reviewer=ben, now=at(2026, 5, 20), slug="later")
    actions.schedule(article=later, actor=ben, now=at(2026, 5, 20), at=at(2026, 6, 20))

    assert headlines(page(client, "/archive/2026/05/12/")) == []
    assert beside(page(client, "/archive/2026/05/15/")) == {"prev": "/archive/2026/05/03/"}
    assert [a.text for a in page(client, "/archive/2026/05/").select(".month a")] == ["3", "15"]
    page(client, "/archive/2026/06/20/", 404)
    with time_machine.travel(at(2026, 6, 20), tick=False):
        assert len(headlines(page(client, "/archive/2026/06/20/"))) == 1


def test_a_long_day_has_pages(client, publish, monkeypatch):
    monkeypatch.setattr(press_stories, "STORIES_ON_A_PAGE", 2)
    for number in range(3):
        publish(at(2026, 5, 12) + timedelta(hours=number), f"s{number}")

    found = page(client, "/archive/2026/05/12/")
    older = found.select_one('.pager a[href^="?before="]')["href"]

    assert headlines(found) == ["S2", "S1"]
    assert headlines(page(client, f"/archive/2026/05/12/{older}")) == ["S0"]
    page(client, "/archive/2026/05/12/?before=x", 404)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/archive/", 1),
        ("/archive/2026/05/", 2),
        ("/archive/2026/05/12/", 1),
        ("/archive/2026/05/13/", 2),
    ],
)
def test_the_archive_takes_two_queries_at_most(client, publish, count_queries, address, most):
    publish(at(2026, 5, 12), "a")
    count_queries(address, most)
    for number in range(4):
        publish(at(2026, 5, 14, number), f"s{number}")

    response = count_queries(address, most)

    assert response["Cache-Control"].startswith("public")
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies
