"""What the database refuses whoever asks, at every door; on SQLite and PostgreSQL alike."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles import actions, digest
from articles.models.article import Article
from articles.models.review import Answer, Review
from articles.models.version import Basis, PublishedVersion
from newsroom import guards
from newsroom.workflow import Stage
from tests.articles import doors
from tests.articles.forged import review_of, version_of
from tests.factories import stories

pytestmark = pytest.mark.django_db


def test_every_guard_is_in_the_database():
    assert guards.missing(connection) == []


def test_no_stored_row_breaks_a_rule(ada, ben, clock):
    stories.live(by=ada, reviewer=ben, now=clock.now)

    assert guards.offenders(connection) == []


def test_a_version_that_publish_would_make_passes_the_guards(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)

    doors.by_sql(version_of(article, clock.now))

    assert PublishedVersion.objects.live(clock.now).get().has_quick_take


def test_reviewing_ones_own_text_is_refused(ada, ben, clock, tmp_path):
    article = stories.waiting(by=ada, now=clock.now)

    doors.refuses_insert(lambda: review_of(article, ada, clock.now), tmp_path)


def test_reviewing_ones_own_text_is_refused_to_whoever_stands_in_the_byline(ada, ben, clock, tmp_path):
    article = stories.draft(by=ben, now=clock.now)
    article.bylines.update(author=ada.author)
    stories.edit(article, by=ben, now=clock.tick(), headline="Bridge is open")

    doors.refuses_insert(lambda: review_of(article, ada, clock.now), tmp_path)


def test_a_review_of_another_text_is_refused(ada, ben, clock, tmp_path):
    article = stories.waiting(by=ada, now=clock.now)

    doors.refuses_insert(lambda: review_of(article, ben, clock.now, revision_digest="0" * 64), tmp_path)


def test_a_review_of_bullets_that_nobody_decided_on_is_refused(ada, ben, clock, tmp_path):
    article = stories.waiting(by=ada, now=clock.now)
    quick_take = stories.newest_quick_take(article)
    bullets = digest.canonical_bullets([bullet.as_public() for bullet in quick_take.bullets.all()])

    doors.refuses_insert(
        lambda: review_of(
            article,
            ben,
            clock.now,
            quick_take=quick_take,
            quick_take_answer=Answer.YES,
            bullets=bullets,
            quick_take_digest=digest.digest(bullets),
        ),
        tmp_path,
    )


def test_a_review_with_other_bullets_than_the_kept_ones_is_refused(ada, ben, clock, tmp_path):
    article = stories.waiting(by=ada, now=clock.now)
    stories.accept_all(article, by=ben, now=clock.now)
    quick_take = stories.newest_quick_take(article)
    kept = [bullet.as_public() for bullet in quick_take.kept()]
    kept[0] = {**kept[0], "text": "The bridge is closed."}
    bullets = digest.canonical_bullets(kept)

    doors.refuses_insert(
        lambda: review_of(
            article,
            ben,
            clock.now,
            quick_take=quick_take,
            quick_take_answer=Answer.YES,
            bullets=bullets,
            quick_take_digest=digest.digest(bullets),
        ),
        tmp_path,
    )


def test_an_approval_is_not_carried_over_a_material_change(ada, ben, clock, tmp_path):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False)
    given = Review.objects.get()
    stories.edit(article, by=ada, now=clock.tick(), headline="Bridge closes on 9 May")

    doors.refuses_insert(lambda: review_of(article, ben, clock.now, carried_from=given), tmp_path)


def test_a_version_without_any_review_is_refused(ada, clock, tmp_path):
    article = stories.waiting(by=ada, now=clock.now)

    doors.refuses_insert(lambda: version_of(article, clock.now), tmp_path)


def test_a_version_whose_quick_take_nobody_approved_is_refused(ada, ben, clock, tmp_path):
    article = stories.waiting(by=ada, now=clock.now)
    actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)
    quick_take = stories.newest_quick_take(article)
    bullets = digest.canonical_bullets([bullet.as_public() for bullet in quick_take.bullets.all()])

    doors.refuses_insert(
        lambda: version_of(article, clock.now, quick_take=quick_take, bullets=bullets), tmp_path
    )


@pytest.mark.parametrize("basis", [Basis.ALONE, Basis.UPDATE])
def test_an_unread_version_never_shows_a_quick_take(ada, ben, clock, tmp_path, basis):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)

    doors.refuses_insert(lambda: version_of(article, clock.now, basis=basis), tmp_path)


@pytest.mark.parametrize(
    "changes",
    [
        {"bullets": '[{"evidence":[1],"origin":"machine","text":"The bridge is closed."}]'},
        {"bullets": "[]"},
        {"html": "<p>Something else.</p>"},
        {"text": "Something else."},
        {"headline": "Something else"},
        {"standfirst": "Something else"},
        {"hero_caption": "Something else"},
        {"digest": "0" * 64},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_version_that_differs_from_what_was_approved_is_refused(ada, ben, clock, tmp_path, changes):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)

    doors.refuses_insert(lambda: version_of(article, clock.now, **changes), tmp_path)


def test_a_version_with_a_quick_take_that_was_refused_later_is_refused(ada, ben, cleo, clock, tmp_path):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    approved = Review.objects.get()
    review_of(article, cleo, clock.now, quick_take=approved.quick_take, quick_take_answer=Answer.NO).save()

    doors.refuses_insert(
        lambda: version_of(
            article, clock.now, review=approved, quick_take=approved.quick_take, bullets=approved.bullets
        ),
        tmp_path,
    )


def test_two_versions_of_a_story_are_never_public_at_once(ada, ben, clock, tmp_path):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)

    doors.refuses_insert(lambda: version_of(article, clock.now), tmp_path)
    later = clock.now + timedelta(hours=1)
    doors.refuses_insert(
        lambda: version_of(article, later, public_until=later + timedelta(hours=1)), tmp_path
    )


def test_a_version_before_the_embargo_is_refused(ada, ben, clock, tmp_path):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.set_embargo(article=article, actor=ben, now=clock.now, until=clock.now + timedelta(hours=2))

    doors.refuses_insert(lambda: version_of(article, clock.now), tmp_path)


def test_an_analysis_with_one_reader_is_refused(ada, ben, clock, tmp_path):
    kind = stories.KindFactory(name="Analysis", slug="analysis", reviews=2)
    article = stories.waiting(by=ada, now=clock.now, kind=kind)
    stories.accept_all(article, by=ben, now=clock.now)
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)

    doors.refuses_insert(lambda: version_of(article, clock.now), tmp_path)


def test_the_words_of_an_article_change_only_with_its_head(ada, ben, clock):
    article = stories.draft(by=ada, now=clock.now)

    doors.refuses_change(
        article, body="<p>Other</p>", headline="Other", standfirst="Other", hero_caption="Other"
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(body="<p>Other</p>", version=2)


@pytest.mark.parametrize("stage", [Stage.REVIEWED, Stage.PUBLISHED])
def test_a_stage_cannot_be_claimed(ada, clock, stage):
    article = stories.draft(by=ada, now=clock.now)

    doors.refuses_change(article, stage=stage)


def test_a_text_that_was_refused_since_cannot_be_called_reviewed(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="The figures are old.")

    doors.refuses_change(article, stage=Stage.REVIEWED)


def test_a_text_that_was_only_scheduled_once_cannot_be_called_published(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    later = clock.now + timedelta(hours=2)
    actions.schedule(article=article, actor=ben, now=clock.tick(), at=later)
    actions.unschedule(article=article, actor=ben, now=clock.tick())

    doors.refuses_change(article, stage=Stage.PUBLISHED)


def test_a_story_is_never_removed_or_written_over(ada, clock, tmp_path):
    article = stories.draft(by=ada, now=clock.now)

    doors.refuses_delete(article)
    doors.refuses_writing_over(article, "uuid", headline="Other")


def test_a_new_article_cannot_begin_as_something_else(ada, clock, tmp_path):
    article = stories.draft(by=ada, now=clock.now)

    def make():
        import uuid

        copy = Article.objects.get(pk=article.pk)
        copy.pk, copy.uuid, copy.stage = None, uuid.uuid4(), Stage.REVIEWED
        return copy

    doors.refuses_insert(make, tmp_path)
