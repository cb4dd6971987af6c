"""The page of each move: says what it does, takes the words, and when refused keeps them and gives reasons."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import actions
from articles.desk.move_forms import ACTS, DONE
from articles.models.version import PublishedVersion
from newsroom.models.audit import AuditEntry
from newsroom.workflow import MACHINE_MOVES, TRANSITIONS, Move, Stage
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.stories import draft, edit, live, public, reviewed, waiting

pytestmark = pytest.mark.django_db

# On the review screen, or no press of a button at all.
ELSEWHERE = {
    Move.APPROVE,
    Move.APPROVE_TEXT,
    Move.RENEW_QUICK_TAKE,
    Move.SECOND_READ,
    Move.REVISE,
    Move.CARRY,
} | MACHINE_MOVES


def test_every_move_of_the_rule_book_has_its_page():
    assert set(ACTS) | ELSEWHERE >= set(TRANSITIONS)
    assert set(ACTS) == set(DONE)


def test_the_page_says_what_readers_see_and_what_undoes_it(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)

    shown = words(browser(ben).get(address(article, "move", "publish")))

    assert TRANSITIONS[Move.PUBLISH].readers in shown
    assert TRANSITIONS[Move.PUBLISH].undo in shown


def test_looking_at_a_page_moves_nothing(ada, cleo, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)
    before = AuditEntry.objects.count()
    client = browser(cleo)

    for move in ACTS:
        assert client.get(address(article, "move", move.value)).status_code == 200, move

    article.refresh_from_db()
    assert (article.stage, AuditEntry.objects.count()) == (Stage.REVIEWED, before)


def test_publish_puts_the_story_before_readers(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)

    response = browser(ben).post(address(article, "move", "publish"), {"kind": "", "text": ""}, follow=True)

    article.refresh_from_db()
    assert article.stage == Stage.PUBLISHED
    assert public(article, timezone.now()).headline == article.headline
    assert "Published." in words(response)


def corrected(ada, ben, clock):
    """Return a live story whose next text is reviewed."""
    article = live(by=ada, reviewer=ben, now=clock.now, box=False)
    edit(article, by=ada, now=clock.tick(), standfirst="It cost 4.4 million marks.")
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    return article


def test_a_first_publication_offers_no_note(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)
    client = browser(ben)

    shown = page(client.get(address(article, "move", "publish")))
    client.post(address(article, "move", "publish"), {"kind": "retraction", "text": "All of it."})

    assert not shown.select("select[name=kind]")
    assert public(article, timezone.now()).corrections == []


def test_a_refused_move_gives_its_reasons_with_409(ada, ben, clock):
    article = corrected(ada, ben, clock)
    client = browser(ben)
    client.post(address(article, "move", "set_embargo"), {"at": "2090-05-12T06:00"})

    response = client.post(
        address(article, "move", "publish"), {"kind": "correction", "text": "What I typed."}
    )

    article.refresh_from_db()
    assert response.status_code == 409
    assert "The story is under embargo" in words(response)
    assert "What I typed." in response.content.decode()
    assert article.stage == Stage.REVIEWED


def test_what_is_missing_leads_to_where_it_is_mended(ada, ben, clock):
    live(by=ada, reviewer=ben, now=clock.now, slug="harbour-bridge")
    article = reviewed(by=ada, reviewer=ben, now=clock.now, slug="harbour-bridge")

    shown = page(browser(ben).get(address(article, "move", "publish")))

    link = shown.select_one(".flag-stop a")
    assert "belongs to another story" in link.get_text()
    assert link["href"] == address(article, "change") + "#id_slug"


def test_a_move_out_of_place_is_refused_in_words(ada, ben, clock):
    article = draft(by=ada, now=clock.now)

    response = browser(ben).post(address(article, "move", "publish"), {"kind": "", "text": ""})

    assert response.status_code == 409
    assert "not possible while the story stands at Draft" in words(response)


@pytest.mark.parametrize("move", [Move.RETURN, Move.PUBLISH_ALONE])
def test_a_reason_is_asked_for(ada, cleo, clock, move):
    article = waiting(by=ada, now=clock.now)

    response = browser(cleo).post(address(article, "move", move.value), {"reason": " "})

    article.refresh_from_db()
    assert response.status_code == 409
    field = page(response).select_one("textarea[name=reason]")
    assert field["aria-invalid"] == "true"
    assert page(response).find(id=field["aria-describedby"].split()[-1]) is not None
    assert article.stage == Stage.AI_SUMMARY


def test_returning_puts_the_reason_before_the_writer(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)

    browser(ben).post(address(article, "move", "return"), {"reason": "Who decided this, and when?"})

    article.refresh_from_db()
    assert article.stage == Stage.DRAFT
    assert "Who decided this, and when?" in words(browser(ada).get(address(article, "change")))
    assert "Who decided this, and when?" in words(browser(ada).get("/admin/"))


def test_an_hour_is_typed_in_the_newsrooms_time_and_kept_in_utc(ada, ben, clock, settings):
    settings.TIME_ZONE = "Europe/Oslo"
    timezone.get_default_timezone.cache_clear()
    article = reviewed(by=ada, reviewer=ben, now=clock.now)
    try:
        with time_machine.travel(clock.now + timedelta(hours=1)):
            browser(ben).post(address(article, "move", "schedule"), {"at": "2026-05-13T06:00"})
    finally:
        timezone.get_default_timezone.cache_clear()

    version = PublishedVersion.objects.get(article=article)
    assert version.public_from.isoformat() == "2026-05-13T04:00:00+00:00"


def test_an_hour_in_the_past_is_refused_and_kept(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)

    response = browser(ben).post(address(article, "move", "schedule"), {"at": "2020-01-01T06:00"})

    assert response.status_code == 409
    assert "That hour is past" in words(response)
    assert page(response).select_one("input[name=at]")["value"] == "2020-01-01T06:00"


def test_a_note_needs_its_kind(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now, box=False)
    mended = article.body.replace("eight minutes again and", "eight minutes again, and")
    edit(article, by=ada, now=clock.tick(), body=mended)

    response = browser(ben).post(
        address(article, "move", "publish"), {"kind": "", "text": "A figure was wrong."}
    )

    assert response.status_code == 409
    assert "Say what kind of note this is." in words(response)


def test_a_correction_stands_on_what_is_live(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    data = {"kind": "correction", "text": "The repairs cost 4.4 million marks."}

    browser(ben).post(address(article, "move", "correct"), data)

    assert [row["note"] for row in public(article, timezone.now()).corrections] == [data["text"]]


def test_update_now_puts_new_text_out_with_its_note(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    edit(article, by=ada, now=clock.tick(), headline="Bridge closed again after 31 hours")
    data = {"kind": "update", "text": "The bridge was closed again."}

    response = browser(ben).post(address(article, "move", "update_now"), data)

    assert response.status_code == 302, words(response)
    assert public(article, timezone.now()).headline == "Bridge closed again after 31 hours"


@pytest.mark.parametrize(("there", "back"), [("withdraw", "revive"), ("hide_quick_take", "show_quick_take")])
def test_what_a_chief_takes_off_can_be_brought_back(ada, ben, cleo, clock, there, back):
    article = live(by=ada, reviewer=ben, now=clock.now)
    client = browser(cleo)

    def seen():
        version = PublishedVersion.objects.live(timezone.now()).filter(article=article).first()
        return version is not None and version.has_quick_take

    client.post(address(article, "move", there), {"reason": "A name must not be read."})
    gone = seen()
    client.post(address(article, "move", back))

    assert not gone
    assert seen()


def test_spike_and_take_off_the_spike(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ben)

    client.post(address(article, "move", "spike"))
    article.refresh_from_db()
    spiked = article.stage
    client.post(address(article, "move", "unspike"))
    article.refresh_from_db()

    assert (spiked, article.stage) == (Stage.SPIKED, Stage.DRAFT)


def test_an_embargo_is_lifted_by_a_chief_with_a_reason(ada, ben, cleo, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)
    browser(ben).post(address(article, "move", "set_embargo"), {"at": "2090-05-12T06:00"})
    article.refresh_from_db()
    assert article.embargo_until is not None

    assert browser(ben).post(address(article, "move", "lift_embargo"), {"reason": "No"}).status_code == 403
    browser(cleo).post(address(article, "move", "lift_embargo"), {"reason": "The ministry broke it."})

    article.refresh_from_db()
    assert article.embargo_until is None


@pytest.mark.parametrize("move", ["withdraw", "publish_alone", "publish", "schedule", "spike"])
def test_a_move_beyond_the_persons_role_is_forbidden(ada, ben, clock, move):
    article = live(by=ada, reviewer=ben, now=clock.now)

    response = browser(ada).post(address(article, "move", move), {"reason": "Because"})

    article.refresh_from_db()
    assert response.status_code == 403
    assert article.stage == Stage.PUBLISHED


@pytest.mark.parametrize("name", ["approve", "summary_ready", "nonsense", "settle"])
def test_there_is_no_page_for_what_is_no_move_of_a_person(ada, ben, clock, name):
    article = draft(by=ada, now=clock.now)

    assert browser(ben).post(address(article, "move", name)).status_code == 404


def test_a_post_without_its_token_moves_nothing(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)

    response = browser(ben, enforce_csrf_checks=True).post(address(article, "move", "publish"), {"kind": ""})

    article.refresh_from_db()
    assert response.status_code == 403
    assert article.stage == Stage.REVIEWED


def test_the_change_form_offers_what_the_policies_offer(ada, ben, cleo, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)

    def buttons(user):
        choices = page(browser(user).get(address(article, "change"))).select(".choices a")
        return {link.get_text(strip=True) for link in choices}

    assert {"Publish", "Schedule", "Return with a reason"} <= buttons(ben)
    assert "Publish alone" in buttons(cleo) - buttons(ben)
    assert buttons(ada) == set()
