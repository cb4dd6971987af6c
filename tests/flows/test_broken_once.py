"""Ways around the promise that a hostile reader once found; each stays closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import actions, jobs, policies, tasks
from articles.drafting import run_engine
from articles.models.correction import CorrectionKind
from articles.models.job import JobState, SummaryJob
from articles.models.quicktake import Bullet, Verdict
from articles.models.review import Answer, Review
from articles.models.version import PublishedVersion
from newsroom.workflow import Move, Stage
from tests.factories import stories

pytestmark = pytest.mark.django_db


# A comma that changes nothing, in a sentence without numbers that matter or anybody's speech.
BEFORE, AFTER = "eight minutes again and the ferry", "eight minutes again, and the ferry"


@pytest.fixture(autouse=True)
def _line_six_is_uncited(monkeypatch):
    """Keep the machine's bullets off the sentence that these tests mend."""
    monkeypatch.setattr(stories, "BODY", stories.BODY.replace("Line 6 runs", "It runs"))


def carried(article, *, by, clock):
    """Mend a comma, so that the approval is carried; the tests are about what is carried with it."""
    stage = article.stage
    stories.edit(article, by=by, now=clock.tick(), body=article.body.replace(BEFORE, AFTER))
    assert not article.current.material, article.current.reasons
    assert stage == Stage.DRAFT or article.stage != Stage.DRAFT
    return article


def own_bullets(article, *, by, now):
    quick_take = actions.write_by_hand(article=article, actor=by, now=now)
    texts = article.current.sentence_texts()
    for number in (1, 2, 6):
        actions.add_bullet(quick_take=quick_take, actor=by, now=now, text=texts[number], evidence=[number])
    return quick_take


def test_an_approval_is_not_carried_onto_bullets_that_the_reviewer_never_saw(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    approved = stories.public(article, clock.now).bullets
    own_bullets(article, by=cleo, now=clock.tick())

    carried(article, by=ada, clock=clock)
    actions.publish(article=article, actor=cleo, now=clock.tick())

    shown = [bullet["text"] for bullet in stories.public(article, clock.now).bullet_list]
    assert shown == [bullet["text"] for bullet in PublishedVersion(bullets=approved).bullet_list]


def test_a_waiting_draft_does_not_keep_a_typo_from_being_mended(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    actions.retry_summary(article=article, actor=ada, now=clock.tick())
    stories.run_jobs(clock.tick())

    carried(article, by=ada, clock=clock)
    actions.publish(article=article, actor=ben, now=clock.tick())

    assert stories.public(article, clock.now).has_quick_take


def test_a_version_taken_off_the_schedule_does_not_clear_its_contributors(ada, ben, cleo, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False)
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(hours=4))
    actions.unschedule(article=article, actor=ben, now=clock.tick())
    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Libel.")

    carried(article, by=ada, clock=clock)

    assert ada.pk in article.current.contributors


def test_a_refused_box_does_not_come_back_with_a_carried_approval(ada, ben, cleo, clock):
    kind = stories.KindFactory(name="Analysis", slug="analysis", reviews=2)
    article = stories.waiting(by=ada, now=clock.now, kind=kind)
    stories.accept_all(article, by=ben, now=clock.now)
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)
    actions.approve_text(article=article, actor=cleo, now=clock.tick(), seen=article.head_id)

    carried(article, by=ada, clock=clock)
    actions.publish(article=article, actor=ben, now=clock.tick())

    assert not stories.public(article, clock.now).has_quick_take


