"""Tells people under the bell what happened to a story, in the transaction of the act; sends no mail itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from articles import mailing
from articles.colleagues import knowing, reviewers_for, writers_of
from articles.models.article import Article
from articles.models.notice import About, Notice
from newsroom.models.user import User

_LONGEST = 500


def tell(
    *, article: Article, people: Iterable[User], about: About, by: User | None, now: datetime, text: str = ""
) -> list[Notice]:
    """Write a notice to each of ``people`` who may know of the story, never to ``by``; mail follows the commit.

    ``by`` None is the machine.
    """
    others = [person for person in people if person.is_active and (by is None or person.pk != by.pk)]
    if not others:
        return []
    words = " ".join(text.split())
    line = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
    told = Notice.objects.bulk_create(
        Notice(person=person, article=article, about=about, by=by, at=now, text=line)
        for person in knowing(article, others)
    )
    for notice in told:
        mailing.mail_after_commit(notice)
    return told


def tell_writers(*, article: Article, about: About, by: User | None, now: datetime, text: str = "") -> None:
    """Tell who began the story and the people in its byline."""
    tell(article=article, people=writers_of(article), about=about, by=by, now=now, text=text)


def ask_for_second_read(*, article: Article, by: User, now: datetime, text: str = "") -> None:
    """Tell everybody who may read what went out unread."""
    people = reviewers_for(article)
    tell(article=article, people=people, about=About.SECOND_READ, by=by, now=now, text=text)


def mark_read(*, person: User, now: datetime, up_to: int) -> int:
    """Mark what the person has seen on the page as read: notices up to that key; returns how many there were."""
    return Notice.objects.known_to(person).unread().filter(pk__lte=up_to).update(read_at=now)


def open_notice(*, notice: Notice, now: datetime) -> None:
    """Mark one notice as read, because its person opens the story."""
    Notice.objects.unread().filter(pk=notice.pk).update(read_at=now)
