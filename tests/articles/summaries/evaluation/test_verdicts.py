"""Counting what the checks say, with one article whose errors are plain."""

from articles.summaries.evaluation.corpus import read_case
from articles.summaries.evaluation.planting.kinds import Kind, Planted
from articles.summaries.evaluation.verdicts import (
    judge_edits,
    judge_planted,
    judge_references,
    judge_sentences,
    judge_trimmed,
    loud_codes,
    tally,
    tally_edits,
    tally_planted,
)

CASE = read_case(
    "tram",
    {
        "headline": "Council votes for tram",
        "body": "VARNHOLM, March 5 (Northwire) - The council voted for a tram on Monday. It has 320 seats.",
        "bullets": [{"text": "It has 320 seats.", "evidence": ["It has"]}],
        "wrong": [{"text": "It has 777 seats.", "evidence": ["It has"], "kind": "number"}],
    },
)
ERROR = Planted(
    "tram", Kind.NUMBER, True, "It has 320 seats.", "It has 777 seats.", (2,), "320 → 777", CASE.held_out
)


def test_a_foreign_number_is_counted_as_blocked_flagged_and_named():
    row = tally_planted(judge_planted([CASE], [ERROR]))[0]

    assert (row.label, row.n) == ("foreign number", 1)
    assert row.blocked == row.flagged == row.named == (1, 1)


def test_an_error_is_counted_in_the_half_of_its_article():
    row = tally("all", judge_planted([CASE], [ERROR]))
    half, other = (row.held_out, row.seen) if CASE.held_out else (row.seen, row.held_out)

    assert (half, other) == ((1, 1), (0, 0))


def test_careful_edits_have_a_row_a_kind():
    rows = {one.label: one for one in tally_edits(judge_edits([CASE]))}

    assert rows["number"].blocked == (1, 1)
    assert rows["date"].n == 0


def test_what_is_right_raises_nothing_loud():
    for judged in (judge_sentences([CASE]), judge_trimmed([CASE]), judge_references([CASE])):
        assert judged
        assert not any(one.flagged for one in judged)


def test_trimmed_sentences_are_no_copies():
    assert [one.text for one in judge_trimmed([CASE])] == [
        "The council voted for a tram on Monday",
        "It has 320 seats",
    ]


def test_codes_are_counted_once_a_bullet():
    assert loud_codes(judge_planted([CASE], [ERROR, ERROR]))[0] == ("number", 2)
