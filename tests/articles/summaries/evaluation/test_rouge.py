"""ROUGE against values that were worked out by hand."""

import pytest

from articles.summaries.evaluation.rouge import longest_sequence, rouge

# Stems: the cat sat on the mat | the cat lay on a mat. Shared: the cat on mat = 4 of 6 and 6; pairs: "the cat" = 1 of
# 5 and 5; longest sequence: the cat on mat = 4.
CANDIDATE, REFERENCE = "The cat sat on the mat.", "The cat lay on a mat."


def test_single_words_pairs_and_the_longest_sequence_are_as_counted_by_hand():
    found = rouge(CANDIDATE, REFERENCE)

    assert found.one == pytest.approx(2 * 4 / 12)
    assert found.two == pytest.approx(2 * 1 / 10)
    assert found.long == pytest.approx(2 * 4 / 12)
    assert found.mean == pytest.approx((8 / 12 + 2 / 10 + 8 / 12) / 3)


def test_a_text_is_all_of_itself():
    assert rouge(REFERENCE, REFERENCE) == (1.0, 1.0, 1.0)


def test_texts_without_a_shared_word_share_nothing():
    assert rouge("Ferries sail.", "Voters queue.") == (0.0, 0.0, 0.0)


def test_an_empty_text_shares_nothing():
    assert rouge("", REFERENCE) == (0.0, 0.0, 0.0)


def test_a_word_said_twice_counts_as_often_as_the_other_text_has_it():
    assert rouge("rain rain rain", "rain").one == pytest.approx(2 * 1 / 4)


def test_case_and_endings_do_not_count():
    assert rouge("Reported reports", "reporting REPORTED").one == 1.0


def test_short_words_keep_their_endings():
    assert rouge("voted", "votes").one == 0.0


def test_order_counts_for_the_longest_sequence_alone():
    assert longest_sequence("abcd", "badc") == 2
