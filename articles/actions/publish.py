"""Putting the head revision before readers: reviewed, alone, or as an update of what is live."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction

from articles import notices
from articles.actions.tick import waive_all
from articles.actions.versions import Note, release
from articles.models.article import Article
from articles.models.notice import About
from articles.models.version import Basis, PublishedVersion
from articles.transitions import Outcome, advance
from newsroom.models.user import User
from newsroom.workflow import Move


def publish(*, article: Article, actor: User, now: datetime, note: Note | None = None) -> Article:
    """Publish the reviewed head at once, with a public note, without which a change of substance is refused.

    Effects: a version; what was live or scheduled ends; the address is reserved; stage published.
    Who: editors and chiefs. Undone by withdrawing or by the next version.
    """

    def effect(locked: Article) -> Outcome:
        version = release(article=locked, now=now, basis=Basis.REVIEWED, note=note)
        locked.needs_second_read = False
        _tell(locked, version, actor, now)
        data = {"version": version.number, "quick_take": version.quick_take_id, "digest": version.digest}
        return Outcome(data=data, fields=("needs_second_read",))

    return advance(article=article, move=Move.PUBLISH, actor=actor, now=now, effect=effect)


@transaction.atomic
def publish_alone(
    *,
    article: Article,
    actor: User,
    now: datetime,
    reason: str,
    without: str = "",
    note: Note | None = None,
) -> Article:
    """Publish what nobody else has read, always without a Quick Take; the desk is asked for a second read.

    ``without`` is why the story may go out although its checklist holds it back; ``note`` is for readers who know
    another text. Who: chiefs, with a typed reason.
    Undone by withdrawing or by the next version.
    """
    if without.strip():
        waive_all(article=article, actor=actor, now=now, because=without)
    effect = partial(_unread, actor=actor, now=now, basis=Basis.ALONE, why=reason, note=note)
    return advance(
        article=article, move=Move.PUBLISH_ALONE, actor=actor, now=now, effect=effect, reason=reason
    )


def update_now(*, article: Article, actor: User, now: datetime, note: Note) -> Article:
    """Put new text of a live story before readers at once, with its note; the box is off until it is confirmed again.

    Who: editors and chiefs. The story stays on “needs a second read” until somebody else confirms it.
    """
    effect = partial(_unread, actor=actor, now=now, basis=Basis.UPDATE, why=note.text, note=note)
    return advance(
        article=article, move=Move.UPDATE_NOW, actor=actor, now=now, effect=effect, reason=note.text
    )


def _unread(
    article: Article, *, actor: User, now: datetime, basis: Basis, why: str, note: Note | None = None
) -> Outcome:
    version = release(article=article, now=now, basis=basis, note=note)
    article.needs_second_read = True
    _tell(article, version, actor, now)
    notices.ask_for_second_read(article=article, by=actor, now=now, text=why)
    data = {"version": version.number, "digest": version.digest}
    return Outcome(data=data, fields=("needs_second_read",))


def _tell(article: Article, version: PublishedVersion, actor: User, now: datetime) -> None:
    text = f"Version {version.number}, {version.get_basis_display().lower()}."
    notices.tell_writers(article=article, about=About.PUBLISHED, by=actor, now=now, text=text)
