"""Immutable snapshots of what an article said; the newest is the article's head."""

from __future__ import annotations

from typing import Any

from django.db import models


class Revision(models.Model):
    """One saved state of a story's words.

    ``text`` is the body in one line (NFC, one space between words). ``html`` is the sanitised body
    with ``<mark id="sN">`` around sentence N. ``sentences`` is
    ``[{"id", "start", "end", "block", "digest"}]`` with code point offsets into ``text``.
    ``canonical`` is what ``digest`` (SHA-256, hex) is taken of.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    previous = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    headline = models.CharField(max_length=200)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True)
    html = models.TextField(blank=True)
    text = models.TextField(blank=True)
    sentences = models.JSONField(default=list)
    splitter = models.CharField(max_length=40, blank=True)
    hero = models.ForeignKey("newsroom.Image", null=True, on_delete=models.PROTECT, related_name="+")
    hero_alt = models.TextField(blank=True)
    hero_caption = models.TextField(blank=True)
    # Snapshots as the version will show them; see PublishedVersion.
    bylines = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    canonical = models.TextField()
    digest = models.CharField(max_length=64)

    saved_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True)
    # Against ``previous``: whether the change is material, and why, in words.
    material = models.BooleanField(default=True)
    reasons = models.JSONField(default=list)
    # Ids of everyone who may not review this text: material changes since the last published version, and the byline.
    contributors = models.JSONField(default=list)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "number"], name="revision_number_once"),)

    def __str__(self) -> str:
        return f"Revision {self.number}"

    def sentence_texts(self) -> dict[int, str]:
        """Return sentence number → words, for evidence on the desk."""
        rows: list[dict[str, Any]] = self.sentences
        return {row["id"]: self.text[row["start"] : row["end"]] for row in rows}
