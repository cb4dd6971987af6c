"""One story all the way, and what each fork of the way leaves behind."""

from __future__ import annotations

from itertools import pairwise

import pytest

from articles import actions, policies, tasks
from articles.models.correction import CorrectionKind
from articles.models.job import SummaryJob
from articles.models.quicktake import Origin, Verdict
from articles.models.review import Review
from articles.models.version import MACHINE_SENTENCE, NEWSROOM_SENTENCE, PublishedVersion
from newsroom import audit
from newsroom.models.audit import AuditEntry
from newsroom.models.masthead import Masthead
from newsroom.workflow import Move, Stage, Standing
from tests.factories import stories

pytestmark = pytest.mark.django_db


def test_a_story_goes_from_draft_to_readers(ada, ben, clock):
    article = stories.waiting(by=ada, now=clock.now)
    assert article.stage == Stage.AI_SUMMARY
    stories.accept_all(article, by=ben, now=clock.tick())
    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    assert article.stage == Stage.REVIEWED

    actions.publish(article=article, actor=ben, now=clock.tick())

    version = stories.public(article, clock.now)
    assert article.stage == Stage.PUBLISHED
    assert version.sentence == MACHINE_SENTENCE
    assert 3 <= len(version.bullet_list) <= 6
    assert version.html == article.head.html
    assert version.provenance["reviewer"] == "Ben Osei"
    assert audit.verify() is None


def test_the_sentence_says_newsroom_when_no_bullet_is_the_machines(ada, ben, clock):
    article = stories.draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.now)
    quick_take = actions.write_by_hand(article=article, actor=ben, now=clock.now)
    for number, text in enumerate(
        (
            "The harbour bridge is open again.",
            "Engineers replaced 312 steel hangers.",
            "The line runs every eight minutes.",
        ),
        1,
    ):
        actions.add_bullet(quick_take=quick_take, actor=ben, now=clock.now, text=text, evidence=[number])
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)
    actions.publish(article=article, actor=ben, now=clock.now)

    assert stories.public(article, clock.now).sentence == NEWSROOM_SENTENCE


def test_an_edited_bullet_is_marked_and_keeps_the_machines_words(ada, ben, clock):
    article = stories.waiting(by=ada, now=clock.now)
    bullet = stories.newest_quick_take(article).bullets.first()
    words = bullet.text

    actions.decide_bullet(
        bullet=bullet,
        actor=ben,
        now=clock.now,
        verdict=Verdict.ACCEPTED,
        text=words.replace("The ", "Its ", 1),
    )

    bullet.refresh_from_db()
    assert bullet.origin == Origin.EDITED
    assert bullet.machine_text == words


def test_a_changed_number_takes_the_approval_away(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)

    stories.edit(article, by=ada, now=clock.tick(), body=stories.BODY.replace("4.2 million", "4.3 million"))

    assert article.stage == Stage.DRAFT
    assert policies.blockers(article, Move.PUBLISH, ben, clock.now)


def test_changed_white_space_keeps_the_approval_without_a_new_review(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)

    stories.edit(
        article,
        by=ada,
        now=clock.tick(),
        body=stories.BODY.replace("the port authority", "the  port\nauthority"),
    )

    assert article.stage == Stage.REVIEWED
    actions.publish(article=article, actor=ben, now=clock.tick())
    assert stories.public(article, clock.now).has_quick_take


def test_a_comma_in_an_uncited_sentence_carries_the_approval_over_with_its_diff(ada, ben, clock):
    article = stories.waiting(by=ada, now=clock.now)
    quick_take = stories.newest_quick_take(article)
    cited = {item["sentence"] for bullet in quick_take.bullets.all() for item in bullet.evidence}
    texts = article.head.sentence_texts()
    free = next(text for number, text in texts.items() if number not in cited and " and " in text)
    stories.accept_all(article, by=ben, now=clock.now)
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)

    stories.edit(
        article, by=ada, now=clock.tick(), body=stories.BODY.replace(free, free.replace(" and ", ", and ", 1))
    )

    assert article.stage == Stage.REVIEWED
    carried = Review.objects.of(article.head_id).get()
    assert carried.carried_from is not None
    assert carried.reviewer == ben
    assert carried.carried_over
    actions.publish(article=article, actor=ben, now=clock.tick())
    assert stories.public(article, clock.now).has_quick_take


