"""What waits for one person: a story, the reason, one verb; late ones first. The whole board is board.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse

from articles.desk.badges import clock
from articles.models.article import Article, ArticleQuerySet
from articles.models.job import JobState, SummaryJob
from articles.models.report import ReaderReport
from articles.models.version import Basis, PublishedVersion
from newsroom.models.audit import AuditEntry
from newsroom.models.user import User
from newsroom.roles import Right, rights_of
from newsroom.workflow import Move, Stage

MOST_WAITING = 7
# So many stories waiting at once are a matter for the list, not for the first page.
_LOOK_AT = 200
SOON = timedelta(hours=3)
# A box that nobody confirmed for a week is off because somebody wants it off.
_STALE_FOR = timedelta(days=7)
# A reader who says that a summary is wrong is looked after within a day.
_ANSWERED_WITHIN = timedelta(days=1)
# Where a verb is done, unless it is the review screen.
_PAGES = {"Fix": "change", "Write": "change"}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do. ``late`` is said in words as well; ``rank`` orders what is equally late."""

    article: Article
    why: str
    verb: str
    url: str
    rank: int
    moment: datetime
    when: str = ""
    late: bool = False


def waiting_for(person: User, now: datetime) -> list[Waiting]:
    """Return everything that this person should do next, the most urgent first, in a fixed number of questions."""
    visible = Article.objects.visible_to(person).select_related("reviewer").defer("body", "standfirst")
    found = [*_returned(visible, person, now), *_to_read(visible, person, now)]
    found += [*_boxes(visible, person, now), *_own_due(visible, person, now)]
    found += _reported(visible, person, now)
    return sorted(found, key=lambda one: (not one.late, one.rank, one.moment, one.article.pk))


def _one(article: Article, now: datetime, why: str, verb: str, rank: int, *, late: bool = False) -> Waiting:
    """Put one thing to do together; the hour until which it is wanted stands in front and makes it late."""
    due = article.due_at
    overdue = due is not None and due < now
    if due is not None and overdue:
        why = f"Late: was due at {clock(due, now)}. {why}"
    return Waiting(
        article,
        why,
        verb,
        reverse(f"admin:articles_article_{_PAGES.get(verb, 'review')}", args=[article.pk]),
        rank=rank,
        moment=due or article.changed_at,
        when=f"due {clock(due, now)}" if due is not None and not overdue else clock(article.changed_at, now),
        late=late or overdue,
    )


def _returned(visible: ArticleQuerySet, person: User, now: datetime) -> Iterator[Waiting]:
    rows = visible.at(Stage.DRAFT).exclude(returned_because="").filter(created_by=person)
    for article in rows.order_by("changed_at", "pk")[:_LOOK_AT]:
        yield _one(article, now, f"Returned to you: {article.returned_because}", "Fix", 1)


def _own_due(visible: ArticleQuerySet, person: User, now: datetime) -> Iterator[Waiting]:
    """Drafts of one's own that are wanted soon; one that came back is on the list already."""
    rows = visible.at(Stage.DRAFT).filter(created_by=person, returned_because="", due_at__lt=now + SOON)
    for article in rows.order_by("due_at", "pk")[:_LOOK_AT]:
        yield _one(article, now, "Your draft is wanted soon", "Write", 2)


def _to_read(visible: ArticleQuerySet, person: User, now: datetime) -> Iterator[Waiting]:
    newest = SummaryJob.objects.filter(revision=OuterRef("head")).order_by("-pk")
    live = PublishedVersion.objects.live(now).filter(article=OuterRef("pk"))
    alone = AuditEntry.objects.filter(
        subject=Concat(Value("article:"), Cast(OuterRef("pk"), CharField())), action=Move.PUBLISH_ALONE
    )
    rows: QuerySet[Any] = visible.awaiting_review().annotate(
        job_state=Subquery(newest.values("state")[:1]),
        job_deadline=Subquery(newest.values("deadline")[:1]),
        contributors=F("head__contributors"),
        basis=Subquery(live.values("basis")[:1]),
        alone_by=Subquery(alone.order_by("-number").values("actor_id")[:1]),
    )
    rows = rows.order_by(F("needs_second_read").desc(), F("due_at").asc(nulls_last=True), "changed_at", "pk")
    for article in rows[:_LOOK_AT]:
        one = _second_read(article, person, now) if article.needs_second_read else _read(article, person, now)
        if one is not None:
            yield one


