"""A bullet in the newsroom's own words needs another person's verdict; the order of bullets and why one was rejected."""

import json

import pytest

from articles import actions
from articles.actions.bullets import move_bullet
from articles.models.quicktake import Origin, Verdict
from articles.wording import told_of
from newsroom import audit
from newsroom.models.audit import AuditEntry
from tests.factories import stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(ada, clock):
    return stories.waiting(by=ada, now=clock.now)


@pytest.fixture
def own(article, ben, clock):
    """Ben's own bullet beside the machine's, which he accepted."""
    stories.accept_all(article, by=ben, now=clock.now)
    return actions.add_bullet(
        quick_take=stories.newest_quick_take(article),
        actor=ben,
        now=clock.tick(),
        text="Trams cross the bridge again.",
        evidence=[1],
    )


def accept(bullet, by, clock, **more):
    return actions.decide_bullet(bullet=bullet, actor=by, now=clock.tick(), verdict=Verdict.ACCEPTED, **more)


def test_an_own_bullet_waits_for_a_verdict(own):
    assert (own.origin, own.verdict, own.verdict_by) == (Origin.NEWSROOM, Verdict.UNDECIDED, None)


def test_nobody_accepts_their_own_words(article, own, ben, clock):
    with pytest.raises(actions.TransitionBlocked, match="somebody else has to accept it"):
        accept(own, ben, clock)

    own.refresh_from_db()
    assert own.verdict == Verdict.UNDECIDED


def test_the_writer_may_accept_them_and_then_the_reviewer_approves(article, own, ada, ben, clock):
    accept(own, ada, clock)
    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    own.refresh_from_db()
    assert own.verdict_by == ada


def test_the_writer_still_decides_on_no_bullet_of_the_machine(article, ada, clock):
    first = stories.newest_quick_take(article).bullets.first()

    with pytest.raises(actions.TransitionBlocked, match="Your role does not let you"):
        accept(first, ada, clock)


def test_the_writer_accepts_and_does_not_reword(own, ada, clock):
    with pytest.raises(actions.TransitionBlocked, match="Your role does not let you"):
        accept(own, ada, clock, text="Trams are back, at last.")


def test_a_stranger_to_the_story_accepts_nothing(own, dora, clock):
    with pytest.raises(actions.TransitionBlocked):
        accept(own, dora, clock)


def test_new_words_of_an_own_bullet_ask_again_whoever_typed_them(own, ada, ben, cleo, clock):
    accept(own, ada, clock)

    accept(own, cleo, clock, text="Trams are back on the bridge.")

    assert own.verdict == Verdict.UNDECIDED
    with pytest.raises(actions.TransitionBlocked, match="your own words"):
        accept(own, cleo, clock)
    assert accept(own, ben, clock).verdict == Verdict.ACCEPTED


def test_rejecting_and_accepting_again_is_no_way_round(own, ada, ben, clock):
    accept(own, ada, clock)
    actions.decide_bullet(bullet=own, actor=ben, now=clock.tick(), verdict=Verdict.REJECTED, reason="No.")

    with pytest.raises(actions.TransitionBlocked, match="your own words"):
        accept(own, ben, clock)


def test_a_copy_for_the_next_text_still_knows_whose_words_it_has(article, own, ada, ben, clock):
    stories.edit(article, by=ada, now=clock.tick(), body=stories.BODY.replace("4.2 million", "4.4 million"))
    copy = stories.newest_quick_take(article).bullets.get(text=own.text)

    assert copy.pk != own.pk
    assert told_of(article, [copy])[copy.pk].author == ben.pk


def test_why_a_bullet_was_rejected_stays_on_record(article, ben, clock):
    first = stories.newest_quick_take(article).bullets.first()
    actions.decide_bullet(
        bullet=first, actor=ben, now=clock.tick(), verdict=Verdict.REJECTED, reason=" Too  obvious. "
    )

    assert told_of(article, [first])[first.pk].rejected_because == "Too obvious."
    assert audit.verify() is None


def rejected(article, ben, clock, reason="Too obvious."):
    first = stories.newest_quick_take(article).bullets.first()
    return actions.decide_bullet(
        bullet=first, actor=ben, now=clock.tick(), verdict=Verdict.REJECTED, reason=reason
    )


def test_why_a_bullet_was_rejected_goes_with_it_over_every_change_of_the_text(article, ada, ben, clock):
    first = rejected(article, ben, clock)
    for standfirst in ("Trams are back.", "Trams are back on Tuesday."):
        stories.edit(article, by=ada, now=clock.tick(), standfirst=standfirst)
    copy = stories.newest_quick_take(article).bullets.get(text=first.text)

    assert (copy.pk != first.pk, copy.verdict) == (True, Verdict.REJECTED)
    assert told_of(article, [copy])[copy.pk].rejected_because == "Too obvious."


def test_a_copy_that_is_rejected_anew_tells_its_own_reason(article, ada, ben, clock):
    first = rejected(article, ben, clock)
    stories.edit(article, by=ada, now=clock.tick(), standfirst="Trams are back.")
    actions.request_summary(article=article, actor=ada, now=clock.tick())
    copy = stories.newest_quick_take(article).bullets.get(text=first.text)
    accept(copy, ben, clock)
    actions.decide_bullet(
        bullet=copy, actor=ben, now=clock.tick(), verdict=Verdict.REJECTED, reason="It is not news."
    )

    assert told_of(article, [copy])[copy.pk].rejected_because == "It is not news."


def test_a_rejection_that_was_taken_back_gives_no_reason(article, ben, clock):
    first = accept(rejected(article, ben, clock), ben, clock)

    assert told_of(article, [first])[first.pk].rejected_because == ""


def test_a_bullet_changes_places_with_its_neighbour(article, ben, clock):
    quick_take = stories.newest_quick_take(article)
    before = list(quick_take.bullets.order_by("position"))

    move_bullet(bullet=before[1], actor=ben, now=clock.tick(), up=True)

    after = list(quick_take.bullets.order_by("position"))
    assert [one.pk for one in after] == [before[1].pk, before[0].pk, *(one.pk for one in before[2:])]
    assert [one.position for one in after] == list(range(1, len(after) + 1))
    assert json.loads(AuditEntry.objects.get(action="move_bullet").data)["to"] == 1


def test_the_first_does_not_move_up_nor_the_last_down(article, ben, clock):
    quick_take = stories.newest_quick_take(article)
    order = list(quick_take.bullets.order_by("position").values_list("pk", flat=True))

    move_bullet(bullet=quick_take.bullets.get(pk=order[0]), actor=ben, now=clock.tick(), up=True)
    move_bullet(bullet=quick_take.bullets.get(pk=order[-1]), actor=ben, now=clock.tick(), up=False)

    assert list(quick_take.bullets.order_by("position").values_list("pk", flat=True)) == order
    assert not AuditEntry.objects.filter(action="move_bullet").exists()


def test_a_writer_does_not_move_bullets(article, ada, clock):
    bullet = stories.newest_quick_take(article).bullets.first()

    with pytest.raises(actions.TransitionBlocked):
        move_bullet(bullet=bullet, actor=ada, now=clock.tick(), up=False)
