"""Scores and votes (“3-1”, “31 to 12”): two numbers that are judged together; reads no other number."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from articles.summaries.figures.quantities import Figure, Sort
from articles.summaries.figures.units import BARE

_DASH: Final = re.compile(r"[-–—‑]")
_TO: Final = re.compile(r"(?: votes| points| goals| sets)? to ")
_LIMIT: Final = 200

Score = frozenset[Decimal]


def dashed(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The two figures of every score that is written with a dash."""
    for left, right in pairwise(figures):
        if _is_half(left) and _is_half(right) and _DASH.fullmatch(text[left.end : right.start]):
            yield left, right


def scores(text: str, figures: Sequence[Figure]) -> set[Score]:
    """Every score of the text, with a dash or with “to”, as the set of its two values."""
    found = {frozenset((left.value, right.value)) for left, right in dashed(text, figures)}
    for left, right in pairwise(figures):
        if _is_half(left) and _is_half(right) and _TO.fullmatch(text[left.end : right.start]):
            found.add(frozenset((left.value, right.value)))
    return found


def is_half_of_another(figure: Figure, partner: Figure, near: set[Score], anywhere: set[Score]) -> bool:
    """Whether the evidence has a score with the partner and another number than this, and the article none with both."""
    own = frozenset((figure.value, partner.value))
    if own in anywhere or own in near:
        return False
    return any(partner.value in score and figure.value not in score for score in near)


def _is_half(figure: Figure) -> bool:
    return figure.sort is Sort.COUNT and figure.first.unit is BARE and 0 <= figure.value < _LIMIT
