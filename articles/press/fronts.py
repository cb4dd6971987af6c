"""The front page and the lists: section, topic and author."""

from __future__ import annotations

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
from authors.models.author import Author


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Show the front page."""
    now = timezone.now()
    front = arrange(stories.live(now), sections=chrome.current().sections)
    return respond.page(request, "press/home.html", {"front": front}, now=now)


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponseBase:
    """Show a section, newest first."""
    found = get_object_or_404(Section, slug=section)
    return _list(request, "press/section.html", {"section": found}, lambda rows: rows.filter(section=found))


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
