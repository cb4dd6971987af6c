"""The review screen where there is no Quick Take, a failed one, a frozen one or a live story."""

import pytest
from django.utils import timezone

from articles import actions, jobs
from articles.models.job import SummaryJob
from articles.models.quicktake import Verdict
from articles.models.review import Answer, Review
from newsroom.workflow import Stage
from tests.articles.desk.desk import address, browser, filled, form_of, page, screen, words
from tests.factories.stories import (
    KindFactory,
    accept_all,
    draft,
    live,
    newest_quick_take,
    public,
    run_jobs,
    waiting,
)

pytestmark = pytest.mark.django_db


def test_a_contributor_to_the_text_cannot_approve_it(ada, ben, clock):
    article = waiting(by=ben, now=clock.now)
    client = browser(ben)

    response = client.post(address(article, "review"), filled(client, article, decision="both"))

    assert response.status_code == 422
    assert "You worked on this text" in words(response)


def test_a_writer_reads_the_bullets_and_decides_nothing(ada, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ada)
    bullet = newest_quick_take(article).bullets.first()

    shown = screen(client, article)
    client.post(
        address(article, "review"),
        {"seen": article.head_id, f"b{bullet.pk}-verdict": "accepted", "decision": "both"},
    )

    bullet.refresh_from_db()
    assert not page(shown).select("input[type=radio], .decision-bar button")
    assert (bullet.verdict, Review.objects.count()) == (Verdict.UNDECIDED, 0)


def test_approve_text_only_leaves_the_box_out(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {"decision": "text"}

    client.post(address(article, "review"), data)

    article.refresh_from_db()
    assert article.stage == Stage.REVIEWED
    assert Review.objects.get().quick_take_answer == Answer.NO


def test_return_leads_to_the_page_that_asks_why(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {"decision": "back"}

    assert client.post(address(article, "review"), data).headers["Location"] == address(
        article, "move", "return"
    )


def test_while_the_machine_drafts_the_text_can_be_read_and_approved(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=timezone.now())

    shown = screen(browser(ben), article)

    assert "The draft is waiting for the machine." in words(shown)
    assert page(shown).select_one(".drafting a").get_text() == "Refresh"
    assert not page(shown).select("meta[http-equiv]")
    assert page(shown).select_one("button[value=text]") is not None


def test_a_failed_draft_says_why_and_offers_the_three_ways_on(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.now)
    job = jobs.claim(job_id=SummaryJob.objects.get().pk, now=clock.now)
    jobs.fail(job=job, now=clock.now, reason="The text is too short for a summary.")
    client = browser(ben)

    shown = words(screen(client, article))
    client.post(address(article, "retry"), {"seen": article.head_id})
    retried = SummaryJob.objects.count()
    client.post(address(article, "by_hand"), {"seen": article.head_id})

    assert "No Quick Take: The text is too short for a summary." in shown
    assert "go on without" in shown
    assert retried == 2
    assert newest_quick_take(article).engine == "newsroom"
    assert "No bullets yet." in words(screen(client, article))


def test_retry_that_is_refused_says_why(ada, ben, clock):
    article = waiting(by=ada, now=clock.now, kind=KindFactory(slug="obituary", name="Obituary"))
    article.kind.quick_take = "never"
    article.kind.save()

    response = browser(ben).post(address(article, "retry"))

    assert response.status_code == 409
    assert "Obituary stories carry no Quick Take." in words(response)


def test_get_never_retries(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)

    assert browser(ben).get(address(article, "retry")).status_code == 405
    assert browser(ben).get(address(article, "by_hand")).status_code == 405


def test_a_live_storys_box_is_confirmed_on_the_same_screen(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now, box=False)
    actions.retry_summary(article=article, actor=ben, now=timezone.now())
    run_jobs(timezone.now())
    article.refresh_from_db()
    client = browser(ben)
    assert "I checked these against the text and its sources: confirm" in words(screen(client, article))

    response = client.post(address(article, "review"), filled(client, article, decision="both"))

    assert response.status_code == 302, words(response)
    assert public(article, timezone.now()).has_quick_take


def test_a_frozen_quick_take_is_shown_and_no_longer_decided_on(ada, ben, cleo, clock):
    kind = KindFactory(slug="investigation", name="Investigation")
    kind.reviews = 2
    kind.save()
    article = waiting(by=ada, now=clock.now, kind=kind)
    accept_all(article, by=ben, now=clock.now)
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)
    client = browser(cleo)

    shown = screen(client, article)
    posted = form_of(shown, "form#review")
    response = client.post(address(article, "review"), posted | {"decision": "both"})

    article.refresh_from_db()
    assert not page(shown).select("input[type=radio]")
    assert response.status_code == 302, words(response)
    assert article.stage == Stage.REVIEWED


def test_bullets_approved_by_somebody_else_meanwhile_are_not_signed_unseen(ada, ben, cleo, clock):
    kind = KindFactory(slug="investigation", name="Investigation")
    kind.reviews = 2
    kind.save()
    article = waiting(by=ada, now=clock.now, kind=kind)
    bens = browser(ben)
    posted = form_of(screen(bens, article), "form#review")
    accept_all(article, by=cleo, now=clock.now)
    first = newest_quick_take(article).bullets.first()
    words_of_cleo = first.text.rstrip(".") + " again."
    actions.decide_bullet(
        bullet=first, actor=cleo, now=clock.now, verdict=Verdict.ACCEPTED, text=words_of_cleo
    )
    actions.approve(article=article, actor=cleo, now=clock.now, seen=article.head_id)

    response = bens.post(address(article, "review"), posted | {"decision": "both"})

    assert response.status_code == 409
    assert Review.objects.filter(reviewer=ben).count() == 0


def test_a_finding_that_blocks_is_said_in_words(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    first = newest_quick_take(article).bullets.first()
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {
        f"b{first.pk}-text": "The repairs cost 9,999 marks."
    }

    client.post(address(article, "review"), data)

    row = page(screen(client, article)).select_one(f"#bullet-{first.pk}")
    assert "9,999" in row.select_one(".finding-stop").get_text()
