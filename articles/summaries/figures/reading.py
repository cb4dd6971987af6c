"""Reads every number of a running text, in figures or in words, so that they can be compared; judges none."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from articles.summaries.figures.bounds import bound_after, bound_before
from articles.summaries.figures.clocks import read_clock, read_noon, read_odd
from articles.summaries.figures.measures import is_negative, unit_after, unit_before
from articles.summaries.figures.neighbours import joined_spans, lent_units, ratios
from articles.summaries.figures.numerals import NUMBER_STARTS, Numeral, place_of, read_digits, read_words
from articles.summaries.figures.proportions import (
    FRACTION_SIGNS,
    WORDS,
    Special,
    read_fraction,
    read_ordinal,
    read_special,
)
from articles.summaries.figures.quantities import Figure, Reading, Sort, Weight
from articles.summaries.figures.units import BARE, SHARE, Unit
from articles.summaries.pieces import DASHES, Pieces
from articles.summaries.words import listed

_STARTS: Final = NUMBER_STARTS | WORDS | frozenset(FRACTION_SIGNS) | {"a", "an", "noon", "midday", "midnight"}
_NO_NOUN: Final = listed(
    "a an the of in on at by to for from with and or but as than that which who is are was were be"
    " been has have had it its he she they his her their this these those not no more less fewer so"
    " per into out up down over under after before when while if years year old ago later earlier"
    " since until during against about other new"
)
_POWERS: Final = frozenset("²³¹")
_PEOPLE: Final = listed(
    "people men women children police staff players fans wounded dead injured crew others"
)
_DEGREES_BELOW: Final = (("below", "zero"), ("below", "freezing"))


def figures(text: str, pieces: Pieces | None = None) -> tuple[Figure, ...]:
    """Every number in the text in order: “1,500”, “£6.5m”, “twenty-five”, “a third”, “14:02”, “dozens”.

    Some overlap: “two hours 19 minutes” is read as two numbers and as one span.
    """
    pieces = Pieces(text) if pieces is None else pieces
    found: list[Figure] = []
    resume = 0
    for at, piece in enumerate(pieces.all):
        if at >= resume and (piece.low in _STARTS or piece.text[0].isdecimal()):
            figure, resume = _read(pieces, at)
            if figure is not None:
                found.append(figure)
    if not found:
        return ()
    lent = lent_units(text, found)
    return (*lent, *ratios(text, lent), *joined_spans(text, lent))


def _read(pieces: Pieces, at: int) -> tuple[Figure | None, int]:
    """The figure at `at` if there is one, and the index to go on from."""
    special = _special(pieces, at)
    if special is None:
        numeral = read_digits(pieces, at) if pieces[at].is_digits else read_words(pieces, at)
        if numeral is None:
            return None, at + 1
        special = read_fraction(pieces, numeral)
        if special is None:
            return _counted(pieces, at, numeral)
    return _figure(pieces, at, special), special.end


def _special(pieces: Pieces, at: int) -> Special | None:
    piece = pieces[at]
    if piece.text in FRACTION_SIGNS:
        above, _, below = FRACTION_SIGNS[piece.text].partition("/")
        share = Decimal(above) / Decimal(below or 1) * 100
        return Special((Reading(share, SHARE, Decimal(1)),), Sort.FRACTION, at + 1)
    if piece.is_digits:
        return read_odd(pieces, at) or read_clock(pieces, at) or read_ordinal(pieces, at)
    if read_words(pieces, at) is None:
        return read_noon(pieces, at) or read_special(pieces, at)
    return read_ordinal(pieces, at)


def _figure(pieces: Pieces, at: int, special: Special) -> Figure:
    start, end = pieces[at].start, pieces[special.end - 1].end
    return Figure(
        pieces.text[start:end],
        start,
        end,
        special.readings,
        special.sort,
        bound_before(pieces, at) or bound_after(pieces, special.end),
        _noun(pieces, special.end),
        special.weight,
    )


def _counted(pieces: Pieces, at: int, numeral: Numeral) -> tuple[Figure, int]:
    """A plain numeral with its sign, its unit and what loosens it."""
    before, start = unit_before(pieces, at)
    after, end = unit_after(pieces, numeral.end)
    negative = is_negative(pieces, start) or pieces.lows(end, 2) in _DEGREES_BELOW
    unit = before if before is not BARE else after
    value = -numeral.value if negative else numeral.value
    if pieces[numeral.end].glued and pieces[numeral.end].text[:1] in _POWERS:
        unit = Unit("code", pieces.text[pieces[at].start : pieces[numeral.end].end])
    readings = [Reading.of(value, unit, numeral.place), *_others(pieces, numeral, unit)]
    sort = _sort(pieces, at, numeral)
    shown = numeral.end if after is BARE or after.family not in {"share", "money"} else end
    figure = Figure(
        pieces.text[pieces[start].start : pieces[shown - 1].end],
        pieces[start].start,
        pieces[shown - 1].end,
        tuple(readings),
        sort,
        bound_before(pieces, start) or bound_after(pieces, numeral.end) or bound_after(pieces, end),
        _noun(pieces, end),
        _weight(numeral, sort),
        Decimal(numeral.times),
    )
    return figure, max(numeral.end, end)


def _others(pieces: Pieces, numeral: Numeral, unit: Unit) -> Iterator[Reading]:
    """The other things that the figure may mean: 400m in metres, 1 500 as two figures."""
    suffix = pieces[numeral.end - 1]
    if unit is BARE and numeral.times > 1 and suffix.low in {"m", "k"} and suffix.glued:
        times = 10**6 if suffix.low == "m" else 1
        yield Reading(numeral.value / times, Unit("metric"), numeral.place / times)
    for part in numeral.parts:
        yield Reading(part, unit, place_of(part))


def _sort(pieces: Pieces, at: int, numeral: Numeral) -> Sort:
    """A number that is part of a name (“A380”, “F-16”) is a code."""
    named = pieces[at - 1]
    if named.text in DASHES and named.glued and pieces[at].glued:
        named = pieces[at - 2]
    is_name = named.is_word and named.text[0].isupper() and pieces[at].glued
    return Sort.CODE if is_name and not numeral.spelt and len(named.text) <= 6 else Sort.COUNT


def _weight(numeral: Numeral, sort: Sort) -> Weight:
    """“One” is mostly a pronoun, “zero” a point on a scale, and the 2 of CO2 counts nothing."""
    if numeral.spelt and numeral.value <= 1:
        return Weight.SUPPORT
    return Weight.SOFT if sort is Sort.CODE and numeral.value < 10 else Weight.HARD


def _noun(pieces: Pieces, end: int) -> str:
    """The plural that the number counts, past one other word and without its s; “of” for “40 of them”, else empty."""
    at = pieces.after_hyphen(end)
    for piece in (pieces[at], pieces[at + 1]):
        if piece.low == "of" and piece is pieces[at]:
            return "of"
        if not piece.is_word or piece.low in _NO_NOUN:
            return ""
        if piece.low in _PEOPLE or (
            len(piece.low) > 3 and piece.low[-1] == "s" and piece.low[-2] not in "sui"
        ):
            return piece.low.removesuffix("s")
    return ""
