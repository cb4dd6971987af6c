"""The feeds' addresses: what is in each, and when it last changed; how RSS is written is another module's work."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.markup import strip_anchors
from articles.models.taxonomy import Section, Topic
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press import chrome, records, respond, rss, stories
from articles.press.story import notes_of
from authors.models.author import Author
from newsroom.templatetags.paper import absolute, fallback

ITEMS = 30
_LOCAL_ADDRESS = re.compile(r'( (?:href|src)=")(/)')

Chosen = Callable[[PublishedVersionQuerySet], PublishedVersionQuerySet]


@require_safe
def latest(request: HttpRequest) -> HttpResponseBase:
    """Every story."""
    return _stories(request, title="", page=reverse("press:home"), description="", chosen=lambda rows: rows)


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The stories of a section."""
    found = get_object_or_404(Section, slug=slug)
    return _stories(
        request,
        title=found.name,
        page=found.get_absolute_url(),
        description=found.description,
        chosen=lambda rows: rows.filter(section=found),
    )


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The stories on a topic."""
    found = get_object_or_404(Topic, slug=slug)
    return _stories(
        request,
        title=found.name,
        page=found.get_absolute_url(),
        description="",
        chosen=lambda rows: rows.filter(topics=found),
    )


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The stories by somebody."""
    found = get_object_or_404(Author, slug=slug)
    return _stories(
        request,
        title=found.name,
        page=found.get_absolute_url(),
        description=found.title,
        chosen=lambda rows: rows.filter(authors=found),
    )


@require_safe
def corrections(request: HttpRequest) -> HttpResponseBase:
    """Every correction."""
    now = timezone.now()
    entries = records.with_stories(list(records.public_notes(now)[:ITEMS]), now=now)
    moments = [entry.correction.at for entry in entries]
    moments += [entry.version.public_from for entry in entries if entry.version]
    items = [_correction_item(entry) for entry in entries]
    page = reverse("press:corrections")
    return _answer(
        request, "Corrections", page, "What we got wrong, and when we put it right.", items, moments
    )


def _stories(
    request: HttpRequest, *, title: str, page: str, description: str, chosen: Chosen
) -> HttpResponseBase:
    now = timezone.now()
    versions = list(chosen(stories.whole(now).in_feeds())[:ITEMS])
    moments: list[datetime | None] = [moment for version in versions for moment in _changes(version, now)]
    # What left the feed changed it too. Readers that compare dates alone would otherwise keep a withdrawn story.
    ended = chosen(PublishedVersion.objects.started(now).in_feeds()).filter(public_until__lte=now)
    moments += ended.order_by("-public_until").values_list("public_until", flat=True)[:1]
    items = [_story_item(version) for version in versions]
    return _answer(request, title, page, description, items, moments)


def _changes(version: PublishedVersion, now: datetime) -> list[datetime]:
    moments = [version.public_from, version.quick_take_hidden_at]
    return [moment for moment in moments if moment and moment <= now]


def _answer(
    request: HttpRequest,
    title: str,
    page: str,
    description: str,
    items: list[rss.Item],
    moments: Iterable[datetime | None],
) -> HttpResponseBase:
    masthead = chrome.current().masthead
    changed_at = max((moment for moment in moments if moment), default=None)
    channel = rss.Channel(
        title=f"{title} – {masthead.name}" if title else masthead.name,
        link=absolute(page),
        self_link=absolute(request.path),
        description=description or masthead.strapline or masthead.name,
        language=masthead.language,
        changed_at=changed_at,
        items=items,
    )
    response = respond.document(
        request, rss.write(channel), content_type=rss.MEDIA_TYPE, changed_at=changed_at
    )
    # A page on another host may show our headlines: feeds are there to be read.
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _story_item(version: PublishedVersion) -> rss.Item:
    body = _LOCAL_ADDRESS.sub(rf"\g<1>{settings.SITE_URL}\2", strip_anchors(version.html, ()))
    context = {"version": version, "notes": notes_of(version), "body": body}
    topics = [row["name"] for row in getattr(version, "topic_rows", None) or []]
    return rss.Item(
        guid=version.uuid.urn,
        title=version.headline,
        link=absolute(version.get_absolute_url()),
        published_at=version.published_at,
        description=version.standfirst,
        content=render_to_string("press/feed_item.html", context).strip(),
        creators=[byline["name"] for byline in version.bylines],
        categories=[version.section.name, *sorted(topics)],
        picture=_picture(version),
    )


def _picture(version: PublishedVersion) -> rss.Picture | None:
    if version.hero is None:
        return None
    url, width, height = fallback(version.hero, "wide")
    return rss.Picture(absolute(url), width, height, alt=version.hero_alt, credit=version.hero.credit)


def _correction_item(entry: records.Entry) -> rss.Item:
    note, version = entry.correction, entry.version
    page = version.get_absolute_url() if version else reverse("press:corrections")
    title = f"{note.get_kind_display()}: {version.headline}" if version else note.get_kind_display()
    # Derived from ids that never change, since a note has no uuid of its own.
    guid = uuid.uuid5(uuid.NAMESPACE_URL, f"{note.article_id}/corrections/{note.pk}")
    return rss.Item(
        guid=guid.urn,
        title=title,
        link=absolute(page),
        published_at=note.at,
        description=note.note,
        content=render_to_string("press/feed_correction.html", {"note": note}).strip(),
        categories=[note.get_kind_display()],
    )
