"""Asking search engines to leave a story out and letting them show it again; readers see it as before."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles.models.address import Address
from articles.models.article import Article
from articles.policies import Reason
from articles.situation import Situation
from articles.transitions import TransitionBlocked, lock
from newsroom import audit
from newsroom.models.user import User
from newsroom.roles import Right, rights_of

KEPT, GIVEN = "keep_from_search", "give_to_search"


def may_keep_from_search(actor: User) -> bool:
    """Say whether the person decides such things: editors and chiefs, for stories that they know of."""
    return Right.PUBLISH in rights_of(actor)


@transaction.atomic
def keep_from_search(
    *, article: Article, actor: User, now: datetime, kept: bool, reason: str = ""
) -> Article:
    """Say whether search engines are asked to leave the story out.

    Effects: the wish on the story, which addresses that it gets later copy; the same on every address it ever had, which
    is what the press reads, so no version is made and no date moves; an audit entry. Feeds and the paper's own search
    keep the story. To ask for what is so already changes nothing.
    """
    locked = lock(article)
    if not may_keep_from_search(actor) or not Situation(locked, actor, now).is_known:
        raise TransitionBlocked(Reason("right", "What search engines may show is for editors to say."))
    if locked.no_index != kept:
        locked.no_index = kept
        locked.save(update_fields=["no_index"])
        Address.objects.filter(article=locked).update(no_index=kept)
        data = {"reason": reason.strip()} if reason.strip() else {}
        audit.record(actor=actor, action=KEPT if kept else GIVEN, subject=locked.subject, now=now, data=data)
    article.refresh_from_db()
    return locked
