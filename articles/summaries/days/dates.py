"""Reads dates with a figure or a month in them: “3 March 2026”, “03/04/26”, “1998-99”, “’98”, “in May”."""

import re
from typing import Final

from articles.summaries.days.said import BEFORE_A_MONTH, MONTHS, YEAR, Read, spoken, year_after
from articles.summaries.figures.proportions import ORDINALS
from articles.summaries.figures.units import SIGNS, UNITS_OF_MEASURE
from articles.summaries.pieces import DASHES, Pieces
from articles.summaries.words import listed

_BEFORE_A_YEAR: Final = listed(
    "in since until till by from of to the during before after early late mid between and through throughout around"
    " circa back for year season summer winter spring autumn its his her their our my your a an s"
)
_ORDINAL_ENDS: Final = frozenset({"st", "nd", "rd", "th"})
_NUMERIC: Final = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})")


def from_digits(pieces: Pieces, at: int) -> Read:
    """The dates and years that begin with the figure at `at`; none when it counts something."""
    text = pieces[at].text
    numeric = _NUMERIC.fullmatch(text)
    if numeric is not None:
        first, second, year = int(numeric[1]), int(numeric[3]), _full(numeric[4])
        for day, month in {(first, second), (second, first)}:
            if month <= 12 and 1 <= day <= 31:
                yield spoken(pieces, at, at + 1, day=day, month=month, year=year), at + 1
    elif pieces.lows(at + 1, 1) + pieces.lows(at + 3, 1) == ("-", "-") and YEAR.fullmatch(text):
        parts = [pieces[at + 2].text, pieces[at + 4].text]
        if all(part.isdecimal() and len(part) == 2 for part in parts):
            yield spoken(pieces, at, at + 5, day=int(parts[1]), month=int(parts[0]), year=int(text)), at + 5
    elif (
        text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31 and _month_after(pieces, at) is not None
    ):
        yield from _day_and_month(pieces, at)
    else:
        yield from _year(pieces, at)


def _month_after(pieces: Pieces, at: int) -> int | None:
    """The index of the month that the day at `at` belongs to: “3 March”, “3rd of March”, “3-5 March”, “3 and 4 March”."""
    end = at + 1
    if pieces[end].glued and pieces[end].low in _ORDINAL_ENDS:
        end += 1
    if pieces[end].low == "of":
        end += 1
    if pieces[end].low in MONTHS and pieces[end].text[0].isupper():
        return end
    joined = pieces[end].text in DASHES or pieces[end].low in {"to", "and", "or"}
    if joined and pieces[end + 1].text.isdecimal() and len(pieces[end + 1].text) <= 2:
        last = end + 2
        return last if pieces[last].low in MONTHS and pieces[last].text[0].isupper() else None
    return None


def _day_and_month(pieces: Pieces, at: int) -> Read:
    month_at = _month_after(pieces, at) or at
    end = _past_point(pieces, month_at + 1)
    year, after = year_after(pieces, end)
    day, month = int(pieces[at].text), MONTHS[pieces[month_at].low]
    is_near = month_at - at <= 3 and not any(pieces[one].is_digits for one in range(at + 1, month_at))
    shown = after if is_near else at + 1
    yield spoken(pieces, at, shown, day=day, month=month, year=year), shown


def _past_point(pieces: Pieces, end: int) -> int:
    return (
        end + 1 if pieces[end].text == "." and len(pieces[end - 1].text) <= 4 and pieces[end].glued else end
    )


