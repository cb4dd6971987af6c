"""The articles of the set are what the evaluation takes them for."""

from collections import Counter

import pytest
import yaml

from articles.summaries.evaluation.corpus import WRONG_KINDS, load
from articles.summaries.words import count_words
from tests.evaluation import ARTICLES

PATHS = sorted(ARTICLES.glob("*.yaml"))
SECTIONS = {
    "sports",
    "courts",
    "markets",
    "weather",
    "politics",
    "science",
    "local",
    "health",
    "culture",
    "business",
}


@pytest.fixture(scope="module")
def cases():
    return load(ARTICLES)  # Fails when an opening begins no sentence, or more than one.


def test_there_are_at_least_sixty_articles_of_both_styles_and_every_section(cases):
    assert len(cases) >= 60
    assert {one.style for one in cases} == {"wire", "feature"}
    assert {one.section for one in cases} == SECTIONS


def test_no_two_articles_have_one_headline(cases):
    assert not [head for head, count in Counter(one.doc.headline for one in cases).items() if count > 1]


def test_both_halves_are_large(cases):
    assert 24 <= sum(one.held_out for one in cases) <= len(cases) - 24


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_an_article_has_every_field_and_no_other(path):
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert set(raw) == {"headline", "standfirst", "date", "section", "style", "body", "bullets", "wrong"}
    assert all(set(one) == {"text", "evidence"} for one in raw["bullets"])
    assert all(set(one) == {"text", "evidence", "kind"} for one in raw["wrong"])


def test_references_are_as_long_as_bullets_may_be(cases):
    for case in cases:
        assert 4 <= len(case.references) <= 6, case.slug
        assert not [one.text for one in case.references if count_words(one.text) > 28], case.slug


def test_every_bullet_rests_on_sentences_and_none_is_a_copy(cases):
    for case in cases:
        for one in (*case.references, *case.edits):
            assert one.evidence, case.slug
        assert not [one.text for one in case.references if one.text in case.texts(one.evidence)], case.slug


def test_careful_edits_of_every_kind_are_there(cases):
    counts = Counter(one.kind for case in cases for one in case.edits)

    assert set(counts) == set(WRONG_KINDS)
    assert min(counts.values()) >= 15
