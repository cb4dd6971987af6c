"""Measures an engine's bullets against the references and against the opening sentences; judges no fact."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from articles.summaries.evaluation.corpus import Case
from articles.summaries.evaluation.dangling import dangles
from articles.summaries.evaluation.intervals import Ratio, Share, ratio_of_means
from articles.summaries.evaluation.rouge import Rouge, rouge
from articles.summaries.evaluation.vocabulary import content
from articles.summaries.kit import EngineKit
from articles.summaries.pipeline import draft
from articles.summaries.types import BulletSpec, DraftBullet, SourceDoc, SummaryEngine, Unsuitable
from articles.summaries.words import collapse, count_words

KEY_TERMS: Final = 20
_LIKE_HEADLINE: Final = 0.7
_SEED: Final = 20261122


@dataclass(frozen=True, slots=True)
class Compared:
    """One article's bullets beside its first sentences, as many."""

    case: Case
    bullets: tuple[DraftBullet, ...]
    lead: tuple[str, ...]
    mine: Rouge
    leads: Rouge


@dataclass(frozen=True, slots=True)
class EngineFigures:
    """What an engine shows with at most `wanted` bullets. Ratios are to the first `wanted` sentences of the articles.

    `covered`, `lead_covered` and `best_covered` are mean shares of an article's key terms: those of the bullets, of the
    opening, and of `wanted` sentences chosen for nothing else. `refused` has slug and reason.
    """

    wanted: int
    compared: tuple[Compared, ...]
    refused: tuple[tuple[str, str], ...]
    ratios: dict[str, Ratio]
    dangling: Share
    lead_dangling: Share
    covered: float
    lead_covered: float
    best_covered: float
    longest: int
    verbatim: Share
    like_headline: Share
    halves: dict[str, Ratio] = field(default_factory=dict)


def measure(engine: SummaryEngine, cases: Sequence[Case], wanted: int) -> EngineFigures:
    """Draft every article with three to `wanted` bullets, as the newsroom would, and compare."""
    compared: list[Compared] = []
    refused: list[tuple[str, str]] = []
    for case in cases:
        try:
            bullets = draft(
                engine, case.doc, BulletSpec(at_least=3, at_most=wanted), EngineKit()
            ).draft.bullets
        except Unsuitable as no:
            refused.append((case.slug, no.reason))
            continue
        compared.append(_compare(case, bullets, wanted))
    return _figures(wanted, compared, refused)


def key_terms(text: str) -> list[str]:
    """The twenty most frequent stems that carry meaning, names and figures among them; the earlier wins a tie."""
    counts = Counter(content(text))
    places = {term: at for at, term in reversed(list(enumerate(content(text))))}
    return sorted(counts, key=lambda term: (-counts[term], places[term]))[:KEY_TERMS]


def coverage(terms: Sequence[str], texts: Sequence[str]) -> float:
    """The share of the terms that the texts have."""
    there = {term for text in texts for term in content(text)}
    return sum(term in there for term in terms) / len(terms) if terms else 0.0


def _best(terms: Sequence[str], doc: SourceDoc, wanted: int) -> float:
    """What could be covered: the sentence that adds most is taken first, as long as it would do for a bullet."""
    left, most = set(terms), BulletSpec().quoted_words
    found = [set(content(one.text)) for one in doc.sentences if count_words(one.text) <= most]
    for _ in range(wanted):
        left -= max(found, key=lambda words: len(words & left), default=set())
    return 1 - len(left) / len(terms) if terms else 0.0


def _compare(case: Case, bullets: tuple[DraftBullet, ...], wanted: int) -> Compared:
    lead = tuple(sentence.text for sentence in case.doc.sentences[:wanted])
    reference = " ".join(one.text for one in case.references)
    mine = rouge(" ".join(one.text for one in bullets), reference)
    return Compared(case, bullets, lead, mine, rouge(" ".join(lead), reference))


def _figures(wanted: int, compared: Sequence[Compared], refused: Sequence[tuple[str, str]]) -> EngineFigures:
    terms = [key_terms(_body(one.case.doc)) for one in compared]
    bullets = [(one, bullet) for one in compared for bullet in one.bullets]
    return EngineFigures(
        wanted=wanted,
        compared=tuple(compared),
        refused=tuple(refused),
        ratios={name: _ratio(compared, part) for name, part in _PARTS.items()},
        dangling=_dangling(compared, lambda one: [bullet.text for bullet in one.bullets]),
        lead_dangling=_dangling(compared, lambda one: one.lead),
        covered=_mean([coverage(own, [b.text for b in one.bullets]) for own, one in zip(terms, compared, strict=True)]),
        lead_covered=_mean([coverage(own, one.lead) for own, one in zip(terms, compared, strict=True)]),
        best_covered=_mean([_best(own, one.case.doc, wanted) for own, one in zip(terms, compared, strict=True)]),
        longest=max((count_words(bullet.text) for _, bullet in bullets), default=0),
        verbatim=Share(sum(_is_verbatim(one.case, bullet) for one, bullet in bullets), len(bullets)),
        like_headline=Share(
            sum(rouge(bullet.text, one.case.doc.headline).one >= _LIKE_HEADLINE for one, bullet in bullets), len(bullets)
        ),
        halves={
            "seen": _ratio([one for one in compared if not one.case.held_out], _PARTS["mean"]),
            "held-out": _ratio([one for one in compared if one.case.held_out], _PARTS["mean"]),
        },
    )  # fmt: skip


_PARTS: Final[dict[str, Callable[[Rouge], float]]] = {
    "ROUGE-1": lambda one: one.one,
    "ROUGE-2": lambda one: one.two,
    "ROUGE-L": lambda one: one.long,
    "mean": lambda one: one.mean,
}


def _ratio(compared: Sequence[Compared], part: Callable[[Rouge], float]) -> Ratio:
    return ratio_of_means([part(one.mine) for one in compared], [part(one.leads) for one in compared], _SEED)


def _dangling(compared: Sequence[Compared], texts: Callable[[Compared], Sequence[str]]) -> Share:
    hits = n = 0
    for one in compared:
        for above, text in pairwise(("", *texts(one))):
            hits += dangles(text, f"{one.case.doc.headline} {one.case.doc.standfirst} {above}")
            n += 1
    return Share(hits, n)


def _is_verbatim(case: Case, bullet: DraftBullet) -> bool:
    return collapse(bullet.text) in {collapse(text) for text in case.texts(bullet.evidence)}


def _body(doc: SourceDoc) -> str:
    return " ".join(sentence.text for sentence in doc.sentences)


def _mean(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0
