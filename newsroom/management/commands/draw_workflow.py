"""Writes docs/workflow.md from the rule book, so that what editors read is what the machine obeys; it decides nothing."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from newsroom.roles import RIGHTS, Right, Role
from newsroom.workflow import TRANSITIONS, Move, Stage, Standing, Transition

PAGE: Final = Path(settings.BASE_DIR) / "docs" / "workflow.md"

HEAD: Final = """\
# The workflow

Drawn from `newsroom/workflow.py` by `python3 manage.py draw_workflow`; do not edit this page, edit the rule book. The test
matrix walks through every cell of it.

A story has two lives. Its **stage** is where the working copy stands on the desk. Its **standing** is what the public sees,
and it follows from the published versions alone: a story that is live while its next version is being written is at Draft
and live at the same time.

The story is never held up by its Quick Take: from every stage before publication there is a way out without one.
"""

STAGES: Final = {
    Stage.DRAFT: "Somebody writes on it.",
    Stage.AI_SUMMARY: "Sent for review; the machine drafts a Quick Take, or says why there is none.",
    Stage.REVIEWED: "Somebody who did not write it approved it.",
    Stage.PUBLISHED: "The text on the desk is the text that is public.",
    Stage.SPIKED: "Put away; nobody writes on it.",
}
STANDINGS: Final = {
    Standing.NONE: "Readers know nothing of it.",
    Standing.SCHEDULED: "A version goes out at its hour; readers know nothing of it yet.",
    Standing.LIVE: "A version is on its page, in feeds, sitemaps and search.",
    Standing.WITHDRAWN: "Its address answers 410 with a notice; it is nowhere else.",
}


class Command(BaseCommand):
    help = "Writes docs/workflow.md from the rule book; --check only says whether it is up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="write nothing; exit 1 when the page is out of date"
        )

    def handle(self, *, check: bool, **options: Any) -> None:
        page = draw()
        there = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
        if there == page:
            self.stdout.write("docs/workflow.md is the rule book.")
        elif check:
            raise CommandError("docs/workflow.md is out of date. Run: python3 manage.py draw_workflow")
        else:
            PAGE.parent.mkdir(exist_ok=True)
            PAGE.write_text(page, encoding="utf-8")
            self.stdout.write("docs/workflow.md is drawn.")


def draw() -> str:
    """Return the page."""
    parts = (HEAD, *_places(), _diagram(), *_moves(), *_rights())
    return "\n".join(parts).rstrip("\n") + "\n"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _places() -> Iterator[str]:
    yield "## Stages and standings\n"
    yield _table(("Stage", "What it means"), ((one.label, STAGES[one]) for one in Stage))
    yield _table(("Standing", "What it means"), ((one.label, STANDINGS[one]) for one in Standing))


def _diagram() -> str:
    arrows: dict[tuple[Stage, Stage], list[str]] = {}
    for row in TRANSITIONS.values():
        for source in Stage:
            if source in row.sources and row.target is not None and row.target != source:
                arrows.setdefault((source, row.target), []).append(row.move.label)
    lines = [f"    {stage.value} : {stage.label}" for stage in Stage]
    lines.append(f"    [*] --> {Stage.DRAFT.value}")
    lines += [
        f"    {source.value} --> {target.value} : {', '.join(labels)}"
        for (source, target), labels in arrows.items()
    ]
    drawing = "\n".join(("```mermaid", "stateDiagram-v2", *lines, "```"))
    return f"## From stage to stage\n\n{drawing}\n\nMoves that leave the stage as it is are in the table alone.\n"


def _moves() -> Iterator[str]:
    yield "## Every move\n"
    yield _table(
        ("Move", "Who", "From", "To", "Needs"),
        (
            (f"**{row.move.label}**", _who(row), _from(row), _to(row), _needs(row))
            for row in TRANSITIONS.values()
        ),
    )
    yield "## What readers see of it, and what undoes it\n"
    yield _table(
        ("Move", "Readers, feeds and search", "Undone by"),
        ((f"**{row.move.label}**", row.readers, row.undo) for row in TRANSITIONS.values()),
    )


def _who(row: Transition) -> str:
    if row.right is None:
        return "the machine"
    people = [role.label for role in Role if row.right in RIGHTS[role]]
    own = [
        f"{role.label}, own stories"
        for role in Role
        if row.own is not None and row.own in RIGHTS[role] and row.right not in RIGHTS[role]
    ]
    return "; ".join((", ".join(people), *own))


def _from(row: Transition) -> str:
    return ", ".join(stage.label for stage in Stage if stage in row.sources)


def _to(row: Transition) -> str:
    return row.target.label if row.target is not None else "stays"


def _needs(row: Transition) -> str:
    found = []
    if len(row.standings) < len(Standing):
        found.append("is " + " or ".join(one.label.lower() for one in Standing if one in row.standings))
    if row.four_eyes:
        found.append("somebody who did not work on the text")
    if row.needs_reason:
        found.append("a reason in words")
    if row.move in {Move.REVISE, Move.CARRY}:
        found.append("is made by saving")
    return "; ".join(found) or "–"


def _rights() -> Iterator[str]:
    yield "## Who may do what\n"
    yield _table(
        ("Right", *(role.label for role in Role)),
        (
            (right.value.replace("_", " "), *("yes" if right in RIGHTS[role] else "" for role in Role))
            for right in Right
        ),
    )
