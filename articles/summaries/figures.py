"""Reads numbers out of running text, in figures or in words, so that they can be compared; judges none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from articles.summaries.words import MAGNITUDES, UNITS

_SHORT: Final = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_WORDS: Final = "|".join(sorted([*UNITS, *MAGNITUDES], key=len, reverse=True))
_FIGURE: Final = re.compile(
    r"(?P<sign>(?<![\w.,/:’'–-])[-−–+])?(?P<money>[£$€¥] ?)?"
    r"(?P<digits>\d+(?:[.,:/]\d+)*)"
    r"(?:(?P<short>k|mn?|bn|tn)\b| (?P<long>hundred|thousand|million|billion|trillion)\b)?"
    r"(?P<share>\s?%| per ?cent\b)?",
    re.IGNORECASE,
)
_SPELT: Final = re.compile(
    rf"\b(?P<words>(?:{_WORDS})(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and )(?:{_WORDS}))*)\b(?P<share>\s?%| per ?cent\b)?",
    re.IGNORECASE,
)
_GROUPED: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands (`text`, from `start` to `end`) and as it counts (`value`, with sign, money, share)."""

    text: str
    value: str
    start: int
    end: int


def figures(text: str) -> Iterator[Figure]:
    """Every number in the text: “1,500”, “£6.5m”, “twenty-five”, “3.8 million”, “14:02”, “6 per cent”."""
    for found in _FIGURE.finditer(text):
        yield Figure(found[0].strip(), _value(found), found.start(), found.end())
    for found in _SPELT.finditer(text):
        if not text[: found.start()].rstrip().endswith(tuple("0123456789")):
            share = "%" if found["share"] else ""
            yield Figure(found[0], f"{_spelt(found['words'])}{share}", found.start(), found.end())


def _value(found: re.Match[str]) -> str:
    digits = found["digits"]
    if not _GROUPED.fullmatch(digits):
        number = (
            digits  # A time, a date, a score, or 1,5 from a country that writes it so: compared as it stands.
        )
    else:
        times = _SHORT.get((found["short"] or "").casefold(), 1) * MAGNITUDES.get(
            (found["long"] or "").casefold(), 1
        )
        number = _plain(Decimal(digits.replace(",", "")) * times)
    sign = "-" if found["sign"] in {"-", "−", "–"} else ""
    return f"{sign}{(found['money'] or '').strip()}{number}{'%' if found['share'] else ''}"


def _spelt(words: str) -> str:
    """“two hundred and five thousand” → 205000; words that are no single number are added up all the same."""
    total, part = 0, 0
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word in UNITS:
            part += UNITS[word]
        elif word == "hundred":
            part = max(part, 1) * 100
        elif word in MAGNITUDES:
            total, part = total + max(part, 1) * MAGNITUDES[word], 0
    return str(total + part)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
