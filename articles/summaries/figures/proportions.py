"""Reads fractions, “one in five”, ordinals, “twice”, “dozens” and words that stand for a number; no plain numerals."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple

from articles.summaries.figures.numerals import Numeral
from articles.summaries.figures.quantities import Reading, Sort, Weight
from articles.summaries.figures.units import BARE, SHARE, UNITS_OF_MEASURE
from articles.summaries.pieces import Pieces
from articles.summaries.words import UNITS

_ONE: Final = Decimal(1)
_ORDINAL_WORDS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS: Final = {word: value for value, word in enumerate(_ORDINAL_WORDS.split(), 1)} | {
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
    "thousandth": 1000,
}
_TENS: Final = {word: value for word, value in UNITS.items() if value >= 20}
_DENOMINATORS: Final = {
    word: value for word, value in ORDINALS.items() if value in {3, 5, 6, 7, 8, 9, 10, 20, 100}
} | {"quarter": 4, "half": 2}
_PLURALS: Final = {f"{word}s": value for word, value in _DENOMINATORS.items() if word != "half"} | {
    "halves": 2
}
FRACTION_SIGNS: Final = {
    "½": "0.5",
    "¼": "0.25",
    "¾": "0.75",
    "⅓": "1/3",
    "⅔": "2/3",
    "⅕": "0.2",
    "⅛": "0.125",
}
_TIMES: Final = {
    **dict.fromkeys(("twice", "double", "doubled", "doubles", "doubling", "twofold"), 2),
    **dict.fromkeys(("thrice", "triple", "tripled", "triples", "tripling", "threefold"), 3),
    **dict.fromkeys(("treble", "trebled", "trebles", "trebling"), 3),
    **dict.fromkeys(("quadruple", "quadrupled", "quadruples", "quadrupling", "fourfold"), 4),
    "quintupled": 5,
    "fivefold": 5,
    "tenfold": 10,
}
_VAGUE: Final = {
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}
# They vouch for a number and are too loose, or too often something else, to be held against anybody.
_SUPPORTING: Final = {
    **dict.fromkeys(
        [
            "both",
            "pair",
            "pairs",
            "couple",
            "couples",
            "twin",
            "twins",
            "duo",
            "brace",
            "either",
            "neither",
            "dual",
        ],
        2,
    ),
    **dict.fromkeys(["trio", "triplets", "hat-trick", "treble", "threesome"], 3),
    **dict.fromkeys(["quartet", "foursome", "quadruplets"], 4),
    **dict.fromkeys(["single", "solo", "sole", "lone", "alone", "once"], 1),
    **dict.fromkeys(["no", "none", "nil", "nobody", "nothing"], 0),
    "quintet": 5,
    "centenary": 100,
    "bicentenary": 200,
    "score": 20,
}
_HALVES: Final = frozenset({"half", "halves", "halved", "halve", "halving", "quarter", "quarters"})
WORDS: Final = frozenset({*ORDINALS, *_TIMES, *_VAGUE, *_SUPPORTING, *_HALVES, "tens"})
_PERCENT: Final = frozenset({"per", "percent", "percentage", "point", "%"})
_NOT_A_HALF: Final = frozenset(
    {"first", "second", "other", "opening", "closing", "either", "latter", "better"}
)
_NOT_A_QUARTER: Final = frozenset(
    ["first", "second", "third", "fourth", "this", "last", "next", "previous", "final", "latin", "financial"]
)


class Special(NamedTuple):
    """A number in words that is no plain numeral, with the index after it."""

    readings: tuple[Reading, ...]
    sort: Sort
    end: int
    weight: Weight = Weight.HARD


def share_of(value: Decimal) -> Reading:
    """A proportion as a percentage: half → 50, written to the nearest point."""
    return Reading(value * 100, SHARE, _ONE)


def plain(value: int | Decimal, sort: Sort, end: int, weight: Weight = Weight.HARD) -> Special:
    """A special number with one reading and no unit."""
    return Special((Reading(Decimal(value), BARE, _ONE),), sort, end, weight)


def read_special(pieces: Pieces, at: int) -> Special | None:
    """What the word at `at` stands for, when it is no plain numeral."""
    low = pieces[at].low
    reader = _READERS.get(low)
    if reader is not None:
        return reader(pieces, at)
    if low in ORDINALS:
        weight = Weight.SUPPORT if ORDINALS[low] <= 2 else Weight.HARD
        return plain(ORDINALS[low], Sort.ORDINAL, at + 1, weight)
    if low in _TIMES:
        return plain(_TIMES[low], Sort.TIMES, at + 1, Weight.SOFT)
    return plain(_SUPPORTING[low], Sort.COUNT, at + 1, Weight.SUPPORT) if low in _SUPPORTING else None


def _one_of(pieces: Pieces, at: int) -> Special | None:
    """“a third”, “a quarter of”, “an hour”, “a decade”: a fraction, or a unit that vouches for one of it."""
    low = pieces[at + 1].low
    if low in _DENOMINATORS and low != "half":
        of_unit = part_of_a_unit(pieces, at + 2, _ONE / _DENOMINATORS[low])
        if of_unit is not None:
            return of_unit
        fraction = share_of(_ONE / _DENOMINATORS[low])
        if pieces[at + 2].low == "of" or (low == "quarter" and pieces[at + 2].low != "final"):
            return Special((fraction,), Sort.FRACTION, at + 2)
        # “A third man”, or “a third” of something said before.
        also = Reading(Decimal(_DENOMINATORS[low]), BARE, _ONE)
        return Special((fraction, also), Sort.FRACTION, at + 2, Weight.SOFT)
    unit = UNITS_OF_MEASURE.get(low)
    if unit is None or unit.family not in {"span", "months", "metric", "mile"}:
        return None
    value = Decimal("1.5") if pieces.lows(at + 2, 3) == ("and", "a", "half") else _ONE
    return Special((Reading.of(value, unit, _ONE),), Sort.COUNT, at + 2, Weight.SUPPORT)


def _half_or_quarter(pieces: Pieces, at: int) -> Special | None:
    low, before = pieces[at].low, pieces[at - 1].low
    if low.startswith("quarter"):
        is_share = low == "quarter" and pieces[at + 1].low == "of" and before not in _NOT_A_QUARTER
        return Special((share_of(_ONE / 4),), Sort.FRACTION, at + 1) if is_share else None
    if before in _NOT_A_HALF or low == "halves" or (pieces[at - 1].text == "-" and pieces[at].glued):
        return None
    unit_at = at + 2 if pieces[at + 1].low in {"a", "an"} else pieces.after_hyphen(at + 1)
    unit = UNITS_OF_MEASURE.get(pieces[unit_at].low)
    if unit is not None and unit_at != at + 1:
        return Special((Reading.of(_ONE / 2, unit, _ONE / 2),), Sort.COUNT, unit_at + 1, Weight.SOFT)
    of_unit = part_of_a_unit(pieces, at + 1, _ONE / 2)
    if of_unit is not None:
        return of_unit
    hyphened = pieces[at + 1].text == "-" and pieces[at + 1].glued
    weight = Weight.SUPPORT if hyphened else Weight.SOFT
    return Special((share_of(_ONE / 2), Reading(_ONE / 2, BARE, _ONE)), Sort.FRACTION, at + 1, weight)


def part_of_a_unit(pieces: Pieces, end: int, part: Decimal) -> Special | None:
    """“a quarter of an hour”, “three quarters of a mile”, “a quarter of a percentage point”."""
    point = pieces.after_hyphen(end)
    if pieces.lows(point, 2) == ("percentage", "point") or pieces[point].low == "point":
        end = point + 1 + (pieces[point].low == "percentage")
        return Special((Reading.of(part, SHARE, Decimal("0.1")),), Sort.COUNT, end, Weight.SOFT)
    if pieces[end].low != "of" or pieces[end + 1].low not in {"a", "an", "one"}:
        return None
    unit = SHARE if pieces[end + 2].low in _PERCENT else UNITS_OF_MEASURE.get(pieces[end + 2].low)
    if unit is None or unit.family == "money":
        return None
    is_spaced = pieces[end + 2].low in {"per", "percentage"}
    return Special((Reading.of(part, unit, Decimal("0.1")),), Sort.COUNT, end + 3 + is_spaced, Weight.SOFT)


def _vague(pieces: Pieces, at: int) -> Special | None:
    low, end = pieces[at].low, at + 1
    value = _VAGUE.get(low, 10)
    while pieces[end].low == "of" and pieces[end + 1].low in _VAGUE:
        value *= _VAGUE[pieces[end + 1].low]
        end += 2
    return plain(value, Sort.VAGUE, end) if value != 10 else None


def read_ordinal(pieces: Pieces, at: int) -> Special | None:
    """“3rd”, “twenty-first”."""
    piece, after = pieces[at], pieces[at + 1]
    if piece.is_digits and piece.text.isdecimal() and after.glued and after.low in {"st", "nd", "rd", "th"}:
        return plain(int(piece.text), Sort.ORDINAL, at + 2)
    unit = pieces.after_hyphen(at + 1)
    if piece.low in _TENS and unit != at + 1 and ORDINALS.get(pieces[unit].low, 10) < 10:
        return plain(_TENS[piece.low] + ORDINALS[pieces[unit].low], Sort.ORDINAL, unit + 1)
    return None


def read_fraction(pieces: Pieces, numeral: Numeral) -> Special | None:
    """“two-thirds”, “three quarters”, “one fifth” after the numeral of their top line."""
    at = pieces.after_hyphen(numeral.end)
    word, value = pieces[at].low, numeral.value
    below = _PLURALS.get(word) if value > 1 else _DENOMINATORS.get(word)
    if below is None or value != int(value) or not 0 < value < below or numeral.times > 1:
        return None
    whole = Special((share_of(value / below),), Sort.FRACTION, at + 1)
    return part_of_a_unit(pieces, at + 1, value / below) or whole


def ratio(first: Decimal, second: Decimal) -> Reading | None:
    """“one in five” and “2 out of 3” as a share; None when it cannot be one."""
    fits = 0 < first < second <= 1000 and first <= 99 and first == int(first) and second == int(second)
    return share_of(first / second) if fits else None


_READERS: Final[dict[str, Callable[[Pieces, int], Special | None]]] = {
    **dict.fromkeys(("a", "an"), _one_of),
    **dict.fromkeys(_HALVES, _half_or_quarter),
    **dict.fromkeys((*_VAGUE, "tens"), _vague),
}
