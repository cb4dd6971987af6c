"""Days are read as they are said, and verbs and first names are no months."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.summaries.days.said import Day
from articles.summaries.days.words import days

PARTS = ("weekday", "day", "month", "year", "decade", "season", "shift")


def parts(day: Day) -> dict[str, object]:
    return {part: getattr(day, part) for part in PARTS if getattr(day, part) is not None}


@pytest.mark.parametrize(
    "text",
    ["3 March", "March 3", "March 3rd", "3rd of March", "Mar. 3", "March the third", "the 3rd of March"],
)
def test_a_day_of_a_month_is_read_in_every_style(text: str) -> None:
    assert [parts(day) for day in days(f"On {text} it rained.")] == [{"day": 3, "month": 3}]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-03-04", [{"day": 4, "month": 3, "year": 2026}]),
        ("25/03/2026", [{"day": 25, "month": 3, "year": 2026}]),
        ("3-5 March", [{"day": 3, "month": 3}, {"day": 5, "month": 3}]),
        ("December 24 and 25", [{"day": 24, "month": 12}, {"day": 25, "month": 12}]),
        ("in March 2023", [{"month": 3, "year": 2023}]),
        ("1998-99 and ’04", [{"year": 1998}, {"year": 1999}, {"year": 2004}]),
        ("the 1990s, the 90s", [{"year": 1990, "decade": 90}, {"decade": 90}]),
        ("last week and this year", [{"shift": ("week", -1)}, {"shift": ("year", 0)}]),
        ("yesterday, last night", [{"shift": ("day", -1)}, {"shift": ("day", -1)}]),
        ("twenty-five years ago", [{"shift": ("year", -25)}]),
        ("the summer of 1998", [{"season": "summer", "year": 1998}]),
        ("on Tuesdays", [{"weekday": 1}]),
        ("in May and March", [{"month": 5}, {"month": 3}]),
    ],
)
def test_days_are_read_as_they_are_said(text: str, read: list[dict[str, object]]) -> None:
    assert [parts(day) for day in days(text)] == read


@pytest.mark.parametrize(
    "text",
    [
        "It may march on.",
        "Theresa May and April Jones wed Jan Novak.",
        "1500 metres for £2000",
        "Prices fall as spring water sells.",
        "2000 people came",
    ],
)
def test_verbs_names_and_counts_are_no_dates(text: str) -> None:
    assert days(text) == ()


@given(st.text(max_size=40))
def test_no_text_whatever_is_too_odd_to_read(text: str) -> None:
    for day in days(text):
        assert 0 <= day.start < day.end <= len(text)
