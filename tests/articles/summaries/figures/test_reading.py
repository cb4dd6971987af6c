"""Numbers are read as they count, with their unit, whatever way they are written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.summaries.figures.bounds import Bound
from articles.summaries.figures.quantities import Figure, Sort, Weight
from articles.summaries.figures.reading import figures


def shown(figure: Figure) -> str:
    """The first reading, as “6500000 pound” or “50 share”."""
    unit = figure.first.unit
    return f"{figure.value.normalize():f} {unit.name or unit.family}".strip()


def claims(text: str) -> list[str]:
    return [shown(figure) for figure in figures(text) if figure.weight > Weight.SUPPORT]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,500 and 1.500", ["1500", "1.5"]),
        ("1 500 people", ["1500"]),
        ("£6.5m and £6,500,000", ["6500000 pound", "6500000 pound"]),
        ("EUR 5m, US$5bn, 5 million Danish crowns", ["5000000 euro", "5000000000 dollar", "5000000 crown"]),
        ("two hundred and five thousand", ["205000"]),
        ("one hundred and twenty-three", ["123"]),
        ("a hundred, a million", ["100", "1000000"]),
        ("half a million and two and a half million", ["500000", "2500000"]),
        ("a dozen, two dozen, 3 dozen, half a dozen", ["12", "24", "36", "6"]),
        ("twenty-five or thirty thousand", ["25", "30000"]),
        ("two and three", ["2", "3"]),
        ("6 per cent, six percent, 6%, 6 percentage points", ["6 share"] * 4),
        ("a third of them, two-thirds, three quarters", ["33.33333333333333333333333333 share", "66.66666666666666666666666667 share", "75 share"]),
        ("a quarter of an hour", ["900 span"]),
        ("a quarter point", ["0.25 share"]),
        ("by 3–1", ["3", "1"]),
        ("a fall to -3 or −4, then minus 5", ["-3", "-4", "-5"]),
        ("4 degrees below zero", ["-4 degree"]),
        ("3.8 million", ["3800000"]),
        ("3 p.m., 3pm, 15:00, midnight", ["900 clock", "900 clock", "900 clock", "0 clock"]),
        ("38 km/h and 38 kilometres per hour", ["38 kph", "38 kph"]),
        ("third, 3rd, twenty-first", ["3", "3", "21"]),
        ("doubled, tens of thousands", ["2", "10000"]),
        ("10² is not 102", ["10 10²", "102"]),
        ("no figure, and one of them", []),
    ],
)  # fmt: skip
def test_numbers_are_read_as_they_count(text: str, values: list[str]) -> None:
    assert claims(text) == values


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("more than 500 people", Bound.ABOVE),
        ("at least £500", Bound.FLOOR),
        ("500 or more people", Bound.FLOOR),
        ("nearly 500", Bound.NEARLY),
        ("just under 500", Bound.NEARLY),
        ("up to 500", Bound.BELOW),
        ("about a dozen", Bound.ABOUT),
        ("in the region of 500", Bound.ABOUT),
        ("did not fall below 500", Bound.NONE),
        ("the 500", Bound.NONE),
    ],
)
def test_a_word_that_loosens_a_number_is_read_with_it(text: str, bound: Bound) -> None:
    assert [figure.bound for figure in figures(text)] == [bound]


def readings(text: str) -> list[set[tuple[Decimal, str]]]:
    return [{(one.value, one.unit.family) for one in figure.readings} for figure in figures(text)]


def test_the_first_of_a_range_takes_scale_and_unit_of_the_last() -> None:
    assert (Decimal(18), "share") in readings("18 to 24 per cent")[0]
    assert (Decimal(3_000_000), "money") in readings("between 3 and 5 million crowns")[0]
    assert (Decimal(5_000_000), "money") in readings("$3-5 million")[1]
    assert (Decimal(300), "clock") in readings("between 5 and 7 a.m.")[0]


def test_400m_may_be_metres_unless_it_is_money() -> None:
    assert (Decimal(400), "metric") in readings("the 400m race")[0]
    assert readings("£400m") == [{(Decimal(400_000_000), "money")}]


def test_one_in_five_is_a_share_and_a_lap_is_a_span() -> None:
    assert {(Decimal(20), "share")} in readings("one in five")
    assert readings("2:19:44") == [{(Decimal(8384), "span")}]
    assert {(Decimal(8384), "span")} in readings("two hours 19 minutes 44 seconds")


def test_a_number_in_a_name_is_a_code() -> None:
    assert [figure.sort for figure in figures("the A380 and the F-16")] == [Sort.CODE, Sort.CODE]


def test_the_noun_is_the_plural_that_is_counted() -> None:
    assert [figure.noun for figure in figures("5 goals, 7 extra points, 40 of them, 3 more")] == [
        "goal", "point", "of", "",
    ]  # fmt: skip


@given(st.integers(1, 999_999))
def test_separators_change_no_number(number: int) -> None:
    spaced = f"{number:,}".replace(",", " ")
    assert (
        claims(f"{number:,} {number}")
        and len({*claims(f"{number:,}"), *claims(str(number)), *claims(spaced)}) == 1
    )


@given(st.text(max_size=40))
def test_no_text_whatever_is_too_odd_to_read(text: str) -> None:
    for figure in figures(text):
        assert 0 <= figure.start < figure.end <= len(text)
