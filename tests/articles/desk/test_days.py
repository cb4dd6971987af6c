"""Days as the newsroom's clock cuts them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from articles.desk import days

LATE = datetime(2026, 5, 12, 23, 30, tzinfo=UTC)


def test_a_late_hour_in_london_is_tomorrow_in_berlin():
    with timezone.override("Europe/London"):
        assert days.today(datetime(2026, 5, 12, 22, 30, tzinfo=UTC)) == date(2026, 5, 12)
    with timezone.override("Europe/Berlin"):
        assert days.today(LATE) == date(2026, 5, 13)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_the_days_on_which_clocks_change_are_shorter_and_longer(day, hours):
    with timezone.override("Europe/Berlin"):
        start, end = days.span(day)

    assert (end.astimezone(UTC) - start.astimezone(UTC)) == timedelta(hours=hours)


def test_noon_is_the_middle_of_the_strip_on_every_day():
    with timezone.override("Europe/Berlin"):
        for day in (date(2026, 3, 29), date(2026, 5, 12), date(2026, 10, 25)):
            noon = days.midnight(day).replace(hour=12)
            assert days.share_of_day(noon) == 50


@pytest.mark.parametrize("name", ["", "2026", "2026-W99", "0000-W01", "9999-W52", "²-W1", "x-W1", "2026-W"])
def test_a_week_that_cannot_be_read_is_this_week(name):
    assert days.week_from(name, LATE) == date(2026, 5, 11)


def test_a_week_is_read_as_it_is_named():
    assert days.week_from(days.week_name(date(2027, 1, 2)), LATE) == date(2026, 12, 28)
