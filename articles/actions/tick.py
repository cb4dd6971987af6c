"""Answering the checklist of a story's kind: tick, take a tick back, or let the story go on without; asks nothing itself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles import policies
from articles.checklists import Item, checklist_of
from articles.models.article import Article
from articles.models.quicktake import SHORTEST_REASON
from articles.models.tick import Tick
from articles.policies import Reason
from articles.situation import Situation
from articles.transitions import TransitionBlocked, lock
from newsroom import audit
from newsroom.models.user import User
from newsroom.roles import Right

_NOT_YOURS = Reason("right", "Only those who write or review this story answer its checklist.")
_NOT_ASKED = Reason("question", "The checklist no longer asks that. Nothing was changed: look at it again.")
_SHORT = Reason(
    "because", f"Say in at least {SHORTEST_REASON} characters why the story may go on without.", "because"
)


def may_answer(article: Article, actor: User, now: datetime) -> bool:
    """Say whether the person answers the checklist of this story: those who write on it or review it."""
    situation = Situation(article, actor, now)
    if Right.REVIEW in situation.rights:
        return situation.is_known
    return not policies.may_write(article, actor, now)


@transaction.atomic
def tick(*, article: Article, actor: User, now: datetime, question: str, seen: int | None = None) -> Article:
    """Answer a question of the checklist with yes. Who: whoever writes on the story or reviews it.

    ``seen`` is the key of the revision that the person had before them; None where the text does not matter (seeding).
    Effects: a tick, which a material change takes away again; an audit entry. Undone by `untick`.
    """
    locked = _open(article, actor, now, seen)
    _answer(locked, _asked(locked, question), actor=actor, now=now)
    return locked


@transaction.atomic
def untick(*, article: Article, actor: User, now: datetime, question: str) -> Article:
    """Take the answer to a question back, whoever gave it. Who: whoever writes on the story or reviews it."""
    locked = _open(article, actor, now, None)
    item = _asked(locked, question)
    if item.tick is not None:
        item.tick.delete()
        audit.record(
            actor=actor, action="untick", subject=locked.subject, now=now, data={"question": item.text}
        )
    return locked


@transaction.atomic
def waive(*, article: Article, actor: User, now: datetime, question: str, because: str) -> Article:
    """Let the story go on without an answer to one question. Who: chiefs, with a reason.

    Effects: the reason in the place of a tick, until the next material change; an audit entry with it.
    """
    locked = _open(article, actor, now, None)
    _waive(locked, _asked(locked, question), actor=actor, now=now, because=because)
    return locked


@transaction.atomic
def waive_all(*, article: Article, actor: User, now: datetime, because: str) -> Article:
    """Let the story go on without whatever holds it back now, for one reason. Who: chiefs."""
    locked = lock(article)
    for item in checklist_of(locked).stopping:
        _waive(locked, item, actor=actor, now=now, because=because)
    return locked


def ask_again(article: Article) -> None:
    """Ask everything again, because the text changed in substance; `save_revision` calls this and audits the change."""
    Tick.objects.filter(article=article).delete()


def _open(article: Article, actor: User, now: datetime, seen: int | None) -> Article:
    locked = lock(article)
    if not may_answer(locked, actor, now):
        raise TransitionBlocked(_NOT_YOURS)
    if seen is not None and seen != locked.head_id:
        raise TransitionBlocked(
            Reason(
                "text-changed", "The text changed meanwhile: look at the new one before you answer for it."
            )
        )
    return locked


def _asked(article: Article, question: str) -> Item:
    item = checklist_of(article).item(question)
    if item is None:
        raise TransitionBlocked(_NOT_ASKED)
    return item


def _answer(article: Article, item: Item, *, actor: User, now: datetime, because: str = "") -> None:
    """Store the answer; one that stands already stays with whoever gave it, unless it was a chief's reason."""
    if item.tick is not None and (because or not item.passed):
        return
    Tick.objects.update_or_create(
        article=article,
        question=item.text,
        defaults={"person": actor, "at": now, "passed_because": because},
    )
    data = {"question": item.text, **({"reason": because} if because else {})}
    audit.record(
        actor=actor, action="waive" if because else "tick", subject=article.subject, now=now, data=data
    )


def _waive(article: Article, item: Item, *, actor: User, now: datetime, because: str) -> None:
    if Right.WAIVE not in Situation(article, actor, now).rights:
        raise TransitionBlocked(Reason("right", "Only a chief lets a story go on without an answer."))
    if len(because.strip()) < SHORTEST_REASON:
        raise TransitionBlocked(_SHORT)
    _answer(article, item, actor=actor, now=now, because=because.strip())
