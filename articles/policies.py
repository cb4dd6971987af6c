"""May this person make this move with this story now, and if not, why not; reads and never writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from articles.models.address import Address
from articles.models.article import Article
from articles.models.kind import QuickTakeUse
from articles.models.quicktake import OPEN_VERDICTS, Verdict
from articles.models.review import Answer, Review
from articles.models.version import Basis
from articles.situation import Situation
from articles.summaries.types import BulletSpec
from newsroom import guards
from newsroom.models.user import User
from newsroom.roles import Right
from newsroom.workflow import EDITABLE_STAGES, TRANSITIONS, Move, Stage

SPEC = BulletSpec()


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that stands in the way, in words for an editor; ``field`` names what to mend, where there is one."""

    code: str
    message: str
    field: str = ""


def may_write(article: Article, actor: User | None, now: datetime) -> tuple[Reason, ...]:
    """Return why the person may not change this story's text; empty when they may."""
    situation = Situation(article, actor, now)
    own = Right.WRITE_OWN in situation.rights and situation.is_own
    if not own and (Right.WRITE not in situation.rights or not situation.is_known):
        return (Reason("right", "Your role does not let you write on this story."),)
    if article.stage not in EDITABLE_STAGES:
        return (Reason("stage", "The story is on the spike: take it off first."),)
    return ()


def blockers(article: Article, move: Move, actor: User | None, now: datetime) -> tuple[Reason, ...]:
    """Return every reason against the move, in the order in which one would mend them; empty when it may be made."""
    return _blockers(Situation(article, actor, now), move)


def offered(article: Article, actor: User, now: datetime) -> dict[Move, tuple[Reason, ...]]:
    """Return the moves that make sense for the person here, each with what is still missing."""
    situation = Situation(article, actor, now)
    moves = [
        move for move in Move if TRANSITIONS[move].right is not None and move not in {Move.REVISE, Move.CARRY}
    ]
    return {move: _blockers(situation, move) for move in moves if not _out_of_place(situation, move)}


def _out_of_place(situation: Situation, move: Move) -> tuple[Reason, ...]:
    """Return reasons that no work on the story could mend: stage, standing, role, nothing to act on."""
    row = TRANSITIONS[move]
    article = situation.article
    if article.stage not in row.sources:
        stage = Stage(article.stage).label
        return (Reason("stage", f"“{move.label}” is not possible while the story stands at {stage}."),)
    if situation.standing not in row.standings:
        return (
            Reason(
                "standing", f"“{move.label}” is not possible while the story is {situation.standing.label}."
            ),
        )
    if row.right is None and situation.actor is not None:
        return (Reason("machine", "Only the machine makes this move."),)
    allowed = (
        row.right is None
        or row.right in situation.rights
        or (row.own in situation.rights and situation.is_own)
    )
    if not allowed or not situation.is_known:
        return (Reason("right", f"Your role does not let you do this: {move.label.lower()}."),)
    present = _PRESENT.get(move)
    return present(situation) if present else ()


def _blockers(situation: Situation, move: Move) -> tuple[Reason, ...]:
    if misplaced := _out_of_place(situation, move):
        return misplaced
    found: list[Reason] = []
    if TRANSITIONS[move].four_eyes:
        found += _own_text(situation)
    for question in _QUESTIONS.get(move, ()):
        found += question(situation)
    return tuple(found)


def _own_text(situation: Situation) -> list[Reason]:
    head, actor = situation.head, situation.actor
    if head is None:
        return [Reason("empty", "There is no text yet.", "body")]
    if actor is not None and actor.pk in head.contributors:
        return [Reason("four-eyes", "You worked on this text: somebody else has to approve it.")]
    return []


def _has_text(situation: Situation) -> list[Reason]:
    if situation.head is None or not situation.head.text:
        return [Reason("empty", "There is no text yet.", "body")]
    return []


