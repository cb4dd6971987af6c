"""Parts of the review screen that are swapped in place: one bullet, the order, the machine's progress."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import actions, jobs
from articles.models.job import SummaryJob
from articles.models.quicktake import Bullet, QuickTake, Verdict
from articles.summaries.types import Step
from tests.articles.desk.desk import address, browser, form_of, page, screen, words
from tests.factories import stories

pytestmark = pytest.mark.django_db

HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def article(ada, clock):
    return stories.waiting(by=ada, now=clock.now)


@pytest.fixture
def bullets(article):
    return list(stories.newest_quick_take(article).bullets.order_by("position"))


def said_of(client, article, bullet, **said):
    """Press a button of one bullet, with everything else on the screen as it is."""
    data = form_of(screen(client, article), "form#review")
    data |= {f"b{bullet.pk}-{name}": value for name, value in said.items()}
    return client.post(address(article, "bullet", bullet.pk), data, **HTMX)


def test_a_verdict_answers_with_that_bullet_the_count_and_the_bar_only(article, bullets, ben):
    response = said_of(browser(ben), article, bullets[0], verdict="accepted")

    soup = page(response)
    bullets[0].refresh_from_db()
    assert bullets[0].verdict == Verdict.ACCEPTED
    assert [row["id"] for row in soup.select(".bullet-row")] == [f"bullet-{bullets[0].pk}"]
    assert soup.select_one("#decided[hx-swap-oob]").get_text() == f"1 of {len(bullets)} decided"
    assert soup.select_one("#decision-bar[hx-swap-oob] button") is not None
    assert soup.select_one("#shown[hx-swap-oob]") is not None
    assert "Accepted by Ben Osei" in soup.select_one("[hx-swap-oob='innerHTML:#review-said']").get_text()
    assert soup.select("html, .review-text") == []


def test_what_is_typed_on_other_bullets_is_not_taken_with_it(article, bullets, ben):
    client = browser(ben)
    data = form_of(screen(client, article), "form#review")
    data |= {f"b{bullets[0].pk}-verdict": "accepted", f"b{bullets[1].pk}-text": "Half a thou"}

    client.post(address(article, "bullet", bullets[0].pk), data, **HTMX)

    bullets[1].refresh_from_db()
    assert bullets[1].verdict == Verdict.UNDECIDED


def test_a_wording_that_cannot_be_kept_comes_back_as_typed(article, bullets, ben):
    long = "word " * 40

    response = said_of(browser(ben), article, bullets[0], verdict="accepted", text=long)

    row = page(response).select_one(".bullet-row")
    assert response.status_code == 422
    assert row.select_one("details.edit[open] textarea").get_text().strip() == long.strip()
    assert "at most 32 words" in row.get_text()


def test_a_rejection_without_a_reason_asks_for_it(article, bullets, ben):
    client = browser(ben)

    refused = said_of(client, article, bullets[0], verdict="rejected")
    taken = said_of(client, article, bullets[0], verdict="rejected", why="The second says it.")

    assert refused.status_code == 422
    assert page(refused).select_one("details.reject[open] .errorlist") is not None
    assert "Rejected by Ben Osei: The second says it." in words(taken)


def test_a_text_that_changed_meanwhile_stops_the_verdict_and_keeps_the_screen(
    article, bullets, ada, ben, clock
):
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {f"b{bullets[0].pk}-verdict": "accepted"}
    stories.edit(article, by=ada, now=clock.tick(), standfirst="It cost 9 million marks.")

    response = client.post(address(article, "bullet", bullets[0].pk), data, **HTMX)

    assert (response.status_code, response["HX-Retarget"]) == (409, "#review-alert")
    assert "Ada Brandt saved revision 2" in words(response)
    assert not Bullet.objects.filter(verdict=Verdict.ACCEPTED).exists()


def test_a_bullet_that_somebody_else_changed_is_not_decided_on(article, bullets, ben, cleo, clock):
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {f"b{bullets[0].pk}-verdict": "rejected"}
    actions.decide_bullet(
        bullet=bullets[0], actor=cleo, now=clock.tick(), verdict=Verdict.ACCEPTED, text="Cleo's wording."
    )

    response = client.post(address(article, "bullet", bullets[0].pk), data, **HTMX)

    assert response.status_code == 409
    assert "Somebody else changed this bullet" in words(response)
    assert Bullet.objects.get(pk=bullets[0].pk).text == "Cleo's wording."


def test_moving_answers_with_the_new_order_and_keeps_what_is_typed(article, bullets, ben):
    client = browser(ben)
    data = form_of(screen(client, article), "form#review")
    data |= {f"b{bullets[1].pk}-move": "up", f"b{bullets[0].pk}-text": "Half a thou"}

    response = client.post(address(article, "bullet", bullets[1].pk), data, **HTMX)

    soup = page(response)
    order = [row["id"] for row in soup.select("#bullets > .bullet-row")]
    assert order[:2] == [f"bullet-{bullets[1].pk}", f"bullet-{bullets[0].pk}"]
    assert (
        soup.select_one(f"#bullet-{bullets[0].pk} textarea[name$=-text]").get_text().strip() == "Half a thou"
    )


def test_moving_works_without_a_script(article, bullets, ben):
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {f"b{bullets[1].pk}-move": "up"}

    response = client.post(address(article, "review"), data)

    assert response.status_code == 302
    assert Bullet.objects.get(pk=bullets[1].pk).position == 1


def test_without_a_script_the_address_leads_to_the_next_bullet(article, bullets, ben):
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {f"b{bullets[0].pk}-verdict": "accepted"}

    response = client.post(address(article, "review"), data)

    assert response["Location"].endswith(f"/review/#bullet-{bullets[1].pk}")


@pytest.mark.parametrize("who", ["ada", "dora"])
def test_who_may_not_decide_is_refused(article, bullets, ben, who, request):
    data = form_of(screen(browser(ben), article), "form#review") | {f"b{bullets[0].pk}-verdict": "accepted"}
    client = browser(request.getfixturevalue(who))

    response = client.post(address(article, "bullet", bullets[0].pk), data, **HTMX)

    assert response.status_code in {403, 404}
    assert Bullet.objects.get(pk=bullets[0].pk).verdict == Verdict.UNDECIDED


def test_a_bullet_to_look_at_again_shows_what_its_sentence_said_before(article, bullets, ada, ben, clock):
    stories.accept_all(article, by=ben, now=clock.tick())
    first = next(one for one in bullets if "4.2 million" in one.text)

    stories.edit(article, by=ada, now=clock.tick(), body=stories.BODY.replace("4.2 million", "4.4 million"))
    actions.request_summary(article=article, actor=ada, now=clock.tick())
    soup = page(screen(browser(ben), article))

    again = soup.select(".bullet-again")
    assert len(again) == 1
    assert first.text in " ".join(again[0].select_one(".bullet-text").get_text().split())
    assert again[0].select_one(".evidence-changed del").get_text() == "4.2"
    assert again[0].select_one(".evidence-changed ins").get_text() == "4.4"


class TestProgress:
    """The machine at work, seen from the screen."""

    @pytest.fixture
    def asked(self, ada, clock):
        article = stories.draft(by=ada, now=clock.now)
        actions.request_summary(article=article, actor=ada, now=timezone.now())
        return article

    def ask(self, article, user):
        client = browser(user)
        panel = page(screen(client, article)).select_one("#review-panel")
        return client, panel

    def test_the_way_is_shown_and_asked_for_every_two_seconds(self, asked, ben):
        _, panel = self.ask(asked, ben)

        assert panel["hx-trigger"] == "every 2s"
        assert panel.select_one("[aria-current=step]").get_text() == "Queued"
        assert panel.select_one("a").get_text() == "Refresh"

    def test_nothing_new_is_no_answer(self, asked, ben):
        client, panel = self.ask(asked, ben)

        assert client.get(panel["hx-get"]).status_code == 204

    @pytest.mark.parametrize(("step", "label"), [(Step.DRAFTING, "Drafting"), (Step.CHECKING, "Checking")])
    def test_each_step_is_told(self, asked, ben, step, label):
        client, panel = self.ask(asked, ben)
        jobs.claim(job_id=SummaryJob.objects.get().pk, now=timezone.now())
        SummaryJob.objects.update(step=step)

        soup = page(client.get(panel["hx-get"]))

        assert soup.select_one("[aria-current=step]").get_text() == label
        assert soup.select_one("#review-panel[hx-get]")["hx-get"] != panel["hx-get"]

    def test_the_bullets_come_when_they_are_ready_and_the_asking_ends(self, asked, ben):
        client, panel = self.ask(asked, ben)
        stories.run_jobs(timezone.now())

        soup = page(client.get(panel["hx-get"]))

        assert len(soup.select("#bullets > .bullet-row")) >= 3
        assert not soup.select_one("#review-panel").has_attr("hx-get")
        assert "The Quick Take is ready" in soup.get_text()

    def test_a_failure_comes_with_its_reason_and_a_way_on(self, asked, ben):
        client, panel = self.ask(asked, ben)
        job = jobs.claim(job_id=SummaryJob.objects.get().pk, now=timezone.now())
        jobs.fail(job=job, now=timezone.now(), reason="The text is too short for a summary.")

        soup = page(client.get(panel["hx-get"]))

        assert "The text is too short for a summary." in soup.get_text()
        assert [one.get_text() for one in soup.select("#review-panel button")][:2] == [
            "Retry",
            "Write by hand",
        ]


def queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_the_screen_asks_no_more_for_fifty_bullets_than_for_five(article, bullets, ben, clock):
    client, url = browser(ben), address(article, "review")
    quick_take = QuickTake.objects.get()
    stories.accept_all(article, by=ben, now=clock.tick())
    few = queries(client, url)

    Bullet.objects.bulk_create(
        Bullet(
            quick_take=quick_take,
            position=number,
            text=bullets[0].text,
            machine_text=bullets[0].text,
            evidence=bullets[0].evidence,
            verdict=Verdict.LOOK_AGAIN if number % 2 else Verdict.ACCEPTED,
            verdict_by=ben,
        )
        for number in range(10, 60)
    )

    # What changed in the sentences of bullets to look at again is one more question, however many they are.
    assert queries(client, url) <= few + 1


def test_the_screen_asks_no_more_for_a_long_text_beside_many_stories(ada, ben, clock):
    short = stories.waiting(by=ada, now=clock.now)
    client = browser(ben)
    few = queries(client, address(short, "review"))
    for _ in range(5):
        stories.draft(by=ada, now=clock.tick())
    long = stories.waiting(by=ada, now=clock.tick(), body=stories.BODY * 40)

    assert queries(client, address(long, "review")) <= few
