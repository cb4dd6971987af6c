"""What is known of one story and one person at a moment; facts only, the judgement is policies.py."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from articles.checklists import Checklist, checklist_of
from articles.models.article import Article
from articles.models.quicktake import Bullet, QuickTake
from articles.models.review import Answer, Review
from articles.models.revision import Revision
from articles.models.version import Basis, PublishedVersion
from newsroom.models.audit import AuditEntry
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import Move, Standing


def required(version: PublishedVersion | None) -> PublishedVersion:
    """Return the version that the policies have already found; its absence is a mistake of ours, not of a person."""
    if version is None:
        raise LookupError("The policies let a move through without the version it acts on.")
    return version


class Situation:
    """What is known of one story and one person at ``now``; each fact is asked of the database once."""

    def __init__(self, article: Article, actor: User | None, now: datetime) -> None:
        self.article = article
        self.actor = actor
        self.now = now

    @cached_property
    def versions(self) -> list[PublishedVersion]:
        return list(
            PublishedVersion.objects.filter(article_id=self.article.pk)
            .defer("html", "text")
            .order_by("number")
        )

    @cached_property
    def live(self) -> PublishedVersion | None:
        return next((v for v in self.versions if v.is_live(self.now)), None)

    @cached_property
    def upcoming(self) -> PublishedVersion | None:
        return next((v for v in self.versions if v.is_upcoming(self.now)), None)

    @cached_property
    def last_out(self) -> PublishedVersion | None:
        """The newest version that was ever public."""
        started = [version for version in self.versions if version.has_started(self.now)]
        return max(started, key=lambda version: (version.public_from, version.number), default=None)

    @cached_property
    def standing(self) -> Standing:
        return Standing.of(
            live=self.live is not None,
            scheduled=self.upcoming is not None,
            was_out=self.last_out is not None,
        )

    @cached_property
    def head(self) -> Revision | None:
        return self.article.head

    @cached_property
    def rights(self) -> frozenset[Right]:
        return rights_of(self.actor)

    @cached_property
    def is_own(self) -> bool:
        if self.actor is None:
            return False
        return (
            self.article.created_by_id == self.actor.pk
            or self.article.bylines.filter(author__user=self.actor).exists()
        )

    @cached_property
    def is_known(self) -> bool:
        """Whether the person may know of the story at all."""
        return (
            self.actor is None or Article.objects.visible_to(self.actor).filter(pk=self.article.pk).exists()
        )

    @cached_property
    def checklist(self) -> Checklist:
        return checklist_of(self.article)

    @cached_property
    def quick_take(self) -> QuickTake | None:
        return QuickTake.objects.newest_of(self.article.head_id)

    @cached_property
    def bullets(self) -> list[Bullet]:
        if self.quick_take is None:
            return []
        return list(self.quick_take.bullets.prefetch_related("findings").order_by("position", "pk"))

    @cached_property
    def reviews(self) -> list[Review]:
        """Reviews of the head, newest first."""
        return list(Review.objects.of(self.article.head_id))

    @cached_property
    def approvals(self) -> list[Review]:
        """Reviews of the head that allow its text, newest first; none once a later one refused it."""
        found = []
        for review in self.reviews:
            if review.text_answer == Answer.NO:
                break
            found.append(review)
        return found

    @cached_property
    def box_approval(self) -> Review | None:
        """The review on which a version may show the Quick Take; None when there is none or it was refused since."""
        for review in self.approvals:
            if review.quick_take_answer == Answer.NO:
                return None
            if review.quick_take_answer == Answer.YES:
                return review
        return None

    @cached_property
    def details_changed(self) -> bool:
        """Whether section, kind, address, language or topics are no longer those that readers see."""
        live, article = self.live, self.article
        if live is None or live.revision_id != article.head_id:
            return False
        names = ("section_id", "kind_id", "slug", "language")
        if any(getattr(live, name) != getattr(article, name) for name in names):
            return True
        shown = set(live.topics.values_list("pk", flat=True))
        return shown != set(article.topics.values_list("pk", flat=True))

    @cached_property
    def published_alone_by(self) -> int | None:
        """The key of the chief who put the live text out alone; None when it went out otherwise."""
        if self.live is None or self.live.basis != Basis.ALONE:
            return None
        acts = AuditEntry.objects.filter(subject=self.article.subject, action=Move.PUBLISH_ALONE)
        return acts.order_by("-number").values_list("actor_id", flat=True).first()

    @cached_property
    def readers_missing(self) -> int:
        """How many different people must still say yes to the text."""
        return max(0, self.article.kind.reviews - len({review.reviewer_id for review in self.approvals}))
