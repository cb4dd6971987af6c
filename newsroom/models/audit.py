"""The audit log: who did what to which story; append-only, each row keyed to the one before."""

from __future__ import annotations

from django.db import models

from newsroom.deeds import said


class AuditEntry(models.Model):
    """One act. ``digest`` is HMAC-SHA256 (hex) over the row and ``previous``, so the rows form a chain."""

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    effective_at = models.DateTimeField(null=True, blank=True)
    actor = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name="who"
    )
    # Frozen: an account may be renamed, an act may not.
    actor_name = models.CharField(max_length=150)
    action = models.CharField(max_length=40)
    # "article:12": text instead of a generic key, since the house knows no article.
    subject = models.CharField(max_length=60)
    # Canonical JSON as text, so that both databases keep it byte for byte.
    data = models.TextField(default="{}")
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    # What the desk calls the subject for the person who reads; set by the pages that show it, stored nowhere.
    called: str = ""

    class Meta:
        verbose_name = "audit entry"
        verbose_name_plural = "audit log"
        indexes = (models.Index(fields=["subject", "number"], name="audit_subject"),)

    def __str__(self) -> str:
        return f"{self.number}: {self.actor_name} {self.words}"

    @property
    def words(self) -> str:
        """The act as it follows its actor's name in a sentence."""
        return said(self.action)
