"""The list of stories: columns, filters and search; every row comes with its badges in the same few queries."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter, display
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.desk.badges import Badge, clock, public_badges, stage_badge
from articles.models.article import Article
from newsroom.admin import ByRole
from newsroom.workflow import Standing

_STANDING_FILTERS: dict[str, dict[str, Any]] = {
    Standing.NONE: {"live_since__isnull": True, "out_at__isnull": True, "was_out": False},
    Standing.SCHEDULED: {"out_at__isnull": False},
    Standing.LIVE: {"live_since__isnull": False},
    Standing.WITHDRAWN: {"live_since__isnull": True, "out_at__isnull": True, "was_out": True},
}


class StandingFilter(SimpleListFilter):
    """What the public sees."""

    title = "what readers see"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(standing.value, str(standing.label)) for standing in Standing]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """Ask the columns that ``badges.with_standing`` added."""
        conditions = _STANDING_FILTERS.get(self.value() or "")
        return queryset.filter(**conditions) if conditions else queryset


def badge_html(badge: Badge) -> SafeString:
    """Draw one badge."""
    return format_html('<span class="badge badge-{}">{}</span>', badge.tone, badge.text)


class ListOfStories(ByRole):
    """The part of the story's admin that Django's list page asks."""

    list_display = ("headline_line", "where", "readers_see", "section", "names", "changed")
    list_display_links = ("headline_line",)
    list_filter = ("stage", StandingFilter, "section", "kind", "needs_second_read")
    list_select_related = ("section",)
    list_per_page = 50
    search_fields = ("headline", "body", "external_id")
    search_help_text = "Headline, text or external id"
    ordering = ("-changed_at", "-pk")
    show_full_result_count = False

    @display(description="headline", ordering="headline")
    def headline_line(self, article: Article) -> SafeString:
        return format_html(
            '<span class="list-headline" lang="{}" dir="auto">{}</span>', article.language, article.headline
        )

    @display(description="stage", ordering="stage")
    def where(self, article: Article) -> SafeString:
        badges = [stage_badge(article)]
        if article.needs_second_read:
            badges.append(Badge("late", "Needs a second read"))
        return format_html_join(" ", "{}", ((badge_html(badge),) for badge in badges))

    @display(description="readers see")
    def readers_see(self, article: Article) -> SafeString:
        badges = public_badges(article, timezone.now())
        return format_html_join(" ", "{}", ((badge_html(badge),) for badge in badges))

    @display(description="byline")
    def names(self, article: Article) -> str:
        return names_of(article)

    @display(description="changed", ordering="changed_at")
    def changed(self, article: Article) -> SafeString:
        return format_html(
            '<time datetime="{}">{}</time>',
            article.changed_at.isoformat(),
            clock(article.changed_at, timezone.now()),
        )


def names_of(article: Article) -> str:
    """The byline in one line; expects the bylines and authors to be fetched already."""
    rows = sorted(article.bylines.all(), key=lambda row: (row.position, row.pk))
    return ", ".join(row.author.name for row in rows)
