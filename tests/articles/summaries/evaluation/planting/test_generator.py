"""The errors planted in the set of the repository: enough, all different from the truth, the same every time."""

import pytest

from articles.summaries.evaluation.corpus import load
from articles.summaries.evaluation.planting.generator import MOST_OF_A_KIND, plant, without_dateline
from articles.summaries.evaluation.planting.kinds import MEANINGS, Kind
from articles.summaries.evaluation.planting.opposites import OPPOSITES
from tests.evaluation import ARTICLES


@pytest.fixture(scope="module")
def cases():
    return load(ARTICLES)


@pytest.fixture(scope="module")
def planted(cases):
    return plant(cases)


@pytest.mark.slow
def test_there_are_two_thousand_errors_and_enough_of_every_kind(planted):
    assert len(planted) >= 2000
    for kind in Kind:
        assert 80 <= sum(one.kind == kind for one in planted) <= 2 * MOST_OF_A_KIND, kind
    assert {one.verbatim for one in planted} == {True, False}


@pytest.mark.slow
def test_every_error_differs_from_what_it_was_planted_in_and_stands_in_no_evidence(cases, planted):
    by_slug = {case.slug: case for case in cases}
    for one in planted:
        evidence = " ".join(by_slug[one.slug].texts(one.evidence))
        assert one.text != one.original
        assert one.text not in evidence


@pytest.mark.slow
def test_planting_twice_plants_the_same(cases):
    some = cases[:6]

    assert plant(some) == plant(some)
    assert plant(some, seed=1) != plant(some)


@pytest.mark.slow
def test_no_more_than_asked_of_a_kind_are_planted(cases):
    found = plant(cases[:6], most=3)

    assert all(sum(one.kind == kind and one.verbatim for one in found) <= 3 for kind in Kind)


def test_every_kind_is_explained():
    assert set(MEANINGS) == set(Kind)


def test_no_word_is_its_own_opposite():
    assert len(OPPOSITES) >= 250
    assert all(word != other for word, other in OPPOSITES.items())


def test_a_dateline_is_taken_off():
    assert without_dateline("VARNHOLM, March 5 (Northwire) - Rain fell.") == "Rain fell."
    assert without_dateline("NHB officials - all of them - left.") == "NHB officials - all of them - left."
