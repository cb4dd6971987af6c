"""Budget and circuit breaker before a model is asked, counted from the requests on record; it asks no model itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

from django.conf import settings
from django.utils import timezone

from articles.models.job import SummaryJob
from articles.models.model_call import ModelCall
from articles.models.taxonomy import Section
from articles.summaries.kit import Call

# After so many faults in a row nobody is made to wait for the next one until the pause is over.
FAULTS_IN_A_ROW = 5
PAUSE = timedelta(minutes=2)
# Faults of a server that would fare no better with another article. An answer that came, if a bad one, is none of them:
# nor is a request that it did not accept, because the next article may be asked about in other words.
_DOWN = frozenset(
    {"timeout", "connect", "broken-off", "redirect", *(f"http-{n}" for n in (401, 403, 404, 408, 429))}
)
_DOWN_TOO = "http-5"
# What a column holds; a server may report any number.
_MOST_TOKENS = 2_147_483_647
_HIGHEST_COST = Decimal("999999.999999")


def budget_of(section: Section) -> Decimal | None:
    """Return what the section may spend in a day, None for no limit."""
    if section.model_budget is not None:
        return section.model_budget
    if not settings.SUMMARY_MODEL_BUDGET.strip():
        return None
    try:
        limit = Decimal(settings.SUMMARY_MODEL_BUDGET.strip())
    except InvalidOperation:
        limit = Decimal("NaN")
    # A limit that cannot be read must not become no limit.
    return limit if limit.is_finite() else Decimal()


def _trips(fault: str) -> bool:
    return fault in _DOWN or fault.startswith(_DOWN_TOO)


class RecordedGate:
    """The gate of one job: every request becomes a row. Counts are not locked, so two jobs may share the last penny."""

    def __init__(self, *, job: SummaryJob, model: str, clock: Callable[[], datetime]) -> None:
        self.job, self.model, self.clock = job, model, clock
        self.section = job.article.section

    def refusal(self) -> str:
        """Why no request may be made now, in words for an editor; empty when it may."""
        now = self.clock()
        if (limit := budget_of(self.section)) is not None:
            here = timezone.localtime(now, timezone.get_default_timezone())
            midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
            if ModelCall.objects.filter(section=self.section).since(midnight).spent() >= limit:
                return f"{self.section.name} has spent its budget for models today ({limit})."
        return self._pause(now)

    def _pause(self, now: datetime) -> str:
        last = list(ModelCall.objects.filter(model=self.model).order_by("-at", "-pk")[:FAULTS_IN_A_ROW])
        faults = [one for one in last if _trips(one.fault)]
        if len(faults) < FAULTS_IN_A_ROW or faults[0].at <= now - PAUSE:
            return ""
        return f"The model's server failed {FAULTS_IN_A_ROW} times in a row; it is asked again in a while."

    def called(self, call: Call) -> None:
        """Put a request on the record."""
        ModelCall.objects.create(
            job=self.job,
            section=self.section,
            model=self.model[:120],
            fault=call.fault[:40],
            request=call.request[:120],
            tokens_in=min(max(call.tokens_in, 0), _MOST_TOKENS),
            tokens_out=min(max(call.tokens_out, 0), _MOST_TOKENS),
            cost=min(max(Decimal(call.cost), Decimal()), _HIGHEST_COST),
            seconds=call.seconds,
            at=self.clock(),
        )
