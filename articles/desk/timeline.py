"""What became of a story as one line in time, told in words from the rows that know it best; to read only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from typing import Any, Literal

from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.job import JobState, SummaryJob
from articles.models.quicktake import QuickTake
from articles.models.report import ReaderReport
from articles.models.review import Answer, Review
from articles.models.revision import Revision
from articles.models.version import EndReason, PublishedVersion
from articles.owed import PROPOSE_NOTE
from newsroom.audit import MACHINE
from newsroom.house import details_of
from newsroom.models.audit import AuditEntry
from newsroom.workflow import Move

MOST_ENTRIES = 200

Mark = Literal["person", "machine", "public"]

# Rows that know more tell of these: revisions, quick takes and reviews.
_TOLD_ELSEWHERE = frozenset({
    "save_revision", Move.SUMMARY_READY, Move.APPROVE, Move.APPROVE_TEXT, Move.RETURN, Move.REVISE, Move.CARRY,
    Move.SETTLE,
})  # fmt: skip
# These put a version before readers at the moment of the act, so that act and version are one thing that happened.
_PUT_OUT = frozenset({
    Move.PUBLISH, Move.PUBLISH_ALONE, Move.UPDATE_NOW, Move.CORRECT, Move.RENEW_QUICK_TAKE, Move.REVIVE,
})  # fmt: skip
_UNTOLD = frozenset({
    "from", "to", "digest", "reason", "version", "revision", "review", "quick take", "bullet", "job", "note",
})  # fmt: skip
_LONG = "body", "html", "text", "canonical", "sentences"


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened: ``who`` and ``words`` make a sentence, ``more`` are sentences beneath it.

    ``reasons`` say why it is a change of substance. ``changes`` is ``[{"before", "after"}]``. ``number`` is the revision, version or quick take that ``link`` names.
    """

    at: datetime
    who: str
    words: str
    mark: Mark = "person"
    more: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    changes: tuple[dict[str, str], ...] = ()
    link: Literal["", "revision", "version", "evidence"] = ""
    number: int = 0
    details: dict[str, str] = field(default_factory=dict)
    times: int = 1


def of_story(article: Article, *, now: datetime) -> list[Moment]:
    """Return everything that happened to the story, newest first; what is scheduled stands on top."""
    versions = list(PublishedVersion.objects.filter(article=article).defer("html", "text").order_by("number"))
    entries = AuditEntry.objects.filter(subject=article.subject).order_by("-number")[:MOST_ENTRIES]
    told: list[Moment] = [
        *_revisions(article),
        *_quick_takes(article),
        *_failures(article),
        *_reviews(article),
        *_acts(reversed(entries), versions, now),
        *_notes_for_readers(article),
        *_reports(article),
    ]
    # A stable sort: within one moment things stay in the order above, which is that in which they follow.
    told.sort(key=lambda moment: moment.at)
    return list(reversed([*_together(told)]))


def _together(told: Iterable[Moment]) -> Iterator[Moment]:
    """Tell the same act of the same person, done again and again in a row, once."""
    for _, group in groupby(told, key=lambda one: (one.who, one.words, one.link, one.number, one.mark)):
        same = list(group)
        yield same[0] if len(same) == 1 else replace(same[-1], times=len(same))


def _revisions(article: Article) -> Iterator[Moment]:
    rows = Revision.objects.filter(article=article).select_related("saved_by").defer(*_LONG)
    for row in rows.order_by("number"):
        mend = () if row.material else ("Nothing of substance changed.",)
        yield Moment(
            row.saved_at,
            str(row.saved_by),
            "saved",
            more=(*((row.note,) if row.note else ()), *mend),
            reasons=tuple(row.reasons) if row.previous_id else (),
            link="revision",
            number=row.number,
        )


def _quick_takes(article: Article) -> Iterator[Moment]:
    rows = QuickTake.objects.filter(revision__article=article).select_related("revision", "prompt")
    seen: set[tuple[object, ...]] = set()
    for row in rows.defer(*(f"revision__{name}" for name in _LONG)).order_by("pk"):
        # A copy for a later revision is the same draft.
        if (draft := (row.created_at, row.engine, row.prompt_id)) in seen:
            continue
        seen.add(draft)
        own = row.engine == "newsroom"
        yield Moment(
            row.created_at,
            "The newsroom" if own else MACHINE,
            f"{'began' if own else 'drafted'} a Quick Take of revision {row.revision.number}",
            mark="person" if own else "machine",
            more=_making(row),
            link="evidence",
            number=row.pk,
        )


