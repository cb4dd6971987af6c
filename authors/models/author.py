"""Who a story is by: a person (with or without an account), an agency or the house; not a desk account."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse

from newsroom.models.image import Image


class AuthorKind(models.TextChoices):
    """What stands behind a name in a byline."""

    PERSON = "person", "Person"
    AGENCY = "agency", "Agency"
    HOUSE = "house", "The house"


class Author(models.Model):
    """A name that readers see. ``links`` is a list of ``{"label": str, "url": str}``."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=6, choices=AuthorKind, default=AuthorKind.PERSON)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=120, blank=True, help_text="Harbour correspondent, for instance.")
    bio = models.TextField(blank=True)
    email = models.EmailField(blank=True)
    # Feeds say when anything in them changed.
    changed_at = models.DateTimeField(auto_now=True)
    links = models.JSONField(default=list, blank=True)
    portrait = models.ForeignKey(
        "newsroom.Image", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    user = models.OneToOneField(
        "newsroom.User",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="author",
        verbose_name="account",
    )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return the address of the public page."""
        return reverse("press:author", args=[self.slug])

    @property
    def shown_portrait(self) -> Image | None:
        """The portrait as readers see it now: a withdrawn one is nowhere."""
        return None if self.portrait is None or self.portrait.is_withdrawn else self.portrait
