"""Budget and circuit breaker in front of a model: what is counted, from when, and which faults open it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from articles import actions
from articles.gate import FAULTS_IN_A_ROW, PAUSE, RecordedGate, budget_of
from articles.models.job import SummaryJob
from articles.models.model_call import ModelCall
from articles.summaries.kit import Call
from tests.factories import stories

pytestmark = pytest.mark.django_db

DOWN = ["timeout", "connect", "broken-off", "redirect", "http-401", "http-403", "http-404", "http-429"]
DOWN += ["http-500", "http-502", "http-503", "http-504", "http-529"]
ANSWERED = ["", "malformed", "refused", "unreadable", "too-big", "encoding", "http-400", "http-422"]


@pytest.fixture
def gate(ada, clock):
    return gate_of(ada, clock)


def gate_of(ada, clock, *, model="pica-2", **fields):
    """Return the gate of a job for a new story."""
    article = stories.draft(by=ada, now=clock.now, **fields)
    actions.request_summary(article=article, actor=ada, now=clock.now)
    return RecordedGate(job=SummaryJob.objects.get(article=article), model=model, clock=lambda: clock.now)


def asked(gate, *faults, cost="0"):
    for fault in faults:
        gate.called(Call("pica-2-0311", fault, 0.4, cost=cost))


def test_every_request_is_a_row_with_its_section_and_its_price(gate, clock):
    gate.called(Call("pica-2-0311", "", 1.25, tokens_in=900, tokens_out=120, cost="0.00345", request="req-1"))
    gate.called(Call("pica-2-0311", "timeout", 5.0))

    first, second = ModelCall.objects.order_by("pk")
    assert (first.job, first.section, first.model) == (gate.job, gate.job.article.section, "pica-2")
    assert (first.tokens_in, first.tokens_out, first.cost) == (900, 120, Decimal("0.00345"))
    assert (first.fault, first.request, first.seconds, first.at) == ("", "req-1", 1.25, clock.now)
    assert (second.fault, second.cost) == ("timeout", 0)
    assert str(second) == "pica-2 at 2026-05-12 12:00: timeout"


def test_what_a_server_says_of_itself_always_fits_the_row(gate):
    gate.called(Call("m", "x" * 99, 1, tokens_in=-5, tokens_out=10**30, cost="9" * 40, request="r" * 999))

    row = ModelCall.objects.get()
    assert (row.tokens_in, row.tokens_out, row.cost) == (0, 2**31 - 1, Decimal("999999.999999"))
    assert (len(row.fault), len(row.request)) == (40, 120)


def test_a_price_below_nothing_pays_nothing_back(gate):
    gate.called(Call("m", "", 1, cost="-4"))

    assert ModelCall.objects.all().spent() == 0


def test_without_a_limit_nothing_is_too_dear(gate, settings):
    settings.SUMMARY_MODEL_BUDGET = ""
    asked(gate, "", cost="99999")

    assert budget_of(gate.section) is None
    assert gate.refusal() == ""


def test_a_section_stops_when_its_budget_is_spent_and_another_goes_on(ada, clock, gate):
    gate.section.model_budget = Decimal("0.50")
    other = gate_of(ada, clock, section=stories.SectionFactory(name="Courts", slug="courts"))
    asked(gate, "", cost="0.49")
    before = gate.refusal()

    asked(gate, "", cost="0.01")

    assert before == ""
    assert gate.refusal() == "City has spent its budget for models today (0.50)."
    assert other.refusal() == ""


def test_a_request_that_failed_is_paid_for_too(gate):
    gate.section.model_budget = Decimal("0.50")
    asked(gate, "malformed", "refused", cost="0.25")

    assert "has spent its budget" in gate.refusal()


def test_the_limit_of_the_house_is_for_each_section_without_its_own(ada, clock, gate, settings):
    settings.SUMMARY_MODEL_BUDGET = " 1.50 "
    rich = gate_of(ada, clock, section=stories.SectionFactory(name="Courts", slug="courts"))
    rich.section.model_budget = Decimal(9)
    asked(gate, "", cost="1.5")
    asked(rich, "", cost="1.5")

    assert "(1.50)" in gate.refusal()
    assert rich.refusal() == ""


def test_a_budget_of_nothing_asks_no_model_at_all(gate, settings):
    settings.SUMMARY_MODEL_BUDGET = "100"
    gate.section.model_budget = Decimal()

    assert "has spent its budget" in gate.refusal()


@pytest.mark.parametrize("limit", ["5 marks", "1,50", "NaN", "Infinity", "sNaN", "-1"])
def test_a_limit_that_cannot_be_read_is_not_no_limit(gate, settings, limit):
    settings.SUMMARY_MODEL_BUDGET = limit

    assert "has spent its budget" in gate.refusal()


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Auckland", "America/Los_Angeles"])
def test_the_day_of_a_budget_begins_at_midnight_in_the_newsroom(gate, clock, settings, zone):
    settings.TIME_ZONE = zone
    gate.section.model_budget = Decimal(1)
    midnight = datetime(2026, 10, 25, tzinfo=ZoneInfo(zone))
    clock.now = (midnight - timedelta(seconds=1)).astimezone(UTC)
    asked(gate, "", cost="1")
    yesterday = gate.refusal()
    clock.now = midnight.astimezone(UTC)
    today = gate.refusal()
    asked(gate, "", cost="1")
    # This day has 25 hours in Berlin.
    clock.now = datetime(2026, 10, 25, 23, 59, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    evening = gate.refusal()

    assert ("has spent" in yesterday, today, "has spent" in evening) == (True, "", True)


@pytest.mark.parametrize("fault", DOWN)
def test_five_faults_of_a_server_in_a_row_open_the_breaker(gate, fault):
    asked(gate, *[fault] * (FAULTS_IN_A_ROW - 1))
    before = gate.refusal()

    asked(gate, fault)

    assert before == ""
    assert gate.refusal() == "The model's server failed 5 times in a row; it is asked again in a while."


@pytest.mark.parametrize("fault", ANSWERED)
def test_an_answer_however_bad_keeps_the_breaker_closed(gate, fault):
    asked(gate, *[fault] * 9)
    alone = gate.refusal()
    asked(gate, *["timeout"] * 4, fault, *["connect"] * 4)

    assert (alone, gate.refusal()) == ("", "")


def test_after_the_pause_one_request_is_a_trial(gate, clock):
    asked(gate, *["timeout"] * FAULTS_IN_A_ROW)
    clock.tick(seconds=PAUSE.total_seconds() - 1)
    early = gate.refusal()
    clock.tick(seconds=1)
    trial = gate.refusal()
    asked(gate, "connect")
    failed = gate.refusal()
    clock.tick(seconds=PAUSE.total_seconds())
    asked(gate, "")
    asked(gate, "timeout")

    assert ("failed 5 times" in early, trial, "failed 5 times" in failed) == (True, "", True)
    assert gate.refusal() == ""


def test_the_breaker_of_one_model_is_not_that_of_another(ada, clock, gate):
    other = gate_of(ada, clock, model="magpie-7")
    asked(gate, *["timeout"] * FAULTS_IN_A_ROW)

    assert "failed 5 times" in gate.refusal()
    assert other.refusal() == ""
