"""The shape of a day as a text says it, and the names of the months; counts from no day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from articles.summaries.pieces import Pieces
from articles.summaries.words import listed

_MONTH_NAMES: Final = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
    "|november nov|december dec"
)
MONTHS: Final = {word: at for at, words in enumerate(_MONTH_NAMES.split("|"), 1) for word in words.split()}
BEFORE_A_MONTH: Final = listed(
    "in of since until till by last next this early late mid from to before after through during for between and or"
    " every each past on throughout end"
)
YEAR: Final = re.compile(r"1[0-9]\d\d|20\d\d")


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a stretch of days as it stands, from `start` to `end`; what is not said is None.

    `weekday` counts from 0 for Monday, `decade` is its last two figures, `shift` is a unit and how many of it from the day
    of writing: ("day", -1) for yesterday, ("year", -2) for two years ago.
    """

    text: str
    start: int
    end: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    decade: int | None = None
    season: str | None = None
    shift: tuple[str, int] | None = None

    @property
    def is_year_alone(self) -> bool:
        return self.year is not None and self.month is None


Read = Iterator[tuple[Day, int]]


def spoken(pieces: Pieces, at: int, end: int, **said: int | str | tuple[str, int] | None) -> Day:
    """The day that is said from piece `at` up to, but without, piece `end`."""
    start, stop = pieces[at].start, pieces[end - 1].end
    return replace(Day(pieces.text[start:stop], start, stop), **said)  # type: ignore[arg-type]


def year_after(pieces: Pieces, end: int) -> tuple[int | None, int]:
    """The year that belongs to a day or month, past a comma or “of”, and the index after it."""
    at = end + 1 if pieces[end].text == "," else end
    if pieces[at].low == "of":
        at += 1
    if YEAR.fullmatch(pieces[at].text):
        return int(pieces[at].text), at + 1
    return None, end
