"""The one writer of PublishedVersion: copies a revision to the press, closes the version before, reserves the address."""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from articles.actions.compose import compose
from articles.markup import MarkupError, refuse_hidden
from articles.models.address import Address
from articles.models.article import Article
from articles.models.correction import Correction, CorrectionKind
from articles.models.review import Review
from articles.models.revision import Revision
from articles.models.version import Basis, EndReason, PublishedVersion
from articles.owed import NOTE_OWED, note_owed
from articles.policies import Reason
from articles.press import pictures, search_index
from articles.situation import Situation
from articles.transitions import TransitionBlocked
from newsroom.models.image import Image


@dataclass(frozen=True, slots=True)
class Note:
    """A public note to go out with a version."""

    kind: CorrectionKind
    text: str


def require_note(note: Note) -> None:
    """Refuse a note that says nothing, or hides what it says."""
    if not note.text.strip():
        raise TransitionBlocked(Reason("note", "Say in the note what was changed and why.", "note"))
    try:
        refuse_hidden(note.text)
    except MarkupError as error:
        raise TransitionBlocked(Reason("note", str(error), "note")) from error


def _tell_readers(article: Article, note: Note | None, now: datetime) -> None:
    """Refuse another text without a note where readers were told otherwise: “a typo” is what everybody says of a figure."""
    if note is not None:
        require_note(note)
    elif owed := note_owed(article, now):
        raise TransitionBlocked(Reason("note-owed", f"{NOTE_OWED} {owed[0]}.", "kind"))


def _last_known(article: Article, now: datetime) -> PublishedVersion | None:
    """Return the version that the public knew last; what is only scheduled is not known."""
    known = PublishedVersion.objects.filter(article_id=article.pk).started(now)
    return known.order_by("-public_from", "-number").first()


def _is_significant(article: Article, last: PublishedVersion, revision: Revision) -> bool:
    """Say whether the text changed materially since the last version: a mended typo moves no date."""
    since = Revision.objects.filter(
        article=article, number__gt=last.revision.number, number__lte=revision.number, material=True
    )
    return since.exists()


def _end(version: PublishedVersion, *, at: datetime, reason: EndReason) -> None:
    version.public_until, version.end_reason = at, reason
    version.save(update_fields=["public_until", "end_reason"])


def close(article: Article, *, now: datetime, at: datetime, reason: EndReason) -> None:
    """Let what is public now end at ``at`` and take what would follow off the schedule."""
    versions = PublishedVersion.objects.filter(article_id=article.pk)
    live, upcoming = list(versions.live(now)), list(versions.upcoming(now))
    for version in upcoming:
        _end(version, at=version.public_from, reason=EndReason.CANCELLED)
    for version in live:
        _end(version, at=at, reason=reason)
    search_index.drop_ended(article.pk, now=now)


def _reserve_address(version: PublishedVersion) -> None:
    address, _ = Address.objects.get_or_create(
        section_id=version.section_id,
        slug=version.slug,
        defaults={
            "article_id": version.article_id,
            "reserved_at": version.made_at,
            "no_index": version.article.no_index,
        },
    )
    if address.article_id != version.article_id:
        # The policies looked a moment ago; another story was faster.
        raise TransitionBlocked(
            Reason("address", "This address belongs to another story since a moment ago.", "slug")
        )


def take_off_schedule(article: Article, *, now: datetime) -> PublishedVersion | None:
    """Cancel what is scheduled and let what is live go on; returns the cancelled version."""
    versions = PublishedVersion.objects.filter(article_id=article.pk)
    upcoming, live = versions.upcoming(now).first(), versions.live(now).first()
    if upcoming is None:
        return None
    _end(upcoming, at=upcoming.public_from, reason=EndReason.CANCELLED)
    if live is not None:
        live.public_until, live.end_reason = None, ""
        live.save(update_fields=["public_until", "end_reason"])
    return upcoming


def _same_words(one: PublishedVersion, other: PublishedVersion) -> bool:
    """Say whether two boxes read alike; their evidence may have moved."""
    first, second = json.loads(one.bullets), json.loads(other.bullets)
    return [bullet["text"] for bullet in first] == [bullet["text"] for bullet in second]


def _hidden_since(article: Article, version: PublishedVersion, now: datetime) -> datetime | None:
    """Return when the box that ``version`` shows was hidden, if it was hidden when the public knew it last."""
    boxes = PublishedVersion.objects.filter(article_id=article.pk).started(now).exclude(bullets="[]")
    alike = (known for known in boxes.order_by("-public_from", "-number") if _same_words(known, version))
    known = next(alike, None)
    return known.quick_take_hidden_at if known is not None else None


def _store(
    version: PublishedVersion, *, authors: Sequence[int], topics: Sequence[int], note: Note | None
) -> None:
    last = PublishedVersion.objects.filter(article_id=version.article_id).aggregate(last=Max("number"))[
        "last"
    ]
    version.number = (last or 0) + 1
    if note is not None:
        row = {
            "kind": note.kind.value,
            "label": note.kind.label,
            "note": note.text.strip(),
            "at": version.public_from.isoformat(),
        }
        version.corrections = [*version.corrections, row]
    _reserve_address(version)
    version.save(force_insert=True)
    version.authors.set(authors)
    version.topics.set(topics)
    if names := pictures.names_in(version.html):
        version.pictures.set(Image.objects.filter(file__in=names))
    search_index.add([version])
    search_index.drop_ended(version.article_id, now=version.made_at)
    if note is not None:
        Correction.objects.create(
            version=version,
            article_id=version.article_id,
            kind=note.kind,
            note=note.text.strip(),
            at=version.public_from,
        )


