"""Putting a story aside for good, and taking it off the spike."""

from __future__ import annotations

from datetime import datetime

from articles.models.article import Article
from articles.transitions import advance
from newsroom.models.user import User
from newsroom.workflow import Move


def spike(*, article: Article, actor: User, now: datetime) -> Article:
    """Put the story aside; it is kept with its history. Who: editors and chiefs. Undone by `unspike`."""
    return advance(article=article, move=Move.SPIKE, actor=actor, now=now)


def unspike(*, article: Article, actor: User, now: datetime) -> Article:
    """Take the story off the spike, as a draft. Who: editors and chiefs. Undone by `spike`."""
    return advance(article=article, move=Move.UNSPIKE, actor=actor, now=now)