def test_a_hidden_box_stays_hidden_when_a_typo_is_mended(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    actions.hide_quick_take(article=article, actor=cleo, now=clock.tick(), reason="A reader found a mistake.")

    carried(article, by=ada, clock=clock)
    actions.publish(article=article, actor=ben, now=clock.tick())

    assert not stories.public(article, clock.now).has_quick_take
    actions.show_quick_take(article=article, actor=cleo, now=clock.tick())
    assert stories.public(article, clock.now).has_quick_take


def test_returning_a_scheduled_story_takes_it_off_the_schedule(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    at = clock.now + timedelta(hours=4)
    actions.schedule(article=article, actor=ben, now=clock.now, at=at)

    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="The box is wrong.")

    assert not PublishedVersion.objects.live(at).exists()


def test_a_correction_stands_on_the_version_that_takes_over_as_well(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    stories.edit(article, by=ada, now=clock.tick(), headline="Harbour bridge reopens on 9 May")
    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    at = clock.now + timedelta(hours=4)
    actions.schedule(article=article, actor=ben, now=clock.now, at=at, note=stories.told())
    note = actions.Note(CorrectionKind.CORRECTION, "An earlier version was wrong.")
    actions.correct(article=article, actor=ben, now=clock.tick(), note=note)

    later = stories.public(article, at)
    assert later.headline == "Harbour bridge reopens on 9 May"
    assert [row["note"] for row in later.corrections] == [stories.told().text, note.text]

    actions.withdraw(article=article, actor=cleo, now=at + timedelta(hours=1), reason="Checking.")
    actions.revive(article=article, actor=cleo, now=at + timedelta(hours=2))
    assert stories.public(article, at + timedelta(hours=2)).headline == "Harbour bridge reopens on 9 May"


def test_a_rescheduled_story_is_dated_when_it_was_first_public(ada, ben, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    first, second = clock.now + timedelta(hours=2), clock.now + timedelta(hours=5)
    actions.schedule(article=article, actor=ben, now=clock.now, at=first)

    actions.schedule(article=article, actor=ben, now=clock.tick(), at=second)

    assert stories.public(article, second).published_at == second


def test_a_live_box_of_a_kind_with_two_readers_waits_for_the_second(ada, ben, cleo, clock):
    kind = stories.KindFactory(name="Analysis", slug="analysis", reviews=2)
    article = stories.draft(by=ada, now=clock.now, kind=kind)
    actions.publish_alone(article=article, actor=cleo, now=clock.tick(), reason="Night shift.")
    actions.retry_summary(article=article, actor=ada, now=clock.tick())
    stories.run_jobs(clock.tick())
    stories.accept_all(article, by=ben, now=clock.tick())

    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    assert not stories.public(article, clock.now).has_quick_take


def test_a_kind_that_comes_to_need_two_readers_is_no_dead_end(ada, ben, cleo, clock):
    kind = stories.KindFactory(name="Analysis", slug="analysis", reviews=1)
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, kind=kind, box=False)
    kind.reviews = 2
    kind.save()
    article.refresh_from_db()
    assert policies.blockers(article, Move.PUBLISH, ben, clock.now)

    actions.approve_text(article=article, actor=cleo, now=clock.tick(), seen=article.head_id)
    actions.publish(article=article, actor=ben, now=clock.tick())

    assert article.stage == Stage.PUBLISHED


def test_the_first_of_two_approvals_survives_a_typo(ada, ben, cleo, clock):
    kind = stories.KindFactory(name="Analysis", slug="analysis", reviews=2)
    article = stories.waiting(by=ada, now=clock.now, kind=kind)
    stories.accept_all(article, by=ben, now=clock.now)
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)

    carried(article, by=ada, clock=clock)

    assert article.stage == Stage.AI_SUMMARY
    assert Review.objects.of(article.head_id).get().quick_take_answer == Answer.YES


def test_the_chief_who_published_alone_is_no_second_reader(ada, ben, cleo, clock):
    article = stories.draft(by=ada, now=clock.now)
    actions.publish_alone(article=article, actor=cleo, now=clock.tick(), reason="Night shift.")

    with pytest.raises(actions.TransitionBlocked, match="somebody else"):
        actions.approve_text(article=article, actor=cleo, now=clock.tick(), seen=article.head_id)


def test_a_bullet_reworded_meanwhile_keeps_its_new_words(ada, ben, cleo, clock):
    article = stories.waiting(by=ada, now=clock.now)
    key = stories.newest_quick_take(article).bullets.first().pk
    mine, theirs = Bullet.objects.get(pk=key), Bullet.objects.get(pk=key)
    words = theirs.text.rstrip(".") + " again."
    actions.decide_bullet(bullet=theirs, actor=cleo, now=clock.now, verdict=Verdict.REJECTED)
    actions.decide_bullet(bullet=theirs, actor=cleo, now=clock.now, verdict=Verdict.ACCEPTED, text=words)

    actions.decide_bullet(bullet=mine, actor=ben, now=clock.tick(), verdict=Verdict.ACCEPTED)

    assert Bullet.objects.get(pk=key).text == words


def test_a_worker_that_lost_its_lease_changes_nothing(ada, clock):
    article = stories.draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.now)
    key = SummaryJob.objects.get().pk
    slow = jobs.claim(job_id=key, now=clock.now)
    drafted = run_engine(job=slow, clock=lambda: clock.now)
    tasks.draft(job_id=key, clock=lambda: clock.now + timedelta(minutes=5))

    tasks._keep(slow, drafted, clock.now + timedelta(minutes=6))
    jobs.let_go(job=slow, now=clock.now + timedelta(minutes=6), reason="?")

    job = SummaryJob.objects.get()
    assert (job.state, job.quick_take_id is not None) == (JobState.DONE, True)


