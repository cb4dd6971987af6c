"""Measuring an engine, with engines whose bullets are known."""

import pytest

from articles.summaries.evaluation.corpus import read_case
from articles.summaries.evaluation.drafts import coverage, key_terms, measure
from articles.summaries.types import Draft, DraftBullet, Unsuitable

BODY = """\
Varnholm council voted for a tram on Monday. It will cost four million marks.

The mayor said trams were clean. But critics called trams slow.

Work begins in May. Buses stop in June.
"""
CASE = read_case(
    "tram",
    {
        "headline": "Council votes for tram",
        "body": BODY,
        "bullets": [
            {"text": "Varnholm council voted for a tram."},
            {"text": "Work on the tram begins in May."},
        ],
    },
)


class Picker:
    """An engine that quotes the sentences it was told to, or refuses."""

    name, version, external = "picker", "1", False

    def __init__(self, *ids):
        self.ids = ids

    def summarise(self, doc, spec):
        if not self.ids:
            raise Unsuitable("I would rather not.")
        known = {one.id: one.text for one in doc.sentences}
        return Draft(tuple(DraftBullet(known[n], (n,)) for n in self.ids), self.name, self.version)


def test_an_engine_that_quotes_the_opening_equals_the_opening():
    found = measure(Picker(1, 2, 3), [CASE], 3)

    assert all(ratio.value == pytest.approx(1.0) for ratio in found.ratios.values())
    assert found.covered == found.lead_covered
    assert (found.dangling.hits, found.lead_dangling.hits) == (1, 1)
    assert found.verbatim == (3, 3)


def test_an_engine_that_finds_what_the_references_say_beats_the_opening():
    assert measure(Picker(1, 3, 5), [CASE], 3).ratios["mean"].value > 1.1


def test_a_refusal_is_counted_with_its_reason_and_compared_with_nothing():
    found = measure(Picker(), [CASE], 3)

    assert found.refused == (("tram", "I would rather not."),)
    assert found.compared == ()


def test_the_longest_bullet_is_counted_in_words():
    assert measure(Picker(1, 5, 6), [CASE], 3).longest == 8


def test_a_bullet_that_says_the_headline_again_is_noticed():
    case = read_case(
        "tram",
        {"headline": "Varnholm council voted for a tram", "body": BODY, "bullets": [{"text": "Rain."}]},
    )

    assert measure(Picker(1, 5, 6), [case], 3).like_headline.hits == 1


def test_key_terms_are_the_most_frequent_and_the_earlier_wins():
    assert key_terms("Trams run. Trams stop. Ferries run.")[:3] == ["tram", "run", "stop"]


def test_coverage_is_the_share_of_terms_that_are_there():
    assert coverage(["tram", "stop", "rain", "snow"], ["Trams stop.", "Rain fell."]) == 0.75
    assert coverage([], ["Rain fell."]) == 0.0
