"""The forms of a word give one stem."""

import pytest

from articles.summaries.rules.stems import akin, folded, stem


@pytest.mark.parametrize(
    "forms",
    ["close closes closed closing", "rise rose risen rises rising", "stop stopped stops", "agree agreed agrees agreeing",
     "study studies studied", "child children", "use used using", "win won wins winning", "people person"],
)  # fmt: skip
def test_the_forms_of_a_word_come_together(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_words_of_one_family_are_akin_and_others_are_not() -> None:
    assert akin(stem("resign"), stem("resignation"))
    assert akin(stem("prosecutor"), stem("prosecuted"))
    assert not akin(stem("contract"), stem("convict"))
    assert not akin(stem("port"), stem("park"))


@pytest.mark.parametrize(
    ("text", "key"), [("O’Hara’s", "o'hara"), ("Stråhle", "strahle"), ("Søren’s", "soren"), ("NHB", "nhb")]
)
def test_case_accents_and_possessives_are_folded(text: str, key: str) -> None:
    assert folded(text) == key
