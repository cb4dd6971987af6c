"""What keeps rubbish out of readers' reports, where no cookie tells readers apart."""

from __future__ import annotations

from datetime import UTC, datetime
from unittest.mock import Mock

import pytest
from django.core.cache import cache
from django.db import OperationalError

from articles.models.report import ReaderReport
from articles.press.reports import limits
from tests.articles.press.conftest import soup
from tests.articles.press.reporting import FORM, opened, posted, sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_counted_yet():
    cache.clear()


@pytest.fixture
def story(paper):
    return paper.live(box=True, slug="bridge")


def begin_a_window(paper):
    """Go on to a moment from which the next reports fall into one window of counting."""
    paper.clock.tick(
        seconds=limits.WINDOW.total_seconds() - paper.clock.now.timestamp() % limits.WINDOW.total_seconds()
    )


@pytest.mark.parametrize(
    ("later", "status", "words"),
    [
        ({"seconds": 1}, 403, "quicker than anyone can read"),
        ({"seconds": 2}, 303, ""),
        ({"hours": 24}, 303, ""),
        ({"hours": 24, "seconds": 1}, 403, "more than a day"),
    ],
)
def test_a_form_is_good_from_two_seconds_to_a_day(story, paper, client, later, status, words):
    response = sent(client, opened(client, paper, **later))

    assert response.status_code == status
    if words:
        page = soup(response.content)
        assert words in page.select_one("[role=alert]").text
        assert page.textarea.text.strip() == "It was ten months."


@pytest.mark.parametrize("sealed", ["", "made:up:seal", "eyJ2ZXJzaW9uIjoxfQ:1abcde:xxxxxxxxxxxx"])
def test_without_a_seal_of_ours_nothing_is_taken(story, paper, client, sealed):
    response = sent(client, sealed)

    assert response.status_code == 403
    assert soup(response.content).textarea.text.strip() == "It was ten months."
    assert not ReaderReport.objects.exists()


def test_a_seal_cannot_be_moved_to_another_story(story, paper, client):
    sealed = opened(client, paper)
    paper.live(box=True, slug="ferry")

    response = posted(client, "/report/city/ferry/", {"point": "1", "fault": "wrong", "seal": sealed})

    assert response.status_code == 404
    assert not ReaderReport.objects.exists()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "null"}, 303),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "same-site"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "none"}, 403),
        ({"HTTP_ORIGIN": "http://testserver"}, 303),
        ({"HTTP_ORIGIN": "https://testserver"}, 303),
        ({"HTTP_ORIGIN": "https://elsewhere.example"}, 403),
        ({"HTTP_ORIGIN": "null"}, 403),
        ({}, 303),
    ],
)
def test_other_sites_cannot_send_the_form(story, paper, client, headers, status):
    assert sent(client, opened(client, paper), **headers).status_code == status


def test_the_same_page_sent_twice_is_one_report(story, paper, client):
    sealed = opened(client, paper)

    assert [sent(client, sealed).status_code for _ in range(2)] == [303, 303]
    assert ReaderReport.objects.count() == 1


def test_a_report_that_could_not_be_stored_may_be_sent_again(story, paper, client, monkeypatch):
    sealed = opened(client, paper)
    with monkeypatch.context() as broken:
        broken.setattr(
            ReaderReport.objects, "create", Mock(side_effect=OperationalError("database is locked"))
        )
        with pytest.raises(OperationalError):
            sent(client, sealed)

    assert sent(client, sealed).status_code == 303
    assert ReaderReport.objects.count() == 1


def test_one_address_is_asked_to_wait_and_its_words_stay(story, paper, client):
    begin_a_window(paper)
    for _ in range(limits.FROM_ONE_ADDRESS):
        assert sent(client, opened(client, paper), REMOTE_ADDR="9.9.9.9").status_code == 303

    sealed = opened(client, paper)
    response = sent(client, sealed, REMOTE_ADDR="9.9.9.9", words="And eleven.")

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= limits.WINDOW.total_seconds()
    page = soup(response.content)
    assert "Please send yours after" in page.select_one("[role=alert]").text
    assert page.textarea.text.strip() == "And eleven."
    assert ReaderReport.objects.count() == limits.FROM_ONE_ADDRESS
    assert sent(client, sealed, REMOTE_ADDR="9.9.9.8").status_code == 303
    paper.clock.tick(seconds=int(response["Retry-After"]) + 1)
    renewed = page.find("input", {"name": "seal"})["value"]
    assert sent(client, renewed, REMOTE_ADDR="9.9.9.9").status_code == 303


@pytest.mark.parametrize(
    ("proxies", "headers", "told_apart"),
    [
        (0, {"REMOTE_ADDR": "127.0.0.1"}, False),
        (0, {"REMOTE_ADDR": ""}, False),
        (0, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "9.9.9.9"}, False),
        (1, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "1.2.3.4, 9.9.9.9"}, True),
        (1, {"REMOTE_ADDR": "127.0.0.1"}, False),
        (0, {"REMOTE_ADDR": "::ffff:127.0.0.1"}, False),
        (0, {"REMOTE_ADDR": "::ffff:9.9.9.9"}, True),
    ],
)
def test_only_an_address_that_tells_readers_apart_is_counted(rf, settings, proxies, headers, told_apart):
    settings.PROXIES = proxies
    now, request = datetime(2026, 5, 12, 12, 0, tzinfo=UTC), rf.post(FORM, **headers)

    for _ in range(limits.FROM_ONE_ADDRESS):
        assert limits.wait_of(request, article=1, now=now) is None
        limits.count(request, now=now)

    assert limits.wait_of(request, article=1, now=now) == (limits.WINDOW if told_apart else None)


def test_a_household_counts_as_one_whatever_address_it_takes(story, paper, client):
    begin_a_window(paper)
    answers = [
        sent(client, opened(client, paper), REMOTE_ADDR=f"2620:fe::{number}").status_code
        for number in range(1, limits.FROM_ONE_ADDRESS + 2)
    ]

    assert answers[-1] == 429


def test_old_addresses_in_the_new_spelling_are_no_household(rf):
    now = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
    for _ in range(limits.FROM_ONE_ADDRESS):
        limits.count(rf.post(FORM, REMOTE_ADDR="::ffff:9.9.9.9"), now=now)

    other, same = rf.post(FORM, REMOTE_ADDR="::ffff:9.9.9.8"), rf.post(FORM, REMOTE_ADDR="9.9.9.9")
    assert limits.wait_of(other, article=1, now=now) is None
    assert limits.wait_of(same, article=1, now=now) == limits.WINDOW


def test_no_address_is_kept_in_the_open(story, paper, client):
    sent(client, opened(client, paper), REMOTE_ADDR="9.9.9.9")

    assert not [key for key in cache._cache if "9.9.9.9" in key]
    assert "9.9.9.9" not in str(ReaderReport.objects.values().get())


def test_a_story_takes_no_more_than_the_desk_can_read(story, paper, client, monkeypatch):
    monkeypatch.setattr(limits, "ON_ONE_STORY", 2)
    seals = [opened(client, paper) for _ in range(3)]

    assert [sent(client, sealed).status_code for sealed in seals] == [303, 303, 429]
