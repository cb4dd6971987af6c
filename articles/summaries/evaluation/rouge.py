"""ROUGE-1, -2 and -L (Lin, 2004) as F-measures on stems; compares words and knows nothing of sense."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from articles.summaries.evaluation.vocabulary import stemmed


class Rouge(NamedTuple):
    """F-measures from 0 to 1: shared words, shared pairs of words, longest common sequence of words."""

    one: float
    two: float
    long: float

    @property
    def mean(self) -> float:
        return (self.one + self.two + self.long) / 3


def rouge(candidate: str, reference: str) -> Rouge:
    """How much two texts share. The longest sequence runs over the whole texts, not sentence by sentence."""
    mine, other = stemmed(candidate), stemmed(reference)
    return Rouge(
        _f_measure(_shared(mine, other, 1), len(mine), len(other)),
        _f_measure(_shared(mine, other, 2), len(mine) - 1, len(other) - 1),
        _f_measure(longest_sequence(mine, other), len(mine), len(other)),
    )


def longest_sequence(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest sequence of words that stands in both, in order and with gaps."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for index, counterpart in enumerate(other, 1):
            above = row[index]
            row[index] = before + 1 if word == counterpart else max(above, row[index - 1])
            before = above
    return row[-1]


def _shared(one: Sequence[str], other: Sequence[str], size: int) -> int:
    left, right = (
        Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1)) for words in (one, other)
    )
    return (left & right).total()


def _f_measure(shared: int, mine: int, others: int) -> float:
    return 2 * shared / (mine + others) if shared else 0.0
