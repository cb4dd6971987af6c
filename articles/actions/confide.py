"""Keeping a story to named people and lifting that again; what readers see of it is not touched."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from articles.confidence import choosable, may_decide_who_knows, people_who_know
from articles.models.article import Article
from articles.policies import Reason
from articles.transitions import TransitionBlocked, lock
from newsroom import audit
from newsroom.models.user import User

ACTION = "confide"


@transaction.atomic
def confide(
    *, article: Article, actor: User, now: datetime, confidential: bool, people: Collection[User] = ()
) -> Article:
    """Say whether the story is confidential, and which further people know of it.

    Effects: the list of people, empty where nothing is confidential; a reviewer who may no longer know of the story is
    asked no more; an audit entry that names people and no headline. What is live stays live, under the same headline.
    Who: chiefs, and whoever the story is by.
    """
    locked = lock(article)
    if not may_decide_who_knows(locked, actor):
        raise TransitionBlocked(
            Reason("right", "Who may know of a story is for its writer and a chief to say.")
        )
    named = list(choosable(locked).filter(pk__in=[one.pk for one in people])) if confidential else []
    if len(named) < len({one.pk for one in people}) and confidential:
        raise TransitionBlocked(
            Reason(
                "people", "Not everybody whom you chose reads stories here; nothing was changed.", "people"
            )
        )
    locked.confidential = confidential
    locked.known_to.set(named)
    left = _let_go_of_reviewer(locked)
    locked.save(update_fields=["confidential", "reviewer", "due_at"])
    data = {
        "confidential": confidential,
        "people": sorted(str(one) for one in named),
        **({"no_longer_asked": str(left)} if left else {}),
    }
    audit.record(actor=actor, action=ACTION, subject=locked.subject, now=now, data=data)
    article.refresh_from_db()
    return locked


def _let_go_of_reviewer(article: Article) -> User | None:
    """Ask nobody who may not know: the list is read here as it will be, with ``confidential`` already set."""
    reviewer = article.reviewer
    if reviewer is None or not article.confidential:
        return None
    if people_who_know(article).filter(pk=reviewer.pk).exists():
        return None
    article.reviewer = article.due_at = None
    return reviewer
