"""What two lists have in common is found in order, and nothing that is the same is called changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.summaries.alignment import changed, kept

LISTS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(LISTS, LISTS)
def test_kept_pairs_are_equal_and_ascend_on_both_sides(old: list[str], new: list[str]) -> None:
    pairs = kept(old, new)
    assert all(old[a] == new[b] for a, b in pairs)
    assert [a for a, _ in pairs] == sorted({a for a, _ in pairs})
    assert [b for _, b in pairs] == sorted({b for _, b in pairs})


@given(LISTS, LISTS)
def test_what_changed_leads_from_one_list_to_the_other(old: list[str], new: list[str]) -> None:
    made, at = [], 0
    for left, right in changed(old, new):
        assert left.stop > left.start or right.stop > right.start
        made += [*old[at : left.start], *new[right]]
        at = left.stop
    assert [*made, *old[at:]] == new
    assert bool(list(changed(old, new))) == (old != new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", []),
        ("abc", "axc", [(1, 2, 1, 2)]),
        ("the cat the dog", "the cat a dog", [(2, 3, 2, 3)]),
        ("abab", "abXab", [(2, 2, 2, 3)]),
        ("abcd", "bcda", [(0, 1, 0, 0), (4, 4, 3, 4)]),
        ("", "ab", [(0, 0, 0, 2)]),
    ],
)
def test_the_changed_stretches_are_the_short_ones(
    old: str, new: str, expected: list[tuple[int, int, int, int]]
) -> None:
    one, other = ((text.split() if " " in text else list(text)) for text in (old, new))
    assert [(a.start, a.stop, b.start, b.stop) for a, b in changed(one, other)] == expected
