"""The first page of the desk: what waits for this person, then every story by where it stands; a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from articles.desk.article_list import names_of
from articles.desk.badges import Badge, clock, public_badges, with_standing
from articles.models.article import Article, ArticleQuerySet
from articles.models.job import JobState, SummaryJob
from articles.models.version import PublishedVersion
from newsroom.admin import person_of
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import Stage, Standing

MOST_WAITING = 7
MOST_CARDS = 8
# More than this many stories waiting at once is a matter for the list, not for the first page.
_LOOK_AT = 60


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: a story, why, and the verb that does it. ``late`` is said in words as well."""

    article: Article
    why: str
    verb: str
    url: str
    late: bool = False
    since: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A story on the board."""

    article: Article
    names: str
    badges: list[Badge]
    url: str


@dataclass(frozen=True, slots=True)
class Column:
    """The stories at one place; ``more`` counts those that did not fit."""

    title: str
    empty: str
    url: str
    cards: list[Card] = field(default_factory=list)
    more: int = 0

    @property
    def total(self) -> int:
        """How many stories stand here."""
        return len(self.cards) + self.more


def my_desk(request: HttpRequest) -> dict[str, Any]:
    """Return what the first page shows; people without an editorial right get no story at all."""
    person, now = person_of(request), timezone.now()
    rights = rights_of(person)
    if not rights & {Right.READ, Right.READ_OWN}:
        return {"waiting": None, "columns": []}
    waiting = _waiting(person, now)
    columns = _columns(person, now)
    return {
        "waiting": waiting[:MOST_WAITING],
        "waiting_more": max(0, len(waiting) - MOST_WAITING),
        "columns": columns,
        "drafts": columns[0].total,
        "may_write": bool(rights & {Right.WRITE, Right.WRITE_OWN}),
        "may_recall": Right.HIDE in rights,
    }


def _waiting(person: User, now: datetime) -> list[Waiting]:
    visible = Article.objects.visible_to(person)
    newest = SummaryJob.objects.filter(revision=OuterRef("head")).order_by("-pk")
    to_read = visible.awaiting_review().annotate(
        job_state=Subquery(newest.values("state")[:1]), job_deadline=Subquery(newest.values("deadline")[:1])
    )
    rows = list(to_read.select_related("head", "section").order_by("changed_at")[:_LOOK_AT])
    returned = visible.at(Stage.DRAFT).exclude(returned_because="").filter(created_by=person)
    fix = [
        _to_fix(article, now)
        for article in returned.select_related("section").order_by("changed_at")[:_LOOK_AT]
    ]
    found = [*fix, *(one for article in rows if (one := _to_read(article, person, now)) is not None)]
    return sorted(found, key=lambda one: not one.late)


def _to_fix(article: Article, now: datetime) -> Waiting:
    url = reverse("admin:articles_article_change", args=[article.pk])
    why = f"Returned to you: {article.returned_because}"
    return Waiting(article, why, "Fix", url, since=clock(article.changed_at, now))


def _to_read(article: Any, person: User, now: datetime) -> Waiting | None:
    """What a person should do about a story that waits for a reader; None when somebody else has to do it."""
    reads = Right.REVIEW in rights_of(person) and article.head is not None
    own_text = article.head is not None and person.pk in article.head.contributors
    url = reverse("admin:articles_article_review", args=[article.pk])
    since = clock(article.changed_at, now)
    if article.needs_second_read:
        if not reads or own_text:
            return None
        return Waiting(article, "Out without a second read", "Read", url, late=True, since=since)
    overdue = article.job_deadline is not None and article.job_deadline < now
    if article.job_state == JobState.FAILED or (article.job_state != JobState.DONE and overdue):
        return Waiting(article, "No Quick Take was drafted", "Retry", url, since=since)
    if not reads or own_text:
        return None
    return Waiting(article, "Waits for a second person", "Review", url, since=since)


def _columns(person: User, now: datetime) -> list[Column]:
    visible = Article.objects.visible_to(person)
    upcoming = PublishedVersion.objects.upcoming(now).values("article")
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    versions = PublishedVersion.objects.live(now).filter(public_from__gte=midnight)
    places: tuple[tuple[str, str, str, ArticleQuerySet], ...] = (
        ("Draft", "No drafts.", f"?stage__exact={Stage.DRAFT.value}", visible.at(Stage.DRAFT)),
        (
            "Quick Take",
            "Nothing waits for a reader.",
            f"?stage__exact={Stage.AI_SUMMARY.value}",
            visible.at(Stage.AI_SUMMARY),
        ),
        (
            "Reviewed",
            "Nothing is ready to go out.",
            f"?stage__exact={Stage.REVIEWED.value}",
            visible.at(Stage.REVIEWED).exclude(pk__in=upcoming),
        ),
        (
            "Scheduled",
            "Nothing is scheduled.",
            f"?standing={Standing.SCHEDULED.value}",
            visible.filter(pk__in=upcoming),
        ),
        (
            "Out today",
            "Nothing went out today.",
            f"?standing={Standing.LIVE.value}",
            visible.filter(pk__in=versions.values("article")),
        ),
    )
    address = reverse("admin:articles_article_changelist")
    return [_column(title, empty, address + query, stories, now) for title, empty, query, stories in places]


def _column(title: str, empty: str, url: str, stories: ArticleQuerySet, now: datetime) -> Column:
    rows: QuerySet[Article] = with_standing(stories, now)
    rows = rows.select_related("section").prefetch_related("bylines__author").order_by("-changed_at", "-pk")
    found = list(rows[: MOST_CARDS + 1])
    more = stories.count() - MOST_CARDS if len(found) > MOST_CARDS else 0
    return Column(title, empty, url, _cards(found[:MOST_CARDS], now), more)


def _cards(articles: Iterable[Article], now: datetime) -> list[Card]:
    return [
        Card(
            article,
            names_of(article),
            [badge for badge in public_badges(article, now) if badge.tone != "none"],
            reverse("admin:articles_article_change", args=[article.pk]),
        )
        for article in articles
    ]