def test_retry_after_a_late_job_leaves_one_question(ada, clock):
    article = stories.draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.now)
    late = SummaryJob.objects.get()
    jobs.mark_overdue(now=clock.tick(minutes=5))
    actions.retry_summary(article=article, actor=ada, now=clock.now)

    assert jobs.claim(job_id=late.pk, now=clock.now) is None
    stories.run_jobs(clock.now)
    assert stories.newest_quick_take(article).bullets.exists()


def test_a_job_nobody_was_told_of_is_handed_out_once_a_lease(ada, clock):
    article = stories.draft(by=ada, now=clock.now)
    actions.request_summary(article=article, actor=ada, now=clock.now)

    assert jobs.forgotten(now=clock.now) == []
    assert len(jobs.forgotten(now=clock.tick(minutes=5))) == 1
    assert jobs.forgotten(now=clock.tick(seconds=1)) == []


def test_a_text_refused_since_does_not_come_back_by_itself(ada, ben, cleo, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(minutes=5))
    clock.tick(minutes=10)
    actions.return_to_writer(article=article, actor=ben, now=clock.now, reason="Libel.")
    actions.withdraw(article=article, actor=cleo, now=clock.tick(), reason="Libel.")

    with pytest.raises(actions.TransitionBlocked, match="refused since"):
        actions.revive(article=article, actor=cleo, now=clock.tick())


def test_a_changed_section_of_a_live_story_can_be_put_out_alone(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    before = stories.public(article, clock.now)
    article.section = stories.SectionFactory(name="Culture", slug="culture")
    stories.edit(article, by=ada, now=clock.tick(), section=article.section)
    assert not policies.blockers(article, Move.PUBLISH, ben, clock.now)

    actions.publish(article=article, actor=ben, now=clock.tick())

    after = stories.public(article, clock.now)
    assert (after.section.slug, after.has_quick_take) == ("culture", True)
    assert (after.published_at, after.updated_at) == (before.published_at, before.updated_at)
    assert policies.blockers(article, Move.PUBLISH, ben, clock.now)


def test_the_first_of_two_readers_passes_a_draft_on_and_does_not_count_twice(ada, ben, cleo, clock):
    kind = stories.KindFactory(name="Analysis", slug="analysis", reviews=2)
    article = stories.draft(by=ada, now=clock.now, kind=kind)

    actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)

    assert article.stage == Stage.AI_SUMMARY
    with pytest.raises(actions.TransitionBlocked, match="You approved this text already"):
        actions.approve_text(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    actions.approve_text(article=article, actor=cleo, now=clock.tick(), seen=article.head_id)
    assert article.stage == Stage.REVIEWED
