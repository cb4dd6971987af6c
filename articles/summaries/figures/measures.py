"""Reads the unit that stands before or after a numeral: sign, currency, share, measure; knows no numbers."""

from typing import Final

from articles.summaries.figures.units import (
    BARE,
    DEGREE,
    GLUED_UNITS,
    SHARE,
    SIGNS,
    SPEEDS,
    UNITS_OF_MEASURE,
    Unit,
)
from articles.summaries.pieces import DASHES, Pieces
from articles.summaries.words import listed

_SHARES: Final = frozenset({"%", "percent", "pct", "percentage", "pc", "٪"})
_CODES: Final = listed("gbp usd eur chf jpy cny rmb sek nok dkk aud cad nzd inr rs czk pln huf zar")
_POINTS: Final = frozenset({"point", "points", "pts"})


def unit_before(pieces: Pieces, at: int) -> tuple[Unit, int]:
    """The currency sign or code before piece `at`, and the index where it begins; `BARE` and `at` when there is none."""
    before = pieces[at - 1]
    if before.text in SIGNS:
        start = at - 1
        prefix = pieces[start - 1]
        if before.glued and prefix.is_word and prefix.text.isupper() and len(prefix.text) <= 3:
            start -= 1
        return UNITS_OF_MEASURE[before.text], start
    if before.low in _CODES and (before.text.isupper() or before.text == "Rs"):
        return UNITS_OF_MEASURE[before.low], at - 1
    return BARE, at


def unit_after(pieces: Pieces, end: int) -> tuple[Unit, int]:
    """The unit that follows, and the index after it; `BARE` and `end` when there is none."""
    at = pieces.after_hyphen(end)
    piece = pieces[at]
    share = _share(pieces, at)
    if share != at:
        return SHARE, share
    if piece.glued and at == end and piece.low in GLUED_UNITS:
        return GLUED_UNITS[piece.low], at + 1
    return _measure(pieces, at) or _second_word(pieces, end)


def _measure(pieces: Pieces, at: int) -> tuple[Unit, int] | None:
    piece = pieces[at]
    if piece.text == "°" or piece.low in {"degree", "degrees"}:
        return DEGREE, _scale_of_heat(pieces, at + 1)
    if piece.low in SPEEDS or piece.low.removesuffix("s") in SPEEDS:
        return _speed(pieces, at)
    if piece.low in UNITS_OF_MEASURE and piece.text not in SIGNS:
        return UNITS_OF_MEASURE[piece.low], at + 1
    return None


def _share(pieces: Pieces, at: int) -> int:
    """The index after “%”, “per cent”, “percentage points”; `at` when none stands there."""
    if pieces[at].low == "per" and pieces[at + 1].low == "cent":
        end = at + 2
    elif pieces[at].low in _SHARES:
        end = at + 1
    else:
        return at
    point = pieces.after_hyphen(end)
    return point + 1 if pieces[point].low in _POINTS else end


def _scale_of_heat(pieces: Pieces, end: int) -> int:
    return end + 1 if pieces[end].low in {"c", "f", "celsius", "fahrenheit", "centigrade"} else end


def _speed(pieces: Pieces, at: int) -> tuple[Unit, int]:
    """“km/h”, “kilometres per hour”, “miles an hour”; else the length itself."""
    word = pieces[at].low
    speed = SPEEDS.get(word) or SPEEDS[word.removesuffix("s")]
    if pieces.lows(at + 1, 2) in {("/", "h"), ("/", "hr"), ("per", "hour"), ("an", "hour"), ("an", "h")}:
        return speed, at + 3
    return UNITS_OF_MEASURE[word], at + 1


def _second_word(pieces: Pieces, end: int) -> tuple[Unit, int]:
    """“5 million Danish crowns”, “12 nautical miles”: a unit after one word that says which."""
    first, second = pieces[end], pieces[end + 1]
    if not first.is_word or second.low not in UNITS_OF_MEASURE:
        return BARE, end
    unit = UNITS_OF_MEASURE[second.low]
    if unit.family == "money" and first.text[0].isupper():
        return unit, end + 2
    if first.low in {"nautical", "metric", "us", "calendar", "consecutive", "successive", "straight", "full"}:
        return unit, end + 2
    return BARE, end


def is_negative(pieces: Pieces, at: int) -> bool:
    """Whether “minus” or a minus sign belongs to the numeral at `at`; a hyphen between two words does not."""
    before = pieces[at - 1]
    if before.low == "minus":
        return True
    if before.text not in DASHES or not pieces[at].glued:
        return False
    earlier = pieces[at - 2]
    return not before.glued or earlier.text in {"(", *SIGNS}


def clock_end(pieces: Pieces, end: int) -> tuple[str, int]:
    """“a” or “p” when a.m. or p.m. follows (“o” for o’clock, “” for none) and the index after it."""
    low = pieces[end].low
    if low in {"am", "pm"}:
        return low[0], end + 1
    if low in {"a", "p"} and pieces[end + 1].text == "." and pieces[end + 2].low == "m":
        return low, end + 3 + (pieces[end + 3].text == "." and pieces[end + 3].glued)
    if low == "o" and pieces[end + 2].low == "clock":
        return "o", end + 3
    return "", end
