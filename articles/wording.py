"""Whose words a bullet is in and why it was rejected, as the audit log has it; decides nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.models.article import Article
from articles.models.quicktake import Bullet, Verdict
from newsroom.models.audit import AuditEntry

_ACTS = ("add_bullet", "decide_bullet")


@dataclass(frozen=True, slots=True)
class Told:
    """``author`` is the key of who typed the words last, ``by`` their name; None for the machine's and for old copies."""

    author: int | None = None
    by: str = ""
    rejected_because: str = ""


def told_of(article: Article, bullets: Sequence[Bullet]) -> dict[int, Told]:
    """Return what the log tells of each bullet, by its key, in one query.

    Words are looked for by what they say and not by the bullet's key: a copy for a later revision has another key.
    """
    entries = AuditEntry.objects.filter(subject=article.subject, action__in=_ACTS).order_by("-number")
    acts = [(row.actor_id, row.actor_name, json.loads(row.data)) for row in entries] if bullets else []
    return {bullet.pk: _told(bullet, acts) for bullet in bullets}


def _told(bullet: Bullet, acts: Sequence[tuple[int | None, str, dict[str, Any]]]) -> Told:
    author, by = next(((who, name) for who, name, data in acts if _typed(data) == bullet.text), (None, ""))
    because = _why_rejected(bullet, acts) if bullet.verdict == Verdict.REJECTED else ""
    return Told(author, by, because)


def _why_rejected(bullet: Bullet, acts: Sequence[tuple[int | None, str, dict[str, Any]]]) -> str:
    """Return the reason that was typed: for this bullet, or for the one with the same words that it is a copy of.

    A column on the bullet was refused: the log has the words already, and two places could come to differ.
    """
    decided = [data for _, _, data in acts if "after" in data]
    own = next((data for data in decided if data["bullet"] == bullet.pk), None)
    # The newest of those of an earlier bullet: a rejection that was taken back gives no reason any more.
    first = own or next((data for data in decided if data["after"]["text"] == bullet.text), {})
    return str(first.get("reason", "")) if first and first["after"]["verdict"] == Verdict.REJECTED else ""


def _typed(data: dict[str, Any]) -> str | None:
    """Return the words that came with the act, if any did."""
    if "after" not in data:
        return str(data["text"])
    before, after = data["before"]["text"], data["after"]["text"]
    return None if before == after else str(after)
