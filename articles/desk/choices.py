"""The buttons of a story: which moves stand where and how loud; what may be done is asked of the policies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from articles.models.article import Article
from articles.policies import Reason
from newsroom.workflow import Move

# These are given on the review screen, beside the text that they are about.
READ_FIRST = frozenset({Move.APPROVE, Move.APPROVE_TEXT, Move.RENEW_QUICK_TAKE, Move.SECOND_READ})
# “Send for review” stands in the foot bar, where it saves first.
IN_FOOT = frozenset({Move.REQUEST_SUMMARY})

_LOUD = (Move.PUBLISH, Move.SCHEDULE, Move.UPDATE_NOW, Move.CORRECT, Move.UNSPIKE, Move.REVIVE)
_QUIET = (
    Move.RETURN,
    Move.UNSCHEDULE,
    Move.SET_EMBARGO,
    Move.LIFT_EMBARGO,
    Move.SHOW_QUICK_TAKE,
    Move.HIDE_QUICK_TAKE,
    Move.SPIKE,
    Move.PUBLISH_ALONE,
    Move.WITHDRAW,
)
DANGEROUS = frozenset({Move.HIDE_QUICK_TAKE, Move.SPIKE, Move.PUBLISH_ALONE, Move.WITHDRAW})


@dataclass(frozen=True, slots=True)
class Choice:
    """A button; ``missing`` counts what stands in the way, and it can be pressed all the same."""

    label: str
    url: str
    tone: str = "plain"
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Choices:
    """What stands in the row, and what behind “More”."""

    row: tuple[Choice, ...]
    more: tuple[Choice, ...]


def choices_of(article: Article, offered: Mapping[Move, tuple[Reason, ...]]) -> Choices:
    """Sort what is offered: at most one primary button, the rarer and the dangerous behind “More”."""
    row: list[Choice] = []
    if READ_FIRST & offered.keys():
        # A draft may be approved as it is, but that is not what it waits for.
        waits = offered.keys() & (READ_FIRST - {Move.APPROVE_TEXT})
        able = bool(waits) and any(not offered[move] for move in READ_FIRST & offered.keys())
        url = reverse("admin:articles_article_review", args=[article.pk])
        row.append(Choice("Review", url, "primary" if able else "plain"))
    for move in _LOUD:
        if move in offered:
            first = not any(choice.tone == "primary" for choice in row) and not offered[move]
            row.append(_choice(article, move, offered[move], "primary" if first else "plain"))
    more = [
        _choice(article, move, offered[move], "danger" if move in DANGEROUS else "plain")
        for move in _QUIET
        if move in offered
    ]
    return Choices(tuple(row), tuple(more))


def _choice(article: Article, move: Move, reasons: tuple[Reason, ...], tone: str) -> Choice:
    url = reverse("admin:articles_article_move", args=[article.pk, move.value])
    return Choice(str(move.label), url, tone, len(reasons))
