"""The newsroom's day from midnight to midnight: what went out, what goes out, what is held; as marks and as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from articles.desk import days
from articles.desk.badges import clock
from articles.models.article import Article, ArticleQuerySet
from articles.models.version import PublishedVersion
from newsroom.models.user import User

MOST_LINES = 10
_LOOK_AT = 200
_AHEAD = timedelta(days=7)
_HOURS = (0, 6, 12, 18, 24)
# Marks nearer to each other than this, in per cent of the day, stand one above the other.
_APART = 1.3
_LANES = 4
_LANE = 12
_FIRST_LANE = 10
_MOST_BARS = 6
_BAR = 8
# The line moves in steps, so that an open page is not renewed every minute for its sake alone.
_STEP = 5


@dataclass(frozen=True, slots=True)
class Event:
    """Something with an hour: ``tone`` draws it, ``words`` say the same."""

    at: datetime
    tone: str
    words: str
    time: str
    headline: str
    language: str
    url: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the strip; ``x`` and ``width`` are shares of the day, ``y`` and ``end`` are pixels."""

    event: Event
    x: str
    y: int
    width: str = ""


@dataclass(frozen=True, slots=True)
class DayLine:
    """What the page draws; ``lines`` are those nearest to now, ``following`` is the first of the days after."""

    marks: list[Mark]
    bars: list[Mark]
    lines: list[Event]
    more: int
    following: Event | None
    hours: list[tuple[str, str, str]]
    now: str
    height: int
    foot: int


def day_line(person: User, now: datetime) -> DayLine:
    """Return the day as this person may see it, in a fixed number of questions."""
    visible = Article.objects.visible_to(person)
    start, end = days.span(days.today(now))
    public = [*went_out(visible, start, end, now), *goes_out(visible, start, end, now)]
    held = list(is_held(visible, now, end + timedelta(days=1), now))
    marks = _marks(sorted(public, key=lambda event: event.at))
    lowest = max((mark.y for mark in marks), default=_FIRST_LANE) + _LANE
    bars = _bars(held, now, end, lowest)
    height = lowest + _BAR * len(bars)
    events = sorted([*public, *held], key=lambda event: event.at)
    lines = _nearest(events, now)
    return DayLine(
        marks=marks,
        bars=bars,
        lines=lines,
        more=len(events) - len(lines),
        following=next(goes_out(visible, end, end + _AHEAD, now), None),
        hours=_hours(),
        now=_per_cent(_now_line(now)),
        height=height + 18,
        foot=height,
    )


def went_out(visible: ArticleQuerySet, start: datetime, end: datetime, now: datetime) -> Iterator[Event]:
    """What readers see that came out in this time, and what they were told of as changed."""
    rows = PublishedVersion.objects.live(now).filter(
        Q(published_at__gte=start, published_at__lt=end) | Q(updated_at__gte=start, updated_at__lt=end)
    )
    for version in _known(rows, visible).order_by("-updated_at")[:_LOOK_AT]:
        if start <= version.published_at < end:
            yield _event(version.published_at, "out", "Out", now, version)
        if version.is_updated and start <= version.updated_at < end:
            yield _event(version.updated_at, "out", "Updated", now, version)


def goes_out(visible: ArticleQuerySet, start: datetime, end: datetime, now: datetime) -> Iterator[Event]:
    """What is scheduled for this time."""
    rows = PublishedVersion.objects.upcoming(now).filter(public_from__gte=start, public_from__lt=end)
    for version in _known(rows, visible).order_by("public_from")[:_LOOK_AT]:
        yield _event(version.public_from, "due", "Scheduled", now, version)


def is_held(visible: ArticleQuerySet, start: datetime, end: datetime, now: datetime) -> Iterator[Event]:
    """What is under embargo until an hour in this time."""
    rows = visible.filter(embargo_until__gt=max(start, now), embargo_until__lt=end)
    for article in rows.only("headline", "language", "embargo_until").order_by("embargo_until")[:_LOOK_AT]:
        if article.embargo_until is not None:
            yield _event(article.embargo_until, "embargo", "Embargo ends", now, article)


def _known(rows: Any, visible: ArticleQuerySet) -> Any:
    wanted = ("article_id", "headline", "language", "published_at", "updated_at", "public_from")
    return rows.filter(article__in=visible.values("pk")).only(*wanted)


def _event(at: datetime, tone: str, words: str, now: datetime, story: PublishedVersion | Article) -> Event:
    key = story.article_id if isinstance(story, PublishedVersion) else story.pk
    url = reverse("admin:articles_article_change", args=[key])
    return Event(at, tone, words, clock(at, now), story.headline, story.language, url)


def _marks(events: list[Event]) -> list[Mark]:
    """Put each event into the first lane in which it does not touch the one before it."""
    ends = [-_APART] * _LANES
    found = []
    for event in events:
        x = days.share_of_day(event.at)
        free = [lane for lane, end in enumerate(ends) if x - end >= _APART]
        lane = free[0] if free else _LANES - 1
        ends[lane] = x
        found.append(Mark(event, _per_cent(x), _FIRST_LANE + lane * _LANE))
    return found


def _bars(held: list[Event], now: datetime, end: datetime, top: int) -> list[Mark]:
    """Draw each embargo from now on to its hour, or to the end of the day."""
    begin = days.share_of_day(now)
    found = []
    for lane, event in enumerate(held[:_MOST_BARS]):
        until = 100.0 if event.at >= end else days.share_of_day(event.at)
        width = _per_cent(max(until - begin, 0.4))
        found.append(Mark(event, _per_cent(begin), top + lane * _BAR, width))
    return found


def _nearest(events: list[Event], now: datetime) -> list[Event]:
    """Return what fits beside the strip: what is to come first, then what was last."""
    later = [event for event in events if event.at > now][:MOST_LINES]
    room = MOST_LINES - len(later)
    earlier = [event for event in events if event.at <= now]
    return [*(earlier[-room:] if room else []), *later]


def _hours() -> list[tuple[str, str, str]]:
    """Return place, word and anchor of each hour under the strip."""
    anchors = {0: "start", 24: "end"}
    return [(_per_cent(hour / 24 * 100), f"{hour:02}", anchors.get(hour, "middle")) for hour in _HOURS]


def _now_line(now: datetime) -> float:
    local = timezone.localtime(now)
    return days.share_of_day(local.replace(minute=local.minute - local.minute % _STEP))


def _per_cent(share: float) -> str:
    return f"{share:g}%"
