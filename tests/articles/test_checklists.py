"""The checklist of a story's kind: what it holds back, who answers it, and what asks it again."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import actions, policies
from articles.actions import TransitionBlocked
from articles.checklists import checklist_of
from articles.models.tick import Tick
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from newsroom.workflow import Move, Stage
from tests.factories.people import person
from tests.factories.stories import BODY, KindFactory, draft, edit, live, reviewed, waiting

pytestmark = pytest.mark.django_db

FAMILY = "Has the family been told?"
LAWYER = "Has the lawyer read it?"
AGE = "Is the age checked?"
WHY = "The lawyer is on a plane and agreed by telephone."


@pytest.fixture
def obituary(db):
    return KindFactory.create(
        name="Obituary",
        slug="obituary",
        checklist=[
            {"text": FAMILY, "blocks": True},
            {"text": AGE, "blocks": False},
            {"text": LAWYER, "blocks": True},
        ],
    )


@pytest.fixture
def article(ada, obituary, clock):
    return draft(by=ada, now=clock.now, kind=obituary)


def codes(article, move, actor, clock):
    return [
        one.message for one in policies.blockers(article, move, actor, clock.now) if one.code == "checklist"
    ]


def answer_all(article, actor, clock):
    for question in (FAMILY, LAWYER):
        actions.tick(article=article, actor=actor, now=clock.now, question=question)


def test_a_question_that_blocks_keeps_the_text_from_being_approved_and_says_its_words(article, ben, clock):
    assert codes(article, Move.APPROVE_TEXT, ben, clock) == [
        f"The checklist asks: “{FAMILY}”",
        f"The checklist asks: “{LAWYER}”",
    ]
    with pytest.raises(TransitionBlocked):
        actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)

    answer_all(article, ben, clock)
    actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)

    assert article.stage == Stage.REVIEWED


def test_a_question_that_only_warns_holds_nothing_back(article, ben, clock):
    answer_all(article, ben, clock)

    assert not policies.blockers(article, Move.APPROVE_TEXT, ben, clock.now)
    assert checklist_of(article).answered == 2


@pytest.mark.parametrize("move", [Move.PUBLISH, Move.SCHEDULE, Move.PUBLISH_ALONE])
def test_a_tick_that_is_taken_back_stops_what_was_approved(article, ada, cleo, clock, move):
    answer_all(article, cleo, clock)
    actions.approve_text(article=article, actor=cleo, now=clock.now, seen=article.head_id)
    assert not policies.blockers(article, move, cleo, clock.now)

    actions.untick(article=article, actor=ada, now=clock.now, question=FAMILY)

    assert codes(article, move, cleo, clock) == [f"The checklist asks: “{FAMILY}”"]


def test_an_update_of_a_live_story_is_held_back_as_well(ada, ben, obituary, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    edit(article, by=ada, now=clock.tick(), kind=obituary, headline="Harbour bridge reopens on 9 May")

    assert len(codes(article, Move.UPDATE_NOW, ben, clock)) == 2


def test_a_material_change_asks_everything_again_and_a_comma_does_not(article, ada, clock):
    answer_all(article, ada, clock)
    edit(article, by=ada, now=clock.tick(), body=BODY.replace("the port authority", "the  port authority"))
    edit(article, by=ada, now=clock.tick(), body=BODY.replace("again and the ferry", "again, and the ferry"))
    assert checklist_of(article).answered == 2

    edit(article, by=ada, now=clock.tick(), body=BODY.replace("312", "314"))

    assert checklist_of(article).answered == 0


def test_a_question_in_other_words_is_another_question(article, ada, obituary, clock):
    answer_all(article, ada, clock)
    obituary.checklist = [{"text": "Has the family agreed?", "blocks": True}]
    obituary.save()
    article.kind.refresh_from_db()

    assert [item.text for item in checklist_of(article).stopping] == ["Has the family agreed?"]


def test_an_answer_for_a_text_that_changed_meanwhile_is_refused(article, ada, ben, clock):
    seen = article.head_id
    edit(article, by=ada, now=clock.tick(), body=BODY.replace("312", "314"))

    with pytest.raises(TransitionBlocked, match="text changed"):
        actions.tick(article=article, actor=ben, now=clock.now, question=FAMILY, seen=seen)
    with pytest.raises(TransitionBlocked, match="no longer asks"):
        actions.tick(article=article, actor=ben, now=clock.now, question="Is it long enough?")


def test_whoever_writes_or_reviews_answers_and_nobody_else(article, ada, ben, dora, clock):
    pia = person("pia", "Pia", "Holm", Role.PICTURE_EDITOR)

    for stranger in (dora, pia):
        with pytest.raises(TransitionBlocked):
            actions.tick(article=article, actor=stranger, now=clock.now, question=FAMILY)
    for able in (ada, ben):
        actions.tick(article=article, actor=able, now=clock.now, question=FAMILY)

    assert Tick.objects.get(question=FAMILY).person == ada


def test_a_chief_goes_on_without_an_answer_and_says_why(article, ben, cleo, clock):
    actions.tick(article=article, actor=ben, now=clock.now, question=FAMILY)
    for actor, words in ((ben, WHY), (cleo, "No time.")):
        with pytest.raises(TransitionBlocked):
            actions.waive(article=article, actor=actor, now=clock.now, question=LAWYER, because=words)

    actions.waive(article=article, actor=cleo, now=clock.now, question=LAWYER, because=WHY)

    assert not policies.blockers(article, Move.APPROVE_TEXT, ben, clock.now)
    assert checklist_of(article).item(LAWYER).passed
    entry = AuditEntry.objects.filter(subject=article.subject, action="waive").get()
    assert json.loads(entry.data) == {"question": LAWYER, "reason": WHY}


def test_an_answer_takes_the_place_of_a_chiefs_reason(article, ben, cleo, clock):
    actions.waive(article=article, actor=cleo, now=clock.now, question=LAWYER, because=WHY)
    actions.tick(article=article, actor=ben, now=clock.now, question=LAWYER)

    item = checklist_of(article).item(LAWYER)
    assert (item.passed, item.tick.person) == (False, ben)


def test_a_chief_alone_goes_on_in_the_same_press(article, cleo, clock):
    with pytest.raises(TransitionBlocked):
        actions.publish_alone(article=article, actor=cleo, now=clock.now, reason="Nobody is here.")
    with pytest.raises(TransitionBlocked):
        actions.publish_alone(
            article=article, actor=cleo, now=clock.now, reason="Nobody is here.", without="Late."
        )
    assert not Tick.objects.exists()

    actions.publish_alone(article=article, actor=cleo, now=clock.now, reason="Nobody is here.", without=WHY)

    assert article.stage == Stage.PUBLISHED
    assert Tick.objects.filter(passed_because=WHY).count() == 2


def test_a_refused_publication_leaves_no_reason_behind(article, ben, clock):
    with pytest.raises(TransitionBlocked):
        actions.publish_alone(
            article=article, actor=ben, now=clock.now, reason="Nobody is here.", without=WHY
        )

    assert not Tick.objects.exists()


def test_every_act_is_audited(article, ada, clock):
    actions.tick(article=article, actor=ada, now=clock.now, question=FAMILY)
    actions.untick(article=article, actor=ada, now=clock.now, question=FAMILY)
    actions.untick(article=article, actor=ada, now=clock.now, question=FAMILY)

    entries = AuditEntry.objects.filter(subject=article.subject, action__in=("tick", "untick"))
    assert list(entries.order_by("number").values_list("action", flat=True)) == ["tick", "untick"]


def test_a_quick_take_is_not_approved_over_an_open_question(ada, ben, obituary, clock):
    article = waiting(by=ada, now=clock.now, kind=obituary)

    assert len(codes(article, Move.APPROVE, ben, clock)) == 2


def test_a_kind_without_a_checklist_asks_the_database_nothing(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)
    assert article.kind.checklist == []

    with CaptureQueriesContext(connection) as asked:
        assert not checklist_of(article)

    assert not asked.captured_queries
