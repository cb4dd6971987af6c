"""Shows bullets that the checks judged wrongly, for whoever mends them; counts nothing."""

from collections.abc import Iterable, Sequence
from random import Random
from typing import Final

from articles.summaries.evaluation.dangling import dangles
from articles.summaries.evaluation.drafts import EngineFigures
from articles.summaries.evaluation.planting.kinds import MEANINGS, Kind
from articles.summaries.evaluation.verdicts import Judged

EXAMPLES: Final = 10
_SEED: Final = 7
# These are judged by whether they are blocked; for the rest a warning is what can be asked.
_TO_BE_BLOCKED: Final = {Kind.NUMBER, Kind.DATE, Kind.NAME, Kind.QUOTE, Kind.MAGNITUDE}


def missed(planted: Sequence[Judged], edits: Sequence[Judged]) -> str:
    """Planted errors and careful edits that went through, ten a kind, from the half that may be looked at."""
    parts = ["# What the checks let through\n"]
    for kind in Kind:
        slipped = [
            one
            for one in planted
            if one.kind == kind and not (one.blocked if kind in _TO_BE_BLOCKED else one.flagged)
        ]
        asked = "not blocked" if kind in _TO_BE_BLOCKED else "neither blocked nor warned of"
        of_kind = sum(one.kind == kind for one in planted)
        parts.append(f"## {MEANINGS[kind].label}: {len(slipped)} of {of_kind} {asked}\n")
        parts += _shown(slipped)
    slipped = [one for one in edits if not one.flagged]
    parts.append(f"## careful edits: {len(slipped)} of {len(edits)} neither blocked nor warned of\n")
    parts += [
        text
        for kind in sorted({one.kind for one in slipped})
        for text in _shown([one for one in slipped if one.kind == kind])
    ]
    return "\n".join(parts)


def false_alarms(groups: Iterable[tuple[str, Sequence[Judged]]]) -> str:
    """Bullets that are right and were blocked or warned of."""
    parts = ["# False alarms\n"]
    for label, judged in groups:
        loud = [one for one in judged if one.flagged]
        parts.append(f"## {label}: {len(loud)} of {len(judged)}\n")
        parts += _shown(sorted(loud, key=lambda one: not one.blocked), most=3 * EXAMPLES, keep_order=True)
    return "\n".join(parts)


def openings(figures: EngineFigures) -> str:
    """Bullets whose opening dangles, and what the engine refused."""
    lines = [f"# The engine with {figures.wanted} bullets\n", "## Dangling openings\n"]
    for one in figures.compared:
        above = ""
        for bullet in one.bullets:
            if dangles(bullet.text, f"{one.case.doc.headline} {one.case.doc.standfirst} {above}"):
                lines.append(f"- {one.case.slug}: {bullet.text}")
            above = bullet.text
    lines += ["\n## Refused\n", *(f"- {slug}: {reason}" for slug, reason in figures.refused), ""]
    return "\n".join(lines)


def _shown(judged: Sequence[Judged], most: int = EXAMPLES, *, keep_order: bool = False) -> list[str]:
    """The held-out half is counted and never shown, so that nobody tunes to it."""
    open_half = [one for one in judged if not one.case.held_out]
    if len(open_half) > most:
        dice = Random(_SEED)  # noqa: S311 - the same examples every time.
        open_half = open_half[:most] if keep_order else dice.sample(open_half, most)
    return [_line(one) for one in open_half]


def _line(one: Judged) -> str:
    evidence = " / ".join(one.case.texts(one.evidence))
    found = "; ".join(f"{finding.code} {finding.severity}: {finding.message}" for finding in one.findings)
    label = f" [{one.kind}]" if one.kind else ""
    changed = f"\n  - changed: {one.note}" if one.note else ""
    return f"- {one.case.slug}{label}: {one.text}{changed}\n  - evidence: {evidence}\n  - found: {found or 'nothing'}\n"
