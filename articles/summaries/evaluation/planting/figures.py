"""Finds numbers in a text for the planting of errors and says which values an article holds; not the checks' reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.summaries.evaluation.planting.calendar import taken_by_dates

SCALES: Final = {
    "hundred": 100.0,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
_UNITS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = {
    "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0,
    "ninety": 90.0,
}  # fmt: skip
WORDS: Final = {word: float(at) for at, word in enumerate(_UNITS)} | _TENS
# Words that an equal reading may stand for; only ever used to keep a planted value away from them.
_SAID_OTHERWISE: Final = {
    "half": (0.5, 50.0, 30.0), "halves": (0.5, 50.0), "halved": (0.5, 50.0, 2.0), "third": (3.0, 33.0, 1 / 3),
    "thirds": (67.0, 66.0, 2 / 3), "quarter": (4.0, 25.0, 0.25, 15.0), "quarters": (75.0, 0.75, 45.0),
    "fifth": (5.0, 20.0, 0.2), "fifths": (40.0, 60.0, 80.0), "tenth": (10.0, 0.1), "double": (2.0,), "doubled": (2.0, 100.0),
    "twice": (2.0,), "both": (2.0,), "couple": (2.0,), "pair": (2.0,), "twin": (2.0,), "triple": (3.0,), "tripled": (3.0,),
    "trebled": (3.0,), "thrice": (3.0,), "dozen": (12.0,), "dozens": (24.0, 36.0, 12.0), "score": (20.0,), "decade": (10.0,),
    "decades": (20.0, 30.0, 10.0), "century": (100.0,), "fortnight": (2.0, 14.0), "noon": (12.0,), "midnight": (12.0, 0.0),
    "first": (1.0,), "second": (2.0,), "fourth": (4.0,), "sixth": (6.0,), "seventh": (7.0,), "eighth": (8.0,),
    "ninth": (9.0,), "eleventh": (11.0,), "twelfth": (12.0,), "hundreds": (100.0,), "thousands": (1000.0,),
}  # fmt: skip

_TENS_PATTERN: Final = "|".join(_TENS)
_UNITS_PATTERN: Final = "|".join(sorted(_UNITS[2:], key=len, reverse=True))
_FIGURE: Final = re.compile(
    r"(?P<money>[$£€])?(?<![\w.,:/])(?<![A-Za-z]-)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?(?![\d:]|,\d|\.\d)"
    r"(?P<tail>%|(?:st|nd|rd|th|m|mn|bn|k)\b)?(?P<scale>[ -](?:thousand|million|billion|trillion)\b)?"
    r"(?P<percent> ?%| per ?cent\b)?"
)
_WORDED: Final = re.compile(
    rf"(?<![\w-])(?P<word>(?:{_TENS_PATTERN})(?:-(?:one|{_UNITS_PATTERN}))?|{_UNITS_PATTERN})(?!\w|[ -](?:halves|thirds|quarters|fifths|sixths|eighths|tenths))"
    r"(?P<scale>[ -](?:hundred|thousand|million|billion)\b)?(?P<percent> per ?cent\b)?",
    re.IGNORECASE,
)
_CLOCK: Final = re.compile(
    r"\b\d{1,2}[.:]\d{2}\b(?: ?[ap]\.?m\b\.?)?|\b\d{1,2} ?[ap]\.?m\b\.?|\b\d+h \d+m|\b\d+m \d+s"
    r"|\b(?:half|quarter|five|ten|twenty) (?:past|to) [a-z]+"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in `text[start:end]`. `core` is its own figures or word without sign and unit; `scale` is 1 or more."""

    start: int
    end: int
    core: str
    value: float
    scale: float
    sort: str
    worded: bool

    @property
    def total(self) -> float:
        return self.value * self.scale


def figures(text: str) -> list[Figure]:
    """The numbers of a text that an error can be planted in: no dates, no times of day, no “one”."""
    taken = [*taken_by_dates(text), *(found.span() for found in _CLOCK.finditer(text))]
    found = [*_in_figures(text), *_in_words(text)]
    free = [one for one in found if not any(one.start < end and start < one.end for start, end in taken)]
    return sorted(free, key=lambda one: one.start)


def values(text: str) -> set[float]:
    """Every value that the text can be read to hold, with and without scales, those of dates and times included."""
    found: set[float] = set()
    for one in (*_in_figures(text), *_in_words(text)):
        found |= {one.value, one.total}
    found.update(
        float(digits.replace(",", "")) for digits in re.findall(r"\d[\d,]*", text) if digits[0] != ","
    )
    for word in re.findall(r"[a-z]+", text.lower()):
        found.update(_SAID_OTHERWISE.get(word, ()))
        found.update({WORDS[word]} if word in WORDS else ())
    return found


def is_foreign(value: float, known: set[float]) -> bool:
    """Whether no reading comes near: not equal, nor a rounding, nor a part, a percentage or a span of years."""
    near = max(0.5, 0.08 * abs(value)) if value >= 20 else 0.26
    if any(abs(value - other) < near for other in known):
        return False
    return not any(
        abs(value * factor - other) < 1e-9 for other in known for factor in (12.0, 100.0, 0.01, 1000.0)
    )


def _in_figures(text: str) -> Iterator[Figure]:
    for found in _FIGURE.finditer(text):
        digits = found["digits"] + (found["decimals"] or "")
        tail = found["tail"] or ""
        scale = SCALES.get((found["scale"] or "").strip(" -") or tail, 1.0)
        ordinal = tail in {"st", "nd", "rd", "th"}
        percent = tail == "%" or bool(found["percent"])
        sort = "ordinal" if ordinal else "percent" if percent else "money" if found["money"] else "plain"
        start = found.start("digits")
        end = found.end("tail") if ordinal else found.end("decimals" if found["decimals"] else "digits")
        yield Figure(start, end, digits, float(digits.replace(",", "")), scale, sort, worded=False)


def _in_words(text: str) -> Iterator[Figure]:
    for found in _WORDED.finditer(text):
        tens, _, unit = found["word"].lower().partition("-")
        scale = SCALES.get((found["scale"] or "").strip(" -"), 1.0)
        value = WORDS[tens] + (WORDS[unit] if unit else 0.0)
        sort = "percent" if found["percent"] else "plain"
        yield Figure(*found.span("word"), found["word"], value, scale, sort, worded=True)


def in_words(value: int) -> str:
    """Two to ninety-nine as a word."""
    if value < len(_UNITS):
        return _UNITS[value]
    tens, unit = divmod(value, 10)
    word = list(_TENS)[tens - 2]
    return f"{word}-{_UNITS[unit]}" if unit else word


def in_figures(value: float, like: str) -> str:
    """The value written as the model is: its decimals, its thousands separators, its ordinal ending."""
    decimals = len(like.partition(".")[2])
    comma = "," in like or (value >= 10000 and decimals == 0)
    return f"{value:{',' if comma else ''}.{decimals}f}"


def ordinal_ending(value: int) -> str:
    """The letters after an ordinal in figures."""
    if value % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
