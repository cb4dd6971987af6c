"""advance(): the one writer of Article.stage; it locks, asks the policies, lets the effect happen, saves and audits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from articles import policies
from articles.models.article import Article
from articles.policies import Reason
from newsroom import audit
from newsroom.models.user import User
from newsroom.workflow import TRANSITIONS, Move, Stage


class TransitionBlocked(Exception):
    """The move was refused; ``reasons`` is never empty."""

    def __init__(self, *reasons: Reason) -> None:
        super().__init__(" ".join(reason.message for reason in reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an effect did: ``data`` for the audit log; ``stay`` keeps the stage (one of two approvals, for instance)."""

    data: Mapping[str, Any] = field(default_factory=dict)
    stay: bool = False
    # Another stage than the rule book's target: a draft with the first of two approvals waits for the second.
    instead: Stage | None = None
    effective_at: datetime | None = None
    # Columns that the effect set on the locked article, to be saved in the same UPDATE as the stage.
    fields: tuple[str, ...] = ()


Effect = Callable[[Article], Outcome]


def lock(article: Article) -> Article:
    """Return the stored row of the article, locked until the transaction ends.

    In two statements: after waiting, PostgreSQL reads the locked row anew but not what was joined to it.
    """
    Article.objects.select_for_update().only("pk").get(pk=article.pk)
    return Article.objects.select_related("section", "kind", "head").get(pk=article.pk)


def nothing(article: Article) -> Outcome:
    """The effect of a move that changes the stage alone."""
    return Outcome()


def _refuse(article: Article, move: Move, actor: User | None, now: datetime, reason: str) -> None:
    blocked = policies.blockers(article, move, actor, now)
    if TRANSITIONS[move].needs_reason and not reason.strip():
        blocked = (*blocked, Reason("reason", f"“{move.label}” needs a reason in words.", "reason"))
    if blocked:
        raise TransitionBlocked(*blocked)


def advance(
    *,
    article: Article,
    move: Move,
    actor: User | None,
    now: datetime,
    effect: Effect = nothing,
    reason: str = "",
) -> Article:
    """Make one move and return the article as it is afterwards; ``article`` itself is brought up to date as well.

    ``actor`` None is the machine. Raises TransitionBlocked with every reason against the move.
    """
    row = TRANSITIONS[move]
    with transaction.atomic():
        locked = lock(article)
        _refuse(locked, move, actor, now, reason)
        before = Stage(locked.stage)
        outcome = effect(locked)
        if outcome.instead is not None:
            locked.stage = outcome.instead
        elif row.target is not None and not outcome.stay:
            locked.stage = row.target
        locked.changed_at = now
        locked.save(update_fields=["stage", "changed_at", *outcome.fields])
        audit.record(
            actor=actor,
            action=move.value,
            subject=locked.subject,
            now=now,
            effective_at=outcome.effective_at,
            data={
                "from": before,
                "to": locked.stage,
                **({"reason": reason.strip()} if reason else {}),
                **outcome.data,
            },
        )
    article.refresh_from_db()
    return locked
