"""The summary of one revision, its bullets and what the checks found; frozen once a review names it."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThanOrEqual

from articles import digest
from articles.summaries.types import Severity

# An override says why in at least so many characters; “ok” is no reason.
SHORTEST_REASON = 15


class Origin(models.TextChoices):
    """Whose words a bullet is in."""

    MACHINE = "machine", "Machine"
    EDITED = "edited", "Edited"
    NEWSROOM = "newsroom", "Newsroom"


class Verdict(models.TextChoices):
    """What a reviewer decided on a bullet."""

    UNDECIDED = "undecided", "Undecided"
    ACCEPTED = "accepted", "Accepted"
    REJECTED = "rejected", "Rejected"
    LOOK_AGAIN = "look_again", "Look again"


OPEN_VERDICTS = frozenset({Verdict.UNDECIDED, Verdict.LOOK_AGAIN})


class QuickTakeQuerySet(models.QuerySet["QuickTake"]):
    """Quick takes of revisions."""

    def newest_of(self, revision_id: int | None) -> QuickTake | None:
        """Return the quick take that the review screen shows for a revision."""
        return self.filter(revision=revision_id).order_by("-pk").first() if revision_id else None


class QuickTake(models.Model):
    """Drafted by ``engine`` ("newsroom" when a person wrote it).

    ``making`` is how the draft came about (`articles.summaries.types.Making` as an object), with ``withheld``: the
    places that no engine was shown. A copy for a later revision keeps both: its bullets are the same draft's.
    """

    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="quick_takes")
    engine = models.CharField(max_length=80)
    engine_version = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=120, blank=True)
    prompt = models.ForeignKey(
        "articles.Prompt", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    making = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField()

    objects = QuickTakeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Quick Take {self.pk} of {self.revision}"

    def kept(self) -> list[Bullet]:
        """Return the bullets that readers would see, in order."""
        return list(self.bullets.filter(verdict=Verdict.ACCEPTED).order_by("position", "pk"))

    def canonical_kept(self) -> str:
        """Return canonical JSON of the kept bullets: what an approval is bound to."""
        return digest.canonical_bullets([bullet.as_public() for bullet in self.kept()])


class Bullet(models.Model):
    """One bullet. ``evidence`` is ``[{"sentence", "start", "end", "digest"}]`` into the revision's text."""

    quick_take = models.ForeignKey(QuickTake, on_delete=models.PROTECT, related_name="bullets")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    machine_text = models.TextField(blank=True)
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.MACHINE)
    evidence = models.JSONField(default=list)
    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.UNDECIDED)
    verdict_by = models.ForeignKey(
        "newsroom.User",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="decided by",
    )
    verdict_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(text=""), name="bullet_says_something"),
            models.CheckConstraint(
                condition=models.Q(verdict=Verdict.UNDECIDED)
                | models.Q(verdict=Verdict.LOOK_AGAIN)
                | models.Q(verdict_by__isnull=False),
                name="bullet_decided_by_someone",
            ),
            # What a machine drafted never passes for the newsroom's own: the sentence over the box is computed of it.
            models.CheckConstraint(
                condition=~models.Q(origin=Origin.NEWSROOM) | models.Q(machine_text=""),
                name="bullet_own_is_not_the_machines",
            ),
            models.CheckConstraint(
                condition=~models.Q(origin=Origin.MACHINE) | models.Q(text=models.F("machine_text")),
                name="bullet_of_machine_is_as_drafted",
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]

    def as_public(self) -> dict[str, Any]:
        """Return the bullet as reviews and versions store it."""
        return {
            "text": self.text,
            "origin": str(self.origin),
            "evidence": [item["sentence"] for item in self.evidence],
        }


class FindingQuerySet(models.QuerySet["Finding"]):
    """What the checks said."""

    def blocking(self) -> Self:
        """Findings that keep a bullet from being approved, and that nobody overrode."""
        return self.filter(severity=Severity.BLOCK, override_reason="")


class Finding(models.Model):
    """What an automatic check says of a bullet; offsets are code points into its text.

    ``sentence`` is the number of the evidence sentence that it was held against. A finding that blocks is overridden by
    a person with the right to review, with a typed reason; it belongs to these words and goes with them.
    """

    bullet = models.ForeignKey(Bullet, on_delete=models.PROTECT, related_name="findings")
    code = models.CharField(max_length=20)
    severity = models.CharField(max_length=5)
    message = models.CharField(max_length=240)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    sentence = models.PositiveIntegerField(null=True, blank=True)
    override_reason = models.CharField(max_length=400, blank=True)
    overridden_by = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    overridden_at = models.DateTimeField(null=True, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(override_reason="", overridden_by__isnull=True)
                | models.Q(
                    GreaterThanOrEqual(Length("override_reason"), SHORTEST_REASON),
                    overridden_by__isnull=False,
                ),
                name="finding_overridden_with_a_reason",
            ),
        )

    def __str__(self) -> str:
        return self.message

    @property
    def blocks(self) -> bool:
        """Whether it keeps the bullet from being approved as it stands."""
        return self.severity == Severity.BLOCK and not self.override_reason
