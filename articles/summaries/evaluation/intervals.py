"""How far a measured figure can be trusted: Wilson's interval for a share, the bootstrap for a ratio of means."""

import math
from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

_NORMAL_95: Final = 1.959963984540054
_ROUNDS: Final = 2000


class Share(NamedTuple):
    """`hits` of `n`, with Wilson's 95 % interval (Wilson, 1927), which holds for small n and near 0 and 1 too."""

    hits: int
    n: int

    @property
    def value(self) -> float:
        return self.hits / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Lower and upper end; (0, 1) when nothing was counted."""
        if not self.n:
            return 0.0, 1.0
        square = _NORMAL_95**2 / self.n
        middle = (self.value + square / 2) / (1 + square)
        reach = math.sqrt(self.value * (1 - self.value) * square + square**2 / 4) / (1 + square)
        return max(0.0, middle - reach), min(1.0, middle + reach)


class Ratio(NamedTuple):
    """A ratio of two means over the same articles with the ends of its 95 % interval."""

    value: float
    low: float
    high: float


def ratio_of_means(over: Sequence[float], under: Sequence[float], seed: int) -> Ratio:
    """The ratio, and the percentile bootstrap (Efron, 1979) that draws whole articles, so that pairs stay pairs."""
    dice = Random(seed)  # noqa: S311 - seeded on purpose: the same page has to come out everywhere.
    size = len(over)
    drawn = sorted(
        _ratio(over, under, [dice.randrange(size) for _ in range(size)]) for _ in range(_ROUNDS * bool(size))
    )
    if not drawn:
        return Ratio(0.0, 0.0, 0.0)
    cut = round(_ROUNDS * 0.025)
    return Ratio(_ratio(over, under, range(size)), drawn[cut], drawn[-cut - 1])


def _ratio(over: Sequence[float], under: Sequence[float], picks: Sequence[int]) -> float:
    below = sum(under[index] for index in picks)
    return sum(over[index] for index in picks) / below if below else 0.0
