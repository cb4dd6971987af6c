"""Whether readers are owed a note with the next text of a story, and which one was proposed; writes nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from articles import documents
from articles.models.article import Article
from articles.models.correction import CorrectionKind
from articles.models.version import PublishedVersion
from articles.summaries.materiality import compare
from newsroom.models.audit import AuditEntry

PROPOSE_NOTE = "propose_note"
NOTE_OWED = "This changes what readers were told, so a note for them goes with it."


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody who may not put text before readers would tell them."""

    kind: CorrectionKind
    text: str
    by: str


def note_owed(article: Article, now: datetime) -> tuple[str, ...]:
    """Return in words what the head changes of what readers see now; empty when that is nothing of substance.

    The two texts themselves are compared: a change that was taken back on the way owes nobody anything.
    """
    live = PublishedVersion.objects.live(now).filter(article_id=article.pk).select_related("revision").first()
    if live is None or article.head is None or live.revision_id == article.head_id:
        return ()
    before, after = (documents.source_doc(one) for one in (live.revision, article.head))
    return compare(before, after, ()).reasons


def proposed_note(article: Article, now: datetime) -> Proposal | None:
    """Return the newest note that was proposed for what readers do not see yet."""
    live = PublishedVersion.objects.live(now).filter(article_id=article.pk).select_related("revision").first()
    entry = (
        AuditEntry.objects.filter(subject=article.subject, action=PROPOSE_NOTE).order_by("-number").first()
    )
    if live is None or entry is None:
        return None
    said = json.loads(entry.data)
    if said["revision"] <= live.revision.number:
        return None
    return Proposal(kind=CorrectionKind(said["kind"]), text=said["note"], by=entry.actor_name)