def _bullets_ready(situation: Situation) -> list[Reason]:
    if situation.article.kind.quick_take == QuickTakeUse.NEVER:
        return [
            Reason("never", f"{situation.article.kind} stories carry no Quick Take: approve the text only.")
        ]
    if situation.quick_take is None:
        return [
            Reason("no-quick-take", "There is no Quick Take: retry, write one, or approve the text only.")
        ]
    undecided = sum(bullet.verdict in OPEN_VERDICTS for bullet in situation.bullets)
    kept = [bullet for bullet in situation.bullets if bullet.verdict == Verdict.ACCEPTED]
    found = []
    if undecided:
        found.append(
            Reason(
                "undecided", f"{undecided} of {len(situation.bullets)} bullets are not decided.", "bullets"
            )
        )
    if not SPEC.at_least <= len(kept) <= SPEC.at_most and not undecided:
        wanted = f"{SPEC.at_least} to {SPEC.at_most}"
        found.append(Reason("count", f"A Quick Take has {wanted} bullets; {len(kept)} are kept.", "bullets"))
    for bullet in kept:
        blocking = [one.message for one in bullet.findings.all() if one.blocks]
        if blocking:
            found.append(
                Reason(
                    "finding",
                    f"Bullet {bullet.position}: {blocking[0]}. Edit it, reject it, or say why it is right.",
                    f"bullet-{bullet.pk}",
                )
            )
    return found


def _checklist_answered(situation: Situation) -> list[Reason]:
    return [
        Reason("checklist", f"The checklist asks: “{item.text}”", "checklist")
        for item in situation.checklist.stopping
    ]


def _enough_readers(situation: Situation) -> list[Reason]:
    if not situation.readers_missing:
        return []
    people = "one more person has" if situation.readers_missing == 1 else "two people have"
    return [Reason("reviews", f"Before this goes out, {people} to approve the text.")]


def _embargo_is_over(situation: Situation) -> list[Reason]:
    until = situation.article.embargo_until
    if until is None or until <= situation.now:
        return []
    return [
        Reason("embargo", "The story is under embargo: nothing of it goes out before the hour, by anyone.")
    ]


def _address_is_free(situation: Situation) -> list[Reason]:
    article = situation.article
    taken = Address.objects.filter(section=article.section_id, slug=article.slug).exclude(article=article.pk)
    if not taken.exists():
        return []
    return [Reason("address", f"“/{article.section.slug}/{article.slug}/” belongs to another story.", "slug")]


def _guards_stand(situation: Situation) -> list[Reason]:
    if not guards.missing(connection):
        return []
    return [Reason("guards", "The database's guards are missing: ask the administrator to run migrate.")]


def _something_new(situation: Situation) -> list[Reason]:
    if situation.live is not None and situation.live.revision_id == situation.article.head_id:
        return [Reason("nothing-new", "Readers already see this text.")]
    return []


def _revivable(situation: Situation) -> list[Reason]:
    """Ask what the guard of a version asks: a text that somebody refused since does not come back by itself."""
    last = situation.last_out
    if last is None or last.basis != Basis.REVIEWED:
        return []
    refused = Review.objects.refusing(last.revision_id, after=last.review_id)
    if refused.filter(text_answer=Answer.NO).exists():
        return [
            Reason(
                "refused",
                "The text that was withdrawn was refused since: have it approved again and publish it.",
            )
        ]
    return []


def _box_still_stands(situation: Situation) -> list[Reason]:
    """Ask the same before a hidden box is shown again: what readers did not see meanwhile does not just go on."""
    live = situation.live
    if live is None or not Review.objects.refusing(live.revision_id, after=live.review_id).exists():
        return []
    return [Reason("refused", "This Quick Take was refused since: have it approved again.")]


def _reader_is_wanted(situation: Situation) -> bool:
    """Say whether another approval has a use: a reviewed story wants one only when its kind has come to need more."""
    return situation.article.stage != Stage.REVIEWED or situation.readers_missing > 0


