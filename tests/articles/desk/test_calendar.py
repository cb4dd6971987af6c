"""The calendar: a week of what is out, scheduled and held."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions
from articles.desk import calendar, days
from tests.articles.desk.desk import browser, page, words
from tests.factories.stories import SectionFactory, draft, live, reviewed

pytestmark = pytest.mark.django_db

CALENDAR = "/admin/calendar/"


def shown(client, **query):
    """Return what the calendar says, as day → lines."""
    found = page(client.get(CALENDAR, query)).select(".week-day")
    return {
        day.select_one("time")["datetime"]: [
            " ".join(line.get_text(" ").split()) for line in day.select("li")
        ]
        for day in found
    }


def test_a_week_has_seven_days_and_each_its_lines(ada, ben):
    now = timezone.now()
    ago = now - timedelta(days=21)
    monday = days.midnight(days.monday(days.today(ago)))
    live(by=ada, reviewer=ben, now=monday + timedelta(hours=9), headline="Early", box=False)
    live(
        by=ada, reviewer=ben, now=monday + timedelta(days=6, hours=23, minutes=30), headline="Last", box=False
    )

    found = shown(browser(ben), week=days.week_name(monday.date()))

    assert len(found) == 7
    lines = list(found.values())
    assert lines[0] == ["09:00 Out Early"]
    assert lines[6] == ["23:30 Out Last"]
    assert not any(lines[1:6])


def test_scheduled_and_held_stories_stand_on_their_days(ada, ben):
    now = timezone.now()
    at = days.midnight(days.monday(days.today(now))) + timedelta(days=9, hours=6)
    story = reviewed(by=ada, reviewer=ben, now=now, headline="Later", box=False)
    actions.schedule(article=story, actor=ben, now=now, at=at)
    held = draft(by=ada, now=now, headline="Held")
    actions.set_embargo(article=held, actor=ben, now=now, until=at + timedelta(hours=2))

    found = shown(browser(ben), week=days.week_name(at.date()))

    assert found[at.date().isoformat()] == ["06:00 Scheduled Later", "08:00 Embargo ends Held"]


def test_half_past_eleven_at_night_in_utc_stands_on_the_next_day_in_berlin(ada, ben, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    with timezone.override("Europe/Berlin"):
        monday = days.monday(days.today(timezone.now())) - timedelta(days=14)
        half_past_one = days.midnight(monday + timedelta(days=2)) + timedelta(hours=1, minutes=30)
        live(by=ada, reviewer=ben, now=half_past_one, headline="Late", box=False)

        found = shown(browser(ben), week=days.week_name(monday))

    assert found[(monday + timedelta(days=2)).isoformat()] == ["01:30 Out Late"]


def test_the_weeks_beside_it_are_links_that_keep_the_choice(ada):
    sport = SectionFactory.create(name="Sport", slug="sport")

    soup = page(browser(ada).get(CALENDAR, {"week": "2026-W01", "section": sport.pk}))
    links = {link.get_text(): link["href"] for link in soup.select(".weeks a")}

    assert links["Earlier week"] == f"?week=2025-W52&section={sport.pk}"
    assert links["Later week"] == f"?week=2026-W02&section={sport.pk}"
    assert "29 December 2025 to 4 January 2026" in soup.get_text()


def test_the_calendar_is_narrowed_to_a_section(ada, ben):
    sport = SectionFactory.create(name="Sport", slug="sport")
    now = timezone.now()
    live(by=ada, reviewer=ben, now=now, headline="In sport", section=sport, box=False)
    live(by=ada, reviewer=ben, now=now, headline="In the city", box=False)

    said = words(browser(ben).get(CALENDAR, {"section": sport.pk}))

    assert "In sport" in said
    assert "In the city" not in said


def test_an_empty_week_says_so(ada):
    assert "Nothing is out, scheduled or held in this week." in words(browser(ada).get(CALENDAR))


def test_a_contributor_sees_their_own_only(ada, ben, dora):
    now = timezone.now()
    live(by=ada, reviewer=ben, now=now, headline="Ada's", box=False)
    live(by=dora, reviewer=ben, now=now, headline="Dora's", box=False)

    said = words(browser(dora).get(CALENDAR))

    assert "Dora's" in said
    assert "Ada's" not in said


def test_whoever_has_no_editorial_role_is_refused(django_user_model):
    outsider = django_user_model.objects.create(username="outsider", is_staff=True)

    assert browser(outsider).get(CALENDAR).status_code == 403


def test_a_long_day_says_how_many_more_there_are_and_shows_them(ada, ben, monkeypatch):
    monkeypatch.setattr(calendar, "MOST_A_DAY", 2)
    now = timezone.now()
    for number in range(5):
        live(by=ada, reviewer=ben, now=now, headline=f"Story {number}", box=False)
    client = browser(ben)

    short = page(client.get(CALENDAR))
    more = short.select_one(".week-day .quiet a")
    whole = page(client.get(f"{CALENDAR}{more['href']}"))

    assert len(short.select(".week-list li")) == 2
    assert more.get_text() == "3 more on this day"
    assert len(whole.select(".week-list li")) == 5
    assert not whole.select(".week-day .quiet")
    assert whole.find(id=more["href"].partition("#")[2])
