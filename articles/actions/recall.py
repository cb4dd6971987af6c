"""Hiding Quick Takes in bulk: of a section, of the site, or what one engine or prompt made; single boxes are withdraw.py."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.models.article import Article
from articles.models.prompt import Prompt
from articles.models.quicktake import QuickTake
from articles.models.review import Review
from articles.models.taxonomy import Section
from articles.models.version import PublishedVersion
from articles.policies import Reason
from articles.transitions import TransitionBlocked, lock
from newsroom import audit
from newsroom.models.audit import AuditEntry
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import Move, Stage

SUBJECT = "quick-takes"
RECALL, RESTORE = "recall_quick_takes", "restore_quick_takes"


@dataclass(frozen=True, slots=True)
class Scope:
    """What is hidden: what an engine, a version of it, a model or a prompt (its key) made, a section's, or ``site``: all.

    Empty parts mean any; several parts narrow each other. A scope that names nothing covers nothing: all is said aloud.
    """

    engine: str = ""
    engine_version: str = ""
    model: str = ""
    prompt: int | None = None
    section: int | None = None
    site: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it names nothing."""
        return not any(asdict(self).values())

    @property
    def boxes(self) -> Q:
        """The condition on a version, which has a box already."""
        if self.is_empty:
            return Q(pk__in=[])
        made = self.made
        condition = Q(quick_take__in=QuickTake.objects.filter(made).values("pk")) if made else Q()
        return condition & Q(section=self.section) if self.section else condition

    @property
    def made(self) -> Q:
        """The condition on a quick take; empty when who made it does not matter."""
        named = {"engine": self.engine, "engine_version": self.engine_version, "model": self.model}
        parts: dict[str, str | int] = {part: value for part, value in named.items() if value}
        return Q(**parts, **({"prompt": self.prompt} if self.prompt else {}))

    def covers(self, made: Scope) -> bool:
        """Say whether what ``made`` made is hidden with this."""
        if self.is_empty or self.site:
            return self.site
        theirs = asdict(made)
        return all(
            value in {theirs[part], "", None} for part, value in asdict(self).items() if part != "site"
        )

    def in_words(self) -> str:
        """Say it to people: a prompt by name and version with its key, a section by its name."""
        prompt = Prompt.objects.filter(pk=self.prompt).first() if self.prompt else None
        section = Section.objects.filter(pk=self.section).first() if self.section else None
        parts = [" ".join(part for part in (self.engine, self.engine_version, self.model) if part)]
        if self.prompt:
            parts.append(f"instructions {prompt or 'unknown'} (key {self.prompt})")
        if self.section:
            parts.append(f"section {section or self.section}")
        return ", ".join(part for part in parts if part) or ("the whole site" if self.site else "nothing")


def _boxes_in(scope: Scope, now: datetime) -> QuerySet[PublishedVersion]:
    """Return every version with such a box that is, was or will be public.

    Past ones too: a revived story and a next version with the same words would bring them back.
    """
    versions = PublishedVersion.objects.started(now) | PublishedVersion.objects.upcoming(now)
    return versions.filter(scope.boxes, quick_take__isnull=False)


def _public(now: datetime) -> QuerySet[PublishedVersion]:
    return PublishedVersion.objects.live(now) | PublishedVersion.objects.upcoming(now)


def shown_boxes(now: datetime) -> QuerySet[PublishedVersion]:
    """Return what readers see, or will: live and scheduled versions with a box that is not hidden."""
    return _public(now).filter(quick_take__isnull=False, quick_take_hidden_at__isnull=True)


def shown_in(scope: Scope, now: datetime) -> QuerySet[PublishedVersion]:
    """Return what readers see of it, or will."""
    return shown_boxes(now).filter(scope.boxes)


def waiting_in(scope: Scope, person: User, now: datetime) -> QuerySet[Article]:
    """Return stories whose newest text has a draft of it that is not public: whoever reviews it should know.

    Only of what somebody made: a section and the site are hidden as they stand, and the next box may come.
    """
    if not scope.made:
        return Article.objects.none()
    made = QuickTake.objects.filter(scope.made)
    public = _public(now).filter(quick_take__in=made.values("pk")).values("article")
    waiting = Article.objects.visible_to(person).filter(head__in=made.values("revision"))
    return waiting.exclude(pk__in=public).exclude(stage=Stage.SPIKED)


def _require_right(actor: User) -> None:
    if Right.HIDE not in rights_of(actor):
        raise TransitionBlocked(Reason("right", "Your role does not let you recall Quick Takes."))