def _not_again(situation: Situation) -> list[Reason]:
    """Refuse a second yes of the same person where a second person is wanted."""
    mine = [
        review for review in situation.approvals if review.reviewer_id == getattr(situation.actor, "pk", None)
    ]
    if not mine or situation.readers_missing == 0:
        return []
    return [Reason("four-eyes", "You approved this text already; somebody else has to approve it as well.")]


def _somebody_else(situation: Situation) -> list[Reason]:
    if situation.actor is None or situation.published_alone_by != situation.actor.pk:
        return []
    return [Reason("four-eyes", "You published this alone: the second read is somebody else's.")]


def _needs(
    condition: Callable[[Situation], bool], code: str, message: str
) -> Callable[[Situation], tuple[Reason, ...]]:
    def ask(situation: Situation) -> tuple[Reason, ...]:
        return () if condition(situation) else (Reason(code, message),)

    return ask


# Without these there is nothing to act on, so the button is not offered at all.
_PRESENT: dict[Move, Callable[[Situation], tuple[Reason, ...]]] = {
    Move.PUBLISH: _needs(
        lambda s: s.article.stage != Stage.PUBLISHED or s.details_changed,
        "nothing",
        "Readers already see this text in this place.",
    ),
    Move.APPROVE: _needs(_reader_is_wanted, "nothing", "Enough people approved this text."),
    Move.APPROVE_TEXT: _needs(_reader_is_wanted, "nothing", "Enough people approved this text."),
    Move.UNSCHEDULE: _needs(lambda s: s.upcoming is not None, "nothing", "Nothing is scheduled."),
    Move.HIDE_QUICK_TAKE: _needs(
        lambda s: s.live is not None and s.live.has_quick_take, "nothing", "Readers see no Quick Take."
    ),
    Move.SHOW_QUICK_TAKE: _needs(
        lambda s: s.live is not None and s.live.quick_take_hidden_at is not None,
        "nothing",
        "No Quick Take is hidden.",
    ),
    Move.SECOND_READ: _needs(lambda s: s.article.needs_second_read, "nothing", "The text was already read."),
    Move.RENEW_QUICK_TAKE: _needs(
        lambda s: (
            s.live is not None
            and s.live.revision_id == s.article.head_id
            and not (s.quick_take is not None and s.live.quick_take_id == s.quick_take.pk)
        ),
        "nothing",
        "There is no new Quick Take for the text that is live.",
    ),
    Move.LIFT_EMBARGO: _needs(
        lambda s: s.article.embargo_until is not None, "nothing", "There is no embargo."
    ),
    Move.SETTLE: _needs(
        lambda s: s.live is not None and s.live.revision_id == s.article.head_id and s.upcoming is None,
        "nothing",
        "The head is not out, or more is to come.",
    ),
}

_GOING_OUT = (_has_text, _checklist_answered, _embargo_is_over, _address_is_free, _guards_stand)

_QUESTIONS: dict[Move, tuple[Callable[[Situation], list[Reason]], ...]] = {
    Move.REQUEST_SUMMARY: (_has_text,),
    Move.APPROVE: (_has_text, _bullets_ready, _checklist_answered, _not_again),
    Move.APPROVE_TEXT: (_has_text, _checklist_answered, _not_again),
    Move.RENEW_QUICK_TAKE: (_bullets_ready, _guards_stand, _somebody_else),
    Move.SECOND_READ: (_somebody_else,),
    Move.PUBLISH: (*_GOING_OUT, _enough_readers),
    Move.SCHEDULE: (_has_text, _checklist_answered, _address_is_free, _guards_stand, _enough_readers),
    Move.PUBLISH_ALONE: _GOING_OUT,
    Move.UPDATE_NOW: (*_GOING_OUT, _something_new),
    Move.REVIVE: (_guards_stand, _revivable),
    Move.CORRECT: (_guards_stand,),
    Move.SHOW_QUICK_TAKE: (_box_still_stands,),
}
