"""Holds what the newsroom asks of engine and checks beside what was measured; measures nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.summaries.evaluation.corpus import Case
from articles.summaries.evaluation.drafts import EngineFigures, measure
from articles.summaries.evaluation.intervals import Share
from articles.summaries.evaluation.planting.generator import plant
from articles.summaries.evaluation.planting.kinds import Kind
from articles.summaries.evaluation.verdicts import (
    Judged,
    judge_bullets,
    judge_edits,
    judge_planted,
    judge_references,
    judge_sentences,
    judge_trimmed,
)
from articles.summaries.types import SummaryEngine

FOREIGN: Final = (Kind.NUMBER, Kind.DATE, Kind.NAME, Kind.QUOTE, Kind.MAGNITUDE)
SWAPS: Final = (Kind.NUMBER_MOVED, Kind.NAME_MOVED, Kind.NUMBERS_EXCHANGED, Kind.NAMES_EXCHANGED)


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that one run finds. `right` has groups of bullets in which nothing is wrong, by label."""

    cases: tuple[Case, ...]
    three: EngineFigures
    five: EngineFigures
    planted: tuple[Judged, ...]
    edits: tuple[Judged, ...]
    right: dict[str, tuple[Judged, ...]]


@dataclass(frozen=True, slots=True)
class Goal:
    """`value` should be `limit` or more, or less where `at_most` is set; `asked` and `shown` say both to a reader."""

    name: str
    value: float
    limit: float
    asked: str
    shown: str
    at_most: bool = False

    @property
    def met(self) -> bool:
        return self.value <= self.limit if self.at_most else self.value >= self.limit


VERBATIM, TRIMMED, DRAFTED, REFERENCES = (
    "sentences word for word",
    "sentences without dateline and full stop",
    "bullets of the embedded engine",
    "reference bullets, reworded by a person",
)


def run(cases: Sequence[Case], engine: SummaryEngine) -> Measured:
    """Draft, plant and judge; the same result every time for the same articles and the same code."""
    three, five = measure(engine, cases, 3), measure(engine, cases, 5)
    drafted = [(one.case, one.bullets) for one in five.compared]
    return Measured(
        cases=tuple(cases),
        three=three,
        five=five,
        planted=tuple(judge_planted(cases, plant(cases))),
        edits=tuple(judge_edits(cases)),
        right={
            VERBATIM: tuple(judge_sentences(cases)),
            TRIMMED: tuple(judge_trimmed(cases)),
            DRAFTED: tuple(judge_bullets(drafted)),
            REFERENCES: tuple(judge_references(cases)),
        },
    )


def goals(found: Measured) -> list[Goal]:
    """What was asked for, in the order in which it was asked."""
    return [*_engine_goals(found), *_check_goals(found)]


def _engine_goals(found: Measured) -> list[Goal]:
    ratio, five = found.three.ratios["mean"].value, found.five
    gained = 100 * (five.covered - five.lead_covered)
    longest = max(five.longest, found.three.longest)
    return [
        Goal("ROUGE mean against the first three sentences, 3 bullets", ratio, 1.0, "≥ 1.00", f"{ratio:.2f}"),
        _at_most("dangling openings, 3 bullets", found.three.dangling, 0.06),
        Goal("key terms covered, 5 bullets against the first five sentences", gained, 6, "≥ +6 points", f"{gained:+.1f} points"),
        Goal("longest bullet", longest, 32, "≤ 32 words", f"{longest} words", at_most=True),
    ]  # fmt: skip


def _check_goals(found: Measured) -> list[Goal]:
    copied = [one for label in (VERBATIM, TRIMMED, DRAFTED) for one in found.right[label]]
    right = found.right[REFERENCES]
    return [
        _at_least("foreign number, date, name, quotation, magnitude: blocked", caught(found, FOREIGN, blocked=True), 0.95),
        _at_least("negation added: flagged", caught(found, [Kind.NEGATION_ADDED]), 0.85),
        _at_least("quotation edited: flagged", caught(found, [Kind.QUOTE_EDITED]), 0.98),
        _at_least("swaps inside the article: flagged", caught(found, SWAPS), 0.45),
        _at_most("bullets that are right: warned of", Share(sum(one.flagged for one in right), len(right)), 0.10),
        _at_most("sentences of the text: blocked", Share(sum(one.blocked for one in copied), len(copied)), 0.0),
        _at_most("bullets that are right: blocked", Share(sum(one.blocked for one in right), len(right)), 0.005),
    ]  # fmt: skip


def caught(found: Measured, kinds: Sequence[Kind], *, blocked: bool = False) -> Share:
    """The planted errors of some kinds that are flagged, or blocked."""
    chosen = [one for one in found.planted if one.kind in kinds]
    return Share(sum(one.blocked if blocked else one.flagged for one in chosen), len(chosen))


def _at_least(name: str, share: Share, limit: float) -> Goal:
    return Goal(name, share.value, limit, f"≥ {100 * limit:g} %", percent(share))


def _at_most(name: str, share: Share, limit: float) -> Goal:
    return Goal(name, share.value, limit, f"≤ {100 * limit:g} %", percent(share), at_most=True)


def percent(share: Share) -> str:
    """One decimal, with what it was counted of; the count itself where a decimal would show nothing."""
    if share.hits and share.value < 0.0005:
        return f"{share.hits} of {share.n:,}"
    return f"{100 * share.value:.1f} % of {share.n:,}"
