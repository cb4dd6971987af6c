"""Finds what two lists of words or sentences have in common, fast for any length; knows nothing of their meaning."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise


def kept(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (index in `old`, index in `new`) of equal items that kept their order, ascending.

    Items that stand once in both lists are the anchors, and what is equal beside an anchor goes with it (“patience
    diff”). The work grows like n log n; `difflib` finds a little more, and takes minutes over a rewritten long read.
    """
    pairs: list[tuple[int, int]] = []
    a = c = 0
    for b, d in [*_anchors(old, new), (len(old), len(new))]:
        while a < b and c < d and old[a] == new[c]:
            pairs.append((a, c))
            a, c = a + 1, c + 1
        i, j = b, d
        while i > a and j > c and old[i - 1] == new[j - 1]:
            i, j = i - 1, j - 1
        pairs += zip(range(i, b), range(j, d), strict=True)
        if b < len(old):
            pairs.append((b, d))
        a, c = b + 1, d + 1
    return pairs


def changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[slice, slice]]:
    """The stretches of `old` and of `new` between what was kept; one of the two may be empty, never both."""
    for (a, c), (b, d) in pairwise([(-1, -1), *kept(old, new), (len(old), len(new))]):
        if b - a > 1 or d - c > 1:
            yield slice(a + 1, b), slice(c + 1, d)


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run of items in the same order on both sides, among those that stand once on each."""
    counts = Counter(old), Counter(new)
    places = {item: place for place, item in enumerate(new) if counts[1][item] == 1}
    once = [
        (place, places[item]) for place, item in enumerate(old) if counts[0][item] == 1 and item in places
    ]
    # Patience sorting: `ends[n]` is the smallest place at which an ascending run of n + 1 items ends.
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(once):
        at = bisect_left(ends, place)
        before.append(tops[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        tops[at : at + 1] = [index]
    run: list[tuple[int, int]] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        run.append(once[at])
        at = before[at]
    return run[::-1]


def edit_distance(one: str, other: str) -> int:
    """Letters put in, left out or exchanged to make one text of the other (Levenshtein, 1965)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            here = before if left == right else 1 + min(before, row[j - 1], row[j])
            before, row[j] = row[j], here
    return row[-1]
