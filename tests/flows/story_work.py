"""Several acts of the desk in a row, and what the machine is told to do while it drafts."""

from __future__ import annotations

from collections.abc import Sequence

from articles import actions
from articles.summaries.types import BulletSpec, DraftBullet, SourceDoc, Unsuitable
from newsroom.workflow import Stage
from tests.flows.story_desk import ACTS, Desk, Story
from tests.flows.told_engine import Work

ORDERS = ("quote", "cut", "break", "decline", "comma", "number", "by hand")


def told(desk: Desk, story: Story, order: str, numbers: Sequence[int]) -> Work:
    """Return work for the engine: bullets on the sentences ``numbers``, and by ``order`` what happens while it reads.

    “quote” and “cut” only draft; “break” and “decline” fail; the others let somebody be faster.
    """

    def work(doc: SourceDoc, spec: BulletSpec) -> list[DraftBullet]:
        words = story.ledger.head.words
        match order:
            case "break":
                raise RuntimeError("The engine broke.")
            case "decline":
                raise Unsuitable("This is a list.")
            case "comma" | "number":
                desk.saves(story, "ada", desk.changed(words, order, 1))
            case "by hand":
                desk.tries(actions.write_by_hand, story, "ben")
        points = [words.points[number - 1] for number in numbers]
        texts = [point.cut if order == "cut" else point.sentence for point in points]
        return [DraftBullet(text, (number,)) for text, number in zip(texts, numbers, strict=True)]

    return work


def usual_way(desk: Desk, story: Story, by: Sequence[str], numbers: Sequence[int], *, out: bool) -> bool:
    """Send or ask again, draft, approve by one or both of ``by``, and perhaps publish; chance alone would rarely do it.

    Of a story that is out, the last approval shows the new box.
    """
    first = story.article().stage == Stage.DRAFT
    desk.tries(actions.request_summary if first else actions.retry_summary, story, "ada")
    desk.machine_works(story, told(desk, story, "quote", numbers))
    approved = [desk.approves(desk.opens(story), reader) for reader in by]
    return any(approved) and (not out or desk.does(ACTS["publish"], story, by[0]))
