"""The kind of a story as data: News, Opinion, Obituary, Agency …; not its section and not its stage."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models


class QuickTakeUse(models.TextChoices):
    """Whether stories of a kind carry a Quick Take."""

    WANTED = "wanted", "Wanted"
    OPTIONAL = "optional", "Optional"
    NEVER = "never", "Never"


class Kind(models.Model):
    """What the desk demands of a story and what readers are told it is.

    ``checklist`` is a list of ``{"text": str, "blocks": bool}``. ``reviews`` is how many different
    people must say yes to the text.
    """

    name = models.CharField(max_length=40, unique=True)
    slug = models.SlugField(max_length=40, unique=True)
    public_label = models.CharField(
        max_length=40, blank=True, help_text="In the kicker; empty for plain news."
    )
    quick_take = models.CharField(max_length=8, choices=QuickTakeUse, default=QuickTakeUse.WANTED)
    reviews = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(2)]
    )
    follow_call = models.BooleanField("calls to follow", default=True)
    in_feeds = models.BooleanField(default=True)
    in_news_sitemap = models.BooleanField(default=True)
    checklist = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(reviews__in=(1, 2)), name="kind_one_or_two_reviews"),
        )

    def __str__(self) -> str:
        return self.name
