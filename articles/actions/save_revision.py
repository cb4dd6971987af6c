"""Saving what somebody wrote: a new revision, what it inherits, and where the story stands then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from articles import documents, jobs, policies
from articles.actions import carry
from articles.actions.change import Change, measure
from articles.actions.tick import ask_again
from articles.documents import Written
from articles.models.article import Article
from articles.models.quicktake import QuickTake
from articles.models.review import Review
from articles.models.revision import Revision
from articles.models.version import PublishedVersion
from articles.situation import Situation
from articles.transitions import Outcome, TransitionBlocked, advance, lock
from newsroom import audit
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.workflow import Move, Stage

# Columns that a save may change and that are no part of the text.
METADATA = ("section", "kind", "slug", "language")
TEXT = ("headline", "standfirst", "body", "hero", "hero_alt", "hero_caption")
WRITTEN = (
    "headline",
    "standfirst",
    "body",
    "html",
    "text",
    "sentences",
    "splitter",
    "hero_alt",
    "hero_caption",
    "canonical",
    "digest",
)
FIELDS = (*TEXT, *METADATA, "head", "version")


class SaveConflict(Exception):
    """Somebody saved since this person opened the story; nothing was overwritten. ``theirs`` is what they saved."""

    def __init__(self, theirs: Revision) -> None:
        self.theirs = theirs
        self.saved_by = theirs.saved_by
        self.saved_at = theirs.saved_at
        super().__init__(f"{theirs.saved_by} saved revision {theirs.number} meanwhile.")


@dataclass(frozen=True, slots=True)
class _Save:
    """One save on its way: the locked row as stored, what was written, and what stood before."""

    stored: Article
    written: Written
    hero_id: int | None
    bylines: list[Any]
    sources: list[Any]
    # What the next revision inherits: the quick takes that approvals name, and the newest.
    quick_takes: list[QuickTake]
    approvals: list[Review]
    actor: User
    now: datetime
    note: str

    @property
    def changes_nothing(self) -> bool:
        head = self.stored.head
        return head is not None and (head.digest, head.html, head.bylines, head.sources) == (
            self.written.digest,
            self.written.html,
            self.bylines,
            self.sources,
        )


def create_article(*, article: Article, actor: User, now: datetime) -> Article:
    """Store the row of a new story without any revision; `save_revision` (base 0) must follow in the transaction."""
    article.created_by = actor
    article.created_at = article.changed_at = now
    article.stage, article.version, article.head = Stage.DRAFT, 0, None
    article.save(force_insert=True)
    audit.record(
        actor=actor, action="create", subject=article.subject, now=now, data={"headline": article.headline}
    )
    return article


@transaction.atomic
def save_revision(*, article: Article, actor: User, now: datetime, base: int, note: str = "") -> Revision:
    """Save the fields of ``article`` as the next revision and return it; an unchanged text returns the head.

    ``base`` is the version number that the person saw. Effects, in order: the revision; the article's
    text, head and version; its quick take and approvals as far as they hold; the stage; an audit entry.
    Raises SaveConflict when somebody saved meanwhile, ValidationError for text that cannot be kept,
    TransitionBlocked when the person may not write here.
    """
    save = _begin(article, actor=actor, now=now, base=base, note=note)
    stored, head = save.stored, save.stored.head
    if head is not None and save.changes_nothing:
        stored.save(update_fields=[*METADATA, "changed_at"])
        article.refresh_from_db()
        return head
    change = measure(
        stored=stored, written=save.written, approvals=save.approvals, quick_takes=save.quick_takes
    )
    revision = _insert(save, change)
    if change.material and head is not None:
        ask_again(stored)
    audit.record(
        actor=actor,
        action="save_revision",
        subject=stored.subject,
        now=now,
        data={"revision": revision.number, "digest": revision.digest, "material": change.material},
    )
    _inherit(save, change, revision)
    article.refresh_from_db()
    return revision


def _begin(article: Article, *, actor: User, now: datetime, base: int, note: str) -> _Save:
    """Lock the story, refuse what must not be saved and return the rest; nothing is written yet."""
    stored = lock(article)
    if stored.head is not None and stored.version != base:
        raise SaveConflict(stored.head)
    if reasons := policies.may_write(stored, actor, now):
        raise TransitionBlocked(*reasons)
    approvals = Situation(stored, actor, now).approvals
    save = _Save(
        stored=stored,
        written=documents.write(article),
        hero_id=article.hero_id,
        bylines=documents.bylines_of(article),
        sources=documents.sources_of(article),
        quick_takes=carry.inherited(approvals, QuickTake.objects.newest_of(stored.head_id)),
        approvals=approvals,
        actor=actor,
        now=now,
        note=note,
    )
    _take_details(stored, article, actor, now)
    return save


def _take_details(stored: Article, article: Article, actor: User, now: datetime) -> None:
    """Let the stored row take section, kind, slug and language over, and audit what changed."""
    changed = {
        name: [str(getattr(stored, name)), str(getattr(article, name))]
        for name in METADATA
        if getattr(stored, name) != getattr(article, name)
    }
    for name in METADATA:
        setattr(stored, name, getattr(article, name))
    stored.changed_at = now
    if changed:
        audit.record(actor=actor, action="save_details", subject=stored.subject, now=now, data=changed)


def _contributors(save: _Save, *, material: bool) -> list[int]:
    """Return the ids of everyone who may not review the next revision, ascending."""
    head = save.stored.head
    kept: set[int] = set()
    if head is not None:
        out = PublishedVersion.objects.started(save.now).filter(revision_id=head.pk).exists()
        kept = set() if out and save.approvals else set(head.contributors)
    by = {row["author"] for row in save.bylines}
    accounts = User.objects.filter(author__pk__in=by).values_list("pk", flat=True)
    return sorted(kept | set(accounts) | ({save.actor.pk} if material else set()))


def _insert(save: _Save, change: Change) -> Revision:
    article, written = save.stored, save.written
    return Revision.objects.create(
        article=article,
        number=article.version + 1,
        previous=article.head,
        **{name: getattr(written, name) for name in WRITTEN},
        hero_id=save.hero_id,
        bylines=save.bylines,
        sources=save.sources,
        saved_by=save.actor,
        saved_at=save.now,
        note=save.note[:200],
        material=change.material,
        reasons=change.reasons,
        contributors=_contributors(save, material=change.material),
    )


def _point_to(target: Article, article: Article, revision: Revision) -> None:
    """Let ``target`` say what the revision says, in memory."""
    for name in METADATA:
        setattr(target, name, getattr(article, name))
    for name in TEXT:
        setattr(target, name, getattr(revision, name))
    target.head, target.version = revision, revision.number


def _inherit(save: _Save, change: Change, revision: Revision) -> None:
    """Move the article to its new head in one UPDATE together with its stage, as the guards demand."""
    stored = save.stored
    copies = _carry_quick_takes(save, change, revision)
    carries = _may_carry(save, change, revision)

    def carry_approvals() -> None:
        if carries:
            carry.carry_reviews(
                approvals=save.approvals, new=revision, copies=copies, change=change.diff, now=save.now
            )

    def effect(locked: Article) -> Outcome:
        carry_approvals()
        _point_to(locked, stored, revision)
        data = {
            "revision": revision.number,
            "reasons": change.reasons,
            "change": change.diff if carries else [],
        }
        return Outcome(data=data, fields=FIELDS)

    waits = stored.stage == Stage.AI_SUMMARY and not change.material
    if stored.stage == Stage.DRAFT or waits:
        carry_approvals()
        _point_to(stored, stored, revision)
        stored.save(update_fields=[*FIELDS, "changed_at"])
        if waits and not copies:
            jobs.ask(article=stored, revision=revision, actor=save.actor, now=save.now)
        return
    move = Move.CARRY if carries else Move.REVISE
    advance(article=stored, move=move, actor=save.actor, now=save.now, effect=effect)


def _carry_quick_takes(save: _Save, change: Change, revision: Revision) -> dict[int, QuickTake]:
    """Copy what is inherited to the new revision, the newest last; returns old key → copy."""
    copies: dict[int, QuickTake] = {}
    for quick_take in save.quick_takes:
        if change.against_head is None:
            continue
        copy = carry.carry_quick_take(quick_take=quick_take, new=revision, materiality=change.against_head)
        if copy is not None:
            copies[quick_take.pk] = copy
    return copies


def _may_carry(save: _Save, change: Change, revision: Revision) -> bool:
    readers = {review.reviewer_id for review in save.approvals}
    return (
        bool(readers)
        and save.stored.stage in {Stage.AI_SUMMARY, Stage.REVIEWED, Stage.PUBLISHED}
        and not change.material
        and not readers & set(revision.contributors)
        and Masthead.current().carry_reviews
    )
