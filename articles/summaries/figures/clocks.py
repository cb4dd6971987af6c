"""Reads times of day and laps (“14:02”, “3 p.m.”, “noon”, “2:19:44”) and figures with a slash; no plain numerals."""

from decimal import Decimal
from typing import Final

from articles.summaries.figures.measures import clock_end
from articles.summaries.figures.proportions import Special, share_of
from articles.summaries.figures.quantities import Reading, Sort, Weight
from articles.summaries.figures.units import CLOCK, SECOND, Unit
from articles.summaries.pieces import Pieces

_ONE: Final = Decimal(1)
_HALF_DAY: Final = 12 * 60
_NOON: Final = {"noon": (12,), "midday": (12,), "midnight": (0, 24)}


def read_noon(pieces: Pieces, at: int) -> Special | None:
    """“noon”, “midday”, “midnight”."""
    hours = _NOON.get(pieces[at].low)
    if hours is None:
        return None
    return Special(tuple(_minute(hour * 60) for hour in hours), Sort.CLOCK, at + 1, Weight.SOFT)


def read_odd(pieces: Pieces, at: int) -> Special | None:
    """The figure at `at` when it is written with colons or a slash: 14:02, 2:19:44, 3/4; None for all else."""
    text = pieces[at].text
    if ":" in text:
        return _colons(pieces, at)
    if "/" in text:
        return _slash(text, at)
    return None


def read_clock(pieces: Pieces, at: int) -> Special | None:
    """“3 p.m.”, “3.30pm”, “8 o’clock”: a figure or number word whose next word makes it a time of day."""
    half, end = clock_end(pieces, at + 1)
    if not half:
        return None
    hour, _, minute = pieces[at].text.replace(":", ".").partition(".")
    if not hour.isdecimal() or not (minute or "0").isdecimal() or int(hour) > 24:
        return None
    minutes = int(hour) * 60 + int(minute or 0)
    if half == "o":
        return Special((_minute(minutes), _minute(minutes + _HALF_DAY)), Sort.CLOCK, end)
    minutes = minutes % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    also = (_minute(24 * 60),) if minutes == 0 else ()
    return Special((_minute(minutes), *also), Sort.CLOCK, end)


def _colons(pieces: Pieces, at: int) -> Special:
    """All that it may mean: a time of day in either half, minutes and seconds, hours and minutes as a lap."""
    clock = read_clock(pieces, at)
    if clock is not None:
        return clock
    parts = [
        Decimal(part) if part.replace(".", "", 1).isdecimal() else Decimal(0)
        for part in pieces[at].text.split(":")
    ]
    if len(parts) != 2:
        seconds = sum((part * 60**power for power, part in enumerate(reversed(parts))), Decimal(0))
        return Special((Reading(seconds, SECOND, _ONE),), Sort.CLOCK, at + 1)
    minutes = int(parts[0] * 60 + parts[1])
    days = (minutes, minutes + _HALF_DAY) if minutes < 13 * 60 else (minutes,)
    laps = (Reading(parts[0] * 60 + parts[1], SECOND, _ONE), Reading(Decimal(minutes * 60), SECOND, _ONE))
    return Special((*map(_minute, days), *laps), Sort.CLOCK, at + 1)


def _slash(text: str, at: int) -> Special:
    readings: tuple[Reading, ...] = (Reading(Decimal(0), Unit("code", text), _ONE),)
    above, _, below = text.partition("/")
    if above.isdecimal() and below.isdecimal() and 0 < int(above) < int(below):
        readings += (share_of(Decimal(above) / Decimal(below)),)
    return Special(readings, Sort.CODE, at + 1)


def _minute(value: int) -> Reading:
    return Reading(Decimal(value), CLOCK, _ONE)


def hours_of(minute: Decimal) -> tuple[Decimal, ...]:
    """The bare hours that may stand for a full hour of the day: 14:00 → 14 and 2; none for 14:02."""
    if minute % 60:
        return ()
    hour = minute / 60
    return (hour, hour - 12) if hour > 12 else (hour,)
