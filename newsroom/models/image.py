"""A picture and its rights; alt text and caption belong to its use in a story, not here."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

DAYS_OF_WARNING = 7
_SHARE = (MinValueValidator(0.0), MaxValueValidator(1.0))


class ImageQuerySet(models.QuerySet["Image"]):
    """Adjectives for pictures."""

    def withdrawn(self) -> Self:
        """Pictures that readers no longer see anywhere."""
        return self.filter(withdrawn_at__isnull=False)

    def usable(self, now: datetime) -> Self:
        """Pictures that may be chosen: not withdrawn, and their rights last today."""
        lasting = Q(rights_until__isnull=True) | Q(rights_until__gte=_day(now))
        return self.filter(lasting, withdrawn_at__isnull=True)

    def rights_ending(self, now: datetime) -> Self:
        """Pictures whose last day of use is today or in the coming week."""
        today = _day(now)
        return self.filter(
            rights_until__gte=today,
            rights_until__lte=today + timedelta(days=DAYS_OF_WARNING),
            withdrawn_at__isnull=True,
        )

    def rights_ended(self, now: datetime) -> Self:
        """Pictures whose last day of use is over."""
        return self.filter(rights_until__lt=_day(now), withdrawn_at__isnull=True)


def _day(now: datetime) -> date:
    """Return the newsroom's day: rights end at its midnight."""
    return timezone.localdate(now)


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
    # What the file itself named before everything but its pixels was washed off.
    creator = models.CharField(max_length=160, blank=True, help_text="Who made it, as the file says.")
    copyright = models.CharField(max_length=300, blank=True, help_text="The copyright notice of the file.")
    caption = models.TextField(
        blank=True, help_text="What is seen, as the file says; a story has a caption of its own."
    )
    rights = models.TextField(blank=True, help_text="Licence and terms of use; readers do not see it.")
    rights_until = models.DateField(
        null=True, blank=True, help_text="The last day of use; after it the picture cannot be chosen anew."
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_because = models.TextField(blank=True, editable=False)
    # When it was last brought back: what readers see changed then, too.
    returned_at = models.DateTimeField(null=True, blank=True, editable=False)
    focal_x = models.FloatField(default=0.5, validators=_SHARE)
    focal_y = models.FloatField(default=0.5, validators=_SHARE)
    # Where the file as it was sent lies in the private store, with all that it said of itself; empty when none was kept.
    original = models.CharField(max_length=200, blank=True, editable=False)
    # {"wide": {"webp": [480, 960], "avif": [...], "jpeg": [1440]}, ...}: what is on disk beside the file.
    renditions = models.JSONField(default=dict, blank=True, editable=False)
    uploaded_by = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)
    # Feeds say when anything in them changed.
    changed_at = models.DateTimeField(auto_now=True)

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = "picture"
        indexes = (
            models.Index(
                fields=["withdrawn_at"],
                condition=Q(withdrawn_at__isnull=False) | Q(returned_at__isnull=False),
                name="image_taken_away",
            ),
            models.Index(fields=["rights_until"], name="image_rights_until"),
        )

    def __str__(self) -> str:
        return self.title

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """Read the row anew. Django would measure the file as well, as for a new one, and a withdrawn picture's is elsewhere."""
        fields = kwargs.get("fields", args[1] if len(args) > 1 else None)
        if "file" in self.__dict__ and (fields is None or "file" in fields):
            self.__dict__["file"] = None
        super().refresh_from_db(*args, **kwargs)

    @property
    def is_withdrawn(self) -> bool:
        """Whether readers no longer see it anywhere."""
        return self.withdrawn_at is not None

    def why_not(self, now: datetime) -> str:
        """Say why the picture may not be chosen for a story; empty when it may."""
        if self.withdrawn_at is not None:
            return f"“{self.title}” was withdrawn: {self.withdrawn_because}"
        if self.rights_until is not None and self.rights_until < _day(now):
            return f"The rights to “{self.title}” ended on {_in_words(self.rights_until)}."
        return ""

    def warning(self, now: datetime) -> str:
        """Say what whoever uses the picture should know today; empty when all is well."""
        if said := self.why_not(now):
            return said
        if self.rights_until is None or self.rights_until > _day(now) + timedelta(days=DAYS_OF_WARNING):
            return ""
        days = (self.rights_until - _day(now)).days
        left = "today" if not days else "tomorrow" if days == 1 else f"in {days} days"
        return f"Rights end {left}, on {_in_words(self.rights_until)}."


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
