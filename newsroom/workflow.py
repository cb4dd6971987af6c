"""The rule book: every move between stages and standings; pure data, no database.

An editor can read it. `policies` asks it, `transitions.advance` obeys it, `draw_workflow` draws it,
and the matrix test walks through every cell of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.roles import Right
from newsroom.stages import (
    ANY_STANDING,
    EDITABLE_STAGES,
    ON_AIR,
    REVIEW_STAGES,
    UNSEEN,
    WORKING_STAGES,
    WRITING_STAGES,
    Move,
    Stage,
    Standing,
)

__all__ = [
    "EDITABLE_STAGES",
    "MACHINE_MOVES",
    "REVIEW_STAGES",
    "TRANSITIONS",
    "WORKING_STAGES",
    "WRITING_STAGES",
    "Move",
    "Stage",
    "Standing",
    "Transition",
]


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the rule book.

    ``target`` None leaves the stage as it is. ``right`` None is a move that only the machine makes.
    ``own`` is the right with which a person may do the same to a story of their own.
    ``readers`` says what readers, feeds and search see; ``undo`` what takes it back.
    """

    move: Move
    sources: frozenset[Stage]
    target: Stage | None
    right: Right | None
    standings: frozenset[Standing]
    readers: str
    undo: str
    own: Right | None = None
    needs_reason: bool = False
    four_eyes: bool = False


_NOTHING = "Nothing changes for readers, feeds or search."

