"""The generator's own reading of numbers."""

import pytest

from articles.summaries.evaluation.planting.figures import figures, is_foreign, ordinal_ending, values


def test_numbers_are_found_with_sort_and_scale():
    found = figures("It paid £6.5 million, 12% more, to thirty-two clubs and the 3rd of 1,500.")

    assert [(one.core, one.sort, one.total) for one in found] == [
        ("6.5", "money", 6.5e6),
        ("12", "percent", 12.0),
        ("thirty-two", "plain", 32.0),
        ("3", "ordinal", 3.0),
        ("1,500", "plain", 1500.0),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On 5 March 2026 it rained.",
        "At 9.40 a.m. it rained.",
        "In 1998 it rained.",
        "One day it rained.",
        "The KX-40 fell.",
    ],
)
def test_dates_times_names_and_one_are_no_numbers(text):
    assert not figures(text)


def test_the_place_of_a_number_is_that_of_its_core():
    text = "It cost $40m."
    (one,) = figures(text)

    assert text[one.start : one.end] == "40"


def test_words_of_quantity_are_among_the_values():
    assert {0.5, 12.0, 2.0, 3.0} <= values("Half of a dozen, both in the third row")


@pytest.mark.parametrize("value", [500.0, 480.0, 0.5, 50.0])
def test_a_value_that_may_be_read_out_of_the_article_is_not_foreign(value):
    assert not is_foreign(value, values("About 500 came, half of them late."))


def test_a_value_far_from_all_is_foreign():
    assert is_foreign(731.0, values("About 500 came, half of them late."))


def test_a_dozen_is_twelve():
    assert not is_foreign(12.0, values("A dozen came."))


def test_ordinals_end_as_they_should():
    assert [ordinal_ending(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 112)] == [
        "st",
        "nd",
        "rd",
        "th",
        "th",
        "th",
        "th",
        "st",
        "th",
    ]
