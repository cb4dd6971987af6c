"""What the public sees: immutable versions of reviewed revisions; it imports nothing of the desk."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from articles.models.findable import Findable
from newsroom import languages
from newsroom.models.image import Image

# Other languages have the same two claims in their catalogue; the words in English are these.
MACHINE_SENTENCE = gettext_noop("Summary is AI generated, newsroom reviewed.")
NEWSROOM_SENTENCE = gettext_noop("Summary written by the newsroom.")


class Basis(models.TextChoices):
    """On what the text went out."""

    REVIEWED = "reviewed", "Reviewed"
    ALONE = "alone", "Published alone"
    UPDATE = "update", "Updated at once"


class EndReason(models.TextChoices):
    """Why a version stopped being public."""

    REPLACED = "replaced", "Replaced by the next version"
    WITHDRAWN = "withdrawn", "Withdrawn"
    CANCELLED = "cancelled", "Taken off the schedule"


class PublishedVersionQuerySet(models.QuerySet["PublishedVersion"]):
    """The only way in for everything that is public."""

    def live(self, now: datetime) -> Self:
        """Versions public at ``now``: at most one for each article."""
        return self.filter(Q(public_until__isnull=True) | Q(public_until__gt=now), public_from__lte=now)

    def upcoming(self, now: datetime) -> Self:
        """Versions that will become public after ``now``."""
        return self.filter(
            Q(public_until__isnull=True) | Q(public_until__gt=F("public_from")), public_from__gt=now
        )

    def started(self, now: datetime) -> Self:
        """Versions that are or were public."""
        return self.filter(
            Q(public_until__isnull=True) | Q(public_until__gt=F("public_from")), public_from__lte=now
        )

    def newest_first(self) -> Self:
        """By first publication; a correction does not move a story."""
        return self.order_by("-published_at", "-article_id")

    def in_feeds(self) -> Self:
        """Versions whose kind goes into feeds."""
        return self.filter(feed=True)

    def for_lists(self) -> Self:
        """Without the long columns that lists and fronts never show."""
        return self.select_related("section", "hero").defer("html", "text")


class PublishedVersion(Findable, models.Model):
    """The public copy of one revision, with its Quick Take or without.

    Public from ``public_from`` (inclusive) until ``public_until`` (exclusive, null: for ever), UTC.
    ``bullets`` is canonical JSON text ``[{"text","origin","evidence":[sentence numbers]}]``, equal
    to the review's, ``[]`` without a box. ``html`` is the revision's, with sentence anchors.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    # Desk rows that this copy was made from; public code never follows these keys.
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey("articles.Review", null=True, on_delete=models.PROTECT, related_name="+")
    quick_take = models.ForeignKey(
        "articles.QuickTake", null=True, on_delete=models.PROTECT, related_name="+"
    )
    basis = models.CharField(max_length=8, choices=Basis, default=Basis.REVIEWED)

    uuid = models.UUIDField(help_text="The article's, the same in every version; feeds use it as id.")
    section = models.ForeignKey("articles.Section", on_delete=models.PROTECT, related_name="versions")
    slug = models.SlugField(max_length=120)
    kind = models.ForeignKey("articles.Kind", on_delete=models.PROTECT, related_name="+")
    kind_label = models.CharField(max_length=40, blank=True)
    feed = models.BooleanField(default=True)
    follow_call = models.BooleanField(default=True)
    language = models.CharField(max_length=12, default="en")

    headline = models.CharField(max_length=200)
    standfirst = models.TextField(blank=True)
    html = models.TextField()
    text = models.TextField()
    word_count = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64)
    hero = models.ForeignKey("newsroom.Image", null=True, on_delete=models.PROTECT, related_name="+")
    hero_alt = models.TextField(blank=True)
    hero_caption = models.TextField(blank=True)
    # [{"author", "name", "slug", "kind", "role", "title", "picture"}], names frozen; in reading order.
    bylines = models.JSONField(default=list)
    # A list of objects with name and url.
    sources = models.JSONField(default=list)
    # [{"kind", "label", "note", "at"}], oldest first.
    corrections = models.JSONField(default=list)
    bullets = models.TextField(default="[]")
    # How the box was made, for the public page: {"engine", "engine_version", "drafted_at", "reviewed_at", "reviewer",
    # "role", "accepted", "edited", "own", "rejected", "model", "prompt", "overridden"}; empty without one.
    provenance = models.JSONField(default=dict, blank=True)

    authors = models.ManyToManyField("authors.Author", related_name="versions")
    topics = models.ManyToManyField("articles.Topic", related_name="versions")
    # Those in the text, so that a page knows their sizes and cuts without looking through every picture's address.
    pictures = models.ManyToManyField("newsroom.Image", related_name="+")

    published_at = models.DateTimeField(help_text="First publication of the story; never moves.")
    updated_at = models.DateTimeField(help_text="The last change that the newsroom holds significant.")
    update_note = models.CharField(max_length=200, blank=True)
    public_from = models.DateTimeField()
    public_until = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=9, choices=EndReason, blank=True)
    quick_take_hidden_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()

    objects = PublishedVersionQuerySet.as_manager()

    class Meta:
        verbose_name = "version"
        indexes = (
            models.Index(fields=["section", "-published_at", "-article"], name="version_by_section"),
            models.Index(fields=["-published_at", "-article"], name="version_newest"),
            models.Index(fields=["public_from"], name="version_due"),
            models.Index(fields=["public_until"], name="version_ended"),
        )
        constraints = (
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once"),
            # Two transactions at once do not see each other's rows, so the overlap guard alone would let both in.
            models.UniqueConstraint(
                fields=["article"], condition=Q(public_until__isnull=True), name="version_one_open_end"
            ),
            models.CheckConstraint(
                condition=Q(public_until__isnull=True) | Q(public_until__gte=F("public_from")),
                name="version_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(quick_take__isnull=True, bullets="[]")
                | Q(quick_take__isnull=False) & ~Q(bullets="[]"),
                name="version_bullets_only_with_quick_take",
            ),
            models.CheckConstraint(
                condition=~Q(basis=Basis.REVIEWED) | Q(review__isnull=False),
                name="version_reviewed_has_review",
            ),
            models.CheckConstraint(
                condition=Q(basis=Basis.REVIEWED) | Q(quick_take__isnull=True),
                name="version_unread_has_no_box",
            ),
        )

    def __str__(self) -> str:
        return f"Version {self.number}: {self.headline}"

    def get_absolute_url(self) -> str:
        """Return the address of the story; the same for all its versions until its slug changes."""
        return reverse("press:article", args=[self.section.slug, self.slug])

    def has_started(self, now: datetime) -> bool:
        """Whether it is or was public at ``now``; one taken off the schedule never was."""
        return self.public_from <= now and (self.public_until is None or self.public_until > self.public_from)

    def is_live(self, now: datetime) -> bool:
        """Whether the public sees it at ``now``."""
        return self.public_from <= now and (self.public_until is None or self.public_until > now)

    def is_upcoming(self, now: datetime) -> bool:
        """Whether it becomes public after ``now``."""
        return self.public_from > now and (self.public_until is None or self.public_until > self.public_from)

    @property
    def has_quick_take(self) -> bool:
        """Whether readers see the box."""
        return self.bullets != "[]" and self.quick_take_hidden_at is None

    @property
    def shown_hero(self) -> Image | None:
        """The picture as readers see it now: a withdrawn one is in no version."""
        return None if self.hero is None or self.hero.is_withdrawn else self.hero

    @property
    def bullet_list(self) -> list[dict[str, Any]]:
        """The bullets that readers see; empty when the box is hidden or there is none."""
        return json.loads(self.bullets) if self.has_quick_take else []

    @property
    def sentence(self) -> str:
        """The claim over the box, in the language of the frame: computed, so that nobody can type it."""
        if not self.has_quick_take:
            return ""
        origins = {bullet["origin"] for bullet in json.loads(self.bullets)}
        claim = NEWSROOM_SENTENCE if origins <= {"newsroom"} else MACHINE_SENTENCE
        return gettext(claim)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, for the article's language."""
        return languages.direction(self.language)

    @property
    def is_updated(self) -> bool:
        """Whether readers are told of an update."""
        return self.updated_at > self.published_at
