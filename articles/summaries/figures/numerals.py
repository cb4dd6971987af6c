"""Reads one numeral, in figures or in words, at a place in a text: its value and no unit, no meaning."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from articles.summaries.figures.units import SUFFIXES
from articles.summaries.pieces import DASHES, Pieces
from articles.summaries.words import MAGNITUDES, UNITS

SCALES: Final = {**MAGNITUDES, "lakh": 10**5, "crore": 10**7}
_ABOVE_HUNDRED: Final = {word: value for word, value in SCALES.items() if value > 100}
_COUNTERS: Final = {"dozen": 12, "couple": 2, "score": 20}
NUMBER_STARTS: Final = frozenset(UNITS) | frozenset(SCALES) | {"dozen"}
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_PLAIN: Final = re.compile(r"\d+(?:\.\d+)?")
_POINTED: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_COMMA: Final = re.compile(r"\d+,\d{1,2}")
_HALF: Final = Decimal("0.5")


class Numeral(NamedTuple):
    """`place` is the step to which it is written (100 for 500, 0.1 for 6.5); `end` is the index after its last piece.

    `times` is what a scale in it multiplied by; `parts` are the figures that a grouped reading (“1 500”) would be if the space were no thousands separator.
    """

    value: Decimal
    place: Decimal
    end: int
    spelt: bool = False
    times: int = 1
    parts: tuple[Decimal, ...] = ()


def place_of(value: Decimal) -> Decimal:
    """The step of the last figure that is not an empty nought: 1500 → 100, 6.25 → 0.01, 0 → 1."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(10) ** int(exponent)


def read_digits(pieces: Pieces, at: int) -> Numeral | None:
    """The numeral in figures at `at`, with its scale; None for 14:02, 3/4 and what else is no plain number."""
    text = pieces[at].text
    if _GROUPED.fullmatch(text) or _POINTED.fullmatch(text):
        value = Decimal(text.replace(",", "") if "," in text else text.replace(".", ""))
    elif _PLAIN.fullmatch(text):
        value = Decimal(text)
    elif _COMMA.fullmatch(text):
        value = Decimal(text.replace(",", "."))
    else:
        return None
    end, parts = at + 1, [value]
    while _is_group(pieces, at, end):
        value = value * 1000 + int(pieces[end].text)
        parts.append(Decimal(pieces[end].text))
        end += 1
    return _scaled(pieces, end, value, tuple(parts) if len(parts) > 1 else ())


def _is_group(pieces: Pieces, at: int, end: int) -> bool:
    """Whether the piece at `end` goes on with a figure grouped by spaces: “1 500”, “12 300 000”."""
    following = pieces[end]
    return (
        len(pieces[at].text) <= 3
        and len(following.text) == 3
        and following.text.isdecimal()
        and not pieces[at].text.startswith("0")
        and pieces.text[pieces[end - 1].end : following.start] == " "
    )


def _scaled(pieces: Pieces, end: int, value: Decimal, parts: tuple[Decimal, ...]) -> Numeral:
    """The value times a suffix (“6.5m”) or a word (“6.5 million”, “6 and a half million”) that follows."""
    if pieces[end].glued and pieces[end].low in SUFFIXES:
        times = SUFFIXES[pieces[end].low]
        return Numeral(value * times, place_of(value) * times, end + 1, times=times, parts=parts)
    value, end = _and_a_half(pieces, end, value)
    word = pieces.after_hyphen(end)
    place, scale = place_of(value), 1
    while pieces[word].low in SCALES:
        times = SCALES[pieces[word].low]
        value, place, scale = value * times, place * times, scale * times
        end, word = word + 1, pieces.after_hyphen(word + 1)
    if pieces[word].low == "dozen":
        value, place, end = value * 12, Decimal(1), word + 1
    return Numeral(value, place, end, times=scale, parts=parts)


