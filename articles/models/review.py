"""A person's answer to two questions, bound to digests: may this text be published, may this Quick Take be shown?"""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from articles import digest


class Answer(models.TextChoices):
    """What the reviewer said."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_ASKED = "not_asked", "Not asked"


class ReviewQuerySet(models.QuerySet["Review"]):
    """Reviews of revisions."""

    def of(self, revision_id: int | None) -> Self:
        """Reviews of exactly this revision, newest first."""
        return self.filter(revision_id=revision_id).order_by("-pk")

    def allowing_text(self) -> Self:
        """Answers that allow a text to be published."""
        return self.filter(text_answer=Answer.YES)

    def refusing(self, revision_id: int, *, after: int | None) -> Self:
        """Answers to this revision that came after the review of that key and take text or Quick Take back."""
        no = Q(text_answer=Answer.NO) | Q(quick_take_answer=Answer.NO)
        return self.of(revision_id).filter(no, pk__gt=after or 0)


class Review(models.Model):
    """Append-only. ``bullets`` is canonical JSON of the approved bullets; its SHA-256 is ``quick_take_digest``."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="reviews")
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="reviews")
    revision_digest = models.CharField(max_length=64)
    text_answer = models.CharField(max_length=9, choices=Answer)
    quick_take = models.ForeignKey(
        "articles.QuickTake", null=True, blank=True, on_delete=models.PROTECT, related_name="reviews"
    )
    quick_take_answer = models.CharField(max_length=9, choices=Answer, default=Answer.NOT_ASKED)
    quick_take_digest = models.CharField(max_length=64, default=digest.digest("[]"))
    bullets = models.TextField(default="[]")
    reviewer = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    # Frozen, for the public page and the evidence of review.
    reviewer_name = models.CharField(max_length=150)
    reviewer_role = models.CharField(max_length=40)
    reason = models.TextField(blank=True)
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # For a carried review: what changed, in words, as [{"before", "after"}].
    carried_over = models.JSONField(default=list, blank=True)
    at = models.DateTimeField()

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(quick_take_answer=Answer.YES)
                | Q(quick_take__isnull=False, text_answer=Answer.YES) & ~Q(bullets="[]"),
                name="review_yes_names_what_it_approves",
            ),
            models.CheckConstraint(
                condition=Q(quick_take_answer=Answer.YES) | Q(bullets="[]"),
                name="review_bullets_only_with_yes",
            ),
            models.CheckConstraint(
                condition=~Q(text_answer=Answer.NOT_ASKED), name="review_answers_for_the_text"
            ),
            models.CheckConstraint(
                condition=~Q(text_answer=Answer.NO) | ~Q(reason=""), name="review_no_has_reason"
            ),
        )

    def __str__(self) -> str:
        return f"{self.reviewer_name}: {self.get_text_answer_display()}"
