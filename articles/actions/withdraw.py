"""Taking a story or its Quick Take from readers, and giving it back."""

from __future__ import annotations

from datetime import datetime

from articles.actions.versions import close, reissue
from articles.models.article import Article
from articles.models.version import EndReason, PublishedVersion
from articles.situation import Situation, required
from articles.transitions import Outcome, advance
from newsroom.models.user import User
from newsroom.workflow import Move


def withdraw(*, article: Article, actor: User, now: datetime, reason: str) -> Article:
    """Take the story from readers: 410 with a notice at its address, gone from lists, feeds and search.

    Effects: the live version ends, a scheduled one is cancelled. Who: chiefs. Undone by `revive`.
    """

    def effect(locked: Article) -> Outcome:
        live = Situation(locked, None, now).live
        close(locked, now=now, at=now, reason=EndReason.WITHDRAWN)
        return Outcome(data={"version": live.number if live else None})

    return advance(article=article, move=Move.WITHDRAW, actor=actor, now=now, effect=effect, reason=reason)


def revive(*, article: Article, actor: User, now: datetime) -> Article:
    """Bring the last public version back at its address, with its dates. Who: chiefs. Undone by `withdraw`."""

    def effect(locked: Article) -> Outcome:
        last = required(Situation(locked, None, now).last_out)
        upcoming = PublishedVersion.objects.filter(article_id=locked.pk).upcoming(now).first()
        version = reissue(version=last, now=now, until=upcoming.public_from if upcoming else None)
        return Outcome(data={"version": version.number, "again": last.number})

    return advance(article=article, move=Move.REVIVE, actor=actor, now=now, effect=effect)


def _set_hidden(article: Article, now: datetime, hidden_at: datetime | None) -> Outcome:
    """Hide or show the box in what is live and in what is scheduled."""
    situation = Situation(article, None, now)
    numbers = []
    for version in (situation.live, situation.upcoming):
        if version is not None and version.quick_take_id is not None:
            version.quick_take_hidden_at = hidden_at
            version.save(update_fields=["quick_take_hidden_at"])
            numbers.append(version.number)
    return Outcome(data={"versions": numbers})


def hide_quick_take(*, article: Article, actor: User, now: datetime, reason: str) -> Article:
    """Take the box off page and feed item; no date moves. Who: chiefs. Undone by `show_quick_take`."""
    return advance(
        article=article,
        move=Move.HIDE_QUICK_TAKE,
        actor=actor,
        now=now,
        effect=lambda locked: _set_hidden(locked, now, now),
        reason=reason,
    )


def show_quick_take(*, article: Article, actor: User, now: datetime) -> Article:
    """Give the approved box back to page and feed item. Who: chiefs. Undone by `hide_quick_take`."""
    return advance(
        article=article,
        move=Move.SHOW_QUICK_TAKE,
        actor=actor,
        now=now,
        effect=lambda locked: _set_hidden(locked, now, None),
    )