def _and_a_half(pieces: Pieces, end: int, value: Decimal) -> tuple[Decimal, int]:
    glued = pieces[end].glued and pieces[end].text
    if glued == "½":
        return value + _HALF, end + 1
    if pieces.lows(end, 3) == ("and", "a", "half"):
        return value + _HALF, end + 3
    return value, end


def read_words(pieces: Pieces, at: int) -> Numeral | None:
    """The numeral in words at `at`: “two hundred and five thousand”, “a dozen”, “half a million”, “two and a half”."""
    if pieces[at].low == "half":
        return _half_of(pieces, at)
    if pieces[at].low in {"a", "an"}:
        counted = pieces[at + 1].low
        if counted not in SCALES and counted != "dozen":
            return None
        return _spelt(pieces, at + 1)
    return _spelt(pieces, at) if pieces[at].low in NUMBER_STARTS else None


def _half_of(pieces: Pieces, at: int) -> Numeral | None:
    """“half a million”, “half a dozen”, “half-million”; None where it is no number that counts."""
    word = at + 2 if pieces[at + 1].low in {"a", "an"} else pieces.after_hyphen(at + 1)
    times = SCALES.get(pieces[word].low) or _COUNTERS.get(pieces[word].low)
    if not times or (word == at + 1 and pieces[word].low not in {"dozen", "million", "billion"}):
        return None
    value = _HALF * times
    return Numeral(value, place_of(value), word + 1, spelt=True, times=times if times > 100 else 1)


class _Sum:
    """Adds up number words one by one; `take` says whether the next belongs to the same numeral."""

    def __init__(self) -> None:
        self.total = 0
        self.part: int | None = None
        self.last_scale = 10**18
        self.joined = True

    def take(self, word: str) -> bool:
        if word in UNITS:
            return self._unit(UNITS[word])
        if word == "hundred":
            if self.part is not None and self.part >= 100:
                return False
            self.part = (1 if self.part is None else self.part) * 100
            return True
        scale = _ABOVE_HUNDRED.get(word)
        if scale is None or scale >= self.last_scale or (self.part is None and self.total):
            return False
        self.total += (1 if self.part is None else self.part) * scale
        self.part, self.last_scale = None, scale
        return True

    def _unit(self, value: int) -> bool:
        if self.part is None:
            self.part = value
            return True
        rest = self.part % 100
        after_tens = 20 <= rest <= 90 and rest % 10 == 0 and 0 < value < 10
        fits = after_tens or (rest == 0 and self.part > 0)
        if fits:
            self.part += value
        return fits

    @property
    def scale(self) -> int:
        """What the last scale multiplied by, 1 when there was none or something stands after it."""
        return self.last_scale if self.last_scale < 10**18 and not self.part else 1

    @property
    def value(self) -> int:
        return self.total + (self.part or 0)


def _spelt(pieces: Pieces, at: int) -> Numeral | None:
    summed, end, following = _Sum(), at, at
    while pieces[following].low != "dozen" and summed.take(pieces[following].low):
        end = following + 1
        following = _next_word(pieces, end)
    value = Decimal(summed.value)
    dozen = pieces.after_hyphen(end)
    if pieces[dozen].low == "dozen":
        value, end = (value if end > at else Decimal(1)) * 12, dozen + 1
        return Numeral(value, Decimal(1), end, spelt=True)
    if end == at:
        return None
    halved, after = _and_a_half(pieces, end, value)
    if after != end:
        return _scaled(pieces, after, halved, ())._replace(spelt=True)
    return Numeral(value, place_of(value), end, spelt=True, times=summed.scale)


def _next_word(pieces: Pieces, end: int) -> int:
    """The index of the next number word: past a hyphen, past “and” after a hundred or more, never past a comma."""
    before = pieces[end - 1].low
    if pieces[end].text in DASHES and pieces[end].glued:
        return end + 1
    if pieces[end].low == "and" and before in SCALES and pieces[end + 1].low in UNITS:
        return end + 1
    return end
