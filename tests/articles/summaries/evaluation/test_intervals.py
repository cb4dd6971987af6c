"""Intervals against published and hand-made values."""

import pytest

from articles.summaries.evaluation.intervals import Share, ratio_of_means


def test_wilsons_interval_is_that_of_the_textbook():
    # 81 of 263 (Newcombe, 1998, case 1, without continuity correction): 0.2553 to 0.3662.
    low, high = Share(81, 263).interval

    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)


def test_wilsons_interval_of_nothing_in_twenty_begins_at_nought_and_is_not_empty():
    low, high = Share(0, 20).interval

    assert low == 0.0
    assert high == pytest.approx(0.1611, abs=1e-4)


def test_wilsons_interval_of_all_ends_at_one():
    assert Share(29, 29).interval[1] == pytest.approx(1.0)


def test_nothing_counted_says_nothing():
    assert Share(0, 0).interval == (0.0, 1.0)


def test_a_ratio_is_that_of_the_means():
    assert ratio_of_means([1.0, 3.0], [2.0, 2.0], seed=1).value == 1.0


def test_articles_that_all_say_the_same_leave_no_doubt():
    assert ratio_of_means([2.0] * 9, [1.0] * 9, seed=1) == (2.0, 2.0, 2.0)


def test_the_same_seed_gives_the_same_interval():
    over, under = [0.2, 0.5, 0.1, 0.9], [0.3, 0.4, 0.2, 0.6]

    assert ratio_of_means(over, under, seed=4) == ratio_of_means(over, under, seed=4)
    assert ratio_of_means(over, under, seed=4).low < 1.1 < ratio_of_means(over, under, seed=4).high


def test_no_articles_give_no_ratio():
    assert ratio_of_means([], [], seed=1) == (0.0, 0.0, 0.0)
