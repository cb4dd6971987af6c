"""The sitemaps: every page that search engines may show, and the news of two days; robots.txt names both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, ExpressionWrapper, F, IntegerField, Max, OuterRef, QuerySet
from django.db.models.functions import TruncDate
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models.taxonomy import Section, Topic
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press import chrome, respond, stories
from articles.press.elements import Document
from authors.models.author import Author
from newsroom.templatetags.paper import absolute

MEDIA_TYPE = "application/xml; charset=utf-8"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"
# A file may hold 50,000 addresses; the rest is for the pages that are no stories.
STORIES_IN_A_FILE = 40_000
PAGES_IN_A_FILE = 10_000
# No story has a larger number than this file would hold.
LAST_PART = 2**63 // STORIES_IN_A_FILE - 1
NEWS_DAYS = 2
MOST_NEWS = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """An address of this site, and when it last changed in substance, if that is known."""

    address: str
    changed_at: datetime | None = None


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """List all pages; a paper with more of them than a file may hold gets a list of files."""
    now = timezone.now()
    parts = list(_parts(now))
    if sum(part["stories"] for part in parts) > STORIES_IN_A_FILE:
        files = [Place(reverse("press:sitemap_pages"))]
        files += [Place(reverse("press:sitemap_part", args=[part["part"]]), part["newest"]) for part in parts]
        return _answer(request, "sitemapindex", "sitemap", files)
    return _answer(request, "urlset", "url", [*_pages(now), *_stories(_searchable(now))])


@require_safe
def sitemap_pages(request: HttpRequest) -> HttpResponseBase:
    """List what is no story, for a paper with several files."""
    return _answer(request, "urlset", "url", _pages(timezone.now()))


@require_safe
def sitemap_part(request: HttpRequest, part: int) -> HttpResponseBase:
    """List the stories of one file: a span of numbers, so that a story never moves from one file to another."""
    if part > LAST_PART:
        raise Http404("No story is in this file.")
    first = part * STORIES_IN_A_FILE
    rows = _searchable(timezone.now()).filter(article__gte=first, article__lt=first + STORIES_IN_A_FILE)
    places = _stories(rows)
    if not places:
        raise Http404("No story is in this file.")
    return _answer(request, "urlset", "url", places)


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponseBase:
    """List the news of two days for search engines that gather news."""
    now = timezone.now()
    rows = _searchable(now).filter(kind__in_news_sitemap=True)
    fresh = list(rows.filter(published_at__gt=now - timedelta(days=NEWS_DAYS))[:MOST_NEWS])
    xml = Document()
    with xml.within("urlset", {"xmlns": NAMESPACE, "xmlns:news": NEWS_NAMESPACE}):
        for version in fresh:
            with xml.within("url"):
                xml.element("loc", absolute(version.get_absolute_url()))
                _write_news(xml, version)
        if not fresh:
            # A list must not be empty: the newest story stands in it, but as no news.
            newest = rows.first()
            page = newest.get_absolute_url() if newest else reverse("press:home")
            with xml.within("url"):
                xml.element("loc", absolute(page))
    return respond.document(request, xml.finish(), content_type=MEDIA_TYPE)


def language_of_news(tag: str) -> str:
    """Return the language as the news sitemap wants it: two or three letters, but for the two scripts of Chinese."""
    base, *rest = tag.lower().split("-")
    if base == "zh":
        return "zh-tw" if {"hant", "tw", "hk", "mo"} & set(rest) else "zh-cn"
    return base


def _write_news(xml: Document, version: PublishedVersion) -> None:
    with xml.within("news:news"):
        with xml.within("news:publication"):
            xml.element("news:name", chrome.current().masthead.name)
            xml.element("news:language", language_of_news(version.language))
        xml.element("news:publication_date", version.published_at.isoformat(timespec="seconds"))
        xml.element("news:title", version.headline)


def _searchable(now: datetime) -> PublishedVersionQuerySet:
    """Return what is live and not kept from search engines, with no more than an address needs."""
    rows = stories.live(now).filter(~Exists(stories.kept_from_search()))
    return (
        rows.select_related(None)
        .select_related("section")
        .only("slug", "section__slug", "updated_at", "published_at", "article_id", "headline", "language")
    )


def _parts(now: datetime) -> QuerySet[PublishedVersion, Any]:
    """Return the files by their span of stories: {"part", "stories", "newest"}; one row for most papers."""
    number = ExpressionWrapper(F("article_id") / STORIES_IN_A_FILE, output_field=IntegerField())
    rows = PublishedVersion.objects.live(now).filter(~Exists(stories.kept_from_search()))
    spans = rows.order_by().values(part=number)
    return spans.annotate(stories=Count("pk"), newest=Max("updated_at")).order_by("part")


def _stories(rows: PublishedVersionQuerySet) -> list[Place]:
    return [Place(version.get_absolute_url(), version.updated_at) for version in rows]


def _pages(now: datetime) -> list[Place]:
    """Return what is no story: fronts, lists and what the paper says of itself. Lists without a story stay out."""
    live = PublishedVersion.objects.live(now)
    filled = live.filter(section=OuterRef("pk"))
    tagged = live.filter(topics=OuterRef("pk"))
    named = live.filter(authors=OuterRef("pk"))
    own = [reverse(f"press:{name}") for name in ("home", "about", "follow", "corrections", "archive")]
    lists: list[Section | Topic | Author] = [
        *Section.objects.filter(Exists(filled)).order_by("position", "name"),
        *Topic.objects.filter(Exists(tagged)).order_by("slug"),
        *Author.objects.filter(Exists(named)).order_by("slug"),
    ]
    found = [*own, *(one.get_absolute_url() for one in lists), *_days(now)]
    return [Place(address) for address in found[:PAGES_IN_A_FILE]]


def _days(now: datetime) -> Iterator[str]:
    """Yield the pages of the archive that have a story, the newest day first."""
    rows = PublishedVersion.objects.live(now).annotate(day=TruncDate("published_at")).order_by("-day")
    for day in rows.values_list("day", flat=True).distinct()[:PAGES_IN_A_FILE]:
        yield reverse("press:archive_day", args=[day.year, day.month, day.day])


def _answer(request: HttpRequest, root: str, name: str, places: Iterable[Place]) -> HttpResponseBase:
    xml = Document()
    with xml.within(root, {"xmlns": NAMESPACE}):
        for place in places:
            with xml.within(name):
                xml.element("loc", absolute(place.address))
                if place.changed_at:
                    xml.element("lastmod", place.changed_at.isoformat(timespec="seconds"))
    return respond.document(request, xml.finish(), content_type=MEDIA_TYPE)
