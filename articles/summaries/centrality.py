"""Weighs the words of an article and says how much of it a sentence speaks of; knows no bullet and picks nothing."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

Weights = dict[str, float]

_COMMON: Final = (
    "a about after again all also although always am an and any are as at away back be because been before being"
    " between both but by came can come could did do does down each even every few for from get go had has have"
    " he her here him his how i if in into is it its just last like made make many may me more most much must my"
    " new no not now of off on one only or other our out over own said same say says she should so some still such"
    " than that the their them then there these they this those through to too two under until up us very was we"
    " well were what when where which while who whom whose why will with would yet you your according told per mr"
    " mrs ms during since including however but among against without within early late yesterday today tomorrow"
    " monday tuesday wednesday thursday friday saturday sunday lrb rrb"
)
_STOP_WORDS: Final = frozenset(_COMMON.split())
_TERM: Final = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_NAME: Final = re.compile(r"(?<=[\w,;’”\"'] )[A-Z][\w’'-]{2,}")
# A name tells more of a story than a noun that is used as often; where there is room for more, less depends on it.
_NAMES_WEIGH: Final = 1.5
_NAMES_WEIGH_BROADLY: Final = 1.25
# A word that is used once may have come by chance; after four uses nobody counts.
_ONCE: Final = 0.1
_OFTEN: Final = 4
# After so many words that carry meaning, to be named early is worth half.
_EARLY: Final = 60


def terms_of(text: str) -> list[str]:
    """The words that carry meaning, without case, possessive and most endings, in order."""
    words = (word.casefold().replace("’", "'").removesuffix("'s") for word in _TERM.findall(text))
    return [_stem(word) for word in words if word not in _STOP_WORDS]


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def rarity_of(terms: Iterable[Sequence[str]]) -> Weights:
    """How few sentences of this article have each term, as an inverse document frequency."""
    documents = [list(dict.fromkeys(found)) for found in terms]
    counts = Counter(term for found in documents for term in found)
    return {term: math.log((1 + len(documents)) / (1 + count)) + 1 for term, count in counts.items()}


def weigh(terms: Sequence[str], rarity: Weights) -> Weights:
    """TF-IDF scaled to length one. Sums run in the order of the text, so that they are the same everywhere."""
    raw = {term: count * rarity.get(term, 0.0) for term, count in Counter(terms).items()}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {term: value / length for term, value in raw.items()} if length else {}


def centre_of(weights: Iterable[Weights]) -> Weights:
    """The middle of all sentences, scaled to length one: what the article as a whole speaks of."""
    total: Weights = {}
    for own in weights:
        for term, value in own.items():
            total[term] = total.get(term, 0.0) + value
    length = math.sqrt(sum(value * value for value in total.values())) or 1.0
    return {term: value / length for term, value in total.items()}


def likeness(one: Weights, other: Weights) -> float:
    """The cosine of two weighings that are scaled to length one."""
    return sum(value * other.get(term, 0.0) for term, value in one.items())


def overlap(terms: Sequence[str], others: Sequence[str]) -> float:
    """The share of common words in all words of both: 1 says the same, 0 speaks of something else."""
    one, other = set(terms), set(others)
    return len(one & other) / len(one | other) if one | other else 0.0


def importance_of(terms: Iterable[Sequence[str]], texts: Iterable[str], *, broad: bool = False) -> Weights:
    """How much it matters to the whole story that each term is told: what is said once hardly, a name more.

    With few bullets a term counts as often as it is used. `broad` is for many, which have room for more than the one
    word of the day: above a few uses all terms are alike, and what the story names early matters more.
    The terms come by sentence, the texts are the sentences themselves; the values add up to 1.
    """
    flat = [term for found in terms for term in found]
    counts = Counter(flat)
    first = {term: at for at, term in reversed(list(enumerate(flat)))}
    names = {term for text in texts for name in _NAME.findall(text) for term in terms_of(name)}
    named = _NAMES_WEIGH_BROADLY if broad else _NAMES_WEIGH
    raw = {
        term: (_capped(count) * (1 + 1 / (1 + first[term] / _EARLY)) if broad else count - 0.5)
        * (named if term in names and count > 1 else 1.0)
        for term, count in counts.items()
    }
    total = sum(raw.values()) or 1.0
    return {term: value / total for term, value in raw.items()}


def _capped(count: int) -> float:
    return _ONCE if count == 1 else min(count, _OFTEN) / 2
