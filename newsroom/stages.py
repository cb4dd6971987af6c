"""The names of stages, standings and moves, and the named sets of them; what may follow what is workflow.py."""

from typing import Self

from django.db.models import TextChoices


class Stage(TextChoices):
    """Where the working copy stands."""

    DRAFT = "draft", "Draft"
    AI_SUMMARY = "ai_summary", "Quick Take"
    REVIEWED = "reviewed", "Reviewed"
    PUBLISHED = "published", "Published"
    SPIKED = "spiked", "Spiked"


class Standing(TextChoices):
    """What the public sees; derived from the published versions, never stored."""

    NONE = "none", "Not public"
    SCHEDULED = "scheduled", "Scheduled"
    LIVE = "live", "Live"
    WITHDRAWN = "withdrawn", "Withdrawn"

    @classmethod
    def of(cls, *, live: bool, scheduled: bool, was_out: bool) -> Self:
        """Return the standing that follows from what versions there are; what is live outweighs what is to come."""
        if live:
            return cls(cls.LIVE)
        if scheduled:
            return cls(cls.SCHEDULED)
        return cls(cls.WITHDRAWN if was_out else cls.NONE)


class Move(TextChoices):
    """The name of a transition; the label is the verb on its button."""

    REQUEST_SUMMARY = "request_summary", "Send for review"
    SUMMARY_READY = "summary_ready", "Quick Take drafted"
    APPROVE = "approve", "Approve text and Quick Take"
    APPROVE_TEXT = "approve_text", "Approve text only"
    RETURN = "return", "Return with a reason"
    REVISE = "revise", "Revise"
    CARRY = "carry", "Carry the approval over"
    SCHEDULE = "schedule", "Schedule"
    UNSCHEDULE = "unschedule", "Take off the schedule"
    SETTLE = "settle", "Settle what went out"
    PUBLISH = "publish", "Publish"
    PUBLISH_ALONE = "publish_alone", "Publish alone"
    UPDATE_NOW = "update_now", "Update now"
    RENEW_QUICK_TAKE = "renew_quick_take", "Confirm text and Quick Take"
    SECOND_READ = "second_read", "Confirm the text"
    CORRECT = "correct", "Add a correction"
    HIDE_QUICK_TAKE = "hide_quick_take", "Hide Quick Take"
    SHOW_QUICK_TAKE = "show_quick_take", "Show Quick Take again"
    WITHDRAW = "withdraw", "Withdraw"
    REVIVE = "revive", "Bring back"
    SPIKE = "spike", "Spike"
    UNSPIKE = "unspike", "Take off the spike"
    SET_EMBARGO = "set_embargo", "Set embargo"
    LIFT_EMBARGO = "lift_embargo", "Lift embargo"


WRITING_STAGES = frozenset({Stage.DRAFT})
REVIEW_STAGES = frozenset({Stage.AI_SUMMARY})
WORKING_STAGES = frozenset({Stage.DRAFT, Stage.AI_SUMMARY, Stage.REVIEWED})
EDITABLE_STAGES = frozenset({Stage.DRAFT, Stage.AI_SUMMARY, Stage.REVIEWED, Stage.PUBLISHED})
ANY_STANDING = frozenset(Standing)
UNSEEN = frozenset({Standing.NONE, Standing.WITHDRAWN})
ON_AIR = frozenset({Standing.LIVE})
