"""Which engine drafts for a job, with which instructions, who steps in for it, and what the desk is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta

import pytest

from articles import actions, tasks
from articles.desk.progress import progress_of
from articles.drafting import current_prompt
from articles.models.job import JobState, SummaryJob
from articles.models.prompt import Prompt
from articles.summaries import prompts
from articles.summaries.types import Step
from newsroom.workflow import Stage
from tests.articles import outside_engine
from tests.articles.desk.desk import address, browser, screen, words
from tests.articles.outside_engine import FAILED, OutsideEngine
from tests.factories import stories

pytestmark = pytest.mark.django_db

EMBEDDED = "articles.summaries.engines.extractive.ExtractiveEngine"
SAID = (
    "The draft is waiting for the machine.",
    "The machine is drafting.",
    "The machine is mending its draft.",
)


@pytest.fixture(autouse=True)
def outside(settings, monkeypatch) -> Iterator[type[OutsideEngine]]:
    settings.SUMMARY_ENGINE = outside_engine.PATH
    monkeypatch.setattr(OutsideEngine, "shown", [])
    monkeypatch.setattr(OutsideEngine, "work", staticmethod(outside_engine.quotes))
    yield OutsideEngine


def job_of(article):
    return SummaryJob.objects.filter(article=article).latest("pk")


def test_an_external_engine_drafts_where_nothing_forbids_it(ada, clock, outside):
    quick_take = stories.newest_quick_take(stories.waiting(by=ada, now=clock.now))

    assert (quick_take.engine, quick_take.engine_version) == ("outside", "3")
    assert (quick_take.model, str(quick_take.prompt)) == ("pica-2-0311", "quick-take 1")
    assert quick_take.making["fallback_reason"] == ""
    assert len(outside.shown) == 1


def test_when_the_engine_fails_the_embedded_one_drafts_and_says_so(ada, ben, clock, outside):
    outside.work = staticmethod(outside_engine.fails)

    article = stories.waiting(by=ada, now=clock.now)

    quick_take = stories.newest_quick_take(article)
    made = quick_take.making
    assert (quick_take.engine, quick_take.bullets.count() >= 3) == ("extractive", True)
    assert (made["fallback_from"], made["fallback_reason"], made["cost"]) == ("outside", FAILED, "0.5")
    assert f"instead of “outside”: {FAILED}" in words(screen(browser(ben), article))
    assert f"Instead of outside: {FAILED}" in words(browser(ben).get(address(article, "history")))


def test_a_draft_of_the_fallback_names_no_model_that_did_not_write_it(ada, ben, clock, outside):
    outside.work = staticmethod(outside_engine.fails)

    article = stories.live(by=ada, reviewer=ben, now=clock.now)

    quick_take = stories.newest_quick_take(article)
    told = stories.public(article, clock.now).provenance
    assert (quick_take.model, quick_take.prompt, quick_take.making["model"]) == ("", None, "pica-2-0311")
    assert (told["engine"], told["model"], told["prompt"]) == ("extractive", "", "")


def test_a_section_that_keeps_its_text_home_is_never_sent_out(ada, ben, clock, outside):
    courts = stories.SectionFactory(name="Courts", slug="courts", external_models=False)

    kept = stories.waiting(by=ada, now=clock.now, section=courts)
    sent = stories.waiting(by=ada, now=clock.now)

    reason = "Courts sends no text to an external model."
    assert [doc.digest for doc in outside.shown] == [sent.current.digest]
    assert stories.newest_quick_take(kept).engine == "extractive"
    assert stories.newest_quick_take(kept).making["fallback_reason"] == reason
    assert stories.newest_quick_take(sent).engine == "outside"
    assert reason in words(screen(browser(ben), kept))


def test_a_source_that_keeps_its_copy_home_is_never_sent_out(ada, clock, outside):
    agency = stories.SourceFactory(name="Harbour Wire", external_models=False)

    article = stories.waiting(by=ada, now=clock.now, sources=(stories.SourceFactory(), agency))

    made = stories.newest_quick_take(article).making
    assert outside.shown == []
    assert made["fallback_reason"] == "Harbour Wire does not let its copy go to an external model."
    assert (made["model"], made["requests"], made["cost"]) == ("", [], "0")


def test_an_engine_on_a_machine_of_the_newsroom_reads_what_may_not_go_out(ada, clock, settings, outside):
    settings.SUMMARY_ENGINE = f"{outside_engine.__name__}.InsideEngine"
    courts = stories.SectionFactory(name="Courts", slug="courts", external_models=False)

    article = stories.waiting(by=ada, now=clock.now, section=courts)

    assert stories.newest_quick_take(article).engine == "inside"
    assert len(outside.shown) == 1


@pytest.mark.parametrize("external", [True, False])
def test_without_a_fallback_the_job_fails_with_the_reason_and_the_story_goes_on(
    ada, ben, clock, settings, outside, external
):
    settings.SUMMARY_FALLBACK_ENGINE = ""
    outside.work = staticmethod(outside_engine.fails)
    section = stories.SectionFactory(name="Courts", slug="courts", external_models=external)

    article = stories.waiting(by=ada, now=clock.now, section=section)

    reason = FAILED if external else "Courts sends no text to an external model."
    assert (job_of(article).state, job_of(article).reason) == (JobState.FAILED, reason)
    assert reason in words(screen(browser(ben), article))
    actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)
    actions.publish(article=article, actor=ben, now=clock.now)
    assert article.stage == Stage.PUBLISHED


def test_an_external_fallback_is_refused(ada, ben, clock, settings, outside):
    settings.SUMMARY_ENGINE, settings.SUMMARY_FALLBACK_ENGINE = EMBEDDED, outside_engine.PATH

    article = stories.waiting(by=ada, now=clock.now)

    assert job_of(article).state == JobState.FAILED
    assert "must run on the newsroom's own machines" in job_of(article).reason
    assert outside.shown == []


LLM = "articles.summaries.engines.llm.LlmEngine"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"engine": LLM, "model": "pica-2"}, "“url” is missing"),
        ({"engine": LLM, "url": "https://m.example"}, "“model” is missing"),
        ({"engine": LLM, "url": "https://m.example", "model": "p", "price_in": "?"}, "“price_in” must be"),
        ({"engine": "articles.summaries.engines.nobody.Nobody"}, "There is no summary engine at"),
        ({"engine": "articles.policies.Reason"}, "no summary engine"),
    ],
)
def test_a_wrong_setting_is_told_to_the_desk_at_once_and_not_tried_again(
    ada, ben, clock, settings, wrong, said
):
    options = {**dict.fromkeys(settings.SUMMARY_OPTIONS, ""), "key": "sk-hidden", **wrong}
    settings.SUMMARY_ENGINE, settings.SUMMARY_OPTIONS = options.pop("engine"), options

    article = stories.waiting(by=ada, now=clock.now)

    job = job_of(article)
    assert (job.state, job.attempts, article.stage) == (JobState.FAILED, 1, Stage.AI_SUMMARY)
    assert said in job.reason
    assert "sk-hidden" not in job.reason
    shown = words(screen(browser(ben), article))
    assert said in shown
    assert "Retry" in shown


def test_each_step_shows_on_the_desk_and_begins_the_lease_anew(ada, clock, settings, outside):
    article = stories.draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.now)
    seen = []

    def look(step: str) -> None:
        job = job_of(article)
        left = job.lease_until - clock.now if job.lease_until else None
        seen.append((job.step, left, progress_of(article.head, None, clock.now).step))
        assert step == job.step

    def work(engine, doc):
        look(Step.DRAFTING)
        clock.tick(seconds=20)
        engine.kit.progress(Step.REPAIRING)
        look(Step.REPAIRING)
        clock.tick(seconds=20)
        return outside_engine.quotes(engine, doc)

    outside.work = staticmethod(work)
    look("")
    done = tasks.draft(job_id=job_of(article).pk, clock=lambda: clock.now)

    lease = timedelta(seconds=settings.SUMMARY_LEASE_SECONDS)
    assert seen == [("", None, SAID[0]), ("drafting", lease, SAID[1]), ("repairing", lease, SAID[2])]
    assert (done.state, job_of(article).step, job_of(article).lease_until) == (
        JobState.DONE,
        "checking",
        None,
    )


def test_a_step_of_a_worker_that_lost_its_lease_changes_nothing(ada, clock, settings, outside):
    article = stories.draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.now)

    def overtaken(engine, doc):
        SummaryJob.objects.filter(article=article).update(attempts=2, step="reading", lease_until=clock.now)
        clock.tick(minutes=3)
        engine.kit.progress(Step.REPAIRING)
        return outside_engine.quotes(engine, doc)

    outside.work = staticmethod(overtaken)
    tasks.draft(job_id=job_of(article).pk, clock=lambda: clock.now)

    assert (job_of(article).step, job_of(article).state) == ("reading", JobState.RUNNING)
    assert job_of(article).lease_until < clock.now


def test_the_instructions_that_came_with_the_software_are_kept_once(clock):
    first, second = current_prompt(lambda: clock.now), current_prompt(lambda: clock.now)

    assert first.pk == second.pk
    assert (first.text, first.digest) == (prompts.SHIPPED.text, prompts.SHIPPED.digest)
    assert Prompt.objects.count() == 1


def test_newer_instructions_are_used_from_the_next_draft_on(ada, clock, outside):
    before = stories.newest_quick_take(stories.waiting(by=ada, now=clock.now))
    text = "Write the Quick Take in the plainest words that there are."
    newest = Prompt.objects.create(
        version=2, text=text, digest=Prompt.digest_of(text), created_by=ada, created_at=clock.now
    )

    after = stories.newest_quick_take(stories.waiting(by=ada, now=clock.now))

    assert (before.prompt.version, after.prompt) == (1, newest)
    assert asdict(newest.for_engine()) == {
        "name": "quick-take",
        "version": 2,
        "text": text,
        "digest": newest.digest,
    }
