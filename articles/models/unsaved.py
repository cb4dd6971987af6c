"""What somebody typed and has not saved: kept on the server for that person alone; no revision, and no reader of stories."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class UnsavedText(models.Model):
    """One form as it stood: ``fields`` maps a field's name to what was typed, ``base`` is the version that it began from.

    A story that does not exist yet is told apart by ``token``, which its form carries.
    """

    person = models.ForeignKey("newsroom.User", on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", null=True, on_delete=models.CASCADE, related_name="+")
    token = models.CharField(max_length=32, blank=True)
    base = models.PositiveIntegerField(default=0)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person", "article"], condition=Q(article__isnull=False), name="unsaved_once_a_story"
            ),
            models.UniqueConstraint(
                fields=["person", "token"], condition=Q(article__isnull=True), name="unsaved_once_a_form"
            ),
            models.CheckConstraint(
                condition=Q(article__isnull=False, token="") | Q(article__isnull=True) & ~Q(token=""),
                name="unsaved_of_story_or_form",
            ),
        )

    def __str__(self) -> str:
        return str(self.fields.get("headline", "")) or "Without a headline"
