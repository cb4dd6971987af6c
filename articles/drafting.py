"""Runs an engine for a job: which one, with what in its kit, and who steps in; keeps nothing of what it drafts."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings

from articles import documents
from articles.gate import RecordedGate
from articles.jobs import Clock
from articles.models.article import Article
from articles.models.job import LEASED_STATES, SummaryJob
from articles.models.prompt import Prompt
from articles.policies import SPEC
from articles.summaries import prompts
from articles.summaries.grounding import RuleCheck
from articles.summaries.kit import EngineKit
from articles.summaries.pipeline import Drafted, EngineNotFound, draft, load_engine
from articles.summaries.types import BulletSpec, Draft, EngineFailed, SourceDoc, Step, SummaryEngine

logger = logging.getLogger(__name__)


def current_prompt(clock: Clock) -> Prompt:
    """Return the instructions in use; a house without any starts with those that came with the software."""
    shipped = prompts.SHIPPED
    found = Prompt.objects.current(shipped.name)
    if found is not None:
        return found
    first = {
        "text": shipped.text,
        "digest": shipped.digest,
        "note": "Came with the software.",
        "created_at": clock(),
    }
    row, _ = Prompt.objects.get_or_create(name=shipped.name, version=shipped.version, defaults=first)
    return row


def keeps_home(article: Article) -> str:
    """Return why the text may not go to an external model, in words; empty when it may."""
    if not article.section.external_models:
        return f"{article.section.name} sends no text to an external model."
    source = article.sources.filter(external_models=False).order_by("name").first()
    return f"{source.name} does not let its copy go to an external model." if source else ""


class _Kept:
    """Stands for an engine that was not asked: it fails with the reason, so that the fallback drafts and says so."""

    external = True

    def __init__(self, name: str, reason: str) -> None:
        self.name, self.version, self.reason = name, "", reason

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        raise EngineFailed(self.reason)


def run_engine(*, job: SummaryJob, clock: Clock, engine: SummaryEngine | None = None) -> Drafted:
    """Draft from the job's revision; asks no lock, so the desk goes on meanwhile.

    Raises Unsuitable and EngineFailed with a reason for the editor, EngineNotFound for a wrong setting.
    """
    prompt = current_prompt(clock)

    def progress(step: Step) -> None:
        # A step that is reached is a sign of life: the lease runs anew from here.
        lease = clock() + timedelta(seconds=settings.SUMMARY_LEASE_SECONDS)
        mine = SummaryJob.objects.filter(pk=job.pk, attempts=job.attempts, state__in=LEASED_STATES)
        mine.filter(lease_until__isnull=False).update(step=step, lease_until=lease)

    kit = EngineKit(
        options=settings.SUMMARY_OPTIONS,
        prompt=prompt.for_engine(),
        gate=RecordedGate(job=job, model=settings.SUMMARY_OPTIONS["model"], clock=clock),
        checks=(RuleCheck(),),
        progress=progress,
    )
    chosen = engine or load_engine(settings.SUMMARY_ENGINE, kit)
    if chosen.external and (reason := keeps_home(job.article)):
        chosen = _Kept(chosen.name, reason)
    drafted = draft(chosen, documents.source_doc(job.revision), SPEC, kit, _fallback(chosen, kit))
    if drafted.draft.making.fallback_reason:
        logger.warning("Summary job %s fell back: %s", job.pk, drafted.draft.making.fallback_reason)
    return drafted


def _fallback(chosen: SummaryEngine, kit: EngineKit) -> SummaryEngine | None:
    """Return the engine that steps in, None when the setting names none or the same."""
    if not settings.SUMMARY_FALLBACK_ENGINE:
        return None
    found = load_engine(settings.SUMMARY_FALLBACK_ENGINE, kit)
    if found.external:
        raise EngineNotFound("The fallback engine must run on the newsroom's own machines.")
    return None if found.name == chosen.name else found
