"""What the audit log calls a story for one person: its headline and its page, where they may know of it; records nothing."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models.article import Article
from newsroom.models.user import User


def stories_named(person: User, subjects: Iterable[str]) -> dict[str, SafeString]:
    """Return for the subjects that are stories known to the person a link with the headline; one question."""
    keys = {int(key) for kind, _, key in (one.partition(":") for one in subjects) if kind == "article"}
    if not keys:
        return {}
    rows = Article.objects.visible_to(person).filter(pk__in=keys).only("headline", "language").distinct()
    return {
        story.subject: format_html(
            '<a href="{}" lang="{}" dir="auto">{}</a>',
            reverse("admin:articles_article_history", args=[story.pk]),
            story.language,
            story.headline,
        )
        for story in rows
    }
