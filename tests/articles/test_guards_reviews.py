"""What a review stores: just the kept bullets as they were decided on, at every door; and whose words a bullet is in."""

from __future__ import annotations

import json

import pytest

from articles import actions, digest
from articles.models.quicktake import Bullet, Origin, QuickTake, Verdict
from articles.models.review import Answer, Review
from tests.articles import doors
from tests.articles.forged import review_of
from tests.factories import stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def decided(ada, ben, clock):
    """A story whose bullets are all accepted and whose Quick Take nobody has approved yet."""
    article = stories.waiting(by=ada, now=clock.now)
    stories.accept_all(article, by=ben, now=clock.now)
    return article


def approving(article, reviewer, now, bullets, **changes):
    """Return an unsaved review that says yes to ``bullets``, a JSON text."""
    values = {
        "quick_take": stories.newest_quick_take(article),
        "quick_take_answer": Answer.YES,
        "bullets": bullets,
        "quick_take_digest": digest.digest(bullets),
        **changes,
    }
    return review_of(article, reviewer, now, **values)


def kept(article):
    return json.loads(stories.newest_quick_take(article).canonical_kept())


def doubled(bullets, *, first):
    """Return the bullets as JSON text in which the first one has its text twice, once as something else."""
    lie, honest = '"text": "The bridge is closed."', json.dumps(bullets[0])
    one = f"{{{lie}, {honest[1:]}" if first else f"{honest[:-1]}, {lie}}}"
    return f"[{', '.join([one, *map(json.dumps, bullets[1:])])}]"


def without(bullet, key):
    return {name: value for name, value in bullet.items() if name != key}


def test_the_kept_bullets_may_be_approved(decided, ben, clock):
    doors.by_sql(approving(decided, ben, clock.now, digest.canonical_bullets(kept(decided))))

    assert Review.objects.count() == 1


@pytest.mark.parametrize(
    "forge",
    [
        lambda bullets: [{**bullet, "href": "/elsewhere/"} for bullet in bullets],
        lambda bullets: [without(bullets[0], "evidence"), *bullets[1:]],
        lambda bullets: [{**without(bullets[0], "origin"), "by": "machine"}, *bullets[1:]],
        lambda bullets: bullets[::-1],
        lambda bullets: [bullets[0], *bullets[:-1]],
        lambda bullets: bullets[1:],
        lambda bullets: [*bullets, bullets[-1]],
        lambda bullets: [{**bullet, "evidence": [99]} for bullet in bullets],
        lambda bullets: [{**bullet, "evidence": []} for bullet in bullets],
        lambda bullets: [{**bullet, "evidence": [*bullet["evidence"], 1]} for bullet in bullets],
        lambda bullets: [
            {**bullet, "evidence": [float(n) for n in bullet["evidence"]]} for bullet in bullets
        ],
        lambda bullets: [{**bullet, "evidence": bullet["evidence"][0]} for bullet in bullets],
        lambda bullets: [{**bullet, "text": [bullet["text"]]} for bullet in bullets],
        lambda bullets: [bullet["text"] for bullet in bullets],
        lambda bullets: {"bullets": bullets},
    ],
    ids=[
        "another key",
        "a key less",
        "another key instead",
        "another order",
        "one twice",
        "one less",
        "one more",
        "other evidence",
        "no evidence",
        "more evidence",
        "fractions",
        "a number",
        "a list as text",
        "texts alone",
        "no list",
    ],
)
def test_bullets_other_than_the_kept_ones_are_refused(decided, ben, clock, tmp_path, forge):
    text = json.dumps(forge(kept(decided)))

    doors.refuses_insert(lambda: approving(decided, ben, clock.now, text), tmp_path)


@pytest.mark.parametrize("first", [True, False], ids=["first", "last"])
def test_a_bullet_that_says_two_things_is_refused(decided, ben, clock, tmp_path, first):
    # One reader of JSON takes the first of two members and another the last.
    text = doubled(kept(decided), first=first)

    doors.refuses_insert(lambda: approving(decided, ben, clock.now, text), tmp_path)


@pytest.mark.parametrize("origin", [Origin.NEWSROOM, Origin.EDITED])
def test_the_origin_of_approved_bullets_is_as_decided(decided, ben, clock, tmp_path, origin):
    text = json.dumps([{**bullet, "origin": origin} for bullet in kept(decided)])

    doors.refuses_insert(lambda: approving(decided, ben, clock.now, text), tmp_path)


