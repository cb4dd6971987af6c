"""What the bell tells a person about a story, and whether it was mailed; the audit log, not this, is the record."""

from __future__ import annotations

from django.db import models


class About(models.TextChoices):
    """What happened."""

    ASKED = "asked", "You are asked to review"
    RETURNED = "returned", "Returned to you"
    APPROVED = "approved", "Approved"
    MENTIONED = "mentioned", "You are mentioned"
    PUBLISHED = "published", "Published"
    FAILED = "failed", "No Quick Take was drafted"
    SECOND_READ = "second_read", "Needs a second read"


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

    class Meta:
        indexes = (models.Index(fields=["person", "-at"], name="notice_bell"),)

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.text}".rstrip(": ")
