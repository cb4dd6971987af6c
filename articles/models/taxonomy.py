"""Where a story stands and what it is about: sections and topics; press and desk share them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import Resolver404, resolve, reverse


def validate_section_slug(slug: str) -> None:
    """Refuse a section whose address already means something else (``/search/``, ``/feeds/`` …)."""
    try:
        match = resolve(f"/{slug}/")
    except Resolver404:
        return
    if match.view_name != "press:section":
        raise ValidationError(f"“/{slug}/” is already another page. Choose another address for this section.")


class Section(models.Model):
    """A section of the paper; ``position`` orders the navigation."""

    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True, validators=[validate_section_slug])
    description = models.CharField(max_length=240, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    external_models = models.BooleanField(
        "text may go to an external model",
        default=True,
        help_text="Switched off, Quick Takes of this section are drafted on the newsroom's own machines alone.",
    )
    model_budget = models.DecimalField(
        "daily budget for models",
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="In the currency of the price list; empty for the house's own limit.",
    )

    headline_limit = models.PositiveSmallIntegerField(
        "characters of a headline",
        default=90,
        help_text="The counter beside a headline turns amber above this; nothing is cut.",
    )
    standfirst_limit = models.PositiveSmallIntegerField("characters of a standfirst", default=220)
    people = models.ManyToManyField(
        "newsroom.User",
        blank=True,
        related_name="+",
        help_text="Whoever is named in any section works in those sections alone; all others work everywhere.",
    )
    # Feeds say when anything in them changed.
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the section's front."""
        return reverse("press:section", args=[self.slug])


class Topic(models.Model):
    """What a story is about."""

    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(max_length=60, unique=True)
    # Feeds say when anything in them changed.
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the topic's page."""
        return reverse("press:topic", args=[self.slug])
