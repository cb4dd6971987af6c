"""A front as it will be: scheduled stories come in, pins run out, nothing is public by it and nobody learns a secret."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles import actions
from articles.models.front import Slot
from tests.articles.desk.desk import browser, page, words
from tests.factories import stories

pytestmark = pytest.mark.django_db

HOME, CITY = "/preview/fronts/home/", "/preview/fronts/section/city/"
MORNING = "2026-05-13T06:00"


@pytest.fixture(autouse=True)
def _noon(clock):
    with time_machine.travel(clock.now, tick=False):
        yield


@pytest.fixture
def paper(ada, ben, clock):
    """Three live stories and one that comes out at five in the morning, placed second behind one pinned till midnight."""
    live = [
        stories.live(by=ada, reviewer=ben, now=clock.now, box=False, headline=f"Story {number}")
        for number in range(3)
    ]
    coming = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False, headline="At five")
    actions.schedule(article=coming, actor=ben, now=clock.now, at=clock.now + timedelta(hours=17))
    midnight = clock.now + timedelta(hours=12)
    slots = [Slot(live[0].pk, pin_until=midnight), Slot(coming.pk), Slot(live[1].pk)]
    for front in (None, live[0].section):
        actions.order_front(section=front, slots=slots, seen=0, actor=ben, now=clock.now)
    return [*live, coming]


def shown(client, address, at=""):
    response = client.get(address, {"at": at} if at else {})
    assert response.status_code == 200
    return [link.text for link in page(response).select(":is(.lead, .second, .entry) a") if link.text][:4]


@pytest.mark.parametrize("address", [HOME, CITY])
def test_a_front_is_shown_as_it_will_be_in_the_morning(paper, ben, address):
    client = browser(ben)

    assert shown(client, address)[:2] == ["Story 0", "Story 1"]
    assert shown(client, address, MORNING)[:2] == ["At five", "Story 1"]
    assert "At five" not in Client().get("/").content.decode()


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("x", "This is no moment"),
        ("2026-13-45T99:00", "This is no moment"),
        ("2020-01-01T06:00", "This hour is over"),
        ("9999-12-31T23:59", "more than a year ahead"),
        ("0001-01-01T00:00+14:00", "This hour is over"),
    ],
)
def test_a_moment_that_cannot_be_shown_is_said_and_the_front_is_shown_as_it_is(paper, ben, at, said):
    response = browser(ben).get(HOME, {"at": at})

    assert said in words(response)
    assert "Story 0" in words(response)


def test_a_preview_is_kept_by_nobody_and_says_that_it_is_none_of_the_public(paper, ben):
    response = browser(ben).get(HOME)

    assert "no-store" in response["Cache-Control"]
    assert page(response).select_one("meta[name=robots]")["content"] == "noindex,noarchive"
    assert "Preview, not public." in words(response)


def test_a_scheduled_story_that_the_person_may_not_know_of_is_not_shown(paper, ben, cleo):
    type(paper[3]).objects.filter(pk=paper[3].pk).update(confidential=True)

    assert "At five" not in shown(browser(ben), HOME, MORNING)
    assert "At five" in shown(browser(cleo), HOME, MORNING)
    assert timezone.now().hour == 12
