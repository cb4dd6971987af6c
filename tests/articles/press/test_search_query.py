"""What was typed becomes words, beginnings and phrases, in nothing but letters and figures for both databases."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.press.search_query import Term, read


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("Harbour bridges", [Term(("harbour",)), Term(("bridge",))]),
        ("bridge  bridge BRIDGES", [Term(("bridge",))]),
        ("the bridge of it", [Term(("bridge",))]),
        ("The", [Term(("the",))]),
        ('"the bridge"', [Term(("the", "bridge"), phrase=True)]),
        ("„the bridge“", [Term(("the", "bridge"), phrase=True)]),
        ("«bridge»", [Term(("bridge",))]),
        ('bridge "', [Term(("bridge",))]),
        ("harb*", [Term(("harb",), prefix=True)]),
        ("ha*", [Term(("ha",))]),
        ("north-east*", [Term(("north",)), Term(("east",), prefix=True)]),
        ("bus", [Term(("bus", "buse"))]),
        ("-- ** ''", []),
        ("", []),
    ],
)
def test_it_is_read_as_it_was_meant(typed, terms):
    assert list(read(typed).terms) == terms


def test_it_is_spelt_for_both_databases():
    asked = read('bus harb* "line 6" bridge')

    assert asked.for_sqlite() == '("bus" OR "buse") AND "harb"* AND "line 6" AND ("bridge")'
    assert asked.for_postgres() == "(bus | buse) & harb:* & (line <-> 6) & (bridge)"
    assert asked.for_postgres("|").count(" | ") == 4


def test_words_of_a_phrase_and_longer_words_are_marked():
    asked = read('"line 6" harb*')

    assert [key for key in ("line", "6", "harbour", "lines", "7") if asked.marks(key)] == [
        "line",
        "6",
        "harbour",
    ]


@given(st.text())
def test_nothing_that_is_typed_reaches_a_database_as_it_is(typed):
    asked = read(typed)

    assert re.fullmatch(r"[a-z0-9 \"()*]*", asked.for_sqlite().replace(" AND ", " ").replace(" OR ", " "))
    assert re.fullmatch(r"[a-z0-9 &|()<>:*-]*", asked.for_postgres())
