"""What the machine does later: drafts quick takes and settles what became due; every task may run twice or never."""

from __future__ import annotations

import logging
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from articles import jobs, notices
from articles.actions.presence import forget_gone
from articles.actions.unsaved import drop_stale
from articles.drafting import run_engine
from articles.models.article import Article
from articles.models.job import SummaryJob
from articles.models.notice import About
from articles.models.version import Basis, PublishedVersion
from articles.summaries.pipeline import Drafted, EngineNotFound
from articles.summaries.types import EngineFailed, SummaryEngine, Unsuitable
from articles.transitions import Outcome, TransitionBlocked, advance, lock
from newsroom import audit
from newsroom.tasks import task
from newsroom.workflow import Move, Stage

logger = logging.getLogger(__name__)


@task()
def draft_quick_take(job_id: int) -> None:
    """Draft for one job, if nobody else has it."""
    job = draft(job_id=job_id, clock=timezone.now)
    if job is not None and job.is_waiting:
        enqueue_draft(job.pk)


def draft(*, job_id: int, clock: jobs.Clock, engine: SummaryEngine | None = None) -> SummaryJob | None:
    """Claim a job, draft for it and keep the draft; returns the job as it then stands, None if it was not to be had.

    ``clock`` is asked before and after the engine, which takes its time.
    """
    job = jobs.claim(job_id=job_id, now=clock())
    if job is None:
        return None
    try:
        drafted = run_engine(job=job, clock=clock, engine=engine)
    except (Unsuitable, EngineFailed) as declined:
        return jobs.fail(job=job, now=clock(), reason=declined.reason)
    except EngineNotFound as wrong:
        # Another attempt would find the same setting, so the desk is told at once what is missing.
        logger.error("Summary job %s has no engine: %s", job.pk, wrong)
        return jobs.fail(job=job, now=clock(), reason=f"The settings are wrong. {wrong}")
    except Exception:
        # Whatever an engine does, the story must go on: the desk is told, the log has the trace.
        logger.exception("Summary job %s broke", job.pk)
        return jobs.let_go(job=job, now=clock(), reason="The machine made a mistake.")
    return _keep(job, drafted, clock())


@transaction.atomic
def _keep(job: SummaryJob, drafted: Drafted, now: datetime) -> SummaryJob:
    article = lock(job.article)
    kept = jobs.store(job=job, article=article, drafted=drafted, now=now)
    if kept.quick_take is None:
        return kept
    data = {"job": kept.pk, "quick_take": kept.quick_take.pk, "engine": kept.quick_take.engine}
    if article.stage == Stage.AI_SUMMARY:
        effect = partial(_done, outcome=Outcome(data=data))
        advance(article=article, move=Move.SUMMARY_READY, actor=None, now=now, effect=effect)
    else:
        # A late draft waits quietly: it never moves or reopens a story that went on without it.
        audit.record(actor=None, action="quick_take_waits", subject=article.subject, now=now, data=data)
    return kept


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
    settled = 0
    for article in Article.objects.at(Stage.REVIEWED).filter(Exists(out)):
        try:
            advance(article=article, move=Move.SETTLE, actor=None, now=now, effect=partial(_settled, now=now))
        except TransitionBlocked:
            # Somebody moved it between the question and the lock, or more is scheduled of it.
            continue
        settled += 1
    return settled


def _settled(article: Article, *, now: datetime) -> Outcome:
    version = PublishedVersion.objects.live(now).get(article_id=article.pk)
    if version.basis == Basis.REVIEWED:
        article.needs_second_read = False
    text = f"Version {version.number}, at its hour."
    notices.tell_writers(article=article, about=About.PUBLISHED, by=None, now=now, text=text)
    return Outcome(
        data={"version": version.number}, effective_at=version.public_from, fields=("needs_second_read",)
    )


def sweep(*, now: datetime) -> dict[str, int]:
    """Do what no event starts: late jobs, jobs that nobody works on, due stories. Returns a count of each."""
    late = jobs.mark_overdue(now=now)
    forgotten = jobs.forgotten(now=now)
    for job_id in forgotten:
        enqueue_draft(job_id)
    forget_gone(now=now)
    drop_stale(now=now)
    return {"late": late, "abandoned": len(forgotten), "settled": settle_due(now=now)}


def enqueue_draft(job_id: int) -> None:
    """Hand a job to a worker; called after commit."""
    draft_quick_take.enqueue(job_id)


def enqueue_settle(at: datetime) -> None:
    """Have stages settled soon after ``at``; called after commit."""
    settle.using(run_after=at).enqueue()
