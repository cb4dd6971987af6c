"""Going back to what a story said before: as its next revision, by the same rules as any other edit."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles import policies
from articles.actions.save_revision import TEXT, save_revision
from articles.models.article import Article, Byline
from articles.models.revision import Revision
from articles.models.source import Source
from articles.transitions import TransitionBlocked, lock
from authors.models.author import Author
from newsroom.models.user import User


@transaction.atomic
def restore_revision(*, article: Article, number: int, actor: User, now: datetime, base: int) -> Revision:
    """Save what revision ``number`` said as the next one and return it; the head itself when nothing differs.

    Text, picture, byline and sources come back; section, kind, address and topics stay, as they are no part of a
    revision. Nothing in between is lost. Refuses what `save_revision` refuses, and Revision.DoesNotExist for a number
    that was never saved.
    """
    earlier = Revision.objects.get(article=article, number=number)
    locked = lock(article)
    # Asked before the byline changes: it may be what makes the story somebody's own.
    if reasons := policies.may_write(locked, actor, now):
        raise TransitionBlocked(*reasons)
    for name in TEXT:
        setattr(locked, name, getattr(earlier, name))
    _restore_bylines(locked, earlier)
    locked.sources.set(Source.objects.filter(name__in=[row["name"] for row in earlier.sources]))
    saved = save_revision(
        article=locked, actor=actor, now=now, base=base, note=f"Restored from revision {number}."
    )
    article.refresh_from_db()
    return saved


def _restore_bylines(article: Article, earlier: Revision) -> None:
    """Put the names back; an author who was removed from the house since stays away."""
    known = set(
        Author.objects.filter(pk__in=[row["author"] for row in earlier.bylines]).values_list("pk", flat=True)
    )
    article.bylines.all().delete()
    Byline.objects.bulk_create(
        Byline(article=article, author_id=row["author"], role=row["role"], position=position)
        for position, row in enumerate(earlier.bylines, 1)
        if row["author"] in known
    )
