"""What colleagues say to each other about a story; never public, never part of a revision."""

from __future__ import annotations

from typing import Self

from django.db import models

from articles.models.article import Article


class NoteQuerySet(models.QuerySet["Note"]):
    """Adjectives for notes; the story they are asked for was found through ``visible_to``."""

    def on(self, article: Article) -> Self:
        """In the order in which they were written, with who wrote and who resolved."""
        return self.filter(article=article).select_related("author", "resolved_by").order_by("at", "pk")

    def open(self) -> Self:
        return self.filter(resolved_at__isnull=True)


class Note(models.Model):
    """A remark on a story. It stays as it was written; ``resolved_at`` says that it is dealt with."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()
    mentions = models.ManyToManyField("newsroom.User", related_name="+", blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = NoteQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["article", "at"], name="note_of_story"),)
        constraints = (
            models.CheckConstraint(condition=~models.Q(text=""), name="note_says_something"),
            models.CheckConstraint(
                condition=models.Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | models.Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="note_resolved_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return self.text[:80]
