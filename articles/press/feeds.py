"""The feeds' addresses: what is in each, and when it last changed; how RSS is written is another module's work."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
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
from articles.press import chrome, pictures, records, respond, rss, stories
from articles.press.story import notes_of
from authors.models.author import Author
from newsroom.templatetags.paper import absolute, fallback

ITEMS = 30
_LOCAL_ADDRESS = re.compile(r'( (?:href|src)=")(/)')


@dataclass(frozen=True, slots=True)
class Heading:
    """What a feed is of, its page for people, and when a story last left it."""

    title: str
    page: str
    description: str
    ended_at: datetime | None


@require_safe
def latest(request: HttpRequest) -> HttpResponseBase:
    """Every story."""
    now = timezone.now()
    ended_at = _endings(now).values_list("public_until", flat=True).first()
    channel = Heading(title="", page=reverse("press:home"), description="", ended_at=ended_at)
    return _stories(request, channel, stories.whole(now), now=now)


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The stories of a section."""
    now = timezone.now()
    found = get_object_or_404(_with_last_ending(Section.objects.all(), "section", now), slug=slug)
    channel = Heading(found.name, found.get_absolute_url(), found.description, found.ended_at)
    return _stories(request, channel, stories.whole(now).filter(section=found.pk), now=now)


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The stories on a topic."""
    now = timezone.now()
    found = get_object_or_404(_with_last_ending(Topic.objects.all(), "topics", now), slug=slug)
    channel = Heading(found.name, found.get_absolute_url(), "", found.ended_at)
    return _stories(request, channel, stories.whole(now).filter(topics=found.pk), now=now)


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The stories by somebody."""
    now = timezone.now()
    found = get_object_or_404(_with_last_ending(Author.objects.all(), "authors", now), slug=slug)
    channel = Heading(found.name, found.get_absolute_url(), found.title, found.ended_at)
    return _stories(request, channel, stories.whole(now).filter(authors=found.pk), now=now)


@require_safe
def corrections(request: HttpRequest) -> HttpResponseBase:
    """Every correction."""
    now = timezone.now()
    entries = records.with_stories(list(records.public_notes(now)[:ITEMS]), now=now)
    moments = [entry.correction.at for entry in entries]
    moments += [entry.version.public_from for entry in entries if entry.version]
    items = [_correction_item(entry) for entry in entries]
    page = reverse("press:corrections")
    heading = Heading("Corrections", page, "What we got wrong, and when we put it right.", None)
    return _answer(request, heading, items, moments)


def _endings(now: datetime) -> PublishedVersionQuerySet:
    """Return versions that left the feeds, the last one first.

    What left a feed changed it too: a reader that compares dates alone would otherwise keep a withdrawn story.
    """
    return (
        PublishedVersion.objects.started(now)
        .in_feeds()
        .filter(public_until__lte=now)
        .order_by("-public_until")
    )


def _with_last_ending(owners: Any, column: str, now: datetime) -> Any:
    """Let a section, topic or author bring along as ``ended_at`` when a story last left its feed."""
    of_owner = _endings(now).filter(**{column: OuterRef("pk")}).values("public_until")[:1]
    return owners.annotate(ended_at=Subquery(of_owner))


def _stories(
    request: HttpRequest, heading: Heading, rows: PublishedVersionQuerySet, *, now: datetime
) -> HttpResponseBase:
    versions = list(rows.in_feeds()[:ITEMS])
    moments = [heading.ended_at, *(moment for version in versions for moment in _changes(version, now))]
    return _answer(request, heading, [_story_item(version) for version in versions], moments)


def _changes(version: PublishedVersion, now: datetime) -> list[datetime]:
    moments = [version.public_from, version.quick_take_hidden_at, *pictures.moments_of(version)]
    return [moment for moment in moments if moment and moment <= now]


def _answer(
    request: HttpRequest, heading: Heading, items: list[rss.Item], moments: Iterable[datetime | None]
) -> HttpResponseBase:
    masthead = chrome.current().masthead
    changed_at = max((moment for moment in moments if moment), default=None)
    channel = rss.Channel(
        title=f"{heading.title} – {masthead.name}" if heading.title else masthead.name,
        link=absolute(heading.page),
        self_link=absolute(request.path),
        description=heading.description or masthead.strapline or masthead.name,
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
    shown = pictures.without_withdrawn(strip_anchors(version.html, ()), pictures.withdrawn_in(version))
    body = _LOCAL_ADDRESS.sub(rf"\g<1>{settings.SITE_URL}\2", shown)
    context = {"version": version, "notes": notes_of(version), "body": body}
    topics = [row["name"] for row in getattr(version, "topic_rows", None) or []]
    return rss.Item(
        guid=version.uuid.urn,
        title=version.headline,
        link=absolute(version.get_absolute_url()),
        published_at=version.published_at,
        # A description is read as HTML, so a plain “<” has to say that it is one.
        description=escape(version.standfirst, quote=False),
        content=render_to_string("press/feed_item.html", context).strip(),
        creators=[byline["name"] for byline in version.bylines],
        categories=[version.section.name, *sorted(topics)],
        picture=_picture(version),
    )


def _picture(version: PublishedVersion) -> rss.Picture | None:
    hero = version.shown_hero
    if hero is None:
        return None
    url, width, height = fallback(hero, "wide")
    return rss.Picture(absolute(url), width, height, alt=version.hero_alt, credit=hero.credit)


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
        description=escape(note.note, quote=False),
        content=render_to_string("press/feed_correction.html", {"note": note}).strip(),
        categories=[note.get_kind_display()],
    )
