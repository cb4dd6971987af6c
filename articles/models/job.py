"""The drafting of one quick take as a row of our own: lease, attempts, deadline; not the task queue's row."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q


class JobState(models.TextChoices):
    """How far the machine has come; never copied into the article's stage."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Drafting"
    DONE = "done", "Drafted"
    FAILED = "failed", "No Quick Take"
    LATE = "late", "Took too long"
    STALE = "stale", "Text changed meanwhile"


OPEN_STATES = frozenset({JobState.WAITING, JobState.RUNNING})
# A late draft may still come in and wait quietly; the desk was told to go on without it.
LEASED_STATES = frozenset({JobState.RUNNING, JobState.LATE})


class SummaryJobQuerySet(models.QuerySet["SummaryJob"]):
    """Jobs by what should happen to them."""

    def unfinished(self) -> Self:
        """Jobs that wait or run."""
        return self.filter(state__in=OPEN_STATES)

    def claimable(self, now: datetime) -> Self:
        """Jobs that wait, or whose worker let its lease run out (killed, hung, machine gone)."""
        return self.filter(
            Q(state=JobState.WAITING)
            | Q(state=JobState.LATE, lease_until__isnull=True)
            | Q(state__in=LEASED_STATES, lease_until__lt=now)
        )

    def unattended(self, now: datetime, lease: timedelta) -> Self:
        """Claimable jobs that nobody was told of for the length of a lease."""
        quiet = Q(nudged_at__lt=now - lease) | Q(nudged_at__isnull=True, asked_at__lt=now - lease)
        return self.claimable(now).filter(quiet)

    def overdue(self, now: datetime) -> Self:
        """Unfinished jobs past their deadline."""
        return self.unfinished().filter(deadline__lt=now)


class SummaryJob(models.Model):
    """``digest`` is that of the revision to summarise: a job for an older text is stale, never wrong."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="jobs")
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    state = models.CharField(max_length=7, choices=JobState, default=JobState.WAITING)
    # What is being done right now, for the desk: a value of articles.summaries.types.Step.
    step = models.CharField(max_length=9, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    deadline = models.DateTimeField()
    # When the sweeper last told a worker of it.
    nudged_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=240, blank=True)
    quick_take = models.ForeignKey(
        "articles.QuickTake", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_by = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = SummaryJobQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["state", "deadline"], name="job_unfinished"),)
        constraints = (
            models.UniqueConstraint(
                fields=["revision"], condition=Q(state__in=("waiting", "running")), name="job_one_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_state_display()} for {self.revision}"

    @property
    def is_waiting(self) -> bool:
        """Whether a worker should take it."""
        return self.state == JobState.WAITING
