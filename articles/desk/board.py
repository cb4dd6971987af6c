"""Every story by where it stands, narrowed to a section and a person; a card is a look, never a move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.db.models import OuterRef, QuerySet, Subquery, prefetch_related_objects
from django.urls import reverse

from articles.desk import days
from articles.desk.article_list import names_of
from articles.desk.badges import Badge, clock, public_badges, with_standing
from articles.models.article import Article, ArticleQuerySet
from articles.models.taxonomy import Section
from articles.models.version import PublishedVersion
from newsroom.models.user import User
from newsroom.roles import RIGHTS, Right, rights_of
from newsroom.workflow import Stage, Standing

MOST_CARDS = 8


@dataclass(frozen=True, slots=True)
class Card:
    """A story on the board; ``due`` is when somebody should have read it."""

    article: Article
    names: str
    badges: list[Badge]
    due: str
    late: bool
    url: str


@dataclass(frozen=True, slots=True)
class Column:
    """The stories at one place; ``more`` counts those that did not fit."""

    key: str
    title: str
    empty: str
    url: str
    cards: list[Card]
    total: int

    @property
    def more(self) -> int:
        """How many did not fit."""
        return self.total - len(self.cards)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where stories stand, in which order they are wanted, and which list has the rest."""

    title: str
    empty: str
    query: str
    stories: ArticleQuerySet
    order: tuple[str, ...] = ("-changed_at", "-pk")


@dataclass(frozen=True, slots=True)
class Narrow:
    """To which section and whose stories the board is narrowed; None is all of them."""

    section: int | None = None
    person: int | None = None

    @classmethod
    def read(cls, data: Mapping[str, str]) -> Narrow:
        """Read it from an address; what cannot be read narrows nothing."""
        return cls(_key(data.get("section", "")), _key(data.get("person", "")))

    @property
    def query(self) -> str:
        """Return it as part of an address."""
        pairs = (("section", self.section), ("person", self.person))
        return urlencode([(name, value) for name, value in pairs if value is not None])

    def of(self, stories: ArticleQuerySet) -> ArticleQuerySet:
        """Return the stories that are left."""
        if self.section is not None:
            stories = stories.filter(section=self.section)
        return stories if self.person is None else stories.of_person(self.person)


def board(person: User, now: datetime, narrow: Narrow) -> list[Column]:
    """Return the five columns, in a fixed number of questions."""
    stories = narrow.of(Article.objects.visible_to(person))
    places = _places(stories, now)
    rows = [list(_in_order(place, now)[:MOST_CARDS]) for place in places]
    prefetch_related_objects([article for some in rows for article in some], "bylines__author")
    address = reverse("admin:articles_article_changelist")
    return [
        Column(
            key=place.title.lower().replace(" ", "-"),
            title=place.title,
            empty=place.empty,
            url=f"{address}?{place.query}{_list_query(narrow)}",
            cards=_cards(some, now),
            total=place.stories.count(),
        )
        for place, some in zip(places, rows, strict=True)
    ]


def sections_and_people(person: User) -> tuple[list[Section], list[User]]:
    """Return what the board can be narrowed to; whoever sees own stories only has nobody to choose from."""
    sections = list(Section.objects.only("name").order_by("position", "name"))
    if Right.READ not in rights_of(person):
        return sections, []
    roles = [role.value for role, rights in RIGHTS.items() if rights & {Right.WRITE, Right.WRITE_OWN}]
    people = User.objects.filter(is_active=True, groups__name__in=roles).distinct()
    return sections, list(
        people.only("first_name", "last_name", "username").order_by("first_name", "username")
    )


def _key(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


def _list_query(narrow: Narrow) -> str:
    """The list of stories narrows by section as well; it knows no person."""
    return "" if narrow.section is None else f"&section__id__exact={narrow.section}"


def _places(stories: ArticleQuerySet, now: datetime) -> tuple[_Place, ...]:
    midnight, _ = days.span(days.today(now))
    upcoming = PublishedVersion.objects.upcoming(now)
    out = PublishedVersion.objects.live(now).filter(published_at__gte=midnight)
    mine = PublishedVersion.objects.filter(article=OuterRef("pk"))
    hour = Subquery(mine.upcoming(now).order_by("public_from").values("public_from")[:1])
    first = Subquery(mine.live(now).values("published_at")[:1])
    return (
        _Place("Draft", "No drafts.", f"stage__exact={Stage.DRAFT.value}", stories.at(Stage.DRAFT)),
        _Place(
            "Quick Take",
            "Nothing waits for a reader.",
            f"stage__exact={Stage.AI_SUMMARY.value}",
            stories.at(Stage.AI_SUMMARY),
        ),
        _Place(
            "Reviewed",
            "Nothing is ready to go out.",
            f"stage__exact={Stage.REVIEWED.value}",
            stories.at(Stage.REVIEWED).exclude(pk__in=upcoming.values("article")),
        ),
        _Place(
            "Scheduled",
            "Nothing is scheduled.",
            f"standing={Standing.SCHEDULED.value}",
            stories.filter(pk__in=upcoming.values("article")).annotate(hour=hour),
            ("hour", "pk"),
        ),
        _Place(
            "Out today",
            "Nothing went out today.",
            "show=out-today",
            stories.filter(pk__in=out.values("article")).annotate(hour=first),
            ("-hour", "-pk"),
        ),
    )


def _in_order(place: _Place, now: datetime) -> QuerySet[Article]:
    rows = with_standing(place.stories, now).select_related("section").defer("body", "standfirst")
    return rows.order_by(*place.order)


def _cards(articles: Iterable[Article], now: datetime) -> list[Card]:
    return [
        Card(
            article,
            names_of(article),
            [badge for badge in public_badges(article, now) if badge.tone != "none"],
            clock(article.due_at, now) if article.due_at and _is_open(article) else "",
            bool(article.due_at and article.due_at < now),
            reverse("admin:articles_article_change", args=[article.pk]),
        )
        for article in articles
    ]


def _is_open(article: Article) -> bool:
    """Whether somebody still has to read it."""
    return article.stage in {Stage.DRAFT, Stage.AI_SUMMARY}
