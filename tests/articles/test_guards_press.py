"""What is public says what its revision says, by whom it says, and does not come back by itself; at every door."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles import actions
from articles.models.correction import Correction, CorrectionKind
from articles.models.review import Answer
from articles.models.version import EndReason, PublishedVersion
from newsroom import guards
from tests.articles import doors
from tests.articles.forged import review_of, version_of
from tests.factories import stories

pytestmark = pytest.mark.django_db

NOTE = actions.Note(CorrectionKind.CLARIFICATION, "Context was added.")


@pytest.mark.parametrize(
    "changes",
    [
        {"bylines": []},
        {"bylines": [{"author": 1, "name": "Somebody Else"}]},
        {"sources": [{"name": "Nobody", "url": ""}]},
    ],
    ids=str,
)
def test_a_version_by_others_than_its_revision_is_refused(ada, ben, clock, tmp_path, changes):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)

    doors.refuses_insert(lambda: version_of(article, clock.now, **changes), tmp_path)


def test_only_those_in_the_byline_are_a_versions_authors(ada, ben, cleo, clock, tmp_path):
    version = stories.public(stories.live(by=ada, reviewer=ben, now=clock.now), clock.now)
    through = PublishedVersion.authors.through
    with pytest.raises(IntegrityError), transaction.atomic():
        version.authors.add(cleo.author)

    doors.refuses_insert(lambda: through(publishedversion=version, author=cleo.author), tmp_path)


def test_only_the_storys_topics_are_a_versions_topics(ada, ben, clock, tmp_path):
    version = stories.public(stories.live(by=ada, reviewer=ben, now=clock.now), clock.now)
    through, other = PublishedVersion.topics.through, stories.TopicFactory(name="Fish", slug="fish")

    doors.refuses_insert(lambda: through(publishedversion=version, topic=other), tmp_path)


def test_a_version_keeps_its_topics_when_it_is_made_again(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    article.topics.clear()

    actions.correct(article=article, actor=ben, now=clock.tick(), note=NOTE)

    assert stories.public(article, clock.now).topics.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"note": "Nothing happened."},
        {"kind": CorrectionKind.RETRACTION},
        {"at": "earlier"},
        {"version": "first"},
        {"article": "other"},
    ],
    ids=str,
)
def test_a_public_note_that_its_version_does_not_carry_is_refused(ada, ben, clock, tmp_path, changes):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    actions.correct(article=article, actor=ben, now=clock.tick(), note=NOTE)
    others = {
        "earlier": clock.now - timedelta(hours=1),
        "first": PublishedVersion.objects.get(number=1),
        "other": stories.draft(by=ada, now=clock.now),
    }

    def make():
        row = Correction.objects.get()
        row.pk, row._state.adding = None, True
        for name, value in changes.items():
            setattr(row, name, others.get(value, value))
        return row

    doors.refuses_insert(make, tmp_path)


def test_what_was_withdrawn_does_not_come_back_by_an_update(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    actions.withdraw(article=article, actor=cleo, now=clock.tick(), reason="A source lied.")
    version = PublishedVersion.objects.get()

    doors.refuses_change(
        version,
        public_until=None,
        end_reason=EndReason.REPLACED,
    )
    doors.refuses_change(version, public_until=clock.now + timedelta(hours=1), end_reason="")


def test_what_was_taken_off_the_schedule_does_not_come_back_by_an_update(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    later = clock.now + timedelta(hours=2)
    actions.schedule(article=article, actor=ben, now=clock.tick(), at=later)
    actions.unschedule(article=article, actor=ben, now=clock.tick())
    version = PublishedVersion.objects.get()

    doors.refuses_change(version, public_until=None, end_reason=EndReason.REPLACED)
    doors.refuses_change(version, public_until=later + timedelta(hours=1), end_reason="")


def test_why_a_version_ended_is_not_forgotten(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    actions.correct(article=article, actor=ben, now=clock.tick(), note=NOTE)

    doors.refuses_change(PublishedVersion.objects.get(number=1), end_reason="")


def test_what_is_live_goes_on_when_its_successor_is_taken_off_the_schedule(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    stories.edit(article, by=ada, now=clock.tick(), headline="Bridge closes on 9 May")
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    at = clock.now + timedelta(hours=2)
    actions.schedule(article=article, actor=ben, now=clock.tick(), at=at, note=NOTE)

    actions.unschedule(article=article, actor=ben, now=clock.tick())

    assert stories.public(article, clock.now + timedelta(days=1)).number == 1


@pytest.fixture
def demanding(ada, ben, clock):
    """A live story with one reader, of a kind that has come to want two."""
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    type(article.kind).objects.update(reviews=2)
    return article


def test_a_note_goes_under_a_story_whose_kind_has_come_to_want_more_readers(demanding, ben, clock):
    actions.correct(article=demanding, actor=ben, now=clock.tick(), note=NOTE)

    assert stories.public(demanding, clock.now).number == 2


def test_a_story_returns_although_its_kind_has_come_to_want_more_readers(demanding, cleo, clock):
    actions.withdraw(article=demanding, actor=cleo, now=clock.tick(), reason="A source lied.")

    actions.revive(article=demanding, actor=cleo, now=clock.tick())

    assert stories.public(demanding, clock.now).number == 2


def test_a_text_that_never_came_out_needs_the_readers_that_its_kind_wants_now(ada, ben, clock, tmp_path):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    later = clock.now + timedelta(hours=2)
    actions.schedule(article=article, actor=ben, now=clock.tick(), at=later)
    actions.unschedule(article=article, actor=ben, now=clock.tick())
    type(article.kind).objects.update(reviews=2)

    doors.refuses_insert(lambda: version_of(article, clock.now), tmp_path)


def test_a_withdrawn_text_that_was_refused_since_is_refused(ada, ben, cleo, clock, tmp_path):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    published = clock.now
    box = {"review": PublishedVersion.objects.get().review, "quick_take": None, "bullets": "[]"}
    actions.withdraw(article=article, actor=cleo, now=clock.tick(), reason="A source lied.")
    review_of(article, cleo, clock.now, text_answer=Answer.NO, reason="A source lied.").save()

    doors.refuses_insert(lambda: version_of(article, clock.tick(), **box, published_at=published), tmp_path)


def test_a_note_goes_under_a_story_that_somebody_refused_when_it_was_out(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    review_of(article, cleo, clock.now, text_answer=Answer.NO, reason="The figures are old.").save()

    actions.correct(article=article, actor=ben, now=clock.tick(), note=NOTE)

    assert stories.public(article, clock.now).number == 2


def test_a_story_that_was_only_scheduled_once_has_no_date_of_first_publication(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=article, actor=ben, now=clock.tick(), at=clock.now + timedelta(hours=2))
    actions.unschedule(article=article, actor=ben, now=clock.tick())

    doors.by_sql(version_of(article, clock.tick()))

    assert stories.public(article, clock.now).published_at == clock.now


def test_no_row_of_a_long_story_breaks_a_rule(ada, ben, cleo, clock):
    plain = stories.BODY.replace("Line 6 runs", "It runs")
    article = stories.live(by=ada, reviewer=ben, now=clock.now, body=plain)
    actions.correct(article=article, actor=ben, now=clock.tick(), note=NOTE)
    stories.edit(article, by=ada, now=clock.tick(), body=plain.replace("again and", "again, and"))
    actions.publish(article=article, actor=ben, now=clock.tick())
    actions.withdraw(article=article, actor=cleo, now=clock.tick(), reason="A source lied.")
    actions.revive(article=article, actor=cleo, now=clock.tick())

    assert guards.offenders(connection) == []
