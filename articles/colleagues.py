"""Who stands how to a story: its writers, those who may review it, those who may know of it; tells nobody anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet, Value

from articles.models.article import Article
from newsroom.models.user import User
from newsroom.roles import RIGHTS, Right, Role

# SQLite takes 500 parts of one question; more people than this are asked for in turns.
_AT_ONCE = 200
_NAMES = ("first_name", "last_name")


def knowing(article: Article, people: Iterable[User]) -> list[User]:
    """Return those of ``people`` who may know of the story, in one query; give them with their groups fetched."""
    everyone = list({person.pk: person for person in people}.values())
    found: set[int] = set()
    for start in range(0, len(everyone), _AT_ONCE):
        found |= _keys_of_knowing(article, everyone[start : start + _AT_ONCE])
    return [person for person in everyone if person.pk in found]


def _keys_of_knowing(article: Article, people: Sequence[User]) -> set[int]:
    parts = [
        Article.objects.visible_to(person).filter(pk=article.pk).order_by().values_list(Value(person.pk))
        for person in people
    ]
    first, *rest = parts
    rows = first.union(*rest, all=True) if rest else first
    return {int(row[0]) for row in rows}


def writers_of(article: Article) -> list[User]:
    """Return who began the story and the people in its byline who have an account."""
    in_byline = Q(author__pk__in=article.bylines.values("author"))
    return list(_active().filter(Q(pk=article.created_by_id) | in_byline).distinct())


def reviewers_for(article: Article) -> list[User]:
    """Return, by name, who may review the text as it is: the right, no part in the text, and they may know of it."""
    roles = [role.value for role in Role if Right.REVIEW in RIGHTS[role]]
    worked = article.head.contributors if article.head is not None else []
    able = _active().filter(groups__name__in=roles).exclude(pk__in=worked).distinct()
    return knowing(article, able.order_by("first_name", "last_name", "username"))


def named(article: Article, names: Iterable[str]) -> dict[str, list[User]]:
    """Return for each name who it means, by account or first name, among those who may know of the story.

    An account comes before first names; nobody and two people are answers as well.
    """
    wanted = list(dict.fromkeys(names))
    if not wanted:
        return {}
    asked = reduce(or_, (Q(username__iexact=name) | Q(first_name__iexact=name) for name in wanted))
    known = knowing(article, _active().filter(asked).order_by("username"))
    return {name: _meant(name, known) for name in wanted}


def called(article: Article, start: str, *, besides: User, most: int = 8) -> list[User]:
    """Return, by name, colleagues whose account, first or last name begins so, among those who may know of the story.

    Of very many that begin so the first by name are looked at, so that a letter never costs more than one question.
    """
    begins = reduce(or_, (Q(**{f"{name}__istartswith": start}) for name in ("username", *_NAMES)))
    people = _active().filter(begins).exclude(pk=besides.pk).order_by(*_NAMES, "username")
    return knowing(article, people[:_AT_ONCE])[:most]


def _meant(name: str, people: Sequence[User]) -> list[User]:
    accounts = [person for person in people if person.username.casefold() == name.casefold()]
    return accounts or [person for person in people if person.first_name.casefold() == name.casefold()]


def _active() -> QuerySet[User]:
    return User.objects.filter(is_active=True).prefetch_related("groups")
