"""Counts what a text says of days from the day of writing, and says whether one saying bears out another."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import IntEnum
from typing import Final

from articles.summaries.days.said import Day

_DAY: Final = timedelta(days=1)
_ANY_DAY: Final = date(2026, 7, 15)
_HELD_BY: Final = {"week": {"day"}, "weekend": {"day"}, "month": {"day"}, "year": {"day", "month"}}
Span = tuple[date, date]


class Support(IntEnum):
    """Whether a day is said: `maybe` when nobody knows the day of writing, or the two are kept too loosely to tell."""

    NO = 0
    MAYBE = 1
    YES = 2


def support(said: Day, known: Sequence[Day], dated: date | None) -> Support:
    """The best that `known` does for `said`; “March 3” is borne out by “Tuesday 3 March 2026”, never the other way."""
    if any(_is_within(said, one) or _spans_agree(said, one, dated) for one in known) or _in_parts(
        said, known
    ):
        return Support.YES
    return max((_maybe(said, one, dated) for one in known), default=Support.NO)


def kind(day: Day) -> str:
    """What sort of saying it is, for finding the one that it contradicts."""
    if day.shift is not None:
        return "day" if day.shift[0] == "day" else day.shift[0]
    if day.weekday is not None or day.day is not None:
        return "day"
    if day.month is not None:
        return "month"
    if day.season is not None:
        return "season"
    return "decade" if day.decade is not None else "year"


def _is_within(said: Day, known: Day) -> bool:
    """Whether all that is said is known in the same words."""
    pairs = (
        (said.weekday, known.weekday),
        (said.day, known.day),
        (said.month, known.month),
        (said.decade, known.decade),
        (said.season, known.season),
        (said.shift, known.shift),
    )
    if any(one is not None and one != other for one, other in pairs):
        return False
    if said.decade is not None and None in {said.year, known.year}:
        return True
    return said.year is None or said.year == known.year


def _in_parts(said: Day, known: Sequence[Day]) -> bool:
    """A day and its year, or a day and its weekday, may stand in two places."""
    if said.month is not None and said.year is not None:
        return any(one.year == said.year for one in known) and any(
            one.month == said.month and one.day == said.day for one in known
        )
    if said.season is not None and said.year is not None:
        return any(one.season == said.season for one in known) and any(one.year == said.year for one in known)
    if said.decade is not None:
        return any(_is_in_decade(said, one.year) for one in known)
    return False


def _is_in_decade(said: Day, year: int | None) -> bool:
    if year is None or said.decade is None:
        return False
    return said.year == year - year % 10 if said.year is not None else year % 100 // 10 * 10 == said.decade


def _spans_agree(said: Day, known: Day, dated: date | None) -> bool:
    if said.season is not None or known.season is not None:
        return False
    if dated is None:
        if None in {said.shift, known.shift}:
            return False
        # How “this week” lies to “yesterday” is nearly the same on every day.
        dated = _ANY_DAY
    inner = list(spans(known, dated))
    return any(left <= start and end <= right for left, right in spans(said, dated) for start, end in inner)


def _maybe(said: Day, known: Day, dated: date | None) -> Support:
    """A weekday and “yesterday” may be one when nobody knows the day of writing; so may a season and a month."""
    if "season" in {kind(said), kind(known)}:
        return Support.MAYBE if {kind(said), kind(known)} == {"season", "month"} else Support.NO
    if dated is not None:
        return Support.NO
    shifted = (said.shift is None) != (known.shift is None)
    ways = {said.weekday is not None, known.weekday is not None} == {True, False}
    if kind(said) == kind(known) and (shifted or (ways and None in {said.day, known.day})):
        return Support.MAYBE
    may_hold = said.shift is not None and known.shift is None and kind(known) in _HELD_BY.get(kind(said), ())
    return Support.MAYBE if may_hold else Support.NO


def spans(day: Day, dated: date) -> Iterator[Span]:
    """First and last day of what may be meant: a weekday is the last or the next, a month without a year the nearest."""
    if day.shift is not None:
        yield from _shifted(*day.shift, dated)
    elif day.day is not None and day.month is not None:
        yield from _dates(day, dated)
    elif day.weekday is not None:
        moved = (dated + away * _DAY for away in range(-7, 8))
        yield from ((one, one) for one in moved if one.weekday() == day.weekday)
    elif day.month is not None:
        yield from (_month_span(year, day.month) for year in _years(day, dated))
    elif day.year is not None:
        last = day.year if day.decade is None else day.year + 9
        yield date(day.year, 1, 1), date(last, 12, 31)


def _years(day: Day, dated: date) -> tuple[int, ...]:
    return (day.year,) if day.year is not None else (dated.year - 1, dated.year, dated.year + 1)


def _dates(day: Day, dated: date) -> Iterator[Span]:
    dates: list[date] = []
    for year in _years(day, dated):
        try:
            dates.append(date(year, day.month or 1, day.day or 1))
        except ValueError:
            continue
    if dates:
        nearest = min(dates, key=lambda one: abs(one - dated))
        yield nearest, nearest


def _month_span(year: int, month: int) -> Span:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - _DAY


def _shifted(unit: str, moved: int, dated: date) -> Iterator[Span]:
    """The stretch that lies so many units away; a week begins on Monday or on the day of writing."""
    if unit == "day":
        yield dated + moved * _DAY, dated + moved * _DAY
    elif unit in {"week", "weekend"}:
        monday = dated + (moved * 7 - dated.weekday()) * _DAY
        yield monday, monday + 6 * _DAY
        first, last = sorted((dated + moved * 7 * _DAY, dated + (moved * 13 if moved else 6) * _DAY))
        yield first, last
        if not moved:
            yield dated - 6 * _DAY, dated
    elif unit == "month":
        months = dated.year * 12 + dated.month - 1 + moved
        if months >= 12:
            yield _month_span(months // 12, months % 12 + 1)
    elif dated.year + moved >= 1:
        yield date(dated.year + moved, 1, 1), date(dated.year + moved, 12, 31)
