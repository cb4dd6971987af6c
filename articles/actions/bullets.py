"""Deciding on bullets, one at a time; approving the whole is approve.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from articles import documents, findings
from articles.markup import MarkupError, refuse_hidden
from articles.models.article import Article
from articles.models.quicktake import OPEN_VERDICTS, Bullet, Origin, QuickTake, Verdict
from articles.models.review import Review
from articles.policies import SPEC, Reason
from articles.summaries.words import collapse
from articles.transitions import TransitionBlocked, lock
from newsroom import audit
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import Stage

DECIDING_STAGES = frozenset({Stage.AI_SUMMARY, Stage.PUBLISHED})


def _open_for(quick_take: QuickTake, actor: User) -> Article:
    """Lock the story and make sure that this person may still decide on this quick take."""
    article = lock(quick_take.revision.article)
    if Right.REVIEW not in rights_of(actor):
        raise TransitionBlocked(Reason("right", "Your role does not let you decide on bullets."))
    if article.stage not in DECIDING_STAGES:
        raise TransitionBlocked(
            Reason("stage", "Bullets are decided on while a story waits for review or is out.")
        )
    if article.head_id != quick_take.revision_id:
        raise TransitionBlocked(
            Reason("text-changed", "The text changed meanwhile: look at the new one first.")
        )
    if Review.objects.filter(quick_take=quick_take).exists():
        raise TransitionBlocked(
            Reason("frozen", "A review already names this Quick Take: return the story to change it.")
        )
    return article


def _clean_text(text: str) -> str:
    words = collapse(text)
    try:
        refuse_hidden(words)
    except MarkupError as error:
        raise ValidationError({"text": str(error)}) from error
    if not words:
        raise ValidationError({"text": "A bullet says something: reject it if nobody should read it."})
    if len(words.split()) > SPEC.quoted_words:
        raise ValidationError(
            {"text": f"A bullet has at most {SPEC.quoted_words} words; this one has {len(words.split())}."}
        )
    return words


def copy_bullet(bullet: Bullet, *, quick_take: QuickTake, evidence: list[Any], keep_verdict: bool) -> Bullet:
    """Write the bullet again for another quick take; without its verdict it asks to be looked at again."""
    twin = Bullet.objects.create(
        quick_take=quick_take,
        position=bullet.position,
        text=bullet.text,
        machine_text=bullet.machine_text,
        origin=bullet.origin,
        evidence=evidence,
        verdict=bullet.verdict if keep_verdict else Verdict.LOOK_AGAIN,
        verdict_by=bullet.verdict_by if keep_verdict else None,
        verdict_at=bullet.verdict_at if keep_verdict else None,
    )
    if keep_verdict:
        findings.copy(bullet, twin)
    else:
        findings.check(twin)
    return twin


@transaction.atomic
def decide_bullet(
    *, bullet: Bullet, actor: User, now: datetime, verdict: Verdict, text: str | None = None, reason: str = ""
) -> Bullet:
    """Give a bullet its verdict; an accepted one with other words becomes an edited one.

    ``reason`` answers findings that keep the bullet back: why it is right all the same. Effects: the
    bullet's text, origin, verdict and findings; an audit entry. Posting what already stands changes
    nothing, so that a second reviewer may send the same form for a frozen quick take.
    """
    words = bullet.text if text is None or verdict != Verdict.ACCEPTED else _clean_text(text)
    answers = bool(reason.strip()) and verdict == Verdict.ACCEPTED
    if bullet.verdict == verdict and bullet.text == words and not answers:
        return bullet
    article = _open_for(bullet.quick_take, actor)
    # Somebody may have changed it while we waited for the lock: without words of their own a person decides on these.
    bullet.refresh_from_db()
    words = bullet.text if text is None or verdict != Verdict.ACCEPTED else words
    before = {"text": bullet.text, "verdict": bullet.verdict}
    if words != bullet.text:
        bullet.text = words
        if bullet.origin == Origin.MACHINE:
            bullet.origin = Origin.EDITED
    if bullet.origin == Origin.EDITED and words == bullet.machine_text:
        bullet.origin = Origin.MACHINE
    bullet.verdict = verdict
    bullet.verdict_by = None if verdict in OPEN_VERDICTS else actor
    bullet.verdict_at = now
    bullet.save(update_fields=["text", "origin", "verdict", "verdict_by", "verdict_at"])
    if words != before["text"]:
        findings.check(bullet)
    data = {"bullet": bullet.pk, "before": before, "after": {"text": bullet.text, "verdict": bullet.verdict}}
    if answers and (codes := findings.override(bullet, actor=actor, now=now, reason=reason)):
        data |= {"overrides": codes, "reason": reason.strip()}
    audit.record(actor=actor, action="decide_bullet", subject=article.subject, now=now, data=data)
    return bullet


@transaction.atomic
def add_bullet(
    *, quick_take: QuickTake, actor: User, now: datetime, text: str, evidence: Sequence[int]
) -> Bullet:
    """Add a bullet in the newsroom's own words, resting on sentences of the text; it counts as accepted."""
    article = _open_for(quick_take, actor)
    words = _clean_text(text)
    rows = documents.evidence_rows(quick_take.revision, tuple(evidence))
    if not rows:
        raise ValidationError(
            {"evidence": "Name at least one sentence of the text that the bullet rests on."}
        )
    last = quick_take.bullets.aggregate(last=Max("position"))["last"] or 0
    bullet = Bullet.objects.create(
        quick_take=quick_take,
        position=last + 1,
        text=words,
        origin=Origin.NEWSROOM,
        evidence=rows,
        verdict=Verdict.ACCEPTED,
        verdict_by=actor,
        verdict_at=now,
    )
    findings.check(bullet)
    audit.record(
        actor=actor,
        action="add_bullet",
        subject=article.subject,
        now=now,
        data={"bullet": bullet.pk, "text": words, "evidence": list(evidence)},
    )
    return bullet
