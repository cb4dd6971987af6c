"""Who reported it, and whether a machine may read what they gave us; not the byline."""

from __future__ import annotations

from django.db import models


class AiProcessing(models.TextChoices):
    """What the source lets a machine do with its words."""

    YES = "yes", "Allowed"
    NO = "no", "Not allowed"
    ASK = "ask", "Ask first"


class Source(models.Model):
    """An agency, paper, authority or document that stories rest on."""

    name = models.CharField(max_length=120, unique=True)
    url = models.URLField(max_length=500, blank=True)
    ai_processing = models.CharField(
        "AI processing", max_length=3, choices=AiProcessing, default=AiProcessing.YES
    )
    external_models = models.BooleanField(
        "copy may go to an external model",
        default=True,
        help_text="Switched off, stories with this source are drafted on the newsroom's own machines alone.",
    )

    def __str__(self) -> str:
        return self.name