@transaction.atomic
def recall(*, scope: Scope, actor: User, now: datetime, reason: str) -> list[int]:
    """Hide every box in the scope that is out now or scheduled; returns the keys of the stories. Who: chiefs, with a reason.

    A box that is approved later may come out: hiding is no ban. Effects: each box leaves page and feed item at once and
    no date moves, boxes of withdrawn and earlier versions stay away as well; an audit entry a story and one for the
    whole. Undone by `restore`, or box by box.
    """
    _require_right(actor)
    if scope.is_empty:
        raise TransitionBlocked(Reason("nothing", "Nothing was named: choose what to hide."))
    if not reason.strip():
        raise TransitionBlocked(Reason("reason", "Say why: the reason goes on record.", "reason"))
    boxes = _boxes_in(scope, now).filter(quick_take_hidden_at__isnull=True)
    stories = _set_hidden(boxes, scope.in_words(), actor=actor, now=now, hidden_at=now)
    data = {**asdict(scope), "articles": stories, "reason": reason.strip()}
    audit.record(actor=actor, action=RECALL, subject=SUBJECT, now=now, data=data)
    return stories


@transaction.atomic
def restore(*, scope: Scope, actor: User, now: datetime, recalled_at: datetime) -> list[int]:
    """Show again what the recall of that moment hid; what was hidden for another reason stays hidden. Who: chiefs.

    A box that a reviewer refused since stays away as well, as it does in `show_quick_take`.
    """
    _require_right(actor)
    hidden = _boxes_in(scope, now).filter(quick_take_hidden_at=recalled_at)
    rest = {box.pk for box in hidden if not _was_refused(box)}
    for other, at in _still_hiding(after=recalled_at):
        covered = PublishedVersion.objects.filter(other.boxes, pk__in=rest)
        rest -= _leave_hidden(covered, at)
    shown = PublishedVersion.objects.filter(pk__in=rest)
    stories = _set_hidden(shown, scope.in_words(), actor=actor, now=now, hidden_at=None)
    data = {**asdict(scope), "articles": stories, "recalled_at": recalled_at.isoformat()}
    audit.record(actor=actor, action=RESTORE, subject=SUBJECT, now=now, data=data)
    return stories


def scope_of(data: Mapping[str, Any]) -> Scope:
    """Read a scope from what the audit log keeps; entries of earlier releases lack some parts."""
    return Scope(**{one.name: data[one.name] for one in fields(Scope) if one.name in data})


def taken_back() -> set[tuple[Scope, str]]:
    """Return what was shown again: each scope with the moment, as ISO text, at which it had been hidden."""
    entries = AuditEntry.objects.filter(subject=SUBJECT, action=RESTORE).values_list("data", flat=True)
    found = [json.loads(data) for data in entries]
    return {(scope_of(data), data.get("recalled_at", "")) for data in found}


def _still_hiding(*, after: datetime) -> list[tuple[Scope, datetime]]:
    """Return what was hidden after a moment and not shown again, the oldest first: it covered boxes hidden before, too."""
    entries = AuditEntry.objects.filter(subject=SUBJECT, action=RECALL, at__gt=after).order_by("number")
    over = taken_back()
    found = [(scope_of(json.loads(entry.data)), entry.at) for entry in entries]
    return [(scope, at) for scope, at in found if (scope, at.isoformat()) not in over]


def _leave_hidden(versions: QuerySet[PublishedVersion], at: datetime) -> set[int]:
    """Let boxes stay hidden, now as those of another act, so that its undoing shows them."""
    kept = set()
    for version in versions:
        version.quick_take_hidden_at = at
        version.save(update_fields=["quick_take_hidden_at"])
        kept.add(version.pk)
    return kept


def _was_refused(box: PublishedVersion) -> bool:
    return Review.objects.refusing(box.revision_id, after=box.review_id).exists()


def _set_hidden(
    versions: QuerySet[PublishedVersion],
    words: str,
    *,
    actor: User,
    now: datetime,
    hidden_at: datetime | None,
) -> list[int]:
    """Set the box of each version, under its story's lock, with an entry for each story that says in ``words`` why."""
    action = Move.HIDE_QUICK_TAKE if hidden_at else Move.SHOW_QUICK_TAKE
    stories = sorted(set(versions.values_list("article_id", flat=True)))
    for article in Article.objects.filter(pk__in=stories).order_by("pk"):
        locked = lock(article)
        numbers = []
        for version in versions.filter(article_id=locked.pk).order_by("number"):
            version.quick_take_hidden_at = hidden_at
            version.save(update_fields=["quick_take_hidden_at"])
            numbers.append(version.number)
        data = {"versions": numbers, "recall": words}
        audit.record(actor=actor, action=action.value, subject=locked.subject, now=now, data=data)
    return stories