def test_what_the_machine_drafted_never_passes_for_other_words(ada, clock):
    bullet = stories.newest_quick_take(stories.waiting(by=ada, now=clock.now)).bullets.first()

    doors.refuses_change(bullet, origin=Origin.NEWSROOM, text="Other words", machine_text="")


def test_an_edited_bullet_never_passes_for_the_newsrooms_own_or_the_machines(decided, ben, clock):
    bullet = stories.newest_quick_take(decided).bullets.first()
    actions.decide_bullet(
        bullet=bullet, actor=ben, now=clock.now, verdict=bullet.verdict, text="Trams cross the bridge again."
    )

    doors.refuses_change(bullet, origin=Origin.NEWSROOM)
    doors.refuses_change(bullet, origin=Origin.MACHINE)
    doors.refuses_change(bullet, machine_text="Trams cross the bridge again.")


@pytest.mark.parametrize(
    "changes",
    [
        {"origin": Origin.NEWSROOM, "machine_text": "The bridge is open."},
        {"origin": Origin.MACHINE, "machine_text": "The bridge is shut."},
        {"origin": Origin.MACHINE, "machine_text": ""},
    ],
    ids=str,
)
def test_a_bullet_that_lies_of_whose_words_it_is_in_is_refused(ada, clock, tmp_path, changes):
    quick_take = stories.newest_quick_take(stories.waiting(by=ada, now=clock.now))

    doors.refuses_insert(
        lambda: Bullet(quick_take=quick_take, position=9, text="The bridge is open.", **changes), tmp_path
    )


# The machine's bullets leave this sentence alone, so that a comma in it is no material change.
PLAIN = stories.BODY.replace("Line 6 runs", "It runs")


def mend(article, *, by, now):
    """Save the story with a comma more."""
    body = article.body.replace("eight minutes again and the", "eight minutes again, and the")
    stories.edit(article, by=by, now=now, body=body)
    assert not article.current.material, article.current.reasons
    return article


@pytest.fixture
def mended(ada, ben, clock):
    """A story with Ben's approval, carried over a mended comma; a further one may be forged from it."""
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, body=PLAIN)
    return mend(article, by=ada, now=clock.tick())


def carried(article, now, **changes):
    """Return an unsaved review that carries the first approval to the head, then changed."""
    row = Review.objects.get(carried_from=None)
    found = Review.objects.get(carried_from=row, revision=article.head)
    found.pk, found.at = None, now
    found._state.adding = True
    for name, value in changes.items():
        setattr(found, name, value)
    return found


def test_an_approval_that_is_carried_as_it_was_given_passes(mended, clock):
    doors.by_sql(carried(mended, clock.now))


def test_a_carried_yes_may_become_a_question_that_was_not_asked(mended, clock):
    nothing = {"quick_take": None, "quick_take_answer": Answer.NOT_ASKED}

    doors.by_sql(carried(mended, clock.now, **nothing, bullets="[]", quick_take_digest=digest.digest("[]")))


def test_a_carried_approval_of_other_bullets_is_refused(mended, ben, clock, tmp_path):
    # Not yet frozen, so that they can differ from those that Ben read.
    given = stories.newest_quick_take(mended)
    copy = QuickTake.objects.create(revision=mended.head, engine="newsroom", created_at=clock.now)
    accepted = {"origin": Origin.NEWSROOM, "verdict": Verdict.ACCEPTED, "verdict_by": ben}
    for bullet in given.kept():
        where = {"quick_take": copy, "position": bullet.position, "evidence": bullet.evidence}
        Bullet.objects.create(text="The bridge is closed.", **where, **accepted)
    text = copy.canonical_kept()

    doors.refuses_insert(
        lambda: carried(
            mended, clock.now, quick_take=copy, bullets=text, quick_take_digest=digest.digest(text)
        ),
        tmp_path,
    )


def test_a_carried_yes_never_becomes_a_no(mended, clock, tmp_path):
    no = {"quick_take_answer": Answer.NO, "bullets": "[]", "quick_take_digest": digest.digest("[]")}

    doors.refuses_insert(lambda: carried(mended, clock.now, **no), tmp_path)


def test_a_carried_no_stays_a_no(ada, ben, clock, tmp_path):
    article = stories.waiting(by=ada, now=clock.now, body=PLAIN)
    actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)
    mend(article, by=ada, now=clock.tick())
    assert Review.objects.exclude(carried_from=None).get().quick_take_answer == Answer.NO

    doors.refuses_insert(
        lambda: carried(article, clock.now, quick_take_answer=Answer.NOT_ASKED, quick_take=None), tmp_path
    )
