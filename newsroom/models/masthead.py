"""The paper's name and voice: what stands on every page; one row, not settings of the machine."""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models

from newsroom import languages


class Crawlers(models.TextChoices):
    """What robots.txt says to the crawlers of machine learning."""

    ALLOW = "allow", "May read everything"
    SEARCH = "search", "May read for search and answers with a link, not for training"
    REFUSE = "refuse", "May read nothing"


class Masthead(models.Model):
    """The only row has id 1; it is made after ``migrate``."""

    name = models.CharField(max_length=80, default="The Newsroom")
    strapline = models.CharField(max_length=160, blank=True)
    language = models.CharField(max_length=12, default="en-GB", help_text="A language tag, such as en-GB.")
    logo = models.ForeignKey(
        "newsroom.Image", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    responsible_editor = models.CharField(max_length=120, blank=True)
    contact_email = models.EmailField(blank=True)
    corrections_policy = models.TextField(blank=True)
    summaries_policy = models.TextField("how Quick Takes are made", blank=True)
    principles = models.TextField("publishing principles", blank=True)
    mission = models.TextField(
        "mission", blank=True, help_text="Whom the paper is for, and what it covers first."
    )
    verification_policy = models.TextField("how facts are checked", blank=True)
    unnamed_sources_policy = models.TextField("sources without a name", blank=True)
    diversity_policy = models.TextField("whose voices are heard", blank=True)
    ownership = models.TextField("ownership and funding", blank=True)
    name_reviewers = models.BooleanField(
        "name the reviewer",
        default=True,
        help_text="On the page “How this was made”; otherwise only the role is named.",
    )
    channels = models.JSONField(
        "own channels",
        default=list,
        blank=True,
        help_text="One “label | address” for each line: Newsletter | https://…",
    )
    ai_crawlers = models.CharField(
        "crawlers of machine learning", max_length=7, choices=Crawlers, default=Crawlers.SEARCH
    )
    keep_metadata = models.BooleanField(
        "credit inside pictures",
        default=True,
        help_text="Write creator, credit, copyright and terms into the files that readers get.",
    )
    google_text = models.CharField("call to follow on Google", max_length=160, default="Follow us on Google")
    google_url = models.URLField("link for Google", max_length=500, blank=True)
    follow_text = models.CharField("call to follow", max_length=160, default="Follow us for updates")
    follow_detail = models.CharField(
        max_length=240,
        blank=True,
        default="Every story, or one section or author, in the reader of your choice.",
    )
    # Feeds say when anything in them changed.
    changed_at = models.DateTimeField(auto_now=True)
    carry_reviews = models.BooleanField(
        "carry approvals over",
        default=True,
        help_text="Keep an approval when a later change is not material.",
    )

    class Meta:
        verbose_name = "masthead"
        verbose_name_plural = "masthead"
        constraints = (models.CheckConstraint(condition=models.Q(pk=1), name="masthead_only_one"),)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a second masthead, and what is no language, in words."""
        if self.pk not in {None, 1}:
            raise ValidationError("There is one masthead.")
        if fault := languages.fault_of(self.language):
            raise ValidationError({"language": fault})
        self.language = languages.spelled(self.language)

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``, for the frame of every page."""
        return languages.direction(self.language)

    @classmethod
    def current(cls) -> Self:
        """Return the masthead; an unsaved default one before the first ``migrate`` has made it."""
        return cls.objects.select_related("logo").filter(pk=1).first() or cls(pk=1)
