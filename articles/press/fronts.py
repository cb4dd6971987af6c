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

from articles.models.taxonomy import Section
from articles.models.version import PublishedVersionQuerySet
from articles.press import chrome, respond, stories
from articles.press.front import arrange
from articles.press.section_front import section_page
from articles.press.structured_lists import author_scripts, home_scripts, list_scripts, stories_of
from authors.models.author import Author


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    """Show the front page."""
    now = timezone.now()
    context = home_context(stories.live(now), now=now)
    structured = home_scripts(context["front"], chrome.current().masthead)
    context |= {"structured": structured, "pictured": stories.pictured(stories_of(context["front"]))}
    return respond.page(request, "press/home.html", context, now=now)


def home_context(live: PublishedVersionQuerySet, *, now: datetime) -> dict[str, Any]:
    """Return what ``press/home.html`` needs; the preview passes what will be live at another moment."""
    return {"front": arrange(live, sections=chrome.current().sections, now=now)}


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponseBase:
    """Show a section: what editors placed, then newest first."""
    now = timezone.now()
    found = _known(chrome.current().sections, section) or get_object_or_404(Section, slug=section)
    before = request.GET.get("before", "")
    context = section_context(stories.live(now), section=found, before=before, now=now)
    structured = list_scripts(found, chrome.current().masthead, context["page"].rows, before=before)
    context |= {"structured": structured, "pictured": stories.pictured(context["page"].rows)}
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
    now = timezone.now()
    found = get_object_or_404(stories.topics(now), slug=slug)
    listed = _listed(request, stories.live(now).filter(topics=found))
    masthead = chrome.current().masthead
    structured = list_scripts(found, masthead, listed["page"].rows, before=listed["before"])
    pictured = stories.pictured(listed["page"].rows)
    context = {**listed, "topic": found, "structured": structured, "pictured": pictured}
    return respond.page(request, "press/topic.html", context, now=now)


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show who somebody is and what they wrote."""
    now = timezone.now()
    found = get_object_or_404(Author.objects.select_related("portrait"), slug=slug)
    listed = _listed(request, stories.live(now).filter(authors=found))
    structured = author_scripts(found, chrome.current().masthead)
    context = {**listed, "author": found, "structured": structured, "face": found.shown_portrait}
    return respond.page(request, "authors/author.html", context, now=now)


def _listed(request: HttpRequest, rows: PublishedVersionQuerySet) -> dict[str, Any]:
    before = request.GET.get("before", "")
    return {"page": stories.list_page(rows, before=before), "before": before}
