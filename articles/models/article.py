"""The working copy on the desk: one row for the life of a story; readers never see it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, Q

from articles.models.taxonomy import Section
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import REVIEW_STAGES, Stage, Standing

if TYPE_CHECKING:
    from articles.models.revision import Revision


class ArticleQuerySet(models.QuerySet["Article"]):
    """Adjectives for stories; every desk page starts from ``visible_to``."""

    def visible_to(self, user: User) -> Self:
        """Stories that the person may know of; one question, whatever keeps them from whom.

        Own stories always. Others for those who read, in their sections where they are held to some. A confidential
        story is for those named on it, in whatever section, and for those who decide who may know.
        """
        rights = rights_of(user)
        own = Q(created_by=user) | Q(pk__in=Byline.objects.filter(author__user=user).values("article"))
        if Right.CONFIDE in rights:
            return self
        if Right.READ in rights:
            named = Q(pk__in=Article.known_to.through.objects.filter(user=user).values("article"))
            held = Section.people.through.objects.filter(user=user)
            within = ~Exists(held) | Q(section__in=held.values("section"))
            return self.filter(own | Q(confidential=True) & named | Q(confidential=False) & within)
        return self.filter(own) if Right.READ_OWN in rights else self.none()

    def at(self, *stages: Stage) -> Self:
        """Stories whose working copy stands at one of ``stages``."""
        return self.filter(stage__in=stages)

    def awaiting_review(self) -> Self:
        """Stories that a second person should look at."""
        return self.filter(Q(stage__in=REVIEW_STAGES) | Q(needs_second_read=True))

    def of_person(self, user_id: int) -> Self:
        """Stories that somebody began, is named over, or was asked to read."""
        named = Byline.objects.filter(author__user=user_id).values("article")
        return self.filter(Q(created_by=user_id) | Q(reviewer=user_id) | Q(pk__in=named))

    def box_fell_off(self, now: datetime, *, since: datetime) -> Self:
        """Live stories that lost their Quick Take to an update after ``since`` and wait for no other reading."""
        from articles.models.version import Basis, PublishedVersion

        boxed = PublishedVersion.objects.filter(quick_take__isnull=False).values("article")
        updated = PublishedVersion.objects.live(now).filter(
            basis=Basis.UPDATE, public_from__gte=since, article__in=boxed
        )
        return self.filter(stage=Stage.PUBLISHED, needs_second_read=False, pk__in=updated.values("article"))

    def imported_as(self, external_id: str) -> Self:
        """The story that came from this record of an import, if it did."""
        return self.filter(external_id=external_id)


class Article(models.Model):
    """Text columns change only together with ``head`` and ``version`` (a guard holds that)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    section = models.ForeignKey("articles.Section", on_delete=models.PROTECT, related_name="+")
    kind = models.ForeignKey("articles.Kind", on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=120, help_text="The last part of the address.")
    language = models.CharField(max_length=12, default="en", help_text="A language tag: en, de, ar …")

    headline = models.CharField(max_length=200)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True)
    hero = models.ForeignKey(
        "newsroom.Image",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="picture",
    )
    hero_alt = models.TextField(
        "alt text", blank=True, help_text="What is seen, for those who cannot see it."
    )
    hero_caption = models.TextField("caption", blank=True)
    topics = models.ManyToManyField("articles.Topic", blank=True, related_name="+")
    sources = models.ManyToManyField("articles.Source", blank=True, related_name="+")

    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    head = models.ForeignKey(
        "articles.Revision", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    embargo_until = models.DateTimeField(null=True, blank=True, editable=False)
    needs_second_read = models.BooleanField(default=False, editable=False)
    returned_because = models.TextField(blank=True, editable=False)

    # Who is to read it and until when; a wish, never a condition.
    reviewer = models.ForeignKey(
        "newsroom.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    due_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Set by `actions.keep_from_search`, which says the same on every address of the story.
    no_index = models.BooleanField("kept out of search engines", default=False, editable=False)
    # Only those in known_to, the writer, the people in the byline and chiefs know of a confidential story.
    confidential = models.BooleanField(default=False, editable=False)
    known_to = models.ManyToManyField("newsroom.User", blank=True, related_name="+", editable=False)

    created_by = models.ForeignKey(
        "newsroom.User", on_delete=models.PROTECT, related_name="+", editable=False
    )
    created_at = models.DateTimeField(editable=False)
    changed_at = models.DateTimeField(editable=False)
    external_id = models.CharField(max_length=200, null=True, blank=True, unique=True, editable=False)
    # SHA-256 (hex) of the import record as it last arrived.
    external_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["stage", "-changed_at"], name="article_board"),)
        constraints = (
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="article_known_stage"),
            models.CheckConstraint(condition=~Q(headline=""), name="article_has_headline"),
        )

    def __str__(self) -> str:
        return self.headline

    @property
    def subject(self) -> str:
        """How the audit log names this story."""
        return f"article:{self.pk}"

    @property
    def current(self) -> Revision:
        """The newest revision; every saved article has one."""
        if self.head is None:
            raise self.head_missing
        return self.head

    @property
    def head_missing(self) -> ValueError:
        """The error for an article that was never saved through ``actions.save_revision``."""
        return ValueError(f"Article {self.pk} has no revision: save it with actions.save_revision.")

    def standing(self, now: datetime) -> Standing:
        """What the public sees of this story at ``now``."""
        from articles.models.version import PublishedVersion

        versions = PublishedVersion.objects.filter(article_id=self.pk)
        return Standing.of(
            live=versions.live(now).exists(),
            scheduled=versions.upcoming(now).exists(),
            was_out=versions.started(now).exists(),
        )


class Byline(models.Model):
    """One name over a story, in reading order."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey("authors.Author", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(
        max_length=60, blank=True, help_text="“in Skarholm”, “pictures”; empty for the writer."
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["article", "author"], name="byline_once"),)

    def __str__(self) -> str:
        return f"{self.author} {self.role}".strip()
