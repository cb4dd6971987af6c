"""What a new revision inherits: bullets with their verdicts, and approvals over a change that is not material."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any

from articles import digest, documents
from articles.actions.bullets import copy_bullet
from articles.models.quicktake import Bullet, QuickTake, Verdict
from articles.models.review import Answer, Review
from articles.models.revision import Revision
from articles.summaries.materiality import Materiality

# Below this share of equal characters a changed sentence is another sentence.
_SAME_SENTENCE = 0.6


def inherited(approvals: list[Review], newest: QuickTake | None) -> list[QuickTake]:
    """Return the quick takes that the next revision inherits, oldest first: those that approvals name, and the newest.

    An approval is carried with the quick take that it names: the newest may be one that nobody has read.
    """
    named = {review.quick_take_id: review.quick_take for review in approvals if review.quick_take is not None}
    if newest is not None:
        named[newest.pk] = newest
    return sorted(named.values(), key=lambda quick_take: quick_take.pk)


def cited_sentences(quick_takes: list[QuickTake]) -> set[int]:
    """Return the sentence numbers that the bullets rest on."""
    return {
        item["sentence"]
        for quick_take in quick_takes
        for bullet in quick_take.bullets.all()
        for item in bullet.evidence
    }


def _successor(old: str, texts: Mapping[int, str], taken: set[int]) -> int | None:
    best, score = None, _SAME_SENTENCE
    for number, text in texts.items():
        if number not in taken and (ratio := SequenceMatcher(None, old, text).ratio()) > score:
            best, score = number, ratio
    return best


def _new_evidence(
    bullet: Bullet, old: Revision, new: Revision, moved: Mapping[int, int]
) -> tuple[list[Any], bool]:
    """Return the bullet's evidence in the new revision and whether every sentence stands as it was."""
    old_texts, new_texts = old.sentence_texts(), new.sentence_texts()
    numbers: list[int] = []
    intact = True
    for item in bullet.evidence:
        number = moved.get(item["sentence"])
        if number is None:
            intact = False
            number = _successor(old_texts[item["sentence"]], new_texts, set(moved.values()))
        if number is not None:
            numbers.append(number)
    return documents.evidence_rows(new, tuple(dict.fromkeys(numbers))), intact


def _same_draft(quick_take: QuickTake) -> dict[str, Any]:
    """Return what a copy keeps of how the draft was made."""
    names = ("engine", "engine_version", "model", "prompt", "making", "created_at")
    return {name: getattr(quick_take, name) for name in names}


def carry_quick_take(*, quick_take: QuickTake, new: Revision, materiality: Materiality) -> QuickTake | None:
    """Copy a quick take to the next revision: untouched bullets keep their verdict, the others ask again.

    Returns None when no bullet's evidence survived: a fresh draft is then worth more than old bullets.
    """
    old = quick_take.revision
    rows = [
        (bullet, *_new_evidence(bullet, old, new, materiality.moved))
        for bullet in quick_take.bullets.order_by("position", "pk")
    ]
    if not any(intact for _, _, intact in rows):
        return None
    copy = QuickTake.objects.create(
        revision=new,
        **_same_draft(quick_take),
    )
    for bullet, evidence, intact in rows:
        keeps = intact or bullet.verdict == Verdict.REJECTED
        copy_bullet(bullet, quick_take=copy, evidence=evidence, keep_verdict=keeps)
    return copy


def thaw(frozen: QuickTake) -> QuickTake:
    """Copy a quick take that a review froze, so that its bullets can be decided on again."""
    copy = QuickTake.objects.create(
        revision=frozen.revision,
        **_same_draft(frozen),
    )
    for bullet in frozen.bullets.order_by("position", "pk"):
        copy_bullet(bullet, quick_take=copy, evidence=bullet.evidence, keep_verdict=True)
    return copy


def carry_reviews(
    *,
    approvals: list[Review],
    new: Revision,
    copies: Mapping[int, QuickTake],
    change: list[dict[str, str]],
    now: datetime,
) -> None:
    """Write each standing approval again for the next revision, in the same reviewer's name and with the same answers.

    ``copies`` gives the new revision's copy for the key of each quick take that an approval names. A yes
    whose bullets did not survive becomes “not asked”; a no stays a no.
    """
    for review in reversed(approvals):
        copy = copies.get(review.quick_take_id or 0)
        box = Answer(review.quick_take_answer)
        if box == Answer.YES and copy is None:
            box = Answer.NOT_ASKED
        bullets = copy.canonical_kept() if copy is not None and box == Answer.YES else "[]"
        Review.objects.create(
            article_id=new.article_id,
            revision=new,
            revision_digest=new.digest,
            text_answer=Answer.YES,
            quick_take=copy,
            quick_take_answer=box,
            quick_take_digest=digest.digest(bullets),
            bullets=bullets,
            reviewer=review.reviewer,
            reviewer_name=review.reviewer_name,
            reviewer_role=review.reviewer_role,
            carried_from=review,
            carried_over=change,
            at=now,
        )
