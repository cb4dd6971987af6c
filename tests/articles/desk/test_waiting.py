"""What waits for a person: the most urgent first, each with its reason and one verb."""

from datetime import timedelta

import pytest

from articles import actions
from articles.desk.waiting import waiting_for
from articles.models.article import Article
from articles.models.correction import CorrectionKind
from tests.factories.stories import BODY, draft, edit, live, reviewed, waiting

pytestmark = pytest.mark.django_db


def rows(person, now):
    return [(one.article.headline, one.verb, one.late) for one in waiting_for(person, now)]


def wanted(article, *, by=None, at=None):
    """Name who is to read a story and until when."""
    Article.objects.filter(pk=article.pk).update(reviewer=by, due_at=at)


def update_now(article, *, by, now):
    """Put a changed text of a live story out at once."""
    edit(article, by=by, now=now, body=BODY.replace("4.2 million", "4.7 million"))
    note = actions.Note(CorrectionKind.CORRECTION, "The repairs cost 4.7 million marks, not 4.2 million.")
    actions.update_now(article=article, actor=by, now=now, note=note)


def test_who_is_asked_by_name_sees_it_before_what_anybody_could_read(ada, ben, cleo, clock):
    waiting(by=ada, now=clock.now, headline="For anybody")
    wanted(waiting(by=ada, now=clock.tick(), headline="For Ben"), by=ben)

    assert rows(ben, clock.now) == [("For Ben", "Review", False), ("For anybody", "Review", False)]
    assert rows(cleo, clock.now) == [("For anybody", "Review", False)]


def test_the_earliest_hour_comes_first_and_a_past_hour_before_everything(ada, ben, clock):
    now = clock.now
    for name, hours in (("In three", 3), ("In one", 1), ("Past", -1)):
        wanted(waiting(by=ada, now=now, headline=name), by=ben, at=now + timedelta(hours=hours))

    found = waiting_for(ben, now)

    assert [one.article.headline for one in found] == ["Past", "In one", "In three"]
    assert [one.late for one in found] == [True, False, False]
    assert found[0].why == "Late: was due at 11:00. You are asked to read it"
    assert found[1].when == "due 13:00"


def test_a_story_that_its_reader_left_lying_becomes_everybodys(ada, ben, cleo, clock):
    wanted(waiting(by=ada, now=clock.now, headline="Left"), by=ben, at=clock.now + timedelta(hours=1))

    assert rows(cleo, clock.now) == []
    assert rows(cleo, clock.tick(hours=2)) == [("Left", "Review", True)]
    assert "Ben Osei was asked to read it" in waiting_for(cleo, clock.now)[0].why


def test_a_draft_of_ones_own_waits_when_its_hour_is_near(ada, ben, clock):
    wanted(draft(by=ada, now=clock.now, headline="Soon"), at=clock.now + timedelta(hours=2))
    wanted(draft(by=ada, now=clock.now, headline="Next week"), at=clock.now + timedelta(days=7))

    assert rows(ada, clock.now) == [("Soon", "Write", False)]
    assert rows(ben, clock.now) == []


def test_a_returned_story_is_there_once_even_with_an_hour(ada, ben, clock):
    article = waiting(by=ada, now=clock.now, headline="Back")
    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")
    wanted(article, at=clock.now + timedelta(hours=1))

    assert rows(ada, clock.now) == [("Back", "Fix", False)]


def test_an_update_waits_for_a_second_person_and_says_that_the_box_is_off(ada, ben, cleo, clock):
    article = live(by=ada, reviewer=ben, now=clock.now, headline="Updated")
    update_now(article, by=ben, now=clock.tick(hours=1))

    assert rows(cleo, clock.now) == [("Updated", "Read", True)]
    assert "its Quick Take is off" in waiting_for(cleo, clock.now)[0].why
    assert rows(ben, clock.now) == []


def test_a_box_that_nobody_confirmed_waits_for_a_week(ada, ben, cleo, clock):
    article = live(by=ada, reviewer=ben, now=clock.now, headline="Boxless")
    update_now(article, by=ben, now=clock.tick(hours=1))
    article.refresh_from_db()
    actions.approve_text(article=article, actor=cleo, now=clock.tick(), seen=article.head_id)

    assert rows(cleo, clock.now) == [("Boxless", "Confirm", False)]
    assert rows(ada, clock.now) == rows(ben, clock.now) == []
    assert rows(cleo, clock.tick(days=8)) == []


def test_whoever_published_alone_is_not_asked_to_be_the_second_reader(ada, ben, cleo, clock):
    article = draft(by=ada, now=clock.now, headline="Alone")
    actions.publish_alone(article=article, actor=cleo, now=clock.tick(), reason="Nobody else is here.")

    assert rows(cleo, clock.now) == []
    assert rows(ben, clock.now) == [("Alone", "Read", True)]


def test_a_story_that_was_published_without_a_box_on_purpose_waits_for_nobody(ada, ben, cleo, clock):
    live(by=ada, reviewer=ben, now=clock.now, box=False)
    reviewed(by=ada, reviewer=ben, now=clock.now)

    assert rows(cleo, clock.now) == rows(ben, clock.now) == rows(ada, clock.now) == []


def test_a_contributor_is_told_of_their_own_only(ada, dora, ben, clock):
    theirs = waiting(by=ada, now=clock.now)
    own = waiting(by=dora, now=clock.now, headline="Dora's")
    for article in (theirs, own):
        actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")

    assert rows(dora, clock.now) == [("Dora's", "Fix", False)]
