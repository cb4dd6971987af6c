"""The page of a story and the page that tells how its Quick Take was made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from articles.models.version import PublishedVersion
from articles.press import cards, chrome, notices, respond, stories
from articles.press.story import notes_of, tell
from articles.press.structured import story_scripts
from articles.press.structured_pages import how_scripts

View = Callable[..., HttpResponseBase]


def _at_todays_address(suffix: str) -> Callable[[View], View]:
    """Turn what happened to an address into 301 (in one hop, with ``suffix``) or 410."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, section: str, slug: str) -> HttpResponseBase:
            try:
                return view(request, section, slug)
            except stories.Moved as moved:
                response = HttpResponsePermanentRedirect(moved.version.get_absolute_url() + suffix)
                # A revived or renamed story may come back, so nobody may keep this answer for ever.
                response["Cache-Control"] = "public, max-age=0, must-revalidate"
                return response
            except stories.Gone as gone:
                return notices.gone(request, gone.section)

        return answer

    return decorate


@require_safe
@_at_todays_address("")
def article(request: HttpRequest, section: str, slug: str) -> HttpResponseBase:
    """Show a story."""
    now = timezone.now()
    version = stories.at_address(section, slug, now=now)
    response = respond.page(request, "press/article.html", article_context(version, now=now), now=now)
    return _for_search_engines(response, version)


def article_context(
    version: PublishedVersion, *, now: datetime, topics: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    """Return what ``press/article.html`` needs; the preview passes an unsaved version with its ``topics``."""
    story = tell(version, now=now, topics=topics)
    structured = story_scripts(story, chrome.current().masthead)
    return {"story": story, "version": version, "structured": structured, "card": cards.shown(version)}


@require_safe
@_at_todays_address("how/")
def how(request: HttpRequest, section: str, slug: str) -> HttpResponseBase:
    """Say who made the Quick Take of a story and how."""
    now = timezone.now()
    version = stories.at_address(section, slug, now=now)
    if not version.has_quick_take:
        raise Http404("This story has no Quick Take.")
    made = version.provenance
    context = {
        "version": version,
        "made": made,
        "notes": notes_of(version),
        "drafted_at": parse_datetime(made.get("drafted_at") or ""),
        "reviewed_at": parse_datetime(made.get("reviewed_at") or ""),
        "structured": how_scripts(version, chrome.current().masthead),
        "pictured": version if version.shown_hero else None,
    }
    return _for_search_engines(respond.page(request, "press/how.html", context, now=now), version)


def _for_search_engines(response: HttpResponseBase, version: PublishedVersion) -> HttpResponseBase:
    """Say in the head of the answer as well what the editors wish, for those who never parse a page."""
    if version.no_index:
        response["X-Robots-Tag"] = "noindex"
    return response
