"""The review screen: one page, one form, no script needed; an approval never hits what was not seen."""

import pytest

from articles import actions
from articles.models.quicktake import Origin, Verdict
from articles.models.review import Answer, Review
from newsroom.workflow import Stage
from tests.articles.desk.desk import address, browser, filled, form_of, page, screen, words
from tests.factories.stories import (
    edit,
    newest_quick_take,
    waiting,
)

pytestmark = pytest.mark.django_db


def test_the_screen_shows_bullets_with_their_evidence_and_the_anchored_text(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    bullets = list(newest_quick_take(article).bullets.all())

    soup = page(screen(browser(ben), article))

    assert f"0 of {len(bullets)} decided" in soup.get_text()
    texts = article.current.sentence_texts()
    for bullet in bullets:
        row = soup.select_one(f"#bullet-{bullet.pk}")
        assert "bullet-undecided" in row["class"]
        for item in bullet.evidence:
            number = item["sentence"]
            assert row.select_one(f'a[href="#s{number}"]') is not None
            assert soup.select_one(f"mark#s{number}") is not None
            assert texts[number] in " ".join(row.select_one(".evidence").get_text(" ").split())


def test_accepting_all_and_approving_is_one_press(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)

    response = client.post(address(article, "review"), filled(client, article, decision="both"))

    article.refresh_from_db()
    review = Review.objects.get()
    assert response.status_code == 302, words(response)
    assert article.stage == Stage.REVIEWED
    assert (review.text_answer, review.quick_take_answer, review.reviewer) == (Answer.YES, Answer.YES, ben)


def test_what_is_missing_is_said_and_what_was_decided_stays(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    first, *others = newest_quick_take(article).bullets.all()
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {
        f"b{first.pk}-verdict": "accepted",
        "decision": "both",
    }

    response = client.post(address(article, "review"), data)

    first.refresh_from_db()
    article.refresh_from_db()
    soup = page(response)
    reasons = soup.select("[role=alert][autofocus] li a")
    assert response.status_code == 422
    assert reasons[0].get_text() == f"{len(others)} of {len(others) + 1} bullets are not decided."
    assert [one["href"] for one in reasons[1:]] == [f"#bullet-{bullet.pk}" for bullet in others]
    assert all(soup.find(id=one["href"].removeprefix("#")) for one in reasons)
    assert (first.verdict, article.stage) == (Verdict.ACCEPTED, Stage.AI_SUMMARY)


def test_an_edited_bullet_is_accepted_and_shows_what_changed(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    first = newest_quick_take(article).bullets.first()
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {
        f"b{first.pk}-text": first.text[:-1] + " again."
    }

    client.post(address(article, "review"), data)

    first.refresh_from_db()
    row = page(screen(client, article)).select_one(f"#bullet-{first.pk}")
    assert (first.origin, first.verdict) == (Origin.EDITED, Verdict.ACCEPTED)
    assert "bullet-edited" in row["class"]
    assert row.select_one("ins").get_text().endswith("again.")


def test_a_rejected_bullet_keeps_its_words(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    first = newest_quick_take(article).bullets.first()
    client = browser(ben)
    data = form_of(screen(client, article), "form#review")
    data |= {f"b{first.pk}-verdict": "rejected", f"b{first.pk}-text": "Other words"}
    data |= {f"b{first.pk}-why": "The second says it."}

    client.post(address(article, "review"), data)

    text = first.text
    first.refresh_from_db()
    assert (first.verdict, first.text) == (Verdict.REJECTED, text)
    assert "Rejected by Ben Osei: The second says it." in words(screen(client, article))


def test_a_rejection_needs_a_reason(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    first = newest_quick_take(article).bullets.first()
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {f"b{first.pk}-verdict": "rejected"}

    response = client.post(address(article, "review"), data)

    first.refresh_from_db()
    row = page(response).select_one(f"#bullet-{first.pk}")
    assert response.status_code == 409
    assert "Say in a few words why" in row.select_one(".reject[open]").get_text()
    assert first.verdict == Verdict.UNDECIDED


def test_a_bullet_that_is_too_long_is_refused_and_nothing_is_half_saved(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    first, second, *_ = newest_quick_take(article).bullets.all()
    client = browser(ben)
    long = "word " * 40
    data = form_of(screen(client, article), "form#review")
    data |= {f"b{first.pk}-verdict": "accepted", f"b{second.pk}-text": long}

    response = client.post(address(article, "review"), data)

    first.refresh_from_db()
    assert response.status_code == 409
    assert "at most 32 words" in words(response)
    assert long.strip() in words(response)
    assert first.verdict == Verdict.UNDECIDED


def test_an_own_bullet_needs_the_sentence_that_says_so(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)
    data = form_of(screen(client, article), "form#review") | {"own-text": "Trams are back on the bridge."}

    refused = client.post(address(article, "review"), data)
    client.post(address(article, "review"), data | {"own-evidence": ["1"]})

    own = newest_quick_take(article).bullets.order_by("-pk").first()
    assert refused.status_code == 409
    assert "Choose at least one sentence" in words(refused)
    assert "Trams are back on the bridge." in refused.content.decode()
    assert (own.origin, own.text, own.evidence[0]["sentence"]) == (
        Origin.NEWSROOM,
        "Trams are back on the bridge.",
        1,
    )


def test_an_own_bullet_waits_for_the_writer_before_the_approval(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)
    data = filled(client, article, decision="both") | {
        "own-text": "Trams cross the harbour bridge again.",
        "own-evidence": ["1"],
    }

    refused = client.post(address(article, "review"), data)
    own = newest_quick_take(article).bullets.order_by("-pk").first()
    row = page(screen(browser(ada), article)).select_one(f"#bullet-{own.pk}")
    browser(ada).post(
        address(article, "review"),
        {"seen": article.head_id, f"b{own.pk}-was": own.text, f"b{own.pk}-verdict": "accepted"},
    )
    response = client.post(
        address(article, "review"), form_of(screen(client, article), "form#review") | {"decision": "both"}
    )

    article.refresh_from_db()
    own.refresh_from_db()
    assert refused.status_code == 422
    assert row.select_one("button.accept") is not None
    assert row.select("textarea[name$=-text]") == []
    assert (own.verdict, own.verdict_by) == (Verdict.ACCEPTED, ada)
    assert response.status_code == 302, words(response)
    assert article.stage == Stage.REVIEWED


def test_an_approval_never_hits_a_newer_text(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)
    data = filled(client, article, decision="text")
    first = newest_quick_take(article).bullets.first()
    data[f"b{first.pk}-text"] = "My careful wording of this bullet"
    edit(article, by=ada, now=clock.tick(), standfirst="Nobody was paid 9 million marks.")

    response = client.post(address(article, "review"), data)

    assert response.status_code == 409
    assert "Ada Brandt saved revision 2 while you were reading" in words(response)
    assert "My careful wording of this bullet" in words(response)
    assert "9 million" in words(response)
    assert not Review.objects.exists()


@pytest.mark.parametrize("seen", ["", "0", "-1", "²", "9" * 30])
def test_a_made_up_seen_approves_nothing(ada, ben, clock, seen):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)

    response = client.post(address(article, "review"), filled(client, article, decision="text", seen=seen))

    assert response.status_code == 409
    assert not Review.objects.exists()


def test_a_bullet_that_somebody_else_changed_meanwhile_is_not_overwritten(ada, ben, cleo, clock):
    article = waiting(by=ada, now=clock.now)
    first = newest_quick_take(article).bullets.first()
    client = browser(ben)
    data = filled(client, article, decision="both")
    actions.decide_bullet(
        bullet=first, actor=cleo, now=clock.tick(), verdict=Verdict.ACCEPTED, text="Cleo's wording of it."
    )

    response = client.post(address(article, "review"), data)

    first.refresh_from_db()
    assert response.status_code == 409
    assert "Somebody else changed bullet" in words(response)
    assert first.text == "Cleo's wording of it."
    assert not Review.objects.exists()


def test_bullets_that_were_not_on_the_screen_are_not_approved(ada, ben, cleo, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)
    data = filled(client, article, decision="both")
    quick_take = newest_quick_take(article)
    actions.add_bullet(quick_take=quick_take, actor=cleo, now=clock.tick(), text="Slipped in.", evidence=[1])

    response = client.post(address(article, "review"), data)

    assert response.status_code == 409
    assert not Review.objects.exists()


def test_why_a_bullet_was_rejected_still_stands_on_it_after_the_text_changed(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    first = newest_quick_take(article).bullets.first()
    why = {"verdict": Verdict.REJECTED, "reason": "Everybody knows that."}
    actions.decide_bullet(bullet=first, actor=ben, now=clock.tick(), **why)
    edit(article, by=ada, now=clock.tick(), standfirst="Trams are back.")
    copy = newest_quick_take(article).bullets.get(text=first.text)

    row = page(screen(browser(ben), article)).select_one(f"#bullet-{copy.pk}")

    assert row.select_one(".bullet-word").get_text() == "Rejected by Ben Osei: Everybody knows that."
