"""Saying on the review screen why a bullet is right although a check keeps it back."""

import pytest

from articles import actions
from articles.models.quicktake import Verdict
from articles.models.review import Review
from newsroom.workflow import Stage
from tests.articles.desk.desk import address, browser, filled, form_of, page, screen, words
from tests.factories import stories

pytestmark = pytest.mark.django_db

REASON = "The authority gave it by telephone."


@pytest.fixture
def article(ada, ben, clock):
    """A story with one bullet that has a number which the text does not have."""
    story = stories.waiting(by=ada, now=clock.now)
    first = bullet_of(story)
    text = f"{first.text.rstrip('.')} for 7,777 people."
    actions.decide_bullet(bullet=first, actor=ben, now=clock.now, verdict=Verdict.ACCEPTED, text=text)
    return story


def bullet_of(article):
    return stories.newest_quick_take(article).bullets.order_by("position")[0]


def reason_of(article):
    return f"b{bullet_of(article).pk}-reason"


def row(response, article):
    return page(response).select_one(f"#bullet-{bullet_of(article).pk}")


def test_only_a_bullet_that_is_kept_back_asks_for_a_reason(article, ben):
    soup = page(screen(browser(ben), article))

    assert [field["name"] for field in soup.select("textarea[name$=-reason]")] == [reason_of(article)]
    assert "7,777" in soup.select_one(".finding-stop").get_text()


def test_without_a_reason_the_approval_is_refused_and_leads_to_the_bullet(article, ben):
    client = browser(ben)

    response = client.post(address(article, "review"), filled(client, article, decision="both"))

    assert response.status_code == 422
    links = [link["href"] for link in page(response).select(".flag-stop a")]
    assert f"#bullet-{bullet_of(article).pk}" in links
    assert "say why it is right" in words(response)
    assert not Review.objects.exists()


@pytest.mark.parametrize("reason", ["x" * 14, "too    short  ok"])
def test_a_short_reason_is_refused_beside_its_field_and_kept_as_typed(article, ben, reason):
    client = browser(ben)
    data = filled(client, article, decision="both", **{reason_of(article): reason})

    response = client.post(address(article, "review"), data)

    field = row(response, article).select_one(f"textarea[name={reason_of(article)}]")
    described = field["aria-describedby"].split()
    said = " ".join(row(response, article).find(id=key).get_text() for key in described)
    assert response.status_code == 409
    assert field.get_text().strip() == reason
    assert "at least 15 characters" in said.casefold()
    assert field["aria-invalid"] == "true"
    assert bullet_of(article).findings.blocking().exists()
    assert not Review.objects.exists()


def test_a_reason_and_the_approval_go_in_one_press(article, ben):
    client = browser(ben)
    data = filled(client, article, decision="both", **{reason_of(article): REASON})

    response = client.post(address(article, "review"), data)

    article.refresh_from_db()
    assert response.status_code == 302, words(response)
    assert article.stage == Stage.REVIEWED
    assert f"Kept all the same. Ben Osei: {REASON}" in row(screen(client, article), article).get_text()


def test_an_answered_bullet_says_who_answered_and_asks_no_more(article, ben, cleo):
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {reason_of(article): REASON}

    client.post(address(article, "review"), data)

    shown = screen(browser(cleo), article)
    assert bullet_of(article).verdict == Verdict.ACCEPTED
    assert f"Ben Osei: {REASON}" in row(shown, article).get_text()
    assert page(shown).select("textarea[name$=-reason]") == []


def test_a_rejected_bullet_needs_no_answer_to_its_findings(article, ben):
    client = browser(ben)
    key = f"b{bullet_of(article).pk}"
    data = filled(client, article, decision="save", **{f"{key}-verdict": "rejected", f"{key}-why": "Not so."})

    response = client.post(address(article, "review"), data)

    assert response.status_code == 302
    assert bullet_of(article).verdict == Verdict.REJECTED


def test_a_reason_is_text_and_no_markup(article, ben):
    client = browser(ben)
    data = form_of(screen(client, article), "form#review")

    client.post(
        address(article, "review"), data | {reason_of(article): "<b>He said so</b> <script>x()</script>"}
    )

    shown = row(screen(client, article), article)
    assert "<b>He said so</b>" in shown.get_text()
    assert shown.select("b, script") == []


def test_a_writer_cannot_answer_a_finding_by_a_forged_post(article, ada, ben):
    data = form_of(screen(browser(ben), article), "form#review") | {reason_of(article): REASON}

    response = browser(ada).post(address(article, "review"), data | {"decision": "save"})

    assert response.status_code in {403, 409}
    assert bullet_of(article).findings.blocking().exists()
