"""Writes checked records as drafts, all of a run or none; it publishes nothing and overwrites nobody's edits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction

from articles import actions
from articles.actions import SaveConflict, TransitionBlocked
from articles.exchange import catalogue, incoming, pictures
from articles.exchange.faults import Fault, Refused
from articles.exchange.incoming import Incoming
from articles.exchange.records import Record
from articles.models.article import Article, Byline
from newsroom import audit, pictures_store
from newsroom.cutting import Cut
from newsroom.models.image import Image
from newsroom.models.user import User

# The note of a revision that an import made; a head with another note is the newsroom's own.
NOTE = "import"


class Result(StrEnum):
    """What became of a record."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KEPT = "kept"


@dataclass(slots=True)
class Report:
    """What an import did, record by record; ``kept`` says of which stories the copy was not applied, and why."""

    results: dict[str, Result] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)

    def count(self, result: Result) -> int:
        """How many records ended so."""
        return sum(one is result for one in self.results.values())


class _NotApplied(Exception):
    """The newsroom's words stay."""


def import_records(
    records: Sequence[Record],
    *,
    folder: Path,
    actor: User,
    now: datetime,
    dry_run: bool = False,
    progress: pictures.Progress | None = None,
) -> Report:
    """Import every record as a draft or a new revision, or none. Raises Refused with every fault.

    Effects, in order: picture files; in one transaction what the records name, picture rows, articles
    and revisions. ``dry_run`` does the same and takes the transaction back.
    """
    checked = incoming.check(records, folder=folder, now=now, progress=progress)
    fresh = _new_pictures(checked)
    try:
        if not dry_run:
            for cut in fresh:
                pictures_store.write_files(cut)
        with transaction.atomic():
            report = _write_all(checked, actor=actor, now=now)
            transaction.set_rollback(dry_run)
    finally:
        _remove_unkept(fresh)
    return report


def _new_pictures(checked: Sequence[Incoming]) -> list[Cut]:
    cuts = {one.cut.digest: one.cut for one in checked if one.cut is not None}
    return _without_row(list(cuts.values()))


def _without_row(cuts: Sequence[Cut]) -> list[Cut]:
    here = set(Image.objects.filter(digest__in=[cut.digest for cut in cuts]).values_list("digest", flat=True))
    return [cut for cut in cuts if cut.digest not in here]


def _remove_unkept(fresh: Sequence[Cut]) -> None:
    """Remove the files of pictures that no row names: a run that failed, or a copy that was not applied."""
    for cut in _without_row(fresh):
        pictures_store.remove_files(cut)


def _write_all(checked: Sequence[Incoming], *, actor: User, now: datetime) -> Report:
    report = Report()
    faults: list[Fault] = []
    for one in checked:
        try:
            with transaction.atomic():
                report.results[one.record.id] = write(one, actor=actor, now=now)
        except _NotApplied as reason:
            report.results[one.record.id] = Result.KEPT
            report.kept[one.record.id] = str(reason)
            _note_arrival(one, actor=actor, now=now, reason=str(reason))
        except (ValidationError, TransitionBlocked) as error:
            words = (
                error.messages
                if isinstance(error, ValidationError)
                else [one.message for one in error.reasons]
            )
            faults += [Fault(one.record.place, word) for word in words]
    if faults:
        raise Refused(*faults)
    return report


def write(one: Incoming, *, actor: User, now: datetime) -> Result:
    """Write one checked record; the caller holds a transaction and has written the picture's files."""
    stored = Article.objects.select_for_update(of=("self",)).imported_as(one.record.id).first()
    if stored is None:
        _create(one, actor, now)
        return Result.CREATED
    if stored.external_digest == one.digest:
        return Result.UNCHANGED
    _change(stored, one, actor, now)
    return Result.CHANGED


def _create(one: Incoming, actor: User, now: datetime) -> None:
    article = Article(external_id=one.record.id, external_digest=one.digest)
    _set_metadata(article, one.record)
    _set_text(article, one, actor)
    actions.create_article(article=article, actor=actor, now=now)
    article.topics.set(catalogue.topics(one.record.topics))
    _set_names(article, one.record)
    actions.save_revision(article=article, actor=actor, now=now, base=0, note=NOTE)


def _change(article: Article, one: Incoming, actor: User, now: datetime) -> None:
    head = article.current
    if head.note != NOTE:
        raise _NotApplied(f"edited by the newsroom since ({head.saved_by}, revision {head.number})")
    if article.changed_at == head.saved_at:
        # Nobody touched it since it came. Otherwise section, kind, address and topics are the newsroom's.
        _set_metadata(article, one.record)
        article.topics.set(catalogue.topics(one.record.topics))
    _set_text(article, one, actor)
    _set_names(article, one.record)
    try:
        actions.save_revision(article=article, actor=actor, now=now, base=article.version, note=NOTE)
    except SaveConflict as conflict:
        raise _NotApplied(str(conflict)) from conflict
    except TransitionBlocked as blocked:
        if any(reason.code == "stage" for reason in blocked.reasons):
            raise _NotApplied(str(blocked)) from blocked
        raise
    Article.objects.filter(pk=article.pk).update(external_digest=one.digest)


def _note_arrival(one: Incoming, *, actor: User, now: datetime, reason: str) -> None:
    """Remember that this copy came and was not applied, so that it is told once and can be found in the history."""
    article = Article.objects.imported_as(one.record.id).get()
    Article.objects.filter(pk=article.pk).update(external_digest=one.digest)
    audit.record(
        actor=actor, action="import_not_applied", subject=article.subject, now=now, data={"reason": reason}
    )


def _set_metadata(article: Article, record: Record) -> None:
    article.section = catalogue.section(record.section)
    article.kind = catalogue.kind(record.kind)
    article.slug, article.language = record.address, record.language


def _set_text(article: Article, one: Incoming, actor: User) -> None:
    record, image = one.record, one.record.image
    article.headline, article.standfirst, article.body = record.headline, record.standfirst, one.html
    article.hero, article.hero_alt, article.hero_caption = None, "", ""
    if image is not None and one.cut is not None:
        article.hero = pictures_store.note_picture(
            cut=one.cut, title=Path(image.file).stem, credit=(image.credit or one.cut.credit)[:160], by=actor
        )
        article.hero_alt, article.hero_caption = image.alt, image.caption


def _set_names(article: Article, record: Record) -> None:
    article.sources.set(catalogue.sources(record.sources))
    article.bylines.all().delete()
    for position, name in enumerate(record.byline, 1):
        Byline.objects.create(
            article=article, author=catalogue.author(name.name), role=name.role, position=position
        )
