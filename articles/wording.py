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
    because = ""
    if bullet.verdict == Verdict.REJECTED:
        said = (data for _, _, data in acts if data["bullet"] == bullet.pk and "after" in data)
        because = next(said, {}).get("reason", "")
    return Told(author, by, because)


def _typed(data: dict[str, Any]) -> str | None:
    """Return the words that came with the act, if any did."""
    if "after" not in data:
        return str(data["text"])
    before, after = data["before"]["text"], data["after"]["text"]
    return None if before == after else str(after)
