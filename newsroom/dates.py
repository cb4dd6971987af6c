"""Hours and days as people read them, in the language of the frame; what a machine reads is written elsewhere."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.dateformat import format as written
from django.utils.formats import get_format
from django.utils.translation import get_language, pgettext

# English as the house writes it. Every other language has its own ways, and Django knows them.
_ENGLISH = {
    "TIME_FORMAT": "H:i",
    "DATE_FORMAT": "j F Y",
    "MONTH_DAY_FORMAT": "j F",
    "YEAR_MONTH_FORMAT": "F Y",
}


def hour(moment: datetime) -> str:
    """Return the hour and minute in the newsroom's zone: “14:02”."""
    return written(timezone.localtime(moment), _format("TIME_FORMAT"))


def day(moment: date, *, year: bool = True) -> str:
    """Return the day: “12 May 2026”, or without its year."""
    return written(_local(moment), _format("DATE_FORMAT" if year else "MONTH_DAY_FORMAT"))


def short_day(moment: date, *, year: bool = True) -> str:
    """Return the day with a short month: “12 May”, “3 Nov 2025”."""
    wanted = _format("DATE_FORMAT" if year else "MONTH_DAY_FORMAT")
    return written(_local(moment), wanted.replace("F", "M" if _is_english() else "N"))


def month(moment: date) -> str:
    """Return the month and its year: “May 2026”."""
    return written(_local(moment), _format("YEAR_MONTH_FORMAT"))


def weekday(moment: date) -> str:
    """Return the day and what day of the week it is: “Tuesday, 12 May 2026”."""
    names = {"weekday": written(_local(moment), "l"), "day": day(moment)}
    return pgettext("day of the week and date", "%(weekday)s, %(day)s") % names


def hour_and_day(moment: datetime, *, year: bool = True) -> str:
    """Return a moment: “14:02, 12 May 2026”, or without its year."""
    parts = {"hour": hour(moment), "day": day(moment, year=year)}
    return pgettext("hour and day", "%(hour)s, %(day)s") % parts


def day_and_hour(moment: datetime) -> str:
    """Return a moment with the day first: “12 May 2026, 14:02”."""
    parts = {"day": day(moment), "hour": hour(moment)}
    return pgettext("day and hour", "%(day)s, %(hour)s") % parts


def _local(moment: date) -> date:
    return timezone.localtime(moment) if isinstance(moment, datetime) else moment


def _is_english() -> bool:
    return (get_language() or "en").split("-")[0] == "en"


def _format(name: str) -> str:
    return _ENGLISH[name] if _is_english() else str(get_format(name))
