"""Numbers that a reader could have worked out from the evidence: members of a list, sums, shares, years; proves none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Final

from articles.summaries.figures.bounds import UPWARD
from articles.summaries.figures.quantities import Figure, Sort, Weight
from articles.summaries.figures.rounding import Likeness, likeness
from articles.summaries.figures.units import BARE
from articles.summaries.types import Sentence

_LIST_LIMIT: Final = 10
_ALL_BUT: Final = re.compile(r"\ball (?:but|except|bar) $", re.IGNORECASE)
_ONE: Final = re.compile(r"(?:an?|one) ", re.IGNORECASE)
_AND_A_HALF: Final = re.compile(r"\b(?:an?|one) (\w+) and a half$", re.IGNORECASE)
_DAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?")
_DAYS: Final = re.compile(rf"{_DAY.pattern}(?:(?:,|,? and) {_DAY.pattern})+")
_MEMBER: Final = r"(?:(?:an?|the|his|her|its|their|another) )?[^,;:.]{1,50}?"
_LIST: Final = re.compile(
    rf"(?:[A-Z]|\ban? |\bthe )[^,;:.]{{0,50}}?(?:, {_MEMBER})*,? and (?:[A-Z]|an? |the |his |her |another )"
)


def counts_a_list(figure: Figure, sentences: Sequence[Sentence]) -> bool:
    """Whether a small number may count the members of a list: three for “Ada, Ben and Cleo”."""
    if figure.first.unit is not BARE or not 2 <= figure.value <= _LIST_LIMIT or figure.sort is not Sort.COUNT:
        return False
    members = {count for sentence in sentences for count in _members(sentence.text)}
    return int(figure.value) in members and figure.value == int(figure.value)


def is_share(figure: Figure, known: Sequence[Figure]) -> bool:
    """Whether a fraction, a percentage, “doubled” or “three times” is what two numbers of the evidence make."""
    counts = [one for one in known if one.sort is Sort.COUNT and one.value > 0 and one.weight is Weight.HARD]
    pairs = [
        (min(one.value, other.value), max(one.value, other.value))
        for one, other in combinations(counts, 2)
        if one.first.unit == other.first.unit and one.first.unit.family in {"", "money"}
    ]
    if figure.sort is Sort.TIMES or figure.noun == "time":
        reach = Decimal(1) if figure.bound in UPWARD else figure.value / 10
        return any(-reach / 10 <= large / small - figure.value <= reach for small, large in pairs)
    if figure.first.unit.family != "share":
        return False
    off = Decimal(1) if figure.sort is Sort.FRACTION else figure.first.place / 2
    off = off * 3 if figure.bound else off
    return any(abs(small * 100 / large - figure.value) <= off for small, large in pairs)


def is_sum(figure: Figure, known: Sequence[Figure]) -> bool:
    """Whether the number is the sum or the difference of two of the evidence that count in the same unit."""
    same = [
        one
        for one in known
        if one.sort is Sort.COUNT and one.weight is Weight.HARD and one.first.unit == figure.first.unit
    ]
    if figure.sort is not Sort.COUNT:
        return False
    return any(
        figure.value in {one.value + other.value, abs(one.value - other.value)}
        for one, other in combinations(same, 2)
        if min(one.value, other.value) > 1
        and (one.noun in {"", "of", other.noun} or other.noun in {"", "of"})
    )


def is_years_between(figure: Figure, years: Sequence[int], dated: date | None) -> bool:
    """Whether a span of years lies between two years of the evidence, or between one and the day of writing."""
    if figure.first.unit.family != "months":
        return False
    ends = [*years] if dated is None else [*years, dated.year]
    return any(likeness(figure, passed) >= Likeness.ROUNDED for passed in _passed(figure, ends))


def is_plain_sum(figure: Figure, text: str, known: Sequence[Figure]) -> bool:
    """“All but two” where the evidence has 14 of 16."""
    return _ALL_BUT.search(text[: figure.start]) is not None and is_sum(replace(figure, noun=""), known)


def counts_days(figure: Figure, sentences: Sequence[Sentence]) -> bool:
    """“Three nights a week” for “on Mondays, Wednesdays and Fridays”."""
    if figure.first.unit is not BARE and figure.first.unit.family != "span":
        return False
    runs = {len(_DAY.findall(run[0])) for sentence in sentences for run in _DAYS.finditer(sentence.text)}
    return figure.value / figure.first.unit.factor in runs


def is_said_otherwise(
    figure: Figure, text: str, known: Sequence[Figure], sentences: Sequence[Sentence]
) -> bool:
    """“A third time” for “his third victory”, “a year and a half” for “18 months”, “three” for “the third minister”."""
    if figure.sort is Sort.FRACTION:
        rank = round(100 / figure.value) if figure.value else 0
        is_rank = _ONE.match(figure.text) is not None and not text[figure.end :].startswith(" of ")
        if is_rank and any(one.sort is Sort.ORDINAL and one.value == rank for one in known):
            return True
        whole = _AND_A_HALF.search(text[: figure.end])
        months = {"year": 18}.get(whole[1], 0) if whole else 0
        return months > 0 and any(one.first.unit.family == "months" and one.value == months for one in known)
    ranks = [one.text for one in known if one.sort is Sort.ORDINAL and one.value == figure.value]
    return figure.noun != "" and any(
        f"{rank} {figure.noun}" in sentence.text for rank in ranks for sentence in sentences
    )


def _passed(figure: Figure, ends: Sequence[int]) -> Iterator[Figure]:
    for one, other in combinations(ends, 2):
        value = Decimal(abs(one - other)) * 12
        reading = figure.first._replace(value=value, place=Decimal(12))
        yield Figure("", 0, 0, (reading,))


def _members(text: str) -> set[int]:
    """How many members the lists of the sentence may have: “A, B and C” is three."""
    return {found[0].count(",") + 2 - found[0].count(", and ") for found in _LIST.finditer(text)}
