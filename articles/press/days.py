"""Days of the paper in the newsroom's zone: when one begins and ends; the desk has its own calendar."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.utils import timezone


def day_of(moment: datetime) -> date:
    """Return the day on which something happened."""
    return timezone.localtime(moment).date()


def midnight(day: date) -> datetime:
    """Return when a day begins."""
    return datetime.combine(day, time.min, tzinfo=timezone.get_current_timezone())


def end_of(day: date) -> datetime:
    """Return when the next day begins; a day with a change of the clock is shorter or longer than others."""
    return midnight(day + timedelta(days=1))