def release(
    *, article: Article, now: datetime, basis: Basis, at: datetime | None = None, note: Note | None = None
) -> PublishedVersion:
    """Make the head revision public from ``at`` (``now`` when None) and return the stored version.

    The caller holds the article's lock and has asked the policies. The box goes with it when an
    approval of it stands; a story is never held up by it.
    """
    _tell_readers(article, note, now)
    at = at or now
    situation = Situation(article, None, now)
    approvals = situation.approvals if basis == Basis.REVIEWED else []
    box = situation.box_approval if basis == Basis.REVIEWED else None
    review = box or (approvals[0] if approvals else None)
    version = compose(
        article=article,
        revision=article.current,
        now=at,
        quick_take=box.quick_take if box else None,
        review=review,
    )
    version.made_at, version.basis = now, basis
    last = _last_known(article, now)
    if last is not None:
        version.published_at = last.published_at
        significant = note is not None or _is_significant(article, last, article.current)
        version.updated_at = at if significant else last.updated_at
        version.corrections = last.corrections
        version.update_note = last.update_note if not significant else ""
        # Somebody hid this box: neither a mended comma nor a version without any box in between brings it back.
        version.quick_take_hidden_at = _hidden_since(article, version, now)
    if note is not None and note.kind == CorrectionKind.UPDATE:
        version.update_note = note.text.strip()[:200]
    close(article, now=now, at=at, reason=EndReason.REPLACED)
    authors = [row["author"] for row in article.current.bylines]
    _store(version, authors=authors, topics=list(article.topics.values_list("pk", flat=True)), note=note)
    return version


def reissue(
    *, version: PublishedVersion, now: datetime, note: Note | None = None, until: datetime | None = None
) -> PublishedVersion:
    """Make a version public again as it was, with a further note if there is one; only a note moves ``updated``.

    A box that was refused since stays off. ``until`` is when a scheduled version takes over.
    """
    whole = PublishedVersion.objects.get(pk=version.pk)
    return _reissue(whole, now=now, at=now, until=until, note=note)


def reschedule_with_note(
    *, version: PublishedVersion, now: datetime, corrected: PublishedVersion
) -> PublishedVersion:
    """Put the newest public note of ``corrected`` on a version that is only scheduled; its hour stays."""
    _end(version, at=version.public_from, reason=EndReason.CANCELLED)
    fresh = PublishedVersion.objects.get(pk=version.pk)
    fresh.corrections = [*version.corrections, corrected.corrections[-1]]
    fresh.updated_at = max(version.updated_at, corrected.updated_at)
    again = _reissue(fresh, now=now, at=version.public_from, until=None, note=None)
    for own in version.new_corrections.order_by("pk"):
        # The note that was to go out with it is that of a version which never will: it needs one that does.
        Correction.objects.create(
            version=again, article_id=again.article_id, kind=own.kind, note=own.note, at=again.public_from
        )
    return again


def _reissue(
    version: PublishedVersion, *, now: datetime, at: datetime, until: datetime | None, note: Note | None
) -> PublishedVersion:
    if note is not None:
        require_note(note)
    authors = list(version.authors.values_list("pk", flat=True))
    topics = list(version.topics.values_list("pk", flat=True))
    again = copy(version)
    again.pk = None
    again._state.adding = True
    again.public_from, again.public_until, again.made_at = at, until, now
    again.end_reason = EndReason.REPLACED if until else ""
    if note is not None:
        again.updated_at = now
        again.update_note = (
            note.text.strip()[:200] if note.kind == CorrectionKind.UPDATE else again.update_note
        )
    refused = Review.objects.filter(
        revision_id=version.revision_id, pk__gt=version.review_id or 0, quick_take_answer="no"
    )
    if version.quick_take_id is not None and refused.exists():
        again.quick_take, again.bullets, again.provenance = None, "[]", {}
    _store(again, authors=authors, topics=topics, note=note)
    return again


def renew_box(*, article: Article, review: Review, now: datetime) -> PublishedVersion:
    """Make a version of the live text with the box that ``review`` approves; no date moves."""
    live = Situation(article, None, now).live
    if live is None or live.revision_id != review.revision_id:
        raise TransitionBlocked(Reason("text-changed", "The live text is not the one that was reviewed."))
    fresh = compose(
        article=article, revision=article.current, now=now, quick_take=review.quick_take, review=review
    )
    fresh.made_at = now
    for name in (
        "published_at",
        "updated_at",
        "update_note",
        "corrections",
        "section_id",
        "slug",
        "kind_id",
        "kind_label",
        "feed",
        "follow_call",
        "language",
    ):
        setattr(fresh, name, getattr(live, name))
    authors = list(live.authors.values_list("pk", flat=True))
    topics = list(live.topics.values_list("pk", flat=True))
    end = live.public_until
    _end(live, at=now, reason=EndReason.REPLACED)
    # A version that is already scheduled still takes over at its hour.
    fresh.public_until, fresh.end_reason = end, EndReason.REPLACED if end else ""
    _store(fresh, authors=authors, topics=topics, note=None)
    return fresh
