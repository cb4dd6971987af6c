"""Words are compared without case, accents, points and plural s, and written so that every database takes each for one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search_words import alternatives, beginning, key_of, keys, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bridges", "bridge"),
        ("cities", "city"),
        ("Mayor’s", "mayor"),
        ("Mayor's", "mayors"),
        ("Müller", "MULLER"),
        ("Straße", "strasse"),
        ("Århus", "arhus"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("مدرسة", "مدرسه"),
        ("العَرَبِيَّة", "العربية"),
        ("שָׁלוֹם", "שלום"),
        ("ΛΌΓΟΣ", "λογος"),
        ("ｆｕｌｌ", "full"),
        ("e\u0301te\u0301", "été"),
    ],
)
def test_words_that_readers_take_for_one_have_one_key(one, other):
    assert key_of(one) == key_of(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("news", "new"), ("bus", "bu"), ("glass", "glas"), ("crisis", "crisi"), ("мост", "мосты")],
)
def test_other_words_have_other_keys(one, other):
    assert key_of(one) != key_of(other)


def test_a_singular_that_ends_in_a_hiss_is_looked_up_in_both_ways():
    assert key_of("buses") in alternatives(key_of("bus"))
    assert key_of("bus") in alternatives(key_of("buses"))
    assert alternatives("bridge") == ("bridge",)


def test_words_are_where_they_stand():
    text = "L’été, 4.2 Mio. «Züge» d'Arc — O'Neil’s 東京"

    assert [text[word.start : word.end] for word in words(text)] == [
        "L", "été", "4", "2", "Mio", "Züge", "d", "Arc", "O", "Neil’s", "東", "京",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("begun", "whole"), [("harb", "Harbour"), ("Zür", "Zürich"), ("мос", "мосты"), ("عرب", "عربية")]
)
def test_what_begins_alike_is_written_alike(begun, whole):
    assert key_of(whole).startswith(beginning(begun))


@given(st.text())
def test_whatever_is_written_comes_out_as_words_of_ascii(text):
    found = list(words(text))

    assert keys(text) == " ".join(word.key for word in found)
    for word in found:
        assert re.fullmatch("[a-z]+|[0-9]+|zzq[0-9a-f]+", word.key)
        assert key_of(text[word.start : word.end]) == word.key
