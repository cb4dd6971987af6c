"""Sending a story for review, which asks the machine for a Quick Take; retrying it; writing one by hand."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles import jobs
from articles.actions.ask import tell_reviewer
from articles.actions.carry import thaw
from articles.models.article import Article
from articles.models.job import SummaryJob
from articles.models.quicktake import QuickTake
from articles.models.review import Review
from articles.policies import Reason
from articles.situation import Situation
from articles.transitions import Outcome, TransitionBlocked, advance, lock
from newsroom import audit
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import Move, Stage

WRITTEN_BY_HAND = "newsroom"


def request_summary(*, article: Article, actor: User, now: datetime) -> Article:
    """Send the story for review. Effects: stage ai_summary; a job, unless bullets were carried over from before.

    Who: writers; contributors for their own stories. Readers see nothing of it. Undone by returning it.
    """

    def effect(locked: Article) -> Outcome:
        locked.returned_because = ""
        tell_reviewer(article=locked, by=actor, now=now, words="Ready to be read.")
        earlier = QuickTake.objects.newest_of(locked.head_id)
        if earlier is None or not earlier.bullets.exists():
            job = jobs.ask(article=locked, revision=locked.current, actor=actor, now=now)
            return Outcome(data={"revision": locked.version, "job": job.pk}, fields=("returned_because",))
        if Review.objects.filter(quick_take=earlier).exists():
            earlier = thaw(earlier)
        data = {"revision": locked.version, "quick_take": earlier.pk}
        return Outcome(data=data, fields=("returned_because",))

    return advance(article=article, move=Move.REQUEST_SUMMARY, actor=actor, now=now, effect=effect)


def _may_ask(article: Article, actor: User, now: datetime) -> Article:
    locked = lock(article)
    situation = Situation(locked, actor, now)
    own = Right.WRITE_OWN in situation.rights and situation.is_own
    if not (situation.rights & {Right.WRITE, Right.REVIEW} or own):
        raise TransitionBlocked(Reason("right", "Your role does not let you ask for a Quick Take."))
    if locked.stage not in {Stage.AI_SUMMARY, Stage.PUBLISHED}:
        raise TransitionBlocked(
            Reason("stage", "A Quick Take is drafted while a story waits for review or is out.")
        )
    return locked


@transaction.atomic
def retry_summary(*, article: Article, actor: User, now: datetime) -> SummaryJob:
    """Ask the machine again for the text as it is now, for a waiting story or for one that went out without a box."""
    locked = _may_ask(article, actor, now)
    if refusal := jobs.why_not(locked):
        raise TransitionBlocked(Reason("no-machine", refusal))
    job = jobs.ask(article=locked, revision=locked.current, actor=actor, now=now)
    audit.record(actor=actor, action="retry_summary", subject=locked.subject, now=now, data={"job": job.pk})
    return job


@transaction.atomic
def write_by_hand(*, article: Article, actor: User, now: datetime) -> QuickTake:
    """Start an empty Quick Take in the newsroom's own words for the text as it is now."""
    locked = _may_ask(article, actor, now)
    if Right.REVIEW not in rights_of(actor):
        raise TransitionBlocked(Reason("right", "Your role does not let you write bullets."))
    quick_take = QuickTake.objects.create(revision=locked.current, engine=WRITTEN_BY_HAND, created_at=now)
    audit.record(
        actor=actor,
        action="write_by_hand",
        subject=locked.subject,
        now=now,
        data={"quick_take": quick_take.pk},
    )
    return quick_take
