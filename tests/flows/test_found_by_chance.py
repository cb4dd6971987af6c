"""What random sequences found (see test_sentence_cannot_lie.py), each reduced to its few steps; each stays closed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import actions
from articles.actions.recall import Scope
from articles.models.correction import CorrectionKind
from newsroom.workflow import Stage
from tests.factories import stories

pytestmark = pytest.mark.django_db


def mend(article, before, after, *, by, clock):
    """Mend something that takes no approval away."""
    stories.edit(article, by=by, now=clock.tick(), body=article.body.replace(before, after))
    assert not article.current.material, article.current.reasons


def test_a_hidden_box_does_not_come_back_after_a_version_without_one(ada, ben, cleo, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    actions.hide_quick_take(article=article, actor=cleo, now=clock.tick(), reason="A reader found a mistake.")
    mend(article, "Painters stay", "Painters  stay", by=ada, clock=clock)
    note = actions.Note(CorrectionKind.UPDATE, "A comma was missing.")
    actions.update_now(article=article, actor=ben, now=clock.tick(), note=note)

    mend(article, "the long way", "the  long way", by=ada, clock=clock)
    actions.publish(article=article, actor=ben, now=clock.tick())

    assert not stories.public(article, clock.now).has_quick_take


def out_and_refused(ada, ben, cleo, clock):
    """A scheduled story that came out and was then returned; its stage never was “published”."""
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(minutes=5))
    actions.hide_quick_take(article=article, actor=cleo, now=clock.tick(minutes=10), reason="Checking.")
    actions.return_to_writer(
        article=article, actor=ben, now=clock.tick(), reason="The second point is wrong."
    )
    return article


def test_a_hidden_box_that_was_refused_since_is_not_shown_again(ada, ben, cleo, clock):
    article = out_and_refused(ada, ben, cleo, clock)

    with pytest.raises(actions.TransitionBlocked, match="refused since"):
        actions.show_quick_take(article=article, actor=cleo, now=clock.tick())


def test_a_text_refused_and_approved_anew_comes_back_by_publishing_it(ada, ben, cleo, clock):
    article = out_and_refused(ada, ben, cleo, clock)
    actions.request_summary(article=article, actor=ada, now=clock.tick())
    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    actions.withdraw(article=article, actor=cleo, now=clock.tick(), reason="Checking.")

    with pytest.raises(actions.TransitionBlocked, match="refused since"):
        actions.revive(article=article, actor=cleo, now=clock.tick())

    actions.publish(article=article, actor=ben, now=clock.tick())
    assert article.stage == Stage.PUBLISHED


def test_a_recalled_box_that_was_refused_since_is_not_restored(ada, ben, cleo, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(minutes=5))
    recalled, maker = clock.tick(minutes=10), Scope("extractive")
    assert actions.recall(scope=maker, actor=cleo, now=recalled, reason="It makes figures up.") == [
        article.pk
    ]
    actions.return_to_writer(
        article=article, actor=ben, now=clock.tick(), reason="The second point is wrong."
    )

    restored = actions.restore(scope=maker, actor=cleo, now=clock.tick(), recalled_at=recalled)

    assert not restored
    assert not stories.public(article, clock.now).has_quick_take
