"""A picture and its rights; alt text and caption belong to its use in a story, not here."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

_SHARE = (MinValueValidator(0.0), MaxValueValidator(1.0))


class Image(models.Model):
    """A verified, cleaned picture. ``digest`` is SHA-256 (hex) of the stored file; focal point in 0–1 of width and height."""

    file = models.ImageField(
        upload_to="pictures/", width_field="width", height_field="height", max_length=200
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    title = models.CharField(max_length=160, help_text="For finding it again; readers do not see it.")
    credit = models.CharField(max_length=160, help_text="As readers will see it: Ines Falk / The Courier")
    rights = models.TextField(blank=True, help_text="Licence and terms of use; readers do not see it.")
    rights_until = models.DateField(
        null=True, blank=True, help_text="The last day of use; after it the picture cannot be chosen anew."
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_because = models.TextField(blank=True, editable=False)
    focal_x = models.FloatField(default=0.5, validators=_SHARE)
    focal_y = models.FloatField(default=0.5, validators=_SHARE)
    # {"wide": {"webp": [480, 960], "avif": [...], "jpeg": [1440]}, ...}: what is on disk beside the file.
    renditions = models.JSONField(default=dict, blank=True, editable=False)
    uploaded_by = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "picture"

    def __str__(self) -> str:
        return self.title
