"""Puts docs/summaries.md and its plot together from measured figures; the words stand in page.md beside it."""

from pathlib import Path
from string import Template
from typing import Final

from articles.summaries.evaluation import tables
from articles.summaries.evaluation.corpus import WRONG_KINDS
from articles.summaries.evaluation.cost import Cost
from articles.summaries.evaluation.goals import Measured, goals
from articles.summaries.evaluation.plot import draw
from articles.summaries.evaluation.verdicts import tally_planted

_WORDS: Final = Path(__file__).with_name("page.md")
# The one line that another machine would write otherwise.
_MACHINE: Final = "On the machine that wrote this page: "


def page(found: Measured, cost: Cost | None, plot_name: str) -> str:
    """The page; without `cost` its line is left open, for comparing alone."""
    return Template(_WORDS.read_text(encoding="utf-8")).substitute(
        goals=tables.goal_table(goals(found)),
        set=tables.set_table(found),
        engine=tables.engine_table((found.three, found.five)),
        plot=plot_name,
        planted=tables.planted_table(found.planted),
        making=tables.making_table(),
        edits=tables.edits_table(found.edits),
        alarms=tables.alarms_table(found.right),
        cost=cost_line(cost),
        kinds=", ".join(f"`{kind}`" for kind in WRONG_KINDS),
    )


def plot(found: Measured) -> str:
    """The plot that the page shows."""
    return draw(tally_planted(found.planted))


def figures(found: Measured) -> str:
    """The tables alone, for a terminal."""
    parts = (
        ("Asked and measured", tables.goal_table(goals(found))),
        ("The articles", tables.set_table(found)),
        ("The engine", tables.engine_table((found.three, found.five))),
        ("Planted errors", tables.planted_table(found.planted)),
        ("Careful edits", tables.edits_table(found.edits)),
        ("Bullets that are right", tables.alarms_table(found.right)),
    )
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in parts)


def cost_line(cost: Cost | None) -> str:
    """Rounded, since the last digit is chance; open when nothing was drafted or nobody asked."""
    if cost is None:
        return _MACHINE
    return (
        f"{_MACHINE}about {max(5, 5 * round(cost.milliseconds / 5))} ms for an article of {cost.words} words"
        f" (goal: ≤ 50 ms for 700), about {max(1, round(cost.megabytes))} MB of memory (goal: ≤ 60 MB)."
    )


def comparable(text: str) -> str:
    """The page without the line that differs from machine to machine."""
    return "\n".join(line for line in text.splitlines() if not line.startswith(_MACHINE))
