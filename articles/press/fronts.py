"""The front page and the lists: section, topic and author."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models.taxonomy import Section, Topic
from articles.models.version import PublishedVersionQuerySet
from articles.press import chrome, respond, stories
from articles.press.front import arrange
from articles.press.section_front import section_page
from authors.models.author import Author


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Show the front page."""
    now = timezone.now()
    return respond.page(request, "press/home.html", home_context(stories.live(now), now=now), now=now)


def home_context(live: PublishedVersionQuerySet, *, now: datetime) -> dict[str, Any]:
    """Return what ``press/home.html`` needs; the preview passes what will be live at another moment."""
    return {"front": arrange(live, sections=chrome.current().sections, now=now)}


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponseBase:
    """Show a section: what editors placed, then newest first."""
    now = timezone.now()
    found = _known(chrome.current().sections, section) or get_object_or_404(Section, slug=section)
    context = section_context(stories.live(now), section=found, before=request.GET.get("before", ""), now=now)
    return respond.page(request, "press/section.html", context, now=now)


def section_context(
    live: PublishedVersionQuerySet, *, section: Section, before: str = "", now: datetime
) -> dict[str, Any]:
    """Return what ``press/section.html`` needs; the preview passes what will be live at another moment."""
    page = section_page(live, section=section, before=before, now=now)
    return {"page": page, "before": before, "section": section}


def _known(sections: Sequence[Section], slug: str) -> Section | None:
    """Return a section of the frame, which is at hand and saves a query."""
    return next((one for one in sections if one.slug == slug), None)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show all that is tagged with a topic."""
    found = get_object_or_404(Topic, slug=slug)
    return _list(request, "press/topic.html", {"topic": found}, lambda rows: rows.filter(topics=found))


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show who somebody is and what they wrote."""
    found = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    return _list(request, "authors/author.html", {"author": found}, lambda rows: rows.filter(authors=found))


def _list(request: HttpRequest, template: str, context: dict[str, Any], chosen: Any) -> HttpResponseBase:
    now = timezone.now()
    rows: PublishedVersionQuerySet = chosen(stories.live(now))
    before = request.GET.get("before", "")
    page = stories.list_page(rows, before=before)
    return respond.page(request, template, {"page": page, "before": before, **context}, now=now)
