"""A confidential story with everything that can hang on one, and every door of the desk through which it might be met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.contrib import admin
from django.urls import URLPattern, URLResolver, get_resolver

from articles import actions
from articles.models.article import Article
from articles.models.note import Note
from articles.models.notice import About, Notice
from articles.models.presence import Place, Presence
from articles.models.unsaved import UnsavedText
from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from newsroom.models.user import User
from newsroom.workflow import Move
from tests.factories import stories

SECRET = "zweifelsohne"
# Stands in the story as well, and may be typed into a search: a page repeats what was searched for.
ALSO = "harbourmistress"
HEADLINE = f"A {SECRET} {ALSO} of the port"
# What lies open under /admin/ without being a page, or ends the log-in that the walk needs.
LEFT_OUT = ("jsi18n", "logout", "login")
_CONVERTER = re.compile(r"<(?:(\w+):)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Known:
    """The story, and the keys of what belongs to it."""

    article: Article
    hero: Image
    note: Note
    notices: dict[int, Notice]

    @property
    def entries(self) -> list[int]:
        """The keys of its entries in the audit log."""
        return list(AuditEntry.objects.filter(subject=self.article.subject).values_list("pk", flat=True))


def write(*, ada: User, cleo: User, hero: Image, outsiders: list[User], now: datetime) -> Known:
    """Write the story and let everybody have had to do with it, before it was kept to Ada and the chief."""
    article = stories.reviewed(
        by=ada,
        reviewer=cleo,
        now=now,
        slug=f"{SECRET}-port",
        headline=HEADLINE,
        standfirst=f"A {SECRET} standfirst.",
        body=stories.BODY.replace("harbour bridge", f"{SECRET} {ALSO}"),
        hero=hero,
        hero_alt=f"A {SECRET} view",
        hero_caption=f"A {SECRET} caption",
    )
    actions.schedule(article=article, actor=cleo, now=now, at=now + timedelta(hours=20))
    Article.objects.filter(pk=article.pk).update(returned_because=f"A {SECRET} reason.")
    note = Note.objects.create(article=article, author=ada, text=f"A {SECRET} note.", at=now)
    note.mentions.set(outsiders)
    notices = {
        one.pk: Notice.objects.create(
            person=one, article=article, about=About.MENTIONED, by=ada, text=f"A {SECRET} note.", at=now
        )
        for one in outsiders
    }
    Presence.objects.create(person=ada, article=article, place=Place.WRITE, since=now, seen_at=now)
    UnsavedText.objects.create(
        person=ada, article=article, base=1, fields={"headline": f"More {SECRET}"}, saved_at=now
    )
    actions.confide(article=article, actor=ada, now=now, confidential=True)
    article.refresh_from_db()
    return Known(article, hero, note, notices)


def patterns(found: list[Any] | None = None, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield route and name of every page of the desk."""
    for one in get_resolver().url_patterns if found is None else found:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            if before or route in {"admin/", "preview/"}:
                yield from patterns(one.url_patterns, route)
        elif isinstance(one, URLPattern) and one.name not in LEFT_OUT and before and "(?P" not in route:
            yield route, one.name or ""


def lists() -> list[str]:
    """Return the addresses that take nothing: lists, counts, calendars, forms of new things."""
    apps = [f"/admin/{label}/" for label in sorted({model._meta.app_label for model in admin.site._registry})]
    return [*dict.fromkeys(f"/{route}" for route, _ in patterns() if "<" not in route), *apps]


def doors(known: Known, person: User) -> list[str]:
    """Return the addresses that lead to the story, or to something that hangs on it."""
    return [address for route, _ in patterns() if "<" in route for address in _filled(route, known, person)]


def _filled(route: str, known: Known, person: User) -> Iterator[str]:
    if "auditentry" in route:
        keys: list[Any] = known.entries
    elif "newsroom/image" in route or "/image/" in route:
        keys = [known.hero.pk]
    else:
        keys = [known.article.pk]
    words = [move.value for move in Move] if "/move/" in route else ["city" if "front" in route else "write"]
    inner = known.note.pk if "notes" in route else known.notices[person.pk].pk if "bell" in route else 1
    for key in keys:
        for word in words:
            fill = {"pk": key, "object_id": key, "id": key, "key": inner, "number": 1}
            yield "/" + _CONVERTER.sub(partial(_word, fill=fill, word=word), route)


def _word(part: re.Match[str], *, fill: dict[str, Any], word: str) -> str:
    """Return what stands in for one converter of a route."""
    return str(fill.get(part[2], 1 if part[1] == "int" else word))
