"""Finds weekdays, days and years in a text for the planting of wrong dates; resolves as much as that needs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT: Final = {
    short: number for number, month in enumerate(MONTHS, 1) for short in (month, month[:3], month[:4])
}
_MONTH: Final = rf"(?P<month>{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY: Final = r"(?P<day>[12]\d|3[01]|0?[1-9])(?P<suffix>(?:st|nd|rd|th)?)"
_DAY_FIRST: Final = re.compile(
    rf"(?<![\w.,-]){_DAY}(?: of)? {_MONTH}(?!\w)(?:,? (?P<year>(?:1[5-9]|20)\d\d))?"
)
_MONTH_FIRST: Final = re.compile(
    rf"(?<!\w){_MONTH} {_DAY}(?![\w%]|,\d|\.\d| per)(?:,? (?P<year>(?:1[5-9]|20)\d\d))?"
)
_MONTH_ALONE: Final = re.compile(
    rf"\b(?:in|by|to|last|next|late|since|until|early|from|of) (?P<month>{'|'.join(MONTHS)})(?!\w| \d)"
)
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_YEAR: Final = re.compile(
    r"(?<![\d.,$£€-])(?:1[5-9]|20)\d\d(?![\d%-]|,\d|\.\d|s\b| (?:people|tonnes|metres|kilometres|marks|crowns))"
)
_RELATIVE: Final = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0}


@dataclass(frozen=True, slots=True)
class Day:
    """A mention of time in `text[start:end]`; `sort` is weekday, day, month or year, and `value` its words."""

    start: int
    end: int
    sort: str
    value: str
    month: int = 0
    day: int = 0


def days(text: str) -> list[Day]:
    """The mentions that can be made wrong, in order; a day with its month is one mention, without its year."""
    full = list(_full(text))
    found = full + [
        one
        for one in (*_months(text), *_years(text), *_weekdays(text))
        if not any(one.start < other.end and other.start < one.end for other in full)
    ]
    return sorted(found, key=lambda one: one.start)


def taken_by_dates(text: str) -> list[tuple[int, int]]:
    """The stretches that belong to dates, so that no number is looked for in them."""
    spans = [found.span() for shape in (_DAY_FIRST, _MONTH_FIRST, _YEAR) for found in shape.finditer(text)]
    return spans + [found.span() for found in re.finditer(r"\b\d{4}(?:s\b|[-–/]\d{2,4}\b)", text)]


def weekdays_known(text: str, dated: date | None) -> set[str]:
    """The weekdays that the text names or implies by a date or by a word such as “yesterday”."""
    known = {found[0] for found in _WEEKDAY.finditer(text)}
    if dated is None:
        return known
    known.add(WEEKDAYS[dated.weekday()])
    for word, step in _RELATIVE.items():
        if word in text.lower():
            known.add(WEEKDAYS[(dated + timedelta(days=step)).weekday()])
    for one in _full(text):
        for year in (dated.year - 1, dated.year, dated.year + 1):
            try:
                known.add(WEEKDAYS[date(year, one.month, one.day).weekday()])
            except ValueError:
                continue
    return known


def near_dateline(month: int, day: int, dated: date | None) -> bool:
    """Whether a weekday or “last week” of the article could mean this day."""
    if dated is None:
        return False
    for year in (dated.year - 1, dated.year, dated.year + 1):
        try:
            if abs((date(year, month, day) - dated).days) <= 21:
                return True
        except ValueError:
            return True
    return False


def _full(text: str) -> Iterator[Day]:
    for shape in (_DAY_FIRST, _MONTH_FIRST):
        for found in shape.finditer(text):
            start, end = (
                min(found.start("day"), found.start("month")),
                max(found.end("suffix"), found.end("month")),
            )
            month = _SHORT[found["month"].rstrip(".")]
            yield Day(start, end, "day", text[start:end], month, int(found["day"]))


def _months(text: str) -> Iterator[Day]:
    for found in _MONTH_ALONE.finditer(text):
        yield Day(*found.span("month"), "month", found["month"], _SHORT[found["month"].rstrip(".")])


def _years(text: str) -> Iterator[Day]:
    for found in _YEAR.finditer(text):
        yield Day(*found.span(), "year", found[0])


def _weekdays(text: str) -> Iterator[Day]:
    for found in _WEEKDAY.finditer(text):
        yield Day(*found.span(), "weekday", found[0])
