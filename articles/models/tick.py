"""Answers to the checklist of a story's kind: a tick, or a chief's reason to go on without one."""

from __future__ import annotations

from django.db import models


class Tick(models.Model):
    """One question of the checklist, by its words. ``passed_because`` is a chief's reason; a plain tick has none."""

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="ticks")
    question = models.CharField(max_length=240)
    person = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    passed_because = models.TextField(blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "question"], name="tick_once"),)

    def __str__(self) -> str:
        return self.question
