"""Deciding on bullets, one at a time, and their order; approving the whole is approve.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from articles import documents, findings, policies
from articles.markup import MarkupError, refuse_hidden
from articles.models.article import Article
from articles.models.quicktake import OPEN_VERDICTS, Bullet, Origin, QuickTake, Verdict
from articles.models.review import Review
from articles.policies import SPEC, Reason
from articles.summaries.words import collapse
from articles.transitions import TransitionBlocked, lock
from articles.wording import told_of
from newsroom import audit
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import Stage

DECIDING_STAGES = frozenset({Stage.AI_SUMMARY, Stage.PUBLISHED})


def may_judge(article: Article, bullet: Bullet, actor: User, now: datetime) -> bool:
    """Say whether the person's role lets them give this bullet a verdict: of the newsroom's own words the writer may too."""
    if Right.REVIEW in rights_of(actor):
        return True
    return bullet.origin == Origin.NEWSROOM and not policies.may_write(article, actor, now)


def _open_for(
    quick_take: QuickTake, actor: User, *, judges: tuple[Bullet, datetime] | None = None
) -> Article:
    """Lock the story and make sure that this person may still decide on this quick take, or on this one bullet of it."""
    article = lock(quick_take.revision.article)
    allowed = Right.REVIEW in rights_of(actor)
    if not allowed and not (judges and may_judge(article, judges[0], actor, judges[1])):
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

    ``reason`` says why it is rejected, or why it is right although findings keep it back. Words of the newsroom's own
    wait for another person's verdict; who may write the story may give it. Effects: the bullet's text, origin, verdict and
    findings; an audit entry. Posting what already stands changes nothing, so that a second reviewer may send the same form
    for a frozen quick take.
    """
    words = bullet.text if text is None or verdict != Verdict.ACCEPTED else _clean_text(text)
    answers = bool(reason.strip()) and verdict == Verdict.ACCEPTED
    if bullet.verdict == verdict and bullet.text == words and not answers:
        return bullet
    judged = (bullet, now) if words == bullet.text else None
    article = _open_for(bullet.quick_take, actor, judges=judged)
    # Somebody may have changed it while we waited for the lock: without words of their own a person decides on these.
    bullet.refresh_from_db()
    words = bullet.text if text is None or verdict != Verdict.ACCEPTED else words
    before = {"text": bullet.text, "verdict": bullet.verdict}
    _give(article, bullet, actor, now, verdict, words)
    if words != before["text"]:
        findings.check(bullet)
    data = {"bullet": bullet.pk, "before": before, "after": {"text": bullet.text, "verdict": bullet.verdict}}
    if reason.strip() and verdict == Verdict.REJECTED:
        data["reason"] = collapse(reason)
    if answers and (codes := findings.override(bullet, actor=actor, now=now, reason=reason)):
        data |= {"overrides": codes, "reason": reason.strip()}
    audit.record(actor=actor, action="decide_bullet", subject=article.subject, now=now, data=data)
    return bullet


def _give(article: Article, bullet: Bullet, actor: User, now: datetime, verdict: Verdict, words: str) -> None:
    """Write words and verdict; nobody accepts words of their own that no machine drafted."""
    given = verdict
    if bullet.origin == Origin.NEWSROOM and verdict == Verdict.ACCEPTED:
        if words != bullet.text:
            given = Verdict.UNDECIDED
        elif told_of(article, [bullet])[bullet.pk].author == actor.pk:
            raise TransitionBlocked(
                Reason(
                    "own-words",
                    f"Bullet {bullet.position} is in your own words: somebody else has to accept it; the writer may.",
                    f"bullet-{bullet.pk}",
                )
            )
    if words != bullet.text:
        bullet.text = words
        if bullet.origin == Origin.MACHINE:
            bullet.origin = Origin.EDITED
    if bullet.origin == Origin.EDITED and words == bullet.machine_text:
        bullet.origin = Origin.MACHINE
    bullet.verdict = given
    bullet.verdict_by = None if given in OPEN_VERDICTS else actor
    bullet.verdict_at = now
    bullet.save(update_fields=["text", "origin", "verdict", "verdict_by", "verdict_at"])


@transaction.atomic
def move_bullet(*, bullet: Bullet, actor: User, now: datetime, up: bool) -> Bullet:
    """Let the bullet change places with the one before it, or after it; at the end of the list nothing happens."""
    article = _open_for(bullet.quick_take, actor)
    order = list(bullet.quick_take.bullets.order_by("position", "pk"))
    at = next(place for place, one in enumerate(order) if one.pk == bullet.pk)
    to = at - 1 if up else at + 1
    if not 0 <= to < len(order):
        return bullet
    order[at], order[to] = order[to], order[at]
    for position, one in enumerate(order, 1):
        if one.position != position:
            one.position = position
            one.save(update_fields=["position"])
    audit.record(
        actor=actor,
        action="move_bullet",
        subject=article.subject,
        now=now,
        data={"bullet": bullet.pk, "from": at + 1, "to": to + 1},
    )
    bullet.refresh_from_db()
    return bullet


@transaction.atomic
def add_bullet(
    *, quick_take: QuickTake, actor: User, now: datetime, text: str, evidence: Sequence[int]
) -> Bullet:
    """Add a bullet in the newsroom's own words, resting on sentences of the text; another person accepts it."""
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
