"""The day line: what goes out by the hour, in the newsroom's zone."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import actions
from articles.desk.day_line import MOST_LINES, day_line
from articles.models.correction import CorrectionKind
from tests.factories.stories import draft, live, reviewed

pytestmark = pytest.mark.django_db


def lines(person, now):
    return [(one.time, one.words, one.headline) for one in day_line(person, now).lines]


def test_out_updated_scheduled_and_held_stand_in_the_order_of_the_day(ada, ben, clock):
    now = clock.now
    out = live(by=ada, reviewer=ben, now=now - timedelta(hours=3), headline="Out", box=False)
    note = actions.Note(CorrectionKind.CORRECTION, "It was Monday, not Tuesday, when the bridge opened.")
    actions.correct(article=out, actor=ben, now=now - timedelta(hours=1), note=note)
    later = reviewed(by=ada, reviewer=ben, now=now, headline="Later", box=False)
    actions.schedule(article=later, actor=ben, now=now, at=now + timedelta(hours=4))
    held = draft(by=ada, now=now, headline="Held")
    actions.set_embargo(article=held, actor=ben, now=now, until=now + timedelta(hours=2))

    assert lines(ben, now) == [
        ("09:00", "Out", "Out"),
        ("11:00", "Updated", "Out"),
        ("14:00", "Embargo ends", "Held"),
        ("16:00", "Scheduled", "Later"),
    ]


def test_places_are_shares_of_the_day(ada, ben, clock):
    live(by=ada, reviewer=ben, now=clock.now - timedelta(hours=6), box=False)
    held = draft(by=ada, now=clock.now)
    actions.set_embargo(article=held, actor=ben, now=clock.now, until=clock.now + timedelta(hours=6))

    line = day_line(ben, clock.now)

    assert [mark.x for mark in line.marks] == ["25%"]
    assert [(bar.x, bar.width) for bar in line.bars] == [("50%", "25%")]
    assert line.now == "50%"


def test_an_embargo_beyond_midnight_holds_to_the_end_of_the_strip(ada, ben, clock):
    held = draft(by=ada, now=clock.now)
    actions.set_embargo(article=held, actor=ben, now=clock.now, until=clock.now + timedelta(hours=20))

    assert [(bar.x, bar.width) for bar in day_line(ben, clock.now).bars] == [("50%", "50%")]


def test_stories_of_one_minute_stand_above_each_other(ada, ben, clock):
    for _ in range(3):
        live(by=ada, reviewer=ben, now=clock.now, box=False)

    marks = day_line(ben, clock.now).marks

    assert len({mark.x for mark in marks}) == 1
    assert len({mark.y for mark in marks}) == 3


def test_half_past_eleven_at_night_in_utc_is_half_past_one_of_the_next_day_in_berlin(ada, ben):
    late = datetime(2026, 5, 12, 23, 30, tzinfo=UTC)
    live(by=ada, reviewer=ben, now=late, headline="Late", box=False)

    with timezone.override("Europe/Berlin"):
        assert lines(ben, late) == [("01:30", "Out", "Late")]
        assert day_line(ben, late).marks[0].x == "6.25%"
        assert lines(ben, late - timedelta(hours=2)) == []
    with timezone.override("UTC"):
        assert lines(ben, late) == [("23:30", "Out", "Late")]
        assert lines(ben, late + timedelta(hours=1)) == []


def test_the_day_on_which_clocks_go_back_ends_at_its_own_midnight(ada, ben):
    with timezone.override("Europe/Berlin"):
        now = datetime(2026, 10, 25, 12, 0, tzinfo=UTC)
        story = reviewed(by=ada, reviewer=ben, now=now, headline="Late", box=False)
        actions.schedule(article=story, actor=ben, now=now, at=datetime(2026, 10, 25, 22, 30, tzinfo=UTC))

        assert lines(ben, now) == [("23:30", "Scheduled", "Late")]


def test_what_is_to_come_is_listed_before_what_was(ada, ben, clock):
    for hour in range(MOST_LINES):
        live(
            by=ada, reviewer=ben, now=clock.now - timedelta(minutes=60 - hour), headline=f"{hour}", box=False
        )
    later = reviewed(by=ada, reviewer=ben, now=clock.now, headline="Later", box=False)
    actions.schedule(article=later, actor=ben, now=clock.now, at=clock.now + timedelta(hours=4))

    line = day_line(ben, clock.now)

    assert [one.headline for one in line.lines] == [*(str(n) for n in range(1, MOST_LINES)), "Later"]
    assert line.more == 1


def test_the_first_of_tomorrow_is_named(ada, ben, clock):
    later = reviewed(by=ada, reviewer=ben, now=clock.now, headline="Tomorrow", box=False)
    actions.schedule(article=later, actor=ben, now=clock.now, at=clock.now + timedelta(hours=20))

    line = day_line(ben, clock.now)

    assert line.lines == []
    assert line.following is not None
    assert line.following.headline == "Tomorrow"


def test_a_contributor_sees_no_mark_of_others(ada, ben, dora, clock):
    live(by=ada, reviewer=ben, now=clock.now, box=False)
    held = draft(by=ada, now=clock.now)
    actions.set_embargo(article=held, actor=ben, now=clock.now, until=clock.now + timedelta(hours=2))

    line = day_line(dora, clock.now)

    assert not line.lines
    assert not line.marks
    assert not line.bars
