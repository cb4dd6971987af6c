"""The list of stories: columns, filters and search; every row comes with its badges in the same few queries."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.admin import SimpleListFilter, display
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.desk import days
from articles.desk.badges import Badge, clock, public_badges, stage_badge
from articles.desk.due import asked_html
from articles.models.article import Article
from newsroom.admin import ByRole, person_of
from newsroom.templatetags.paper import made, rendition_url
from newsroom.workflow import Standing

_STANDING_FILTERS: dict[str, dict[str, Any]] = {
    Standing.NONE: {"live_since__isnull": True, "out_at__isnull": True, "was_out": False},
    Standing.SCHEDULED: {"out_at__isnull": False},
    Standing.LIVE: {"live_since__isnull": False},
    Standing.WITHDRAWN: {"live_since__isnull": True, "out_at__isnull": True, "was_out": True},
}


SAVED = (
    ("mine", "Mine"),
    ("waiting", "Waiting for review"),
    ("scheduled", "Scheduled"),
    ("out-today", "Out today"),
)


class SavedFilter(SimpleListFilter):
    """What people look for every day, by name; its links stand over the list (see ``saved_links``)."""

    title = "saved"
    parameter_name = "show"
    template = "desk/_filter_elsewhere.html"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(SAVED)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        """Ask what stands behind the name."""
        stories: Any = queryset
        midnight, _ = days.span(days.today(timezone.now()))
        match self.value():
            case "mine":
                stories = stories.of_person(person_of(request).pk)
            case "waiting":
                stories = stories.awaiting_review()
            case "scheduled":
                stories = stories.filter(out_at__isnull=False)
            case "out-today":
                stories = stories.filter(live_since__gte=midnight)
        return cast("QuerySet[Article]", stories)


def saved_links(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """Return address, words and whether it is the one that is shown, for each saved filter and for none."""
    shown = request.GET.get("show", "")
    return [
        (f"?show={value}" if value else "?", words, shown == value)
        for value, words in (("", "All stories"), *SAVED)
    ]


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

    list_display = ("picture", "headline_line", "where", "readers_see", "section", "names", "changed")
    list_display_links = ("headline_line",)
    list_filter = (SavedFilter, "stage", StandingFilter, "section", "kind", "needs_second_read")
    list_select_related = ("section", "reviewer")
    list_per_page = 50
    search_fields = ("headline", "standfirst", "body", "external_id")
    search_help_text = "Headline, standfirst, text or external id"
    ordering = ("-changed_at", "-pk")
    show_full_result_count = False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Put the saved filters over the list."""
        return super().changelist_view(request, {**(extra_context or {}), "saved": saved_links(request)})

    @display(description="picture", empty_value="")
    def picture(self, article: Article) -> SafeString | None:
        """The smallest square cut; nothing while there is none, or where it may not be shown."""
        image = article.hero
        widths = made(image).get("square", {}).get("webp") if image and not image.withdrawn_at else None
        if image is None or not widths:
            return None
        size = min(widths)
        return format_html(
            '<img class="list-picture" src="{}" width="{}" height="{}" alt="" loading="lazy">',
            rendition_url(image, "square", size, "webp"),
            size,
            size,
        )

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
        lines = [*(badge_html(badge) for badge in badges), asked_html(article, timezone.now())]
        return format_html_join(" ", "{}", ((line,) for line in lines))

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
