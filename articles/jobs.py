"""The life of a summary job: asked, claimed under a lease, drafted, stored or given up; what the machine does, not people."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from articles import documents, findings, notices
from articles.models.article import Article
from articles.models.job import JobState, SummaryJob
from articles.models.kind import QuickTakeUse
from articles.models.notice import About
from articles.models.prompt import Prompt
from articles.models.quicktake import Bullet, QuickTake
from articles.models.revision import Revision
from articles.models.source import AiProcessing
from articles.summaries.pipeline import Drafted
from articles.summaries.types import Step
from newsroom.models.user import User

logger = logging.getLogger(__name__)

Clock = Callable[[], datetime]


def why_not(article: Article) -> str:
    """Return why no machine may draft for this story, in words; empty when it may."""
    if article.kind.quick_take == QuickTakeUse.NEVER:
        return f"{article.kind.name} stories carry no Quick Take."
    for source in article.sources.exclude(ai_processing=AiProcessing.YES).order_by("name"):
        if source.ai_processing == AiProcessing.NO:
            return f"{source.name} does not let a machine read its copy."
        return f"{source.name} wants to be asked before a machine reads its copy."
    if not settings.SUMMARY_ENGINE:
        return "The summary engine is switched off."
    return ""


def ask(*, article: Article, revision: Revision, actor: User | None, now: datetime) -> SummaryJob:
    """Put a job for the revision on the list and, on commit, tell a worker; a refusal is a job that failed at once."""
    job = SummaryJob.objects.filter(revision=revision).unfinished().first()
    if job is not None:
        return job
    # Asking again settles what was late: two drafts for one question would surprise the reviewer.
    SummaryJob.objects.filter(revision=revision, state=JobState.LATE).update(
        state=JobState.STALE, reason="It was asked for again.", ended_at=now, lease_until=None
    )
    refusal = why_not(article)
    job = SummaryJob.objects.create(
        article=article,
        revision=revision,
        digest=revision.digest,
        state=JobState.FAILED if refusal else JobState.WAITING,
        reason=refusal[:240],
        deadline=now + timedelta(seconds=settings.SUMMARY_DEADLINE_SECONDS),
        asked_by=actor,
        asked_at=now,
        ended_at=now if refusal else None,
    )
    if not refusal:
        # By name: the tasks module imports this one.
        enqueue = import_string("articles.tasks.enqueue_draft")
        transaction.on_commit(lambda: enqueue(job.pk))
    return job


@transaction.atomic
def claim(*, job_id: int, now: datetime) -> SummaryJob | None:
    """Take the job under a lease; None when somebody has it, it is over, or its attempts are used up."""
    job = SummaryJob.objects.select_for_update(skip_locked=True).claimable(now).filter(pk=job_id).first()
    if job is None:
        return None
    if job.attempts >= settings.SUMMARY_ATTEMPTS:
        _end(job, JobState.FAILED, now, f"The machine gave up after {job.attempts} attempts.")
        return None
    job.attempts += 1
    # A late one stays late: the desk was told to go on, and a newer question may be running.
    job.state = JobState.LATE if job.state == JobState.LATE else JobState.RUNNING
    job.lease_until = now + timedelta(seconds=settings.SUMMARY_LEASE_SECONDS)
    job.step = Step.READING
    job.save(update_fields=["attempts", "state", "lease_until", "step"])
    return job


def store(*, job: SummaryJob, article: Article, drafted: Drafted, now: datetime) -> SummaryJob:
    """Keep the draft if the story still says what was read; a draft for an older text is stale, never wrong.

    The caller holds the article's lock. A quick take that somebody wrote meanwhile stays the newest.
    Returns the job as it then stands; its ``quick_take`` is None when the draft was not kept.
    """
    mine = _still_mine(job)
    if mine is None:
        return SummaryJob(pk=job.pk, state=JobState.STALE)
    if article.head_id is None or article.current.digest != mine.digest:
        return _end(mine, JobState.STALE, now, "The text changed while the machine was reading.")
    if QuickTake.objects.filter(revision_id=article.head_id, pk__gt=_newest_before(mine)).exists():
        return _end(mine, JobState.STALE, now, "A Quick Take was written meanwhile.")
    making = drafted.draft.making
    # An engine that stepped in used neither the model nor the instructions that failed: `making` keeps those.
    own = not making.fallback_from
    mine.quick_take = QuickTake.objects.create(
        revision=article.current,
        engine=drafted.draft.engine,
        engine_version=drafted.draft.engine_version,
        model=making.model[:120] if own else "",
        prompt=Prompt.objects.named(making.prompt, making.prompt_version) if own else None,
        making={**asdict(making), "withheld": [asdict(one) for one in drafted.withheld]},
        created_at=now,
    )
    _add_bullets(mine.quick_take, drafted)
    return _end(mine, JobState.DONE, now, "")


def _still_mine(job: SummaryJob) -> SummaryJob | None:
    """Lock the row of a claimed job; None when the lease was lost and another worker has it or had it."""
    row = SummaryJob.objects.select_for_update().get(pk=job.pk)
    return row if row.attempts == job.attempts and row.lease_until is not None else None


def _add_bullets(quick_take: QuickTake, drafted: Drafted) -> None:
    bullets = Bullet.objects.bulk_create(
        Bullet(
            quick_take=quick_take,
            position=position,
            text=bullet.text,
            machine_text=bullet.text,
            evidence=documents.evidence_rows(quick_take.revision, bullet.evidence),
        )
        for position, bullet in enumerate(drafted.draft.bullets, 1)
    )
    findings.keep((bullets[one.bullet], one) for one in drafted.findings)


def _newest_before(job: SummaryJob) -> int:
    """Return the key of the newest quick take of the revision when the job was asked for, 0 without one."""
    earlier = QuickTake.objects.filter(revision=job.revision, created_at__lte=job.asked_at)
    return earlier.order_by("-pk").values_list("pk", flat=True).first() or 0


@transaction.atomic
def fail(*, job: SummaryJob, now: datetime, reason: str) -> SummaryJob:
    """Give the job up; the desk shows the reason with “Retry · Write by hand · Go on without”."""
    mine = _still_mine(job)
    return job if mine is None else _end(mine, JobState.FAILED, now, reason)


@transaction.atomic
def let_go(*, job: SummaryJob, now: datetime, reason: str) -> SummaryJob:
    """Return a job whose attempt broke to the list; it has failed when its attempts are used up."""
    mine = _still_mine(job)
    if mine is None:
        return job
    if mine.attempts >= settings.SUMMARY_ATTEMPTS or mine.state == JobState.LATE:
        return _end(mine, JobState.FAILED, now, reason)
    mine.state, mine.lease_until, mine.reason = JobState.WAITING, None, reason[:240]
    mine.save(update_fields=["state", "lease_until", "reason"])
    return mine


def mark_overdue(*, now: datetime) -> int:
    """Tell the desk of jobs past their deadline; a worker may still finish them quietly. Returns how many."""
    reason = f"It took longer than {settings.SUMMARY_DEADLINE_SECONDS} seconds."
    return SummaryJob.objects.overdue(now).update(state=JobState.LATE, reason=reason)


@transaction.atomic
def forgotten(*, now: datetime) -> list[int]:
    """Return the ids of jobs that no worker holds, each at most once a lease.

    Their worker was killed, hung or lost its machine; or the process that asked died before it could tell one.
    """
    lease = timedelta(seconds=settings.SUMMARY_LEASE_SECONDS)
    rows = SummaryJob.objects.select_for_update(skip_locked=True).unattended(now, lease)
    found = list(rows.values_list("pk", flat=True))
    SummaryJob.objects.filter(pk__in=found).update(nudged_at=now)
    return found


def _end(job: SummaryJob, state: JobState, now: datetime, reason: str) -> SummaryJob:
    job.state, job.reason, job.ended_at, job.lease_until = state, reason[:240], now, None
    job.save(update_fields=["state", "reason", "ended_at", "lease_until", "quick_take"])
    if state == JobState.FAILED:
        logger.info("Summary job %s failed: %s", job.pk, reason)
        asked = [job.asked_by] if job.asked_by is not None else []
        notices.tell(article=job.article, people=asked, about=About.FAILED, by=None, now=now, text=job.reason)
    return job
