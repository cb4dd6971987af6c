"""Says that somebody has a story open, and forgets who left; a courtesy, so it is neither audited nor a lock."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from articles.models.article import Article
from articles.models.presence import Place, Presence
from newsroom.models.user import User

# Three heart-beats: one may be lost without anybody seeming to leave.
GONE_AFTER = timedelta(seconds=45)


@transaction.atomic
def be_present(*, article: Article, actor: User, place: Place, now: datetime) -> Presence:
    """Note that the person is there; who was gone comes anew."""
    found, new = Presence.objects.select_for_update().get_or_create(
        article=article, person=actor, place=place, defaults={"since": now, "seen_at": now}
    )
    if new:
        return found
    if found.seen_at < now - GONE_AFTER:
        found.since = now
    found.seen_at = now
    found.save(update_fields=["since", "seen_at"])
    return found


def forget_gone(*, now: datetime) -> int:
    """Throw away the traces of people who left; returns how many."""
    return Presence.objects.filter(seen_at__lt=now - GONE_AFTER).delete()[0]
