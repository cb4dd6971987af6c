"""What the demo's machine and reviewers do with one story: draft, decide on bullets, approve; all through actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from articles import actions, tasks
from articles.checklists import checklist_of
from articles.models.article import Article
from articles.models.job import SummaryJob
from articles.models.quicktake import OPEN_VERDICTS, Bullet, QuickTake, Verdict
from articles.policies import SPEC
from articles.summaries.types import Severity
from newsroom.models.user import User


class PlanOutdated(ValueError):
    """plan.yaml names a bullet or a sentence that is not there."""


def draft(article: Article, now: datetime) -> None:
    """Do what a worker would for the story's waiting job, at ``now``."""
    for job in SummaryJob.objects.filter(article=article).unfinished():
        tasks.draft(job_id=job.pk, clock=lambda: now)


def decide(article: Article, *, reviewer: User, now: datetime, wishes: Mapping[str, Any]) -> None:
    """Decide on every open bullet: reject and edit as the plan says, accept the others; then add the newsroom's own."""
    quick_take = _newest(article)
    rejects, edits = list(wishes.get("reject", ())), dict(wishes.get("edit", {}))
    # A bullet of the newsroom's own takes the place of the machine's last.
    room = SPEC.at_most - len(wishes.get("add", ()))
    for bullet in quick_take.bullets.order_by("position").prefetch_related("findings"):
        if bullet.verdict not in OPEN_VERDICTS:
            continue
        now += timedelta(seconds=35)
        start = _take(rejects, bullet) or _take(edits, bullet)
        if start in rejects or _is_blocked(bullet) or (bullet.position > room and start not in edits):
            actions.decide_bullet(
                bullet=bullet,
                actor=reviewer,
                now=now,
                verdict=Verdict.REJECTED,
                reason="The story says it better elsewhere.",
            )
        else:
            words = edits.get(start)
            actions.decide_bullet(
                bullet=bullet, actor=reviewer, now=now, verdict=Verdict.ACCEPTED, text=words
            )
    for own in wishes.get("add", ()):
        now += timedelta(seconds=50)
        _add(article, quick_take, own, reviewer, now)


def _answer(article: Article, reviewer: User, now: datetime) -> None:
    """Answer what the kind's checklist holds the story back for."""
    for item in checklist_of(article).stopping:
        actions.tick(article=article, actor=reviewer, now=now, question=item.text)


def approve(article: Article, *, reviewer: User, now: datetime) -> None:
    """Say yes to text and Quick Take."""
    _answer(article, reviewer, now)
    actions.approve(article=article, actor=reviewer, now=now, seen=article.head_id or 0)


def approve_text(article: Article, *, reviewer: User, now: datetime) -> None:
    """Say yes to the text alone."""
    _answer(article, reviewer, now)
    actions.approve_text(article=article, actor=reviewer, now=now, seen=article.head_id or 0)


def unmatched(article: Article, wishes: Mapping[str, Any]) -> list[str]:
    """Return the beginnings in the plan that no drafted bullet and no sentence of the story has."""
    said = [bullet.machine_text for bullet in _newest(article).bullets.all()]
    sentences = article.current.sentence_texts().values()
    missing = [
        start
        for start in (*wishes.get("reject", ()), *wishes.get("edit", {}))
        if not any(text.startswith(start) for text in said)
    ]
    rests = [start for own in wishes.get("add", ()) for start in own["rests_on"]]
    return missing + [start for start in rests if not any(text.startswith(start) for text in sentences)]


def _newest(article: Article) -> QuickTake:
    quick_take = QuickTake.objects.newest_of(article.head_id)
    if quick_take is None:
        raise PlanOutdated(f"{article.external_id} has no Quick Take to decide on.")
    return quick_take


def _take(starts: Sequence[str] | Mapping[str, str], bullet: Bullet) -> str:
    return next((start for start in starts if bullet.text.startswith(start)), "")


def _is_blocked(bullet: Bullet) -> bool:
    return any(finding.severity == Severity.BLOCK for finding in bullet.findings.all())


def _add(article: Article, quick_take: QuickTake, own: Mapping[str, Any], actor: User, now: datetime) -> None:
    sentences = article.current.sentence_texts()
    evidence = [
        number for start in own["rests_on"] for number, text in sentences.items() if text.startswith(start)
    ]
    bullet = actions.add_bullet(
        quick_take=quick_take, actor=actor, now=now, text=own["say"], evidence=evidence
    )
    # Nobody accepts words of their own: the writer does.
    actions.decide_bullet(bullet=bullet, actor=article.created_by, now=now, verdict=Verdict.ACCEPTED)
