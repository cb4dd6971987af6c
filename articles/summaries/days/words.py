"""Reads days, months, years and words such as “yesterday” and “last week” out of a text; counts from no day."""

from collections.abc import Callable
from typing import Final

from articles.summaries.days.dates import from_digits, from_month
from articles.summaries.days.said import BEFORE_A_MONTH, MONTHS, Day, Read, spoken, year_after
from articles.summaries.figures.numerals import read_digits, read_words
from articles.summaries.pieces import Pieces

_WEEKDAYS: Final = {
    word: at
    for at, words in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tues tue",
            "wednesday wednesdays",
            "thursday thursdays thurs thu",
            "friday fridays fri",
            "saturday saturdays",
            "sunday sundays",
        )
    )
    for word in words.split()
}
_SEASONS: Final = {
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn",
    "winter": "winter",
    "fall": "autumn",
}
_DAYS: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_SHIFTS: Final = {
    **dict.fromkeys(("last", "past", "previous"), -1),
    **dict.fromkeys(("next", "coming", "following"), 1),
    "this": 0,
}
_PERIODS: Final = frozenset({"week", "month", "year", "weekend"})
_PARTS_OF_DAY: Final = {"night": -1, "morning": 0, "afternoon": 0, "evening": 0}
_DECADES: Final = {
    word: at * 10
    for at, word in enumerate(
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], 2
    )
}


def days(text: str, pieces: Pieces | None = None) -> tuple[Day, ...]:
    """Every day, month, year, decade, season and relative day of the text, in order; may overlap in “3 or 4 March”."""
    pieces = Pieces(text) if pieces is None else pieces
    found: list[Day] = []
    resume = 0
    for at, piece in enumerate(pieces.all):
        reader = from_digits if piece.text[0].isdecimal() else _READERS.get(piece.low)
        if reader is None or at < resume:
            continue
        for day, end in reader(pieces, at):
            found.append(day)
            resume = max(resume, end)
    return tuple(found)


def _weekday(pieces: Pieces, at: int) -> Read:
    piece = pieces[at]
    is_short = len(piece.low) <= 5
    if not piece.text[0].isupper() or (is_short and pieces[at + 1].text != "."):
        return
    yield spoken(pieces, at, at + 1, weekday=_WEEKDAYS[piece.low]), at + 1


def _shifted(pieces: Pieces, at: int) -> Read:
    """“last week”, “this year”, “next summer”, “last night”, “this morning”."""
    shift, word = _SHIFTS[pieces[at].low], pieces[at + 1].low
    if word in _PERIODS:
        yield spoken(pieces, at, at + 2, shift=(word, shift)), at + 2
    elif word in _PARTS_OF_DAY and (shift or word != "night"):
        moved = shift if word == "night" else 0
        yield spoken(pieces, at, at + 2, shift=("day", moved)), at + 2
    elif word in _SEASONS:
        yield spoken(pieces, at, at + 2, season=_SEASONS[word]), at + 2


def _season(pieces: Pieces, at: int) -> Read:
    word = pieces[at].low
    if word == "fall" and pieces.lows(at - 1, 1) + pieces.lows(at + 1, 1) != ("the", "of"):
        return
    if word == "spring" and pieces[at - 1].low not in BEFORE_A_MONTH | {"the", "a"}:
        return
    year, end = year_after(pieces, at + 1)
    if word != "fall" or year is not None:
        yield spoken(pieces, at, end, season=_SEASONS[word], year=year), end


def _one_day(pieces: Pieces, at: int) -> Read:
    yield spoken(pieces, at, at + 1, shift=("day", _DAYS[pieces[at].low])), at + 1


def _decade(pieces: Pieces, at: int) -> Read:
    yield spoken(pieces, at, at + 1, decade=_DECADES[pieces[at].low]), at + 1


def _ago(pieces: Pieces, at: int) -> Read:
    """“two years ago”, “a week ago”: the number stands up to two pieces before its unit."""
    unit = pieces[at - 1].low.removesuffix("s")
    if unit not in {"day", "week", "month", "year"}:
        return
    for start in (at - 4, at - 3, at - 2):
        if start < 0:
            continue
        numeral = read_digits(pieces, start) if pieces[start].is_digits else read_words(pieces, start)
        if numeral is not None and numeral.end == at - 1 and numeral.value == int(numeral.value):
            yield spoken(pieces, start, at + 1, shift=(unit, -int(numeral.value))), at + 1
            return
    if pieces[at - 2].low in {"a", "an", "one"}:
        yield spoken(pieces, at - 2, at + 1, shift=(unit, -1)), at + 1


_READERS: Final[dict[str, Callable[[Pieces, int], Read]]] = {
    **dict.fromkeys(_WEEKDAYS, _weekday),
    **dict.fromkeys(MONTHS, from_month),
    **dict.fromkeys(_SHIFTS, _shifted),
    **dict.fromkeys(_DAYS, _one_day),
    **dict.fromkeys(_SEASONS, _season),
    **dict.fromkeys(_DECADES, _decade),
    "ago": _ago,
}
