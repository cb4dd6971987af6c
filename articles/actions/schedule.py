"""Going out at an hour, and not before one: schedule and embargo."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.module_loading import import_string

from articles.actions.versions import Note, release, take_off_schedule
from articles.models.article import Article
from articles.models.version import Basis, PublishedVersion
from articles.policies import Reason
from articles.situation import required
from articles.transitions import Outcome, TransitionBlocked, advance
from newsroom.models.user import User
from newsroom.workflow import Move


def schedule(
    *, article: Article, actor: User, now: datetime, at: datetime, note: Note | None = None
) -> Article:
    """Let the approved head go out at ``at`` (UTC). Later edits make the next revision and change nothing of it.

    Effects: a version public from ``at``; what is live ends then; the address is reserved; on commit a
    task to settle the stage. Nothing waits for that task to become public. ``note`` goes out with it, no minute
    earlier; a change of substance is refused without. Who: editors and chiefs.
    """

    def effect(locked: Article) -> Outcome:
        if at <= now:
            raise TransitionBlocked(Reason("past", "That hour is past: publish at once instead.", "at"))
        if locked.embargo_until is not None and at < locked.embargo_until:
            raise TransitionBlocked(Reason("embargo", "That hour is before the end of the embargo.", "at"))
        version = release(article=locked, now=now, basis=Basis.REVIEWED, at=at, note=note)
        enqueue = import_string("articles.tasks.enqueue_settle")
        transaction.on_commit(lambda: enqueue(at))
        return Outcome(data={"version": version.number, "at": at, "digest": version.digest})

    return advance(article=article, move=Move.SCHEDULE, actor=actor, now=now, effect=effect)


def unschedule(*, article: Article, actor: User, now: datetime) -> Article:
    """Take what was to go out off the schedule; what is live stays. Who: editors and chiefs."""

    def effect(locked: Article) -> Outcome:
        upcoming = required(take_off_schedule(locked, now=now))
        return Outcome(data={"version": upcoming.number, "at": upcoming.public_from})

    return advance(article=article, move=Move.UNSCHEDULE, actor=actor, now=now, effect=effect)


def set_embargo(*, article: Article, actor: User, now: datetime, until: datetime) -> Article:
    """Let nothing new of the story out before ``until``, by anyone. Who: editors and chiefs. Undone by `lift_embargo`."""

    def effect(locked: Article) -> Outcome:
        if until <= now:
            raise TransitionBlocked(Reason("past", "That hour is past.", "until"))
        early = PublishedVersion.objects.filter(article_id=locked.pk, public_from__lt=until).upcoming(now)
        if early.exists():
            raise TransitionBlocked(
                Reason(
                    "scheduled",
                    "The story is scheduled before that hour: take it off the schedule first.",
                    "until",
                )
            )
        if locked.embargo_until is not None and until < locked.embargo_until:
            raise TransitionBlocked(
                Reason("earlier", "An embargo is shortened by lifting it first.", "until")
            )
        locked.embargo_until = until
        return Outcome(data={"until": until}, fields=("embargo_until",))

    return advance(article=article, move=Move.SET_EMBARGO, actor=actor, now=now, effect=effect)


def lift_embargo(*, article: Article, actor: User, now: datetime, reason: str) -> Article:
    """End the embargo before its hour. Who: chiefs, with a reason."""

    def effect(locked: Article) -> Outcome:
        until, locked.embargo_until = locked.embargo_until, None
        return Outcome(data={"until": until}, fields=("embargo_until",))

    return advance(
        article=article, move=Move.LIFT_EMBARGO, actor=actor, now=now, effect=effect, reason=reason
    )
