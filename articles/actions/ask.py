"""Asking a colleague to review a story until an hour: a wish, which holds nobody up and lets nobody pass."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from articles import colleagues, notices, policies
from articles.models.article import Article
from articles.models.notice import About
from articles.policies import Reason
from articles.situation import Situation
from articles.transitions import TransitionBlocked, lock
from newsroom import audit
from newsroom.models.user import User
from newsroom.roles import Right


def may_ask(article: Article, actor: User, now: datetime) -> tuple[Reason, ...]:
    """Return why the person may not ask somebody to review the story; empty when they may."""
    if Right.REVIEW in Situation(article, actor, now).rights:
        return ()
    return policies.may_write(article, actor, now)


@transaction.atomic
def ask_reviewer(
    *, article: Article, actor: User, now: datetime, reviewer: User, due_at: datetime | None = None
) -> Article:
    """Name who is to review the story, and until when (UTC). Effects: reviewer and hour on the story; a notice.

    Text, version and stage stay. Undone by asking somebody else or by `ask_nobody`. Who: whoever may write on it, and reviewers.
    """
    locked = _locked(article, actor, now)
    if due_at is not None and due_at <= now:
        raise TransitionBlocked(Reason("past", "That hour is past: choose a later one, or none.", "due_at"))
    if reviewer not in colleagues.reviewers_for(locked):
        message = f"{reviewer} cannot review this text: choose somebody who may, and who did not work on it."
        raise TransitionBlocked(Reason("reviewer", message, "reviewer"))
    unchanged = locked.reviewer_id == reviewer.pk and locked.due_at == due_at
    if not unchanged:
        _name(locked, actor=actor, now=now, reviewer=reviewer, due_at=due_at)
        tell_reviewer(article=locked, by=actor, now=now)
    article.refresh_from_db()
    return locked


@transaction.atomic
def ask_nobody(*, article: Article, actor: User, now: datetime) -> Article:
    """Take the name and the hour off the story again; whoever may review it still may."""
    locked = _locked(article, actor, now)
    if locked.reviewer_id is not None:
        _name(locked, actor=actor, now=now, reviewer=None, due_at=None)
    article.refresh_from_db()
    return locked


def tell_reviewer(*, article: Article, by: User, now: datetime, words: str = "") -> None:
    """Put the question under the bell of the reviewer whom the story names, if it names one."""
    if article.reviewer is None:
        return
    hour = f"Due {date_format(timezone.localtime(article.due_at), 'H:i, j F')}." if article.due_at else ""
    text = f"{words} {hour}".strip()
    notices.tell(article=article, people=[article.reviewer], about=About.ASKED, by=by, now=now, text=text)


def answered(article: Article) -> tuple[str, ...]:
    """Clear the question on the locked story, because it was answered; returns the columns to save."""
    article.reviewer, article.due_at = None, None
    return ("reviewer", "due_at")


def _locked(article: Article, actor: User, now: datetime) -> Article:
    locked = lock(article)
    if reasons := may_ask(locked, actor, now):
        raise TransitionBlocked(*reasons)
    return locked


def _name(
    article: Article, *, actor: User, now: datetime, reviewer: User | None, due_at: datetime | None
) -> None:
    article.reviewer, article.due_at = reviewer, due_at
    article.save(update_fields=["reviewer", "due_at"])
    audit.record(
        actor=actor,
        action="ask_reviewer",
        subject=article.subject,
        now=now,
        data={"reviewer": str(reviewer) if reviewer else None, "due": due_at},
    )
