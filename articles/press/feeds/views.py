"""The feeds' addresses: what is in each, and when it last changed; entries and formats are other modules' work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.models.taxonomy import Section
from articles.models.version import EndReason, PublishedVersion, PublishedVersionQuerySet
from articles.press import chrome, pictures, records, respond, stories
from articles.press.feeds import items
from articles.press.feeds.entry import Channel, Entry
from articles.press.feeds.formats import FORMATS
from authors.models.author import Author
from newsroom.templatetags.paper import absolute

ITEMS = 30


@dataclass(frozen=True, slots=True)
class Heading:
    """What a feed is of, its page for people, and when that changed or a story last left it."""

    title: str
    page: str
    description: str
    moments: tuple[datetime | None, ...] = ()


@require_safe
def latest(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Every story."""
    now = timezone.now()
    ended_at = endings(now).values_list("public_until", flat=True).first()
    channel = Heading(title="", page=reverse("press:home"), description="", moments=(ended_at,))
    return _stories(request, ending, channel, stories.whole(now), now=now)


@require_safe
def section(request: HttpRequest, slug: str, ending: str) -> HttpResponseBase:
    """The stories of a section."""
    now = timezone.now()
    found = get_object_or_404(_with_last_ending(Section.objects.all(), "section", now), slug=slug)
    channel = Heading(found.name, found.get_absolute_url(), found.description, _moments_of(found))
    return _stories(request, ending, channel, stories.whole(now).filter(section=found.pk), now=now)


@require_safe
def topic(request: HttpRequest, slug: str, ending: str) -> HttpResponseBase:
    """The stories on a topic."""
    now = timezone.now()
    found = get_object_or_404(_with_last_ending(stories.topics(now), "topics", now), slug=slug)
    channel = Heading(found.name, found.get_absolute_url(), "", _moments_of(found))
    return _stories(request, ending, channel, stories.whole(now).filter(topics=found.pk), now=now)


@require_safe
def author(request: HttpRequest, slug: str, ending: str) -> HttpResponseBase:
    """The stories by somebody."""
    now = timezone.now()
    found = get_object_or_404(_with_last_ending(Author.objects.all(), "authors", now), slug=slug)
    channel = Heading(found.name, found.get_absolute_url(), found.title, _moments_of(found))
    return _stories(request, ending, channel, stories.whole(now).filter(authors=found.pk), now=now)


@require_safe
def corrections(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Every correction."""
    now = timezone.now()
    notes = list(_notes_with_withdrawals(now)[:ITEMS])
    entries = records.with_stories(notes, now=now)
    # With a withdrawn story its headline and its notes leave the feed.
    moments = [moment for note in notes for moment in (note.at, note.withdrawn_at)]
    moments += [entry.version.public_from for entry in entries if entry.version]
    heading = Heading(
        title=gettext("Corrections"),
        page=reverse("press:corrections"),
        description=gettext("What we got wrong, and when we put it right."),
    )
    return answer(request, ending, heading, [items.correction(entry) for entry in entries], moments, now=now)


def _notes_with_withdrawals(now: datetime) -> QuerySet[Any]:
    """Let notes bring along as ``withdrawn_at`` when their story was last withdrawn."""
    ended = PublishedVersion.objects.started(now).filter(
        article_id=OuterRef("article_id"), end_reason=EndReason.WITHDRAWN, public_until__lte=now
    )
    last = ended.order_by("-public_until").values("public_until")[:1]
    return records.public_notes(now).annotate(withdrawn_at=Subquery(last))


def endings(now: datetime) -> PublishedVersionQuerySet:
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
    of_owner = endings(now).filter(**{column: OuterRef("pk")}).values("public_until")[:1]
    return owners.annotate(ended_at=Subquery(of_owner))


def _stories(
    request: HttpRequest, ending: str, heading: Heading, rows: PublishedVersionQuerySet, *, now: datetime
) -> HttpResponseBase:
    versions = list(rows.in_feeds()[:ITEMS])
    moments = [moment for version in versions for moment in changes(version)]
    entries = [items.story(version) for version in versions]
    return answer(request, ending, heading, entries, moments, now=now)


def _moments_of(owner: Any) -> tuple[datetime | None, ...]:
    return owner.changed_at, owner.ended_at


def changes(version: PublishedVersion) -> list[datetime | None]:
    """Return when anything changed that a feed shows of the version: its words and all that has a name in it."""
    moments = [version.public_from, version.quick_take_hidden_at, *pictures.moments_of(version)]
    named = [*(getattr(version, "topic_rows", None) or ()), *(getattr(version, "people_rows", None) or ())]
    return [*moments, version.section.changed_at, *(pictures.moment(row["changed_at"]) for row in named)]


def _as_seen(changed_at: datetime) -> tuple[datetime, datetime]:
    """Return when the masthead changed, and when the last page had heard of it."""
    return changed_at, changed_at + timedelta(seconds=chrome.SECONDS)


def _last(now: datetime, *moments: datetime | None) -> datetime | None:
    """Return the last moment that is over; what waits for its hour has changed nothing yet."""
    return max((moment for moment in moments if moment and moment <= now), default=None)


def answer(
    request: HttpRequest,
    ending: str,
    heading: Heading,
    entries: Sequence[Entry],
    moments: Iterable[datetime | None],
    *,
    now: datetime,
) -> HttpResponseBase:
    """Write the feed in the format that the address asks for."""
    masthead = chrome.current().masthead
    written = FORMATS[ending]
    changed_at = _last(now, *heading.moments, *moments, *_as_seen(masthead.changed_at))
    channel = Channel(
        title=f"{heading.title} – {masthead.name}" if heading.title else masthead.name,
        link=absolute(heading.page),
        self_link=absolute(request.path),
        description=heading.description or masthead.strapline or masthead.name,
        language=masthead.language,
        publisher=masthead.name,
        changed_at=changed_at,
        entries=entries,
        icon=absolute(static("img/feed-144.png")),
        large_icon=absolute(static("img/feed-512.png")),
    )
    response = respond.document(
        request, written.write(channel), content_type=written.content_type, changed_at=changed_at
    )
    # A page on another host may show our headlines: feeds are there to be read.
    response["Access-Control-Allow-Origin"] = "*"
    return response
