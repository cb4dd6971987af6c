"""One story all the way, and what each fork of the way leaves behind."""

from __future__ import annotations

import pytest

from articles import actions, policies
from articles.actions import change
from articles.models.job import SummaryJob
from articles.models.quicktake import Origin, Verdict
from articles.models.review import Review
from articles.models.version import MACHINE_SENTENCE, NEWSROOM_SENTENCE, PublishedVersion
from articles.summaries.materiality import Materiality
from newsroom import audit
from newsroom.models.masthead import Masthead
from newsroom.workflow import Move, Stage
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
        own = actions.add_bullet(
            quick_take=quick_take, actor=ben, now=clock.now, text=text, evidence=[number]
        )
        actions.decide_bullet(bullet=own, actor=ada, now=clock.now, verdict=Verdict.ACCEPTED)
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
    # Too short to stand alone, so that no engine picks it.
    body = f"{stories.BODY}<p>The rails are grey and lamps are green.</p>"
    article = stories.waiting(by=ada, now=clock.now, body=body)
    quick_take = stories.newest_quick_take(article)
    assert not quick_take.bullets.filter(text__contains="lamps").exists()
    stories.accept_all(article, by=ben, now=clock.now)
    actions.approve(article=article, actor=ben, now=clock.now, seen=article.head_id)

    stories.edit(article, by=ada, now=clock.tick(), body=body.replace("grey and", "grey, and"))

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
        body=stories.BODY.replace("again and the ferry", "again, and the ferry"),
    )

    assert article.stage == Stage.DRAFT


def one_word_is_a_mend(before, after, cited):
    """Stand in for the text rules: one changed word in a save passes as a mend, two do not."""
    changed = sum(a != b for a, b in zip(before.text.split(), after.text.split(), strict=True))
    moved = {sentence.id: sentence.id for sentence in before.sentences}
    reasons = ("More than one word changed",) if changed > 1 else ()
    return Materiality(bool(reasons), reasons, moved, frozenset())


def test_many_small_mends_do_not_add_up_to_another_text(ada, ben, clock, monkeypatch):
    monkeypatch.setattr(change, "compare", one_word_is_a_mend)
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False)
    first = stories.BODY.replace("northern ring", "southern ring")
    stories.edit(article, by=ada, now=clock.tick(), body=first)
    assert article.stage == Stage.REVIEWED

    stories.edit(article, by=ada, now=clock.tick(), body=first.replace("forty minutes", "fifty minutes"))

    assert article.stage == Stage.DRAFT


def test_small_mends_of_a_draft_add_up_to_a_contribution(ada, ben, clock, monkeypatch):
    monkeypatch.setattr(change, "compare", one_word_is_a_mend)
    article = stories.draft(by=ada, now=clock.now)
    first = stories.BODY.replace("northern ring", "southern ring")
    stories.edit(article, by=ben, now=clock.tick(), body=first)
    assert article.current.contributors == [ada.pk]

    stories.edit(article, by=ben, now=clock.tick(), body=first.replace("forty minutes", "fifty minutes"))

    assert article.current.contributors == [ada.pk, ben.pk]


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
