"""Saying what readers should be told of a change, for whoever puts it out; no reader sees it before that."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from articles import policies
from articles.actions.versions import Note, require_note
from articles.models.article import Article
from articles.owed import PROPOSE_NOTE, note_owed
from articles.policies import Reason
from articles.transitions import TransitionBlocked
from newsroom import audit
from newsroom.models.user import User

LONGEST_NOTE = 1000


@transaction.atomic
def propose_note(*, article: Article, actor: User, now: datetime, note: Note) -> None:
    """Keep a note for readers with the change of a live story. Effects: an audit entry; a later one takes its place.

    Who: everybody who may write on the story. It stands in the form of whoever puts the change out, who may reword it.
    """
    if reasons := policies.may_write(article, actor, now):
        raise TransitionBlocked(*reasons)
    if not note_owed(article, now):
        raise TransitionBlocked(
            Reason("nothing", "Readers already see this text: there is nothing to tell them.")
        )
    require_note(note)
    text = note.text.strip()
    if len(text) > LONGEST_NOTE:
        raise TransitionBlocked(Reason("long", f"Use {LONGEST_NOTE:,} characters at most.", "text"))
    audit.record(
        actor=actor,
        action=PROPOSE_NOTE,
        subject=article.subject,
        now=now,
        data={"revision": article.version, "kind": note.kind.value, "note": text},
    )
