"""What the bell tells a person about a story, and whether it was mailed; the audit log, not this, is the record."""

from __future__ import annotations

from typing import Self

from django.db import models

from articles.models.article import Article
from newsroom.models.user import User


class About(models.TextChoices):
    """What happened."""

    ASKED = "asked", "You are asked to review"
    RETURNED = "returned", "Returned to you"
    APPROVED = "approved", "Approved"
    MENTIONED = "mentioned", "You are mentioned"
    PUBLISHED = "published", "Published"
    FAILED = "failed", "No Quick Take was drafted"
    SECOND_READ = "second_read", "Needs a second read"


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Adjectives for notices; every list and count of them starts from ``known_to``."""

    def known_to(self, person: User) -> Self:
        """What the person was told of stories that they may still know of."""
        return self.filter(person=person, article__in=Article.objects.visible_to(person).values("pk"))

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)

    def newest_first(self) -> Self:
        """With what a line under the bell says."""
        return self.select_related("article", "by").order_by("-at", "-pk")


class Notice(models.Model):
    """One line under the bell. ``text`` is a reason or a note; the headline is read from the story, whoever may see it."""

    person = models.ForeignKey("newsroom.User", on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")
    about = models.CharField(max_length=12, choices=About)
    by = models.ForeignKey("newsroom.User", null=True, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=["person", "-at"], name="notice_bell"),)

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.text}".rstrip(": ")