def _reads(article: Any, person: User) -> bool:
    """Whether this person may be the second one for this text."""
    return (
        Right.REVIEW in rights_of(person)
        and article.contributors is not None
        and person.pk not in article.contributors
    )


def _second_read(article: Any, person: User, now: datetime) -> Waiting | None:
    if not _reads(article, person):
        return None
    if article.basis == Basis.UPDATE:
        why = "Updated at once: nobody else has read it, and its Quick Take is off until then"
        return _one(article, now, why, "Read", 0, late=True)
    if article.alone_by == person.pk:
        return None
    return _one(article, now, "Out without a second read", "Read", 0, late=True)


def _read(article: Any, person: User, now: datetime) -> Waiting | None:
    """What a person should do about a story that waits for a reader; None when somebody else has to do it."""
    stuck = article.job_deadline is not None and article.job_deadline < now
    if article.job_state == JobState.FAILED or (article.job_state != JobState.DONE and stuck):
        return _one(article, now, "No Quick Take was drafted", "Retry", 3)
    if not _reads(article, person):
        return None
    return _asked(article, person, now)


def _asked(article: Any, person: User, now: datetime) -> Waiting | None:
    """A text that this person could read: who was asked to, if anybody was, goes first."""
    if article.reviewer_id == person.pk:
        return _one(article, now, "You are asked to read it", "Review", 0)
    if article.reviewer_id is None:
        soon = article.due_at is not None and article.due_at < now + SOON
        return _one(article, now, "Waits for a second person", "Review", 2 if soon else 5)
    if article.due_at is None or article.due_at >= now:
        return None
    # Somebody else was asked and the hour has passed: now it is everybody's.
    return _one(article, now, f"{article.reviewer} was asked to read it", "Review", 1)


def _boxes(visible: ArticleQuerySet, person: User, now: datetime) -> Iterator[Waiting]:
    """Live stories that lost their Quick Take to an update and whose text was read since."""
    if Right.REVIEW not in rights_of(person):
        return
    rows: QuerySet[Any] = visible.box_fell_off(now, since=now - _STALE_FOR)
    rows = rows.annotate(contributors=F("head__contributors"))
    for article in rows.order_by("changed_at", "pk")[:_LOOK_AT]:
        if _reads(article, person):
            yield _one(article, now, "Live without its Quick Take since an update", "Confirm", 4)


def _reported(visible: ArticleQuerySet, person: User, now: datetime) -> Iterator[Waiting]:
    """Summaries that readers say are wrong: one line a story, which leads to the oldest report."""
    if Right.REVIEW not in rights_of(person):
        return
    rows = ReaderReport.objects.open().filter(article__in=visible.values("pk")).select_related("article")
    stories: dict[int, list[ReaderReport]] = {}
    for report in rows.defer("article__body").order_by("made_at", "pk")[:_LOOK_AT]:
        stories.setdefault(report.article_id, []).append(report)
    for reports in stories.values():
        first = reports[0]
        said, late = first.get_fault_display(), first.made_at < now - _ANSWERED_WITHIN
        more = f", and {len(reports) - 1} more say something is wrong" if len(reports) > 1 else ""
        yield Waiting(
            first.article,
            f"{'Late: a' if late else 'A'} reader reports its Quick Take: “{said}”{more}",
            "Look at it",
            reverse("admin:reader_report", args=[first.pk]),
            rank=1,
            moment=first.made_at,
            when=clock(first.made_at, now),
            late=late,
        )