def test_carrying_can_be_switched_off_in_the_masthead(ada, ben, clock):
    Masthead.objects.update(carry_reviews=False)
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False)

    stories.edit(
        article,
        by=ada,
        now=clock.tick(),
        body=stories.BODY.replace("every spring will", "every spring, will"),
    )

    assert article.stage == Stage.DRAFT


def test_many_small_mends_do_not_add_up_to_another_text(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False)
    body = stories.BODY
    words = ["ferry", "ferrys", "ferryso", "ferrysong", "ferrysongs"]
    for before, after in pairwise(words):
        body = body.replace(f"the {before} stops", f"the {after} stops")
        stories.edit(article, by=ada, now=clock.tick(), body=body)

    assert article.stage == Stage.DRAFT


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


def test_only_bullets_whose_evidence_changed_ask_again(ada, ben, clock):
    article = stories.waiting(by=ada, now=clock.now)
    stories.accept_all(article, by=ben, now=clock.now)
    bullet = stories.newest_quick_take(article).bullets.first()
    sentence = article.head.sentence_texts()[bullet.evidence[0]["sentence"]]

    stories.edit(
        article, by=ada, now=clock.tick(), body=stories.BODY.replace(sentence, f"{sentence[:-1]} in 2025.")
    )

    verdicts = {b.text: b.verdict for b in stories.newest_quick_take(article).bullets.all()}
    assert verdicts[bullet.text] == Verdict.LOOK_AGAIN
    assert list(verdicts.values()).count(Verdict.ACCEPTED) == len(verdicts) - 1


def test_with_the_engine_off_five_stories_go_out_and_none_is_late(ada, ben, clock, settings):
    settings.SUMMARY_ENGINE = ""
    for _ in range(5):
        article = stories.draft(by=ada, now=clock.now)
        actions.request_summary(article=article, actor=ada, now=clock.now)
        actions.approve_text(article=article, actor=ben, now=clock.now, seen=article.head_id)
        actions.publish(article=article, actor=ben, now=clock.now)
        assert stories.public(article, clock.now).bullet_list == []

    assert PublishedVersion.objects.live(clock.now).count() == 5
    assert set(SummaryJob.objects.values_list("reason", flat=True)) == {"The summary engine is switched off."}


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
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now.replace(hour=20))

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


def test_a_story_returned_with_a_reason_can_be_sent_again(ada, ben, clock):
    article = stories.waiting(by=ada, now=clock.now)
    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")
    assert article.returned_because == "Who says so?"

    actions.request_summary(article=article, actor=ada, now=clock.tick())
    stories.accept_all(article, by=ben, now=clock.tick())
    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    assert article.stage == Stage.REVIEWED


def test_an_analysis_needs_two_readers(ada, ben, cleo, clock):
    kind = stories.KindFactory(name="Analysis", slug="analysis", reviews=2)
    article = stories.waiting(by=ada, now=clock.now, kind=kind)
    stories.accept_all(article, by=ben, now=clock.now)
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)
    assert article.stage == Stage.AI_SUMMARY

    actions.approve(article=article, actor=cleo, now=clock.tick(), seen=article.head_id)
    actions.publish(article=article, actor=cleo, now=clock.tick())

    assert stories.public(article, clock.now).has_quick_take


def test_an_approval_of_a_text_that_changed_meanwhile_is_refused(ada, ben, clock):
    article = stories.waiting(by=ada, now=clock.now)
    seen = article.head_id
    stories.accept_all(article, by=ben, now=clock.now)
    stories.edit(article, by=ada, now=clock.tick(), headline="Bridge opens")
    actions.request_summary(article=article, actor=ada, now=clock.tick())

    with pytest.raises(actions.TransitionBlocked, match="text changed"):
        actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=seen)


def test_the_second_of_two_concurrent_saves_is_refused_and_nothing_is_lost(ada, ben, clock):
    article = stories.draft(by=ada, now=clock.now)
    mine, theirs = type(article).objects.get(pk=article.pk), type(article).objects.get(pk=article.pk)
    theirs.headline = "Ben's headline"
    actions.save_revision(article=theirs, actor=ben, now=clock.tick(), base=1)
    mine.headline = "Ada's headline"

    with pytest.raises(actions.SaveConflict) as refused:
        actions.save_revision(article=mine, actor=ada, now=clock.tick(), base=1)

    assert refused.value.saved_by == ben
    assert refused.value.theirs.headline == "Ben's headline"
    assert mine.headline == "Ada's headline"
