"""What colleagues say to each other about a story; nothing of it reaches readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from articles import colleagues, notices
from articles.models.article import Article
from articles.models.note import Note
from articles.models.notice import About
from articles.policies import Reason
from articles.transitions import TransitionBlocked
from newsroom import audit
from newsroom.models.user import User

LONGEST_NOTE = 4000
# Not in the middle of a word, so that a mail address mentions nobody; a full stop after a name is not of it.
_MENTION = re.compile(r"(?<![\w@.])@(\w+(?:[.+-]\w+)*)")


@dataclass(frozen=True, slots=True)
class Said:
    """A note that was kept: whom it reached, and the names in it that reached nobody, with why."""

    note: Note
    told: tuple[User, ...] = ()
    unknown: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


@transaction.atomic
def add_note(*, article: Article, actor: User, now: datetime, text: str) -> Said:
    """Keep a note on the story. Effects: the note; a notice to everybody mentioned as @account or @First; an audit entry.

    A name that means nobody, or two people, keeps nothing from being said. Who: everyone who may know of the story.
    """
    words = text.strip()
    if not words:
        raise TransitionBlocked(Reason("empty", "Write the note first: there is nothing in it.", "text"))
    if len(words) > LONGEST_NOTE:
        message = f"The note has {len(words):,} characters; {LONGEST_NOTE:,} is the most. Shorten it."
        raise TransitionBlocked(Reason("long", message, "text"))
    meant = colleagues.named(article, mentions_in(words))
    people = tuple(found[0] for found in meant.values() if len(found) == 1)
    note = Note.objects.create(article=article, author=actor, text=words, at=now)
    note.mentions.set(people)
    told = notices.tell(
        article=article, people=dict.fromkeys(people), about=About.MENTIONED, by=actor, now=now, text=words
    )
    audit.record(actor=actor, action="add_note", subject=article.subject, now=now, data={"note": note.pk})
    return Said(
        note=note,
        told=tuple(notice.person for notice in told),
        unknown=tuple(name for name, found in meant.items() if not found),
        doubtful=tuple(name for name, found in meant.items() if len(found) > 1),
    )


def mentions_in(text: str) -> list[str]:
    """Return the names that a text mentions, without their @."""
    return _MENTION.findall(text)


@transaction.atomic
def resolve_note(*, note: Note, actor: User, now: datetime) -> Note:
    """Say that a note is dealt with. Undone by `reopen_note`. Who: everyone who may know of the story."""
    locked = Note.objects.select_for_update(of=("self",)).select_related("article").get(pk=note.pk)
    if locked.resolved_at is None:
        locked.resolved_at, locked.resolved_by = now, actor
        _save(locked, actor=actor, now=now, action="resolve_note")
    return locked


@transaction.atomic
def reopen_note(*, note: Note, actor: User, now: datetime) -> Note:
    """Say that a note is not dealt with after all. Who: everyone who may know of the story."""
    locked = Note.objects.select_for_update(of=("self",)).select_related("article").get(pk=note.pk)
    if locked.resolved_at is not None:
        locked.resolved_at, locked.resolved_by = None, None
        _save(locked, actor=actor, now=now, action="reopen_note")
    return locked


def _save(note: Note, *, actor: User, now: datetime, action: str) -> None:
    note.save(update_fields=["resolved_at", "resolved_by"])
    audit.record(actor=actor, action=action, subject=note.article.subject, now=now, data={"note": note.pk})
