"""The instructions that a model is given, as rows that are never edited, only superseded by the next version."""

from __future__ import annotations

import hashlib

from django.db import models

from articles.summaries import kit


class PromptQuerySet(models.QuerySet["Prompt"]):
    """Versions of the instructions."""

    def current(self, name: str) -> Prompt | None:
        """Return the version in use: the newest."""
        return self.filter(name=name).order_by("-version").first()

    def named(self, name: str, version: int) -> Prompt | None:
        """Return one version, None when there is none."""
        return self.filter(name=name, version=version).first()


class Prompt(models.Model):
    """One version of the instructions called ``name``; ``digest`` is the SHA-256 of ``text`` in hexadecimal."""

    name = models.CharField(max_length=40, default="quick-take")
    version = models.PositiveIntegerField()
    text = models.TextField(help_text="What the model is told before it reads the numbered sentences.")
    digest = models.CharField(max_length=64)
    note = models.CharField("what changed", max_length=200, blank=True)
    created_by = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    objects = PromptQuerySet.as_manager()

    class Meta:
        verbose_name = "instructions"
        verbose_name_plural = "instructions for models"
        ordering = ("name", "-version")
        constraints = (models.UniqueConstraint(fields=["name", "version"], name="prompt_version_once"),)

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @staticmethod
    def digest_of(text: str) -> str:
        """Return the digest under which a text is kept."""
        return hashlib.sha256(text.encode()).hexdigest()

    def for_engine(self) -> kit.Prompt:
        """Return what an engine is handed."""
        return kit.Prompt(self.name, self.version, self.text, self.digest)
