"""Which stretch of a text a search shows: the one with most of what was asked for, found in one pass."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from articles.press import snippets
from articles.press.search_query import read
from newsroom.search_words import Word, words

TEXTS = st.lists(
    st.sampled_from(["harbour", "bridge", "tram", "a", "x" * 150, "y" * 250]), min_size=1, max_size=60
)


def worth(found: list[Word], number: int) -> tuple[int, int]:
    end = found[number].start + snippets.LENGTH - snippets._BEFORE
    inside = [word.key for word in found[number:] if word.end <= end]
    return len(set(inside)), len(inside)


@given(TEXTS)
def test_no_other_stretch_has_more_of_the_words(pieces: list[str]) -> None:
    found = list(words(" ".join(pieces)))

    best = next(number for number, word in enumerate(found) if word.start == snippets._best(found))

    most = max(worth(found, number) for number in range(len(found)))
    assert worth(found, best) == most
    assert best == 0 or all(worth(found, number) < most for number in range(best))


def test_a_text_without_spaces_is_cut_around_what_was_found() -> None:
    text = "水" * 30_000 + "港口" + "水" * 5_000
    version: Any = SimpleNamespace(text=text, headline="水", standfirst="", html="", picture_rows=[])

    shown = snippets.hit(version, read("港口")).snippet

    assert shown.startswith("… ")
    assert "<mark>港</mark><mark>口</mark>" in shown
