"""The shape of a number that was read: what it counts, how loosely it is put, what it may prove; reads no text."""

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import NamedTuple

from articles.summaries.figures.bounds import Bound
from articles.summaries.figures.units import Unit


class Sort(StrEnum):
    """What kind of number it is; a time or a lap that is written with colons is a `clock`."""

    COUNT = "count"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    TIMES = "times"
    VAGUE = "vague"
    CLOCK = "clock"
    CODE = "code"


class Weight(IntEnum):
    """What a number is worth as a claim: `support` only vouches for others, `soft` is never worth a block."""

    SUPPORT = 0
    SOFT = 1
    HARD = 2


class Reading(NamedTuple):
    """One value that the number may have, in the base of its unit; `place` is the step to which it is written."""

    value: Decimal
    unit: Unit
    place: Decimal

    @classmethod
    def of(cls, value: Decimal, unit: Unit, place: Decimal) -> "Reading":
        return cls(value * unit.factor, unit, place * unit.factor)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands (`text`, from `start` to `end`) with its equal readings and the noun it counts.

    `scale` is what “million” or “m” after it multiplied by, so that “18 to 24 million” can lend it to the 18.
    """

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    sort: Sort = Sort.COUNT
    bound: Bound = Bound.NONE
    noun: str = ""
    weight: Weight = Weight.HARD
    scale: Decimal = Decimal(1)

    @property
    def first(self) -> Reading:
        return self.readings[0]

    @property
    def value(self) -> Decimal:
        """The plain reading, in the base of its unit."""
        return self.readings[0].value
