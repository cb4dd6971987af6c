"""Says how close two numbers are when one may be a rounding of the other; knows no sentences and no severity."""

from decimal import Decimal
from enum import IntEnum
from typing import Final

from articles.summaries.figures.bounds import DOWNWARD, UPWARD, Bound
from articles.summaries.figures.clocks import hours_of
from articles.summaries.figures.quantities import Figure, Reading, Sort
from articles.summaries.figures.units import BARE

_STRICT: Final = frozenset({"share", "degree", "money"})
_VAGUE_REACH: Final = 30
_RANKS: Final = 10


class Likeness(IntEnum):
    """From nothing in common to the same number; `rounder` lacks a word such as “about”, `rounded` hardly needs it."""

    FAR = 0
    OTHER_UNIT = 1
    WRONG_SIDE = 2
    ROUNDER = 3
    ROUNDED = 4
    SAME = 5


def likeness(stated: Figure, source: Figure) -> Likeness:
    """How well `source` bears out `stated`: the best that any two of their readings allow."""
    if Sort.VAGUE in {stated.sort, source.sort}:
        return _vaguely(stated, source)
    return max(_alike(stated, one, source, other) for one in stated.readings for other in source.readings)


def _vaguely(stated: Figure, source: Figure) -> Likeness:
    """“Dozens” are borne out by dozens and by 48; 48 is not borne out by dozens."""
    if stated.sort is source.sort:
        return Likeness.SAME if stated.value == source.value else Likeness.FAR
    fits = stated.sort is Sort.VAGUE and stated.value * 3 / 2 <= source.value < stated.value * _VAGUE_REACH
    return Likeness.SAME if fits else Likeness.FAR


def _alike(stated: Figure, one: Reading, source: Figure, other: Reading) -> Likeness:
    families = {one.unit.family, other.unit.family}
    if "code" in families:
        return Likeness.SAME if one == other else Likeness.FAR
    if "clock" in families:
        counted = any(
            figure.sort is Sort.ORDINAL or figure.noun
            for figure in (stated, source)
            if figure.sort is not Sort.CLOCK
        )
        is_same = not counted and _same_time(one, other)
        return Likeness.SAME if is_same else Likeness.FAR
    if one.unit.family == other.unit.family:
        if one.unit.name != other.unit.name:
            return Likeness.FAR
        return _closeness(stated, one, source, other)
    return _across(stated, one, source, other)


def _across(stated: Figure, one: Reading, source: Figure, other: Reading) -> Likeness:
    """Two numbers of which one has no unit, or which have two: 40 and 40 per cent, 6 weeks and 6 months."""
    left, right = _as_written(one), _as_written(other)
    if BARE not in {one.unit, other.unit} or _counts_otherwise(stated, one, source, other):
        strict = {one.unit.family, other.unit.family} & _STRICT and (source.noun or other.unit is not BARE)
        return Likeness.OTHER_UNIT if left.value == right.value and not strict else Likeness.FAR
    return _closeness(stated, left, source, right)


def _counts_otherwise(stated: Figure, one: Reading, source: Figure, other: Reading) -> bool:
    """Whether the number without a unit plainly counts something, so that it is not the measure of the other."""
    bare, unit = (stated, other.unit) if one.unit is BARE else (source, one.unit)
    if unit.family == "share":
        return bare.noun != "point" and (bare is source or bool(bare.noun)) and bare.sort is not Sort.FRACTION
    if unit.family == "money":
        return bare is source and bool(bare.noun)
    return bool(bare.noun) and bare.noun != "of" and bare.sort is not Sort.ORDINAL


def _as_written(reading: Reading) -> Reading:
    factor = reading.unit.factor
    return Reading(reading.value / factor, BARE, reading.place / factor) if factor != 1 else reading


def _same_time(one: Reading, other: Reading) -> bool:
    if one.unit.family == other.unit.family:
        return one.value == other.value
    clock, bare = (one, other) if one.unit.family == "clock" else (other, one)
    return bare.unit is BARE and bare.value in hours_of(clock.value)


def _closeness(stated: Figure, one: Reading, source: Figure, other: Reading) -> Likeness:
    if one.value == other.value or (one.unit.family == "share" and one.value == -other.value):
        # “The 113th minute” is 113 minutes, but “the second innings” vouches for no two runs.
        is_rank = (stated.sort is Sort.ORDINAL) != (source.sort is Sort.ORDINAL) and one.value <= _RANKS
        return Likeness.OTHER_UNIT if is_rank else Likeness.SAME
    if one.value < 0 or other.value < 0 or Sort.CODE in {stated.sort, source.sort}:
        return Likeness.FAR
    if Sort.FRACTION in {stated.sort, source.sort} and one.unit.family == "share":
        return _of_fraction(stated, source, other.value - one.value)
    exact = other.place >= one.place or Sort.ORDINAL in {stated.sort, source.sort}
    return Likeness.FAR if exact else _rounded(stated, one, other)


def _rounded(stated: Figure, one: Reading, other: Reading) -> Likeness:
    if stated.bound is Bound.NONE and other.place >= one.unit.factor and one.value < 100 * one.unit.factor:
        # Nobody rounds 19 people to 20 without a word for it.
        return Likeness.FAR
    return _rounding(stated.bound, one, other.value - one.value)


def _of_fraction(stated: Figure, source: Figure, off: Decimal) -> Likeness:
    """A third is 33 per cent, and 31 is about a third; a fifth is never a sixth."""
    if abs(off) < 1:
        return Likeness.SAME
    if stated.sort is source.sort or abs(off) > 4:
        return Likeness.FAR
    return _sided(stated.bound, off)


def _rounding(bound: Bound, one: Reading, off: Decimal) -> Likeness:
    """`off` is how much the true number lies above the stated one."""
    size = abs(one.value)
    reach = {
        Bound.NONE: min(one.place, size / 10),
        Bound.ABOUT: min(one.place, size / 10),
        Bound.ABOVE: one.place,
        Bound.FLOOR: one.place,
        Bound.NEARLY: min(one.place, size / 8),
        Bound.BELOW: min(one.place, size / 4),
    }[bound]
    if abs(off) >= reach and not (abs(off) == reach and bound is not Bound.NONE):
        return Likeness.FAR
    if bound is Bound.NONE and abs(off) <= one.place / 2 and size >= 10 * one.place:
        return Likeness.ROUNDED
    return _sided(bound, off) if abs(off) <= size / 8 or _agrees(bound, off) else Likeness.FAR


def _agrees(bound: Bound, off: Decimal) -> bool:
    return (bound in UPWARD and off > 0) or (bound in DOWNWARD and off < 0) or bound is Bound.ABOUT


def _sided(bound: Bound, off: Decimal) -> Likeness:
    if bound is Bound.NONE:
        return Likeness.ROUNDER
    return Likeness.SAME if _agrees(bound, off) else Likeness.WRONG_SIDE
