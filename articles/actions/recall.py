"""Recalling what one engine or prompt made: every box of it leaves the readers at once; single boxes are withdraw.py."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from articles.models.article import Article
from articles.models.quicktake import QuickTake
from articles.models.review import Review
from articles.models.version import PublishedVersion
from articles.policies import Reason
from articles.transitions import TransitionBlocked, lock
from newsroom import audit
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import Move, Stage

SUBJECT = "quick-takes"
RECALL, RESTORE = "recall_quick_takes", "restore_quick_takes"


@dataclass(frozen=True, slots=True)
class Maker:
    """What is recalled: an engine, one version of it, or what a prompt (its key) made; empty parts mean any."""

    engine: str
    engine_version: str = ""
    model: str = ""
    prompt: int | None = None

    @property
    def made(self) -> Q:
        """The condition on a quick take."""
        condition = Q(engine=self.engine)
        if self.engine_version:
            condition &= Q(engine_version=self.engine_version)
        if self.model:
            condition &= Q(model=self.model)
        return condition & Q(prompt=self.prompt) if self.prompt else condition

    def covers(self, made: Maker) -> bool:
        """Say whether what ``made`` made is recalled with this."""
        pairs = (
            (self.engine_version, made.engine_version),
            (self.model, made.model),
            (self.prompt, made.prompt),
        )
        return self.engine == made.engine and all(mine in {theirs, "", None} for mine, theirs in pairs)

    def __str__(self) -> str:
        parts = (self.engine, self.engine_version, self.model, f"prompt {self.prompt}" if self.prompt else "")
        return " ".join(part for part in parts if part)


def _boxes_by(maker: Maker, now: datetime) -> QuerySet[PublishedVersion]:
    """Return every version with such a box that is, was or will be public.

    Past ones too: a revived story and a next version with the same words would bring them back.
    """
    versions = PublishedVersion.objects.started(now) | PublishedVersion.objects.upcoming(now)
    return versions.filter(quick_take__in=QuickTake.objects.filter(maker.made).values("pk"))


def _public(now: datetime) -> QuerySet[PublishedVersion]:
    return PublishedVersion.objects.live(now) | PublishedVersion.objects.upcoming(now)


def shown_boxes(now: datetime) -> QuerySet[PublishedVersion]:
    """Return what readers see, or will: live and scheduled versions with a box that is not hidden."""
    return _public(now).filter(quick_take__isnull=False, quick_take_hidden_at__isnull=True)


def shown_by(maker: Maker, now: datetime) -> QuerySet[PublishedVersion]:
    """Return what readers see of it, or will."""
    return shown_boxes(now).filter(quick_take__in=QuickTake.objects.filter(maker.made).values("pk"))


def waiting_by(maker: Maker, person: User, now: datetime) -> QuerySet[Article]:
    """Return stories whose newest text has a draft of it that is not public: whoever reviews it should know."""
    made = QuickTake.objects.filter(maker.made)
    public = _public(now).filter(quick_take__in=made.values("pk")).values("article")
    waiting = Article.objects.visible_to(person).filter(head__in=made.values("revision"))
    return waiting.exclude(pk__in=public).exclude(stage=Stage.SPIKED)


def _require_right(actor: User) -> None:
    if Right.HIDE not in rights_of(actor):
        raise TransitionBlocked(Reason("right", "Your role does not let you recall Quick Takes."))


@transaction.atomic
def recall(*, maker: Maker, actor: User, now: datetime, reason: str) -> list[int]:
    """Hide every box that the maker made; returns the keys of the stories. Who: chiefs, with a reason.

    Effects: each box leaves page and feed item at once and no date moves, boxes of withdrawn and earlier versions
    stay away as well; an audit entry a story and one for the whole. Undone by `restore`, or box by box.
    """
    _require_right(actor)
    if not reason.strip():
        raise TransitionBlocked(Reason("reason", "Say why: the reason goes on record.", "reason"))
    boxes = _boxes_by(maker, now).filter(quick_take_hidden_at__isnull=True)
    stories = _set_hidden(boxes, maker, actor=actor, now=now, hidden_at=now)
    data = {**asdict(maker), "articles": stories, "reason": reason.strip()}
    audit.record(actor=actor, action=RECALL, subject=SUBJECT, now=now, data=data)
    return stories


@transaction.atomic
def restore(*, maker: Maker, actor: User, now: datetime, recalled_at: datetime) -> list[int]:
    """Show again what the recall of that moment hid; what was hidden for another reason stays hidden. Who: chiefs.

    A box that a reviewer refused since stays away as well, as it does in `show_quick_take`.
    """
    _require_right(actor)
    hidden = _boxes_by(maker, now).filter(quick_take_hidden_at=recalled_at)
    standing = [box.pk for box in hidden if not _was_refused(box)]
    stories = _set_hidden(hidden.filter(pk__in=standing), maker, actor=actor, now=now, hidden_at=None)
    audit.record(
        actor=actor, action=RESTORE, subject=SUBJECT, now=now, data={**asdict(maker), "articles": stories}
    )
    return stories


def _was_refused(box: PublishedVersion) -> bool:
    return Review.objects.refusing(box.revision_id, after=box.review_id).exists()


def _set_hidden(
    versions: QuerySet[PublishedVersion],
    maker: Maker,
    *,
    actor: User,
    now: datetime,
    hidden_at: datetime | None,
) -> list[int]:
    """Set the box of each version, under its story's lock, with an entry for each story."""
    action = Move.HIDE_QUICK_TAKE if hidden_at else Move.SHOW_QUICK_TAKE
    stories = sorted(set(versions.values_list("article_id", flat=True)))
    for article in Article.objects.filter(pk__in=stories).order_by("pk"):
        locked = lock(article)
        numbers = []
        for version in versions.filter(article_id=locked.pk).order_by("number"):
            version.quick_take_hidden_at = hidden_at
            version.save(update_fields=["quick_take_hidden_at"])
            numbers.append(version.number)
        data = {"versions": numbers, "recall": str(maker)}
        audit.record(actor=actor, action=action.value, subject=locked.subject, now=now, data=data)
    return stories