def _year(pieces: Pieces, at: int) -> Read:
    """“1998”, “the 1990s”, “’98”, “1998-99”, “2004/05”."""
    text, after = pieces[at].text, pieces[at + 1]
    if after.glued and after.low == "s" and text.isdecimal() and len(text) in {2, 4} and text[-1] == "0":
        first = int(text) if len(text) == 4 else None
        yield spoken(pieces, at, at + 2, decade=int(text[-2:]), year=first), at + 2
    elif re.fullmatch(r"(?:1\d|20)\d\d/\d\d(?:\d\d)?", text):
        yield spoken(pieces, at, at + 1, year=int(text[:4])), at + 1
        yield spoken(pieces, at, at + 1, year=_second_year(text[:4], text[5:])), at + 1
    elif pieces[at - 1].text in {"'", "’", "‘"} and len(text) == 2 and pieces[at].glued and text.isdecimal():
        if not pieces[at - 1].glued:
            yield spoken(pieces, at, at + 1, year=_full(text)), at + 1
    elif YEAR.fullmatch(text) and _is_year(pieces, at):
        yield spoken(pieces, at, at + 1, year=int(text)), at + 1
        second = pieces[at + 2]
        if after.text in DASHES and after.glued and second.glued and re.fullmatch(r"\d\d", second.text):
            yield spoken(pieces, at + 2, at + 3, year=_second_year(text, second.text)), at + 3


def _is_year(pieces: Pieces, at: int) -> bool:
    """Four figures are a year unless they are money, a measure or plainly count something."""
    before, after = pieces[at - 1], pieces[pieces.after_hyphen(at + 1)]
    if (
        before.text in SIGNS
        or (after.low in UNITS_OF_MEASURE and after.low != "season")
        or after.text in {"%", "°"}
    ):
        return False
    if pieces[at].glued and before.is_word:
        return False
    counts = (
        after.is_word and after.text.islower() and (after.low.endswith("s") or after.low in {"people", "men"})
    )
    owned = before.low in _BEFORE_A_YEAR and after.low not in {"people", "men", "women", "children"}
    return owned or before.low == "in" or not (counts and len(after.low) > 3)


def _second_year(first: str, second: str) -> int:
    return int(first[:2] + second) if len(second) == 2 else int(second)


def _full(year: str) -> int:
    """A year of two figures lies between 1930 and 2029."""
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if int(year) >= 30 else 2000)


def from_month(pieces: Pieces, at: int) -> Read:
    """The month at `at` with the day and year after it; none when the word is a verb or a name here."""
    if not _is_month(pieces, at):
        return
    month = MONTHS[pieces[at].low]
    end = _past_point(pieces, at + 1)
    first = end + 1 if pieces[end].low == "the" else end
    day = _number_of_day(pieces, first)
    if day is None:
        year, after = year_after(pieces, end)
        after = after if year is not None else at + 1
        yield spoken(pieces, at, after, month=month, year=year), after
        return
    end = first + 1 + (pieces[first + 1].low in _ORDINAL_ENDS and pieces[first + 1].glued)
    year, after = year_after(pieces, end)
    yield spoken(pieces, at, after, day=day, month=month, year=year), after
    last = _number_of_day(pieces, after + 1)
    if last is not None and (pieces[after].text in DASHES or pieces[after].low in {"and", "to", "or"}):
        following = pieces[after + 2]
        if pieces[after].text in DASHES or not following.is_word or following.low in BEFORE_A_MONTH:
            yield spoken(pieces, after + 1, after + 2, day=last, month=month, year=year), after + 2


def _number_of_day(pieces: Pieces, at: int) -> int | None:
    text = pieces[at].text
    if text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31:
        return int(text)
    return ORDINALS.get(pieces[at].low) if pieces[at - 1].low == "the" else None


def _is_month(pieces: Pieces, at: int) -> bool:
    """Capital or not, “may” and “march” are verbs, “April” and “Jan” first names: what stands beside them decides."""
    piece, before, after = pieces[at], pieces[at - 1], pieces[at + 1]
    if not piece.text[0].isupper():
        return False
    beside = pieces[_past_point(pieces, at + 1)].text.isdecimal()
    dated = beside or before.low in BEFORE_A_MONTH or before.is_digits or pieces[at - 2].low == "mid"
    if piece.low in {"may", "march"}:
        return dated
    if len(piece.low) <= 4 and piece.low not in {"june", "july"}:
        return beside or before.is_digits
    named = after.is_word and after.text[0].isupper() and after.low not in MONTHS
    return (
        beside
        or before.low in {"in", "last", "next", "since", "until"}
        or not (named and piece.low in {"april", "june", "august"})
    )
