"""Days and weeks as the newsroom's clock cuts them, and where an hour lies in its day; no story is known here."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone

_MINUTES = 24 * 60


def today(now: datetime) -> date:
    """Return the newsroom's date."""
    return timezone.localtime(now).date()


def midnight(day: date) -> datetime:
    """Return the moment a day begins; a day is not always 24 hours long."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())


def span(day: date, days: int = 1) -> tuple[datetime, datetime]:
    """Return when ``days`` days from ``day`` on begin (inclusive) and end (exclusive)."""
    return midnight(day), midnight(day + timedelta(days=days))


def monday(day: date) -> date:
    """Return the first day of the week."""
    return day - timedelta(days=day.weekday())


def week_from(name: str, now: datetime) -> date:
    """Return the Monday of a week named like 2026-W48; this week's where it cannot be read."""
    year, mark, week = name.partition("-W")
    if mark and year.isascii() and year.isdigit() and week.isascii() and week.isdigit():
        try:
            found = date.fromisocalendar(int(year), int(week), 1)
        except ValueError:
            return monday(today(now))
        # The weeks beside it and its last midnight have to exist in every zone.
        if date(1971, 1, 1) < found < date(9990, 1, 1):
            return found
    return monday(today(now))


def week_name(day: date) -> str:
    """Return the name of the week a day is in, as ``week_from`` reads it."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def share_of_day(moment: datetime) -> float:
    """Return where the clock stands, from 0 to 100; on the days that are put forward or back as well."""
    local = timezone.localtime(moment)
    return round((local.hour * 60 + local.minute) / _MINUTES * 100, 2)
