"""A person's answer to the two questions: may this text be published, may this Quick Take be shown?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from articles import digest, notices
from articles.actions import ask
from articles.actions.versions import renew_box, take_off_schedule
from articles.models.article import Article
from articles.models.notice import About
from articles.models.quicktake import QuickTake
from articles.models.review import Answer, Review
from articles.policies import Reason
from articles.situation import Situation
from articles.transitions import Outcome, TransitionBlocked, advance
from newsroom.models.user import User
from newsroom.roles import Role, roles_of
from newsroom.workflow import Move, Stage


def _role_of(actor: User) -> str:
    ranked = [role for role in (Role.CHIEF, Role.EDITOR) if role in roles_of(actor)]
    return str(ranked[0].label) if ranked else ""


def _refuse_other_text(article: Article, seen: int | None) -> None:
    if article.head_id != seen:
        raise TransitionBlocked(
            Reason(
                "text-changed",
                "The text changed while you were reading: look at the new one before you approve it.",
            )
        )


@dataclass(frozen=True, slots=True)
class _Answers:
    """What a reviewer says: of the text, and of a quick take if there is one to speak of."""

    text: Answer
    quick_take: QuickTake | None = None
    box: Answer = Answer.NOT_ASKED
    reason: str = ""


def _review(article: Article, actor: User, now: datetime, answers: _Answers) -> Review:
    shows = answers.quick_take is not None and answers.box == Answer.YES
    bullets = answers.quick_take.canonical_kept() if answers.quick_take is not None and shows else "[]"
    return Review.objects.create(
        article=article,
        revision=article.current,
        revision_digest=article.current.digest,
        text_answer=answers.text,
        quick_take=answers.quick_take,
        quick_take_answer=answers.box,
        quick_take_digest=digest.digest(bullets),
        bullets=bullets,
        reviewer=actor,
        reviewer_name=str(actor),
        reviewer_role=_role_of(actor),
        reason=answers.reason,
        at=now,
    )


def _second_reader_missing(article: Article, actor: User, now: datetime) -> bool:
    return Situation(article, actor, now).readers_missing > 0


def _approved(article: Article, actor: User, now: datetime, *, what: str, missing: bool) -> tuple[str, ...]:
    """Tell the writers of a yes, and clear the question once it was answered; returns the columns to save."""
    words = f"{what}; one more person has to approve it." if missing else f"{what}."
    notices.tell_writers(article=article, about=About.APPROVED, by=actor, now=now, text=words)
    if missing and article.reviewer_id != actor.pk:
        return ()
    return ask.answered(article)


def approve(
    *, article: Article, actor: User, now: datetime, seen: int | None, bullets: Collection[int] | None = None
) -> Article:
    """Say yes to the text and to the kept bullets, bound to both digests.

    ``seen`` is the key of the revision on the reviewer's screen, ``bullets`` the keys of the bullets there.
    Effects: a review; stage reviewed once enough people said yes. For a story that is live with this
    text: a version with the box that moves no date. Who: editors and chiefs who did not work on the text.
    """
    live = article.stage == Stage.PUBLISHED

    def effect(locked: Article) -> Outcome:
        _refuse_other_text(locked, seen)
        quick_take = QuickTake.objects.newest_of(locked.head_id)
        if quick_take is None:
            raise TransitionBlocked(Reason("no-quick-take", "There is no Quick Take."))
        if bullets is not None and set(bullets) != set(quick_take.bullets.values_list("pk", flat=True)):
            raise TransitionBlocked(
                Reason("bullets-changed", "The bullets changed while you were reading: look again.")
            )
        review = _review(locked, actor, now, _Answers(Answer.YES, quick_take, Answer.YES))
        data = {"revision": locked.version, "review": review.pk, "quick_take": quick_take.pk}
        missing = _second_reader_missing(locked, actor, now)
        fields = _approved(locked, actor, now, what="Text and Quick Take", missing=missing)
        if missing:
            return Outcome(data=data, stay=True, fields=fields)
        if live:
            data["version"] = renew_box(article=locked, review=review, now=now).number
            locked.needs_second_read = False
            return Outcome(data=data, fields=("needs_second_read", *fields))
        return Outcome(data=data, fields=fields)

    move = Move.RENEW_QUICK_TAKE if live else Move.APPROVE
    return advance(article=article, move=move, actor=actor, now=now, effect=effect)


def approve_text(*, article: Article, actor: User, now: datetime, seen: int | None) -> Article:
    """Say yes to the text alone; a Quick Take that is there is not shown.

    Effects: a review; stage reviewed once enough people said yes, or the second read of a live story is done.
    Who: editors and chiefs who did not work on the text.
    """
    live = article.stage == Stage.PUBLISHED

    def effect(locked: Article) -> Outcome:
        _refuse_other_text(locked, seen)
        # On a live story the question is the text alone: its box was confirmed or is off already.
        quick_take = None if live else QuickTake.objects.newest_of(locked.head_id)
        box = Answer.NO if quick_take is not None else Answer.NOT_ASKED
        review = _review(locked, actor, now, _Answers(Answer.YES, quick_take, box))
        data = {"revision": locked.version, "review": review.pk}
        missing = not live and _second_reader_missing(locked, actor, now)
        fields = _approved(locked, actor, now, what="The text", missing=missing)
        if live:
            locked.needs_second_read = False
            return Outcome(data=data, fields=("needs_second_read", *fields))
        if missing:
            return Outcome(data=data, instead=Stage.AI_SUMMARY, fields=fields)
        return Outcome(data=data, fields=fields)

    move = Move.SECOND_READ if live else Move.APPROVE_TEXT
    return advance(article=article, move=move, actor=actor, now=now, effect=effect)


def return_to_writer(*, article: Article, actor: User, now: datetime, reason: str) -> Article:
    """Give the story back with a reason. Effects: a review that says no; stage draft; the reason on the story.

    What was scheduled of this text is taken off: nobody expects a refused text to go out by itself.
    """

    def effect(locked: Article) -> Outcome:
        review = _review(locked, actor, now, _Answers(Answer.NO, reason=reason.strip()))
        locked.returned_because = reason.strip()
        upcoming = Situation(locked, None, now).upcoming
        cancelled = None
        if upcoming is not None and upcoming.revision_id == locked.head_id:
            cancelled = take_off_schedule(locked, now=now)
        data = {"review": review.pk, "off_schedule": cancelled.number if cancelled else None}
        why = locked.returned_because
        notices.tell_writers(article=locked, about=About.RETURNED, by=actor, now=now, text=why)
        return Outcome(data=data, fields=("returned_because", *ask.answered(locked)))

    return advance(article=article, move=Move.RETURN, actor=actor, now=now, effect=effect, reason=reason)
