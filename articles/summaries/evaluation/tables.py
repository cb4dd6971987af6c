"""Sets measured figures as Markdown tables; measures nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from articles.summaries.evaluation.drafts import EngineFigures
from articles.summaries.evaluation.goals import Goal, Measured
from articles.summaries.evaluation.intervals import Ratio, Share
from articles.summaries.evaluation.planting.kinds import MEANINGS, Kind
from articles.summaries.evaluation.verdicts import (
    Judged,
    Tally,
    loud_codes,
    tally,
    tally_edits,
    tally_planted,
)

_NOTHING: Final = "–"


def goal_table(goals: Iterable[Goal]) -> str:
    """What was asked beside what was measured."""
    rows = ((one.name, one.asked, one.shown, "yes" if one.met else "**not yet**") for one in goals)
    return table(("asked", "goal", "measured here", "met"), rows)


def set_table(found: Measured) -> str:
    """What the articles are."""
    cases = found.cases
    styles = Counter(one.style or "not said" for one in cases)
    sections = Counter(one.section or "not said" for one in cases)
    rows = (
        ("articles", f"{len(cases)} ({_counted(styles)})"),
        ("sections", _counted(sections)),
        ("sentences", f"{sum(len(one.doc.sentences) for one in cases):,}"),
        ("reference bullets", f"{sum(len(one.references) for one in cases):,}"),
        ("careful edits by people", f"{sum(len(one.edits) for one in cases):,}"),
        ("planted errors", f"{len(found.planted):,}"),
        ("articles held out", str(sum(one.held_out for one in cases))),
    )
    return table(("what", "how many"), rows)


def engine_table(columns: Sequence[EngineFigures]) -> str:
    """The engine beside the first sentences, a column a number of bullets."""
    rows = [
        *((f"{name} against the opening", *(_ratio(one.ratios[name]) for one in columns)) for name in columns[0].ratios),
        *((f"mean, {half} half", *(_ratio(one.halves[half]) for one in columns)) for half in columns[0].halves),
        ("dangling openings", *(_share(one.dangling) for one in columns)),
        ("dangling openings of the first sentences", *(_share(one.lead_dangling) for one in columns)),
        ("key terms covered", *(_points(one.covered) for one in columns)),
        ("key terms that the first sentences cover", *(_points(one.lead_covered) for one in columns)),
        ("key terms that a choice for nothing else would cover", *(_points(one.best_covered) for one in columns)),
        ("longest bullet, words", *(str(one.longest) for one in columns)),
        ("bullets word for word", *(_share(one.verbatim) for one in columns)),
        ("bullets that repeat the headline", *(_share(one.like_headline) for one in columns)),
        ("articles refused", *(str(len(one.refused)) for one in columns)),
    ]  # fmt: skip
    return table(("", *(f"{one.wanted} bullets" for one in columns)), rows)


def planted_table(planted: Sequence[Judged]) -> str:
    """A row a kind of planted error."""
    verbatim = {one.label: one for one in tally_planted([one for one in planted if one.verbatim])}
    bullets = {one.label: one for one in tally_planted([one for one in planted if not one.verbatim])}
    head = ("planted", "n", "blocked %", "blocked or warned % (95 %)", "named %", "in sentences %", "in bullets %", "seen half %", "held-out half %")  # fmt: skip
    rows = (
        (
            one.label,
            str(one.n),
            _bare(one.blocked),
            _with_interval(one.flagged),
            _bare(one.named),
            _bare(verbatim[one.label].flagged),
            _bare(bullets[one.label].flagged),
            _bare(one.seen),
            _bare(one.held_out),
        )
        for one in tally_planted(planted)
    )
    return table(head, rows)


def making_table() -> str:
    """How each kind is planted, and the codes that name it."""
    rows = (
        (
            MEANINGS[kind].label,
            MEANINGS[kind].made,
            " ".join(f"`{code}`" for code in sorted(MEANINGS[kind].codes)),
        )
        for kind in Kind
    )
    return table(("kind", "how it is made", "codes that name it"), rows)


def edits_table(edits: Sequence[Judged]) -> str:
    """A row a kind of careful edit."""
    rows = [_edit_row(one) for one in (*tally_edits(edits), tally("all", edits)) if one.n]
    return table(
        ("edit", "n", "blocked %", "blocked or warned % (95 %)", "any finding %", "seen half %", "held-out half %"), rows
    )  # fmt: skip


def alarms_table(right: dict[str, tuple[Judged, ...]]) -> str:
    """What is said of bullets in which nothing is wrong."""
    rows = []
    for label, judged in right.items():
        one = tally(label, judged)
        codes = ", ".join(f"`{code}` {count}" for code, count in loud_codes(judged))
        rows.append(
            (label, f"{one.n:,}", _with_interval(one.blocked), _with_interval(one.flagged), codes or _NOTHING)
        )
    return table(("right", "n", "blocked % (95 %)", "blocked or warned % (95 %)", "by which code"), rows)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    heads = list(head)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _edit_row(one: Tally) -> tuple[str, ...]:
    return (
        one.label,
        str(one.n),
        _bare(one.blocked),
        _with_interval(one.flagged),
        _bare(one.found),
        _bare(one.seen),
        _bare(one.held_out),
    )


def _counted(counts: Counter[str]) -> str:
    return ", ".join(
        f"{count} {name}" for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def _bare(share: Share) -> str:
    return f"{100 * share.value:.1f}" if share.n else _NOTHING


def _share(share: Share) -> str:
    return f"{_bare(share)} %"


def _points(value: float) -> str:
    return f"{100 * value:.1f} %"


def _with_interval(share: Share) -> str:
    low, high = share.interval
    return f"{_bare(share)} ({100 * low:.1f}–{100 * high:.1f})" if share.n else _NOTHING


def _ratio(ratio: Ratio) -> str:
    return f"{ratio.value:.2f} ({ratio.low:.2f}–{ratio.high:.2f})"
