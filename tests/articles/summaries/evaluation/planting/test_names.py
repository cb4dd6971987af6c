"""The generator's own reading of names."""

import pytest

from articles.summaries.evaluation.planting.names import Lexicon, kindred, people

TEXTS = [
    "On Monday the mayor, Ada van der Lind, 51, met Bo Osei in Port Varnholm.",
    "Critics of Lind say the Northern Harbour Board (NHB) met at the port. The harbour is old.",
    "It was Osei who called Judge Marrow.",
]


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon(TEXTS)


def found(lexicon, text):
    return [one.text for one in lexicon.names(text)]


def test_names_keep_their_particles_and_lose_their_titles(lexicon):
    assert found(lexicon, TEXTS[0]) == ["Ada van der Lind", "Bo Osei", "Port Varnholm"]
    assert found(lexicon, TEXTS[2]) == ["Osei", "Marrow"]


def test_a_possessive_is_no_part_of_a_name(lexicon):
    assert found(lexicon, "In Osei's view, Lind’s plan failed.") == ["Osei", "Lind"]


def test_a_capital_at_the_beginning_makes_no_name(lexicon):
    assert found(lexicon, "Harbour dues rose on Monday.") == []


def test_those_who_have_an_age_an_office_or_a_say_are_people(lexicon):
    known = people(lexicon, TEXTS)

    assert {"Ada van der Lind", "Lind", "Bo Osei", "Osei"} <= known
    assert "Port Varnholm" not in known


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lind", "Ada Lind"), ("Kelta", "Keltish"), ("NHB", "Northern Harbour Board"), ("O'Hara", "O’Hara")],
)
def test_names_that_may_mean_one_thing_are_kindred(one, other):
    assert kindred(one, other)


def test_strangers_are_not_kindred():
    assert not kindred("Ada van Lind", "Bo van Osei")
