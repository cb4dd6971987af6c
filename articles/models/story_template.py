"""Beginnings of stories that come again and again: a match report, an obituary, an election night."""

from __future__ import annotations

from django.db import models


class StoryTemplate(models.Model):
    """What the form of a new story of a kind is filled with."""

    name = models.CharField(max_length=60, unique=True)
    kind = models.ForeignKey("articles.Kind", on_delete=models.PROTECT, related_name="+")
    headline = models.CharField(max_length=200, blank=True)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
