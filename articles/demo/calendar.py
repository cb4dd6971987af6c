"""Moves the demo's days so that its newest story is fresh today; whole weeks, since the stories name weekdays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils import timezone

WEEK = timedelta(days=7)


def tomorrow_at_six(now: datetime) -> datetime:
    """Return 06:00 of the morning after ``now`` in the newsroom's time."""
    morning = timezone.localtime(now) + timedelta(days=1)
    return morning.replace(hour=6, minute=0, second=0, microsecond=0)


class Calendar:
    """Turns the days of the demo's files into days around ``now``."""

    def __init__(self, days: Iterable[str], now: datetime) -> None:
        self.now = now
        newest = max(map(self._aware, days))
        # Rounded down, so that the newest is never in the future and never older than a week.
        self.shift = ((now - newest) // WEEK) * WEEK

    @staticmethod
    def _aware(day: str) -> datetime:
        return timezone.make_aware(datetime.fromisoformat(day))

    def at(self, day: str) -> datetime:
        """Return when a day of the files is now."""
        return self._aware(day) + self.shift

    def ago(self, hours: float) -> datetime:
        """Return when it was so many hours before ``now``: for stories that name no day."""
        return self.now - timedelta(hours=hours)

    def tomorrow_at_six(self) -> datetime:
        """Return 06:00 of the next morning in the newsroom's time."""
        return tomorrow_at_six(self.now)
