"""Keeps what the checks say of bullets as rows, and what a person answered them; the checks are articles.summaries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError

from articles import documents
from articles.models.quicktake import SHORTEST_REASON, Bullet, Finding
from articles.summaries.grounding import RuleCheck
from articles.summaries.screening import screen
from articles.summaries.types import DraftBullet
from articles.summaries.types import Finding as Found
from articles.summaries.words import collapse
from newsroom.models.user import User

_LONGEST_MESSAGE = 240


def keep(pairs: Iterable[tuple[Bullet, Found]]) -> None:
    """Store what the checks found, each beside its bullet."""
    Finding.objects.bulk_create(
        Finding(
            bullet=bullet,
            code=one.code,
            severity=one.severity,
            message=one.message[:_LONGEST_MESSAGE],
            start=one.start,
            end=one.end,
            sentence=one.sentence,
        )
        for bullet, one in pairs
    )


def check(bullet: Bullet) -> None:
    """Replace the findings of a bullet by what the checks say of its text now; answers to earlier ones go with them."""
    doc, _ = screen(documents.source_doc(bullet.quick_take.revision))
    draft = DraftBullet(text=bullet.text, evidence=tuple(item["sentence"] for item in bullet.evidence))
    bullet.findings.all().delete()
    keep((bullet, one) for one in RuleCheck().check(doc, [draft]))


def copy(bullet: Bullet, twin: Bullet) -> None:
    """Give a copy of a bullet, which rests on the same words, the same findings with the same answers."""
    numbers = dict(
        zip(
            (item["sentence"] for item in bullet.evidence),
            (item["sentence"] for item in twin.evidence),
            strict=False,
        )
    )
    rows = list(bullet.findings.all())
    for row in rows:
        row.pk, row._state.adding = None, True
        row.bullet = twin
        row.sentence = numbers.get(row.sentence) if row.sentence else None
    Finding.objects.bulk_create(rows)


def override(bullet: Bullet, *, actor: User, now: datetime, reason: str) -> list[str]:
    """Answer every finding that keeps the bullet back, with one typed reason; returns the codes that it answers.

    Raises ValidationError for a reason of fewer than 15 characters.
    """
    blocking = list(bullet.findings.blocking())
    if not blocking:
        return []
    words = collapse(reason)
    if len(words) < SHORTEST_REASON:
        raise ValidationError(
            {
                "reason": f"Say in at least {SHORTEST_REASON} characters why the bullet is right although "
                "the check could not find it in the text."
            }
        )
    for finding in blocking:
        finding.override_reason, finding.overridden_by, finding.overridden_at = words[:400], actor, now
        finding.save(update_fields=["override_reason", "overridden_by", "overridden_at"])
    return [finding.code for finding in blocking]
