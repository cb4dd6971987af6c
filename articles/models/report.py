"""What a reader says is wrong with a summary: written by the press, settled on the desk; not a correction."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_noop as _


class Fault(models.TextChoices):
    """What a reader may say of a Quick Take."""

    WRONG = "wrong", _("It says something that is wrong")
    NOT_IN_TEXT = "not_in_text", _("It says something that the story does not say")
    MISLEADING = "misleading", _("It leaves out what matters, or misleads")
    OTHER = "other", _("Something else")


class ReaderReportQuerySet(models.QuerySet["ReaderReport"]):
    """Adjectives for reports."""

    def open(self) -> Self:
        """Reports that nobody has settled."""
        return self.filter(settled_at__isnull=True)


class ReaderReport(models.Model):
    """One report about one bullet of one version, or about its whole box.

    ``bullet`` is its place from 1, null for the box; ``bullet_text`` is what the reader saw. No account, no address of
    a machine: ``email`` is given only by who wants an answer.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("articles.PublishedVersion", on_delete=models.PROTECT, related_name="+")
    bullet = models.PositiveSmallIntegerField(null=True, blank=True)
    bullet_text = models.TextField(blank=True)
    fault = models.CharField(max_length=11, choices=Fault)
    words = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.TextField(blank=True)

    objects = ReaderReportQuerySet.as_manager()

    class Meta:
        verbose_name = "reader's report"
        indexes = (
            models.Index(fields=["made_at"], condition=Q(settled_at__isnull=True), name="report_open"),
            models.Index(fields=["article", "-made_at"], name="report_of_article"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True)
                | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="report_settled_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_fault_display()} ({self.made_at:%Y-%m-%d})"
