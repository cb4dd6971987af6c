"""Chooses which sentences become bullets: first the news, then what covers the rest; knows no grammar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.summaries.centrality import Weights, likeness
from articles.summaries.types import Sentence

ALIKE: Final = 0.6
# So many bullets can tell the whole story and not only its news.
BROAD: Final = 5


@dataclass(frozen=True, slots=True)
class _Aim:
    """What the picks are for. `leading` of them lean on the place: news tells first what matters most.

    The others fill what is missing. How much each sign counts was set by reading drafts and on half of our own
    articles; docs/summaries.md has the tables.
    """

    leading: int
    cover_first: float
    cover_later: float


_NEWS: Final = _Aim(leading=3, cover_first=0.8, cover_later=2.0)
_WHOLE_STORY: Final = _Aim(leading=1, cover_first=2.5, cover_later=12.0)
_PLACE_FIRST, _PLACE_LATER = 1.5, 0.15
_DECAY: Final = 0.3
_SAMENESS: Final = 0.3
_EXCHANGES: Final = 3
# The news stands in one of the first so many sentences of a story.
_OPENING: Final = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may become a bullet: `text` as it would be shown, from one sentence or from two that follow each other.

    `worth` speaks for it wherever it stands, `place` counts sentences of the story from 0, and `reach` is the
    importance of the terms it tells, by term.
    """

    sentences: tuple[Sentence, ...]
    text: str
    weights: Weights
    reach: Weights
    worth: float
    place: int

    @property
    def ids(self) -> tuple[int, ...]:
        """The sentences it rests on."""
        return tuple(one.id for one in self.sentences)


def choose(candidates: Sequence[Candidate], wanted: int, chosen: Sequence[Candidate] = ()) -> list[Candidate]:
    """At most `wanted` candidates in the order of the text, among them the `chosen` ones; no sentence is told twice.

    Greedy, because the gain of coverage shrinks with every pick and greedy is then close to the best (Nemhauser,
    Wolsey and Fisher, 1978): the next pick is the one that adds most and repeats least.
    """
    broad = wanted >= BROAD
    aim = _WHOLE_STORY if broad else _NEWS
    peak = max((sum(one.reach.values()) for one in candidates if len(one.sentences) == 1), default=0.0) or 1.0
    picked = list(chosen)
    told = {term for one in picked for term in one.reach}
    left = [one for one in candidates if not any(_clash(one, other) for other in picked)]
    while left and len(picked) < wanted:
        leading = len(picked) < aim.leading
        best = max(
            (_news(left) or left) if broad and leading else left,
            key=lambda one: (
                _gain(one, picked, told, peak, aim, leading=leading),
                -one.ids[0],
                -len(one.ids),
            ),
        )
        picked.append(best)
        told.update(best.reach)
        left = [one for one in left if not _clash(one, best)]
    if broad and not chosen and picked:
        picked = _exchanged(picked, candidates, peak)
    return sorted(picked, key=lambda one: one.ids)


def _news(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those from where a story says what happened."""
    return [one for one in candidates if one.place < _OPENING]


def _exchanged(picked: Sequence[Candidate], candidates: Sequence[Candidate], peak: float) -> list[Candidate]:
    """Put others in the places of picks while that is better for the whole: greedy cannot take back a pick.

    The news stays among them. The best exchange goes first; a few are enough.
    """
    best, has_news = list(picked), bool(_news(picked))
    for _ in range(_EXCHANGES):
        tries = [
            [*best[:at], other, *best[at + 1 :]]
            for at in range(len(best))
            for other in candidates
            if not any(_clash(other, one) for place, one in enumerate(best) if place != at)
        ]
        if has_news:
            tries = [picks for picks in tries if _news(picks)]
        better = max(tries, key=lambda picks: _total(picks, peak), default=best)
        if _total(better, peak) <= _total(best, peak) + 1e-9:
            break
        best = better
    return best


def _total(picks: Sequence[Candidate], peak: float) -> float:
    """What the picks are worth together, by the measures of `_gain`."""
    reach = {term: value for one in picks for term, value in one.reach.items()}
    worth = sum(one.worth + _PLACE_LATER / (1 + _DECAY * one.place) for one in picks)
    alike = (
        max(likeness(one.weights, other.weights) for other in picks[:at])
        for at, one in enumerate(picks)
        if at
    )
    return _WHOLE_STORY.cover_later * sum(reach.values()) / peak + worth - _SAMENESS * sum(alike)


def _clash(one: Candidate, other: Candidate) -> bool:
    return not set(one.ids).isdisjoint(other.ids) or likeness(one.weights, other.weights) >= ALIKE


def _gain(
    one: Candidate, picked: Sequence[Candidate], told: set[str], peak: float, aim: _Aim, *, leading: bool
) -> float:
    fresh = sum(value for term, value in one.reach.items() if term not in told) / peak
    place = 1 / (1 + _DECAY * one.place)
    sameness = max((likeness(one.weights, other.weights) for other in picked), default=0.0)
    early, cover = (_PLACE_FIRST, aim.cover_first) if leading else (_PLACE_LATER, aim.cover_later)
    return early * place + cover * fresh + one.worth - _SAMENESS * sameness
