"""Asking a colleague to review a story until an hour: who may be asked, what is shown, and when the question is over."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles import actions
from articles.actions import TransitionBlocked
from articles.models.notice import Notice
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.people import person
from tests.factories.stories import accept_all, draft, edit, waiting

pytestmark = pytest.mark.django_db


def asked(article, by, reviewer, clock, **until):
    due_at = clock.now + timedelta(**until) if until else None
    return actions.ask_reviewer(article=article, actor=by, now=clock.now, reviewer=reviewer, due_at=due_at)


def names(response):
    return [one.get_text() for one in page(response).select("select[name=reviewer] option")][1:]


def test_those_may_be_asked_who_may_review_the_text(ada, ben, cleo, dora, clock):
    article = draft(by=ben, now=clock.now)

    assert names(browser(ada).get(address(article, "ask"))) == ["Cleo Varga"]


def test_who_may_not_know_of_a_story_cannot_be_asked(ada, ben, cleo, clock):
    article = draft(by=ada, now=clock.now)
    article.confidential = True
    article.save(update_fields=["confidential"])

    assert names(browser(ada).get(address(article, "ask"))) == ["Cleo Varga"]
    with pytest.raises(TransitionBlocked, match="Ben Osei cannot review"):
        asked(article, ada, ben, clock)


def test_asking_names_reviewer_and_hour_and_leaves_the_text(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    before = (article.version, article.head_id, article.stage)

    asked(article, ada, ben, clock, hours=2)

    assert (article.reviewer, article.due_at) == (ben, clock.now + timedelta(hours=2))
    assert (article.version, article.head_id, article.stage) == before
    assert AuditEntry.objects.filter(action="ask_reviewer").count() == 1


def test_the_hour_is_typed_in_the_newsrooms_time(ada, ben, clock, settings):
    settings.TIME_ZONE = "Europe/Oslo"
    timezone.get_default_timezone.cache_clear()
    article = draft(by=ada, now=clock.now)
    try:
        with time_machine.travel(clock.now, tick=False):
            shown = browser(ada).post(
                address(article, "ask"), {"reviewer": ben.pk, "due_at": "2026-05-12T16:30"}, follow=True
            )
    finally:
        timezone.get_default_timezone.cache_clear()

    article.refresh_from_db()
    assert article.due_at.isoformat() == "2026-05-12T14:30:00+00:00"
    assert "Ben Osei is asked to review it." in words(shown)
    assert "Due 16:30, 12 May." in Notice.objects.get().text


def test_the_story_says_who_is_asked_and_when_it_is_late(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    asked(article, ada, ben, clock, hours=2)

    with time_machine.travel(clock.now, tick=False):
        early = browser(ada).get(address(article, "change"))
    with time_machine.travel(clock.now + timedelta(hours=3), tick=False):
        late = browser(ada).get(address(article, "change"))
        rows = browser(ada).get("/admin/articles/article/")

    assert "To review: Ben, due 14:00" in words(early)
    assert not page(early).select(".asked-late")
    assert page(late).select_one(".asked-late").get_text() == "To review: Ben, late: was due 14:00"
    assert page(rows).select_one("#result_list .asked-late").get_text() == "Ben, late: was due 14:00"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"reviewer": "", "due_at": ""}, "Choose somebody."),
        ({"reviewer": "999999", "due_at": ""}, "Choose somebody of the list."),
        ({"reviewer": "ben", "due_at": "2020-01-01T10:00"}, "That hour is past"),
    ],
)
def test_a_refused_question_keeps_what_was_typed(ada, ben, clock, typed, why):
    article = draft(by=ada, now=clock.now)
    data = {**typed, "reviewer": str(ben.pk) if typed["reviewer"] == "ben" else typed["reviewer"]}

    response = browser(ada).post(address(article, "ask"), data)

    article.refresh_from_db()
    assert response.status_code == 409
    assert why in words(response)
    assert page(response).select_one("input[name=due_at]").get("value", "") == typed["due_at"]
    assert article.reviewer is None


def test_nobody_in_particular_can_be_asked_again(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    asked(article, ada, ben, clock, hours=2)

    browser(ada).post(address(article, "ask"), {"nobody": "yes"})

    article.refresh_from_db()
    assert (article.reviewer, article.due_at) == (None, None)


def test_the_same_question_twice_is_told_once(ada, ben, clock):
    article = draft(by=ada, now=clock.now)

    asked(article, ada, ben, clock, hours=2)
    asked(article, ada, ben, clock, hours=2)

    assert Notice.objects.count() == 1


def test_who_may_not_write_on_a_story_asks_nobody(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    ines = person("ines", "Ines", "Falk", Role.PICTURE_EDITOR)

    assert browser(ines).get(address(article, "ask")).status_code == 403
    with pytest.raises(TransitionBlocked):
        asked(article, ines, ben, clock)


def test_an_approval_answers_the_question(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    asked(article, ada, ben, clock, hours=2)
    accept_all(article, by=ben, now=clock.tick())

    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    assert (article.reviewer, article.due_at) == (None, None)


def test_another_persons_first_approval_of_two_leaves_the_question(ada, ben, cleo, clock):
    article = waiting(by=ada, now=clock.now)
    article.kind.reviews = 2
    article.kind.save()
    asked(article, ada, ben, clock, hours=2)

    actions.approve_text(article=article, actor=cleo, now=clock.tick(), seen=article.head_id)

    assert article.reviewer == ben


def test_a_returned_story_asks_nobody_any_more(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    asked(article, ada, ben, clock, hours=2)

    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")

    assert (article.reviewer, article.due_at) == (None, None)


def test_saving_the_text_keeps_the_question(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    asked(article, ada, ben, clock, hours=2)

    edit(article, by=ada, now=clock.tick(), headline="The bridge is open")

    assert article.reviewer == ben
