"""What the machine does later: drafts quick takes and settles what became due; every task may run twice or never."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles import jobs
from articles.models.article import Article
from articles.models.job import SummaryJob
from articles.models.version import PublishedVersion
from articles.summaries.types import Unsuitable
from articles.transitions import Outcome, TransitionBlocked, advance, lock
from newsroom import audit
from newsroom.tasks import task
from newsroom.workflow import Move, Stage

logger = logging.getLogger(__name__)


@task()
def draft_quick_take(job_id: int) -> None:
    """Draft for one job, if nobody else has it."""
    job = jobs.claim(job_id=job_id, now=timezone.now())
    if job is None:
        return
    try:
        drafted = jobs.run_engine(job=job)
    except Unsuitable as declined:
        jobs.fail(job=job, now=timezone.now(), reason=declined.reason)
        return
    except Exception:
        # Whatever an engine does, the story must go on: the desk is told, the log has the trace.
        logger.exception("Summary job %s broke", job.pk)
        if jobs.let_go(job=job, now=timezone.now(), reason="The machine made a mistake."):
            enqueue_draft(job.pk)
        return
    _keep(job, drafted, timezone.now())


def _keep(job: SummaryJob, drafted: jobs.Drafted, now: datetime) -> None:
    with transaction.atomic():
        job.article = lock(job.article)
        quick_take = jobs.store(job=job, drafted=drafted, now=now)
        if quick_take is None:
            return
        data = {"job": job.pk, "quick_take": quick_take.pk, "engine": quick_take.engine}
        if job.article.stage == Stage.AI_SUMMARY:
            effect = Outcome(data=data)
            advance(
                article=job.article, move=Move.SUMMARY_READY, actor=None, now=now, effect=lambda _: effect
            )
        else:
            # A late draft waits quietly: it never moves or reopens a story that went on without it.
            audit.record(
                actor=None, action="quick_take_waits", subject=job.article.subject, now=now, data=data
            )


def _done(article: Article, *, outcome: Outcome) -> Outcome:
    """An effect that has already happened."""
    return outcome


@task()
def settle() -> None:
    """Move the stage of stories whose scheduled version became public; readers did not wait for this."""
    settle_due(now=timezone.now())


def settle_due(*, now: datetime) -> int:
    """Settle every story that is due and return how many there were."""
    out = PublishedVersion.objects.live(now).filter(revision_id=OuterRef("head_id"))
    due = Article.objects.at(Stage.REVIEWED).filter(Exists(out))
    settled = 0
    for article in due:
        version = PublishedVersion.objects.live(now).get(article_id=article.pk)
        outcome = Outcome(data={"version": version.number}, effective_at=version.public_from)
        try:
            advance(
                article=article, move=Move.SETTLE, actor=None, now=now, effect=partial(_done, outcome=outcome)
            )
        except TransitionBlocked:
            # Somebody moved it between the question and the lock; there is nothing to settle any more.
            continue
        settled += 1
    return settled


def sweep(*, now: datetime) -> dict[str, int]:
    """Do what no event starts: late jobs, abandoned jobs, due stories. Returns a count of each."""
    late = jobs.mark_overdue(now=now)
    abandoned = jobs.abandoned(now=now)
    for job_id in abandoned:
        enqueue_draft(job_id)
    return {"late": late, "abandoned": len(abandoned), "settled": settle_due(now=now)}


def enqueue_draft(job_id: int) -> None:
    """Hand a job to a worker; called after commit."""
    draft_quick_take.enqueue(job_id)


def enqueue_settle(at: datetime) -> None:
    """Have stages settled soon after ``at``; called after commit."""
    settle.using(run_after=at).enqueue()
