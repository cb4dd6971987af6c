"""Counts what the checks say of planted errors, of careful edits and of bullets that are right; plants nothing."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from articles.summaries.evaluation.corpus import WRONG_KINDS, Case
from articles.summaries.evaluation.intervals import Share
from articles.summaries.evaluation.planting.generator import without_dateline
from articles.summaries.evaluation.planting.kinds import MEANINGS, Kind, Planted
from articles.summaries.grounding import RuleCheck
from articles.summaries.types import DraftBullet, Finding, Severity

LOUD: Final = frozenset({Severity.BLOCK, Severity.WARN})


@dataclass(frozen=True, slots=True)
class Judged:
    """A bullet with what the checks say of it. `kind` is what is wrong with it, empty when nothing is.

    `verbatim` says that an error was planted in a sentence of the text and not in a reworded bullet.
    """

    case: Case
    text: str
    evidence: tuple[int, ...]
    kind: str
    note: str
    findings: tuple[Finding, ...]
    verbatim: bool = False

    @property
    def blocked(self) -> bool:
        return any(one.severity == Severity.BLOCK for one in self.findings)

    @property
    def flagged(self) -> bool:
        """Blocked or warned of: a reviewer is made to look."""
        return any(one.severity in LOUD for one in self.findings)

    @property
    def named(self) -> bool:
        """Whether a finding, loud or not, has a code that belongs to the planted kind."""
        codes = MEANINGS[Kind(self.kind)].codes if self.kind in set(Kind) else frozenset()
        return any(one.code in codes for one in self.findings)


@dataclass(frozen=True, slots=True)
class Tally:
    """Shares of one group of bullets; `seen` and `held_out` are the flagged of the two halves of the set."""

    label: str
    blocked: Share
    flagged: Share
    found: Share
    named: Share
    seen: Share
    held_out: Share

    @property
    def n(self) -> int:
        return self.flagged.n


@dataclass(frozen=True, slots=True)
class _Asked:
    """A bullet to be judged."""

    text: str
    evidence: tuple[int, ...]
    kind: str = ""
    note: str = ""
    verbatim: bool = False


def judge_planted(cases: Sequence[Case], planted: Iterable[Planted]) -> list[Judged]:
    """What the checks say of every planted error."""
    by_slug: dict[str, list[_Asked]] = {}
    for one in planted:
        by_slug.setdefault(one.slug, []).append(
            _Asked(one.text, one.evidence, one.kind, one.change, one.verbatim)
        )
    return _judge(cases, lambda case: by_slug.get(case.slug, []))


def judge_edits(cases: Sequence[Case]) -> list[Judged]:
    """What the checks say of the errors that people made with care."""
    return _judge(cases, lambda case: [_Asked(one.text, one.evidence, one.kind) for one in case.edits])


def judge_references(cases: Sequence[Case]) -> list[Judged]:
    """What the checks say of bullets that are right and that nobody copied."""
    return _judge(cases, lambda case: [_Asked(one.text, one.evidence) for one in case.references])


def judge_sentences(cases: Sequence[Case]) -> list[Judged]:
    """What the checks say of every sentence as it stands."""
    return _judge(cases, lambda case: [_Asked(one.text, (one.id,)) for one in case.doc.sentences])


def judge_trimmed(cases: Sequence[Case]) -> list[Judged]:
    """The same without dateline and closing full stop, so that no check can know them for copies."""
    return _judge(
        cases,
        lambda case: [
            _Asked(_trimmed(one.text), (one.id,))
            for one in case.doc.sentences
            if any(map(str.isalnum, one.text))
        ],
    )


def _trimmed(text: str) -> str:
    """Without dateline and full stop, unless the stop belongs to “p.m.” or initials."""
    bare = without_dateline(text)
    return bare if re.search(r"\b\w\.\w\.$", bare) else bare.rstrip(".")


def judge_bullets(pairs: Sequence[tuple[Case, Sequence[DraftBullet]]]) -> list[Judged]:
    """What the checks say of an engine's bullets."""
    drafted = {case.slug: bullets for case, bullets in pairs}
    return _judge(
        [case for case, _ in pairs],
        lambda case: [_Asked(one.text, one.evidence) for one in drafted[case.slug]],
    )


def tally_planted(judged: Sequence[Judged]) -> list[Tally]:
    """One row a kind of planted error, in the order of the list of kinds."""
    return [tally(MEANINGS[kind].label, [one for one in judged if one.kind == kind]) for kind in Kind]


def tally_edits(judged: Sequence[Judged]) -> list[Tally]:
    """One row a kind of careful edit."""
    return [
        tally(kind.replace("_", " "), [one for one in judged if one.kind == kind]) for kind in WRONG_KINDS
    ]


def tally(label: str, judged: Sequence[Judged]) -> Tally:
    """The shares of a group."""
    seen = [one for one in judged if not one.case.held_out]
    held_out = [one for one in judged if one.case.held_out]
    return Tally(
        label=label,
        blocked=_share(judged, lambda one: one.blocked),
        flagged=_share(judged, lambda one: one.flagged),
        found=_share(judged, lambda one: bool(one.findings)),
        named=_share(judged, lambda one: one.named),
        seen=_share(seen, lambda one: one.flagged),
        held_out=_share(held_out, lambda one: one.flagged),
    )


def loud_codes(judged: Iterable[Judged]) -> list[tuple[str, int]]:
    """How many bullets each code warned of or blocked, the most frequent first."""
    counts = Counter(
        code
        for one in judged
        for code in {finding.code for finding in one.findings if finding.severity in LOUD}
    )
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _share(judged: Sequence[Judged], is_so: Callable[[Judged], bool]) -> Share:
    return Share(sum(map(is_so, judged)), len(judged))


def _judge(cases: Iterable[Case], asked: Callable[[Case], Sequence[_Asked]]) -> list[Judged]:
    """All bullets of an article in one call, since the checks read an article once a call."""
    check = RuleCheck()
    found: list[Judged] = []
    for case in cases:
        bullets = asked(case)
        said: list[list[Finding]] = [[] for _ in bullets]
        for finding in check.check(case.doc, [DraftBullet(one.text, one.evidence) for one in bullets]):
            said[finding.bullet].append(finding)
        found += [
            Judged(case, one.text, one.evidence, one.kind, one.note, tuple(findings), one.verbatim)
            for one, findings in zip(bullets, said, strict=True)
        ]
    return found
