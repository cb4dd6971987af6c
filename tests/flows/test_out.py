"""Stories that are out or about to be: updates, boxes, hours, withdrawal."""

from __future__ import annotations

import pytest

from articles import actions, tasks
from articles.models.correction import CorrectionKind
from articles.models.quicktake import Verdict
from articles.models.version import MACHINE_SENTENCE, PublishedVersion
from newsroom.models.audit import AuditEntry
from newsroom.workflow import Stage, Standing
from tests.factories import stories

pytestmark = pytest.mark.django_db


def test_editing_a_live_story_leaves_the_public_page_as_it_was(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    before = stories.public(article, clock.now)

    stories.edit(article, by=ada, now=clock.tick(), headline="Harbour bridge closes again")

    assert article.stage == Stage.DRAFT
    assert article.standing(clock.now) == Standing.LIVE
    assert stories.public(article, clock.now).pk == before.pk


def test_update_now_shows_the_new_text_with_its_note_and_without_the_box(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    published = stories.public(article, clock.now).published_at
    stories.edit(article, by=ada, now=clock.tick(), body=stories.BODY.replace("312 steel", "318 steel"))
    note = actions.Note(CorrectionKind.CORRECTION, "An earlier version gave the number of hangers as 312.")

    actions.update_now(article=article, actor=ben, now=clock.tick(), note=note)

    version = stories.public(article, clock.now)
    assert "318 steel" in version.text
    assert not version.has_quick_take
    assert version.corrections[0]["note"] == note.text
    assert version.published_at == published
    assert version.updated_at == clock.now
    assert article.needs_second_read


def test_the_box_is_back_once_its_bullets_are_confirmed_and_no_date_moves(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    stories.edit(article, by=ada, now=clock.tick(), body=stories.BODY.replace("312 steel", "318 steel"))
    actions.update_now(
        article=article,
        actor=ben,
        now=clock.tick(),
        note=actions.Note(CorrectionKind.CORRECTION, "The number was wrong."),
    )
    before = stories.public(article, clock.now)
    for bullet in stories.newest_quick_take(article).bullets.all():
        text = bullet.text.replace("312 steel", "318 steel")
        actions.decide_bullet(bullet=bullet, actor=cleo, now=clock.now, verdict=Verdict.ACCEPTED, text=text)

    actions.approve(article=article, actor=cleo, now=clock.tick(days=1), seen=article.head_id)

    after = stories.public(article, clock.now)
    assert after.has_quick_take
    assert (after.published_at, after.updated_at) == (before.published_at, before.updated_at)
    assert not article.needs_second_read


def test_a_box_added_next_day_moves_no_date(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now, box=False)
    before = stories.public(article, clock.now)
    actions.retry_summary(article=article, actor=ada, now=clock.tick(days=1))
    stories.run_jobs(clock.tick())
    stories.accept_all(article, by=ben, now=clock.tick())

    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    after = stories.public(article, clock.now)
    assert after.has_quick_take
    assert article.stage == Stage.PUBLISHED
    assert (after.published_at, after.updated_at, after.uuid) == (
        before.published_at,
        before.updated_at,
        before.uuid,
    )


def test_a_scheduled_version_is_public_at_its_second_with_the_worker_stopped(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    at = clock.now.replace(hour=18)
    actions.schedule(article=article, actor=ben, now=clock.now, at=at)
    text = article.head.text

    stories.edit(article, by=ada, now=clock.tick(), body=stories.BODY.replace("4.2", "9.9"))

    just_before = at.replace(hour=17, minute=59, second=59)
    assert not PublishedVersion.objects.live(just_before).exists()
    assert article.standing(just_before) == Standing.SCHEDULED
    assert PublishedVersion.objects.live(at).get().text == text


def test_settling_moves_the_stage_and_audits_the_hour(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    at = clock.now.replace(hour=18)
    actions.schedule(article=article, actor=ben, now=clock.now, at=at)

    assert tasks.settle_due(now=at.replace(minute=5)) == 1

    article.refresh_from_db()
    assert article.stage == Stage.PUBLISHED
    assert AuditEntry.objects.get(action="settle").effective_at == at


def test_taking_a_story_off_the_schedule_leaves_what_is_live(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now, box=False)
    stories.edit(article, by=ada, now=clock.tick(), headline="Another headline")
    actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)
    at = clock.now.replace(hour=20)
    actions.schedule(article=article, actor=ben, now=clock.now, at=at, note=stories.told())

    actions.unschedule(article=article, actor=ben, now=clock.tick())

    version = PublishedVersion.objects.live(clock.now.replace(hour=23)).get()
    assert version.number == 1


def test_a_withdrawn_story_comes_back_with_its_dates(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    before = stories.public(article, clock.now)
    actions.withdraw(article=article, actor=cleo, now=clock.tick(), reason="A source asked us to check.")
    assert article.standing(clock.now) == Standing.WITHDRAWN

    actions.revive(article=article, actor=cleo, now=clock.tick(hours=2))

    after = stories.public(article, clock.now)
    assert (after.published_at, after.updated_at, after.bullets) == (
        before.published_at,
        before.updated_at,
        before.bullets,
    )


def test_a_hidden_quick_take_can_be_shown_again(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    actions.hide_quick_take(article=article, actor=cleo, now=clock.tick(), reason="A reader found a mistake.")
    assert stories.public(article, clock.now).sentence == ""

    actions.show_quick_take(article=article, actor=cleo, now=clock.tick())

    assert stories.public(article, clock.now).sentence == MACHINE_SENTENCE


def test_a_correction_moves_updated_and_keeps_the_box(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)

    actions.correct(
        article=article,
        actor=ben,
        now=clock.tick(hours=1),
        note=actions.Note(CorrectionKind.CLARIFICATION, "Added context."),
    )

    version = stories.public(article, clock.now)
    assert version.has_quick_take
    assert version.updated_at == clock.now
    assert version.corrections[0]["label"] == "Clarification"


def test_publishing_alone_leaves_a_second_read_to_somebody_else(ada, ben, cleo, clock):
    article = stories.draft(by=cleo, now=clock.now)
    actions.publish_alone(
        article=article, actor=cleo, now=clock.now, reason="Night shift, one person on the desk."
    )
    assert article.needs_second_read
    with pytest.raises(actions.TransitionBlocked):
        actions.approve_text(article=article, actor=cleo, now=clock.now, seen=article.head_id)

    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    assert not article.needs_second_read
    assert article.stage == Stage.PUBLISHED


def test_an_embargo_holds_everybody_and_only_a_chief_lifts_it(ada, ben, cleo, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.set_embargo(article=article, actor=ben, now=clock.now, until=clock.now.replace(hour=20))
    with pytest.raises(actions.TransitionBlocked):
        actions.publish(article=article, actor=cleo, now=clock.now)
    with pytest.raises(actions.TransitionBlocked):
        actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now.replace(hour=19))
    with pytest.raises(actions.TransitionBlocked):
        actions.lift_embargo(article=article, actor=ben, now=clock.now, reason="Now.")

    actions.lift_embargo(article=article, actor=cleo, now=clock.now, reason="The minister spoke early.")
    actions.publish(article=article, actor=ben, now=clock.now)

    assert article.standing(clock.now) == Standing.LIVE
