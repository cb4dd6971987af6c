"""What a number takes from the one beside it: unit, scale, and the number that both make together."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from articles.summaries.figures.numerals import place_of
from articles.summaries.figures.proportions import ratio
from articles.summaries.figures.quantities import Figure, Reading, Sort, Weight
from articles.summaries.figures.units import BARE, SECOND

_LENDS: Final = re.compile(
    r"\s?(?:[-–—‑]|,? ?\b(?:to|and|or)\b(?: (?:about|some|around|perhaps|even))?|,)\s?"
)
_JOINS: Final = re.compile(r",? (?:and )?")


def lent_units(text: str, found: list[Figure]) -> list[Figure]:
    """A number takes over scale and unit of its neighbour in “18 to 24 per cent”, “52m to 88m crowns”, “$3-5”."""
    lent = list(found)
    for at in range(len(lent) - 2, -1, -1):
        left, right = lent[at], lent[at + 1]
        fits = left.sort is right.sort is Sort.COUNT or right.sort is Sort.CLOCK
        if fits and _LENDS.fullmatch(text[left.end : right.start]):
            lent[at] = _borrow(left, right)
    for at, (left, right) in enumerate(pairwise(list(lent)), 1):
        is_money = left.first.unit.family == "money" and right.first.unit is BARE
        if is_money and right.sort is Sort.COUNT and _LENDS.fullmatch(text[left.end : right.start]):
            lent[at] = _borrow(right, left)
    return lent


def _borrow(figure: Figure, lender: Figure) -> Figure:
    unit, value = lender.first.unit, figure.value
    if unit is BARE:
        unit = figure.first.unit
    elif figure.first.unit is not BARE and unit != figure.first.unit:
        return figure
    more: list[Reading] = []
    for scale in {Decimal(1), lender.scale if figure.scale == 1 else Decimal(1)}:
        if unit.family == "clock":
            more += [Reading(value * 60 + half, unit, Decimal(1)) for half in (0, 720) if value <= 12]
        elif (scale, unit) != (Decimal(1), figure.first.unit):
            more.append(Reading.of(value * scale, unit, place_of(value) * scale))
    return replace(figure, readings=(*figure.readings, *more)) if more else figure


def ratios(text: str, found: list[Figure]) -> Iterator[Figure]:
    """“one in five”, “nine out of 10” as shares, beside the numbers themselves."""
    for left, right in pairwise(found):
        if left.sort is right.sort is Sort.COUNT and left.first.unit is right.first.unit is BARE:
            share = ratio(left.value, right.value)
            if share and text[left.end : right.start] in {
                " in ",
                " out of ",
                " in every ",
                " of every ",
                "-in-",
            }:
                yield Figure(
                    text[left.start : right.end], left.start, right.end, (share,), Sort.FRACTION, left.bound
                )


def joined_spans(text: str, found: list[Figure]) -> Iterator[Figure]:
    """“two hours 19 minutes 44 seconds” as one span, beside its parts; it only vouches for others."""
    run: list[Figure] = []
    for figure in [*found, None]:
        if figure is not None and figure.first.unit.family == "span":
            fits = run and figure.first.unit.factor < run[-1].first.unit.factor
            if not run or (fits and _JOINS.fullmatch(_between(text, run[-1], figure))):
                run.append(figure)
                continue
        if len(run) > 1:
            total = sum((one.value for one in run), Decimal(0))
            start, end = run[0].start, run[-1].end
            reading = Reading(total, SECOND, Decimal(1))
            yield Figure(text[start:end], start, end, (reading,), weight=Weight.SUPPORT)
        run = [figure] if figure is not None and figure.first.unit.family == "span" else []


def _between(text: str, left: Figure, right: Figure) -> str:
    """What stands between two figures, without the unit word of the first."""
    return re.sub(r"^[ -]?[^\W\d_]+", "", text[left.end : right.start])
