"""Public notes under a story; append-only. Not the change itself: that is a version."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_noop as _


class CorrectionKind(models.TextChoices):
    """What the note owns up to."""

    UPDATE = "update", _("Update")
    CLARIFICATION = "clarification", _("Clarification")
    CORRECTION = "correction", _("Correction")
    RETRACTION = "retraction", _("Retraction")


# These stand above the text, the others below it.
TOP_KINDS = frozenset({CorrectionKind.CORRECTION, CorrectionKind.RETRACTION})


class Correction(models.Model):
    """A dated note; ``version`` is the first that carried it, so a scheduled note is not seen early."""

    version = models.ForeignKey(
        "articles.PublishedVersion", on_delete=models.PROTECT, related_name="new_corrections"
    )
    # Repeated from the version: the corrections page then asks the press alone.
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=13, choices=CorrectionKind)
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["-at", "-id"], name="correction_newest"),)
        constraints = (
            models.CheckConstraint(condition=~models.Q(note=""), name="correction_says_something"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.note[:60]}"