def _making(row: QuickTake) -> tuple[str, ...]:
    if row.engine == "newsroom":
        return ()
    maker = " ".join(part for part in (row.engine, row.engine_version, row.model) if part)
    instructions = f", instructions {row.prompt}" if row.prompt else ""
    instead = row.making.get("fallback_reason")
    stepped_in = (f"Instead of {row.making.get('fallback_from')}: {instead}",) if instead else ()
    return (f"Engine: {maker}{instructions}.", *stepped_in)


def _failures(article: Article) -> Iterator[Moment]:
    for job in SummaryJob.objects.filter(article=article, state=JobState.FAILED).order_by("pk"):
        yield Moment(
            job.ended_at or job.asked_at, MACHINE, "drafted no Quick Take", mark="machine", more=(job.reason,)
        )


def _reviews(article: Article) -> Iterator[Moment]:
    rows = Review.objects.filter(article=article).select_related("revision").order_by("pk")
    for row in rows.defer(*(f"revision__{name}" for name in _LONG)):
        number = row.revision.number
        reason = (row.reason,) if row.reason else ()
        if row.carried_from_id:
            words = "approved this before; the approval was carried over to"
            yield Moment(
                row.at,
                row.reviewer_name,
                words,
                changes=tuple(row.carried_over),
                link="revision",
                number=number,
            )
            continue
        yield Moment(row.at, row.reviewer_name, _answer(row), more=reason, link="revision", number=number)


def _answer(review: Review) -> str:
    if review.text_answer == Answer.NO:
        return "returned to the writer"
    box = {
        Answer.YES: "approved text and Quick Take of",
        Answer.NO: "approved the text, but not the Quick Take, of",
        Answer.NOT_ASKED: "approved the text, without a Quick Take, of",
    }
    return box[Answer(review.quick_take_answer)]


def _acts(entries: Iterable[AuditEntry], versions: list[PublishedVersion], now: datetime) -> Iterator[Moment]:
    """Tell what the audit log alone knows; an act that put a version out is told with it."""
    by_number = {version.number: version for version in versions}
    put_out: set[int] = set()
    for entry in entries:
        if entry.action in _TOLD_ELSEWHERE:
            continue
        details = details_of(entry)
        version = by_number.get(_number(details))
        said = details.get("note" if entry.action == PROPOSE_NOTE else "reason")
        more = (said,) if said else ()
        rest = {key: value for key, value in details.items() if key not in _UNTOLD}
        if version is not None and entry.action in _PUT_OUT:
            put_out.add(version.number)
            yield Moment(
                entry.at,
                entry.actor_name,
                f"{entry.words}:",
                mark="public",
                more=(*more, *_version(version)),
                link="version",
                number=version.number,
            )
            continue
        mark: Mark = "person" if entry.actor_id else "machine"
        yield Moment(entry.at, entry.actor_name, entry.words, mark=mark, more=more, details=rest)
    yield from (_by_the_hour(version, now) for version in versions if version.number not in put_out)


def _number(details: dict[str, str]) -> int:
    said: Any = details.get("version", "")
    return int(said) if said.isdecimal() else 0


def _by_the_hour(version: PublishedVersion, now: datetime) -> Moment:
    """Tell of a version that went out without anybody at a key: it was scheduled."""
    if version.end_reason == EndReason.CANCELLED and version.public_until == version.public_from:
        words = "This was to go out, and was taken off the schedule:"
    elif version.public_from > now:
        words = "This goes out:"
    else:
        words = "This went out on schedule:"
    return Moment(
        version.public_from,
        "",
        words,
        mark="public",
        more=_version(version),
        link="version",
        number=version.number,
    )


def _version(version: PublishedVersion) -> tuple[str, ...]:
    box = "without Quick Take" if version.quick_take_id is None else "with Quick Take"
    hidden = ", hidden from readers since" if version.quick_take_id and version.quick_take_hidden_at else ""
    note = (version.update_note,) if version.update_note else ()
    return (f"{version.get_basis_display()}, {box}{hidden}.", *note)


def _notes_for_readers(article: Article) -> Iterator[Moment]:
    for row in Correction.objects.filter(article=article).order_by("at", "pk"):
        yield Moment(
            row.at,
            "",
            f"Readers were told: {row.get_kind_display().lower()}",
            mark="public",
            more=(row.note,),
        )


def _reports(article: Article) -> Iterator[Moment]:
    """Tell what readers said is wrong; who settled it is in the log. Whoever wants an answer is named to reviewers alone."""
    for row in ReaderReport.objects.filter(article=article).order_by("-made_at", "-pk")[:MOST_ENTRIES]:
        what = f"bullet {row.bullet}: “{row.bullet_text}”" if row.bullet else "the Quick Take"
        more = (f"{row.get_fault_display()}.", *((f"“{row.words}”",) if row.words else ()))
        yield Moment(row.made_at, "A reader", f"reported {what}", mark="public", more=more)