TRANSITIONS: dict[Move, Transition] = {
    row.move: row
    for row in (
        Transition(
            Move.REQUEST_SUMMARY,
            WRITING_STAGES,
            Stage.AI_SUMMARY,
            Right.WRITE,
            ANY_STANDING,
            _NOTHING,
            "Return with a reason, or revise.",
            own=Right.WRITE_OWN,
        ),
        Transition(
            Move.SUMMARY_READY,
            REVIEW_STAGES,
            None,
            None,
            ANY_STANDING,
            _NOTHING,
            "Reject the bullets, or write others.",
        ),
        Transition(
            Move.APPROVE,
            REVIEW_STAGES | {Stage.REVIEWED},
            Stage.REVIEWED,
            Right.REVIEW,
            ANY_STANDING,
            _NOTHING,
            "Return with a reason.",
            four_eyes=True,
        ),
        Transition(
            Move.APPROVE_TEXT,
            WORKING_STAGES,
            Stage.REVIEWED,
            Right.REVIEW,
            ANY_STANDING,
            _NOTHING,
            "Return with a reason.",
            four_eyes=True,
        ),
        Transition(
            Move.RETURN,
            frozenset({Stage.AI_SUMMARY, Stage.REVIEWED}),
            Stage.DRAFT,
            Right.REVIEW,
            ANY_STANDING,
            "Nothing changes for readers; what was scheduled of this text is taken off the schedule.",
            "Send for review.",
            needs_reason=True,
        ),
        Transition(
            Move.REVISE,
            frozenset({Stage.AI_SUMMARY, Stage.REVIEWED, Stage.PUBLISHED}),
            Stage.DRAFT,
            Right.WRITE,
            ANY_STANDING,
            "What is live or scheduled stays as it is until the next version goes out.",
            "Restore an earlier revision as a new one.",
            own=Right.WRITE_OWN,
        ),
        Transition(
            Move.CARRY,
            frozenset({Stage.REVIEWED, Stage.PUBLISHED}),
            Stage.REVIEWED,
            Right.WRITE,
            ANY_STANDING,
            "What is live or scheduled stays as it is until the next version goes out.",
            "Return with a reason.",
            own=Right.WRITE_OWN,
        ),
        Transition(
            Move.SCHEDULE,
            frozenset({Stage.REVIEWED}),
            None,
            Right.SCHEDULE,
            ANY_STANDING,
            "The approved revision is public at its hour: page, feeds, sitemaps and search change at that moment.",
            "Take off the schedule, before the hour.",
        ),
        Transition(
            Move.UNSCHEDULE,
            WORKING_STAGES,
            None,
            Right.SCHEDULE,
            frozenset({Standing.SCHEDULED, Standing.LIVE, Standing.WITHDRAWN}),
            "What was to go out does not; what is live stays.",
            "Schedule again.",
        ),
        Transition(
            Move.SETTLE,
            frozenset({Stage.REVIEWED}),
            Stage.PUBLISHED,
            None,
            frozenset({Standing.LIVE}),
            "Nothing: the version has been public since its hour.",
            "Withdraw.",
        ),
        Transition(
            Move.PUBLISH,
            # A published copy whose section, kind, address or topics changed goes out again with them.
            frozenset({Stage.REVIEWED, Stage.PUBLISHED}),
            Stage.PUBLISHED,
            Right.PUBLISH,
            ANY_STANDING,
            "Page, feeds, sitemaps and search show the new version at once.",
            "Withdraw, or publish the next version.",
        ),
        Transition(
            Move.PUBLISH_ALONE,
            WORKING_STAGES,
            Stage.PUBLISHED,
            Right.PUBLISH_ALONE,
            ANY_STANDING,
            "The new version at once, without a Quick Take; the desk is asked for a second read.",
            "Withdraw, or publish the next version.",
            needs_reason=True,
        ),
        Transition(
            Move.UPDATE_NOW,
            WORKING_STAGES,
            Stage.PUBLISHED,
            Right.CORRECT,
            ON_AIR,
            "The new text at once with its note; the box is off until its bullets are confirmed; feeds show a change.",
            "Publish the next version, or withdraw.",
            needs_reason=True,
        ),
        Transition(
            Move.RENEW_QUICK_TAKE,
            frozenset({Stage.PUBLISHED}),
            None,
            Right.REVIEW,
            ON_AIR,
            "The box is on the page and in the feed item; no date moves and no reader shows the story as new.",
            "Hide Quick Take.",
            four_eyes=True,
        ),
        Transition(
            Move.SECOND_READ,
            frozenset({Stage.PUBLISHED}),
            None,
            Right.REVIEW,
            ON_AIR,
            _NOTHING,
            "Withdraw, or publish the next version.",
            four_eyes=True,
        ),
        Transition(
            Move.CORRECT,
            EDITABLE_STAGES,
            None,
            Right.CORRECT,
            ON_AIR,
            "The dated note stands on the page, in the feed item and on the corrections page; “updated” moves.",
            "A further note; a note is never taken back silently.",
        ),
        Transition(
            Move.HIDE_QUICK_TAKE,
            EDITABLE_STAGES,
            None,
            Right.HIDE,
            ON_AIR,
            "Page and feed item lose the box; nothing else moves.",
            "Show Quick Take again.",
            needs_reason=True,
        ),
        Transition(
            Move.SHOW_QUICK_TAKE,
            EDITABLE_STAGES,
            None,
            Right.HIDE,
            ON_AIR,
            "The approved box is back on page and feed item.",
            "Hide Quick Take.",
        ),
        Transition(
            Move.WITHDRAW,
            EDITABLE_STAGES,
            None,
            Right.WITHDRAW,
            ON_AIR,
            "The address answers 410 with a notice; lists, feeds, sitemaps and search drop the story; a schedule is cancelled.",
            "Bring back.",
            needs_reason=True,
        ),
        Transition(
            Move.REVIVE,
            EDITABLE_STAGES,
            None,
            Right.WITHDRAW,
            frozenset({Standing.WITHDRAWN}),
            "The last version is public again at its address, with its dates.",
            "Withdraw.",
        ),
        Transition(
            Move.SPIKE,
            WORKING_STAGES,
            Stage.SPIKED,
            Right.SCHEDULE,
            UNSEEN,
            _NOTHING,
            "Take off the spike.",
        ),
        Transition(
            Move.UNSPIKE,
            frozenset({Stage.SPIKED}),
            Stage.DRAFT,
            Right.SCHEDULE,
            UNSEEN,
            _NOTHING,
            "Spike.",
        ),
        Transition(
            Move.SET_EMBARGO,
            WORKING_STAGES,
            None,
            Right.SCHEDULE,
            frozenset({Standing.NONE, Standing.SCHEDULED, Standing.WITHDRAWN, Standing.LIVE}),
            "Nothing new of this story goes out before the hour, by anyone; what is live stays.",
            "Lift embargo.",
        ),
        Transition(
            Move.LIFT_EMBARGO,
            WORKING_STAGES,
            None,
            Right.BREAK_EMBARGO,
            ANY_STANDING,
            _NOTHING,
            "Set embargo.",
            needs_reason=True,
        ),
    )
}

MACHINE_MOVES = frozenset(move for move, row in TRANSITIONS.items() if row.right is None)
