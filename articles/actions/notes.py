"""A public note on a story that is live, without new text; corrected text goes out with publish or update_now."""

from __future__ import annotations

from datetime import datetime

from articles.actions.versions import Note, reissue, reschedule_with_note
from articles.models.article import Article
from articles.models.version import EndReason
from articles.situation import Situation, required
from articles.transitions import Outcome, advance
from newsroom.models.user import User
from newsroom.workflow import Move

__all__ = ["Note", "correct"]


def correct(*, article: Article, actor: User, now: datetime, note: Note) -> Article:
    """Add a dated note to what is live. Effects: the next version, which is the same text with the note.

    Who: editors and chiefs. A version already scheduled still takes over at its hour, with the note on it.
    """

    def effect(locked: Article) -> Outcome:
        situation = Situation(locked, None, now)
        live = required(situation.live)
        end = live.public_until
        live.public_until, live.end_reason = now, EndReason.REPLACED
        live.save(update_fields=["public_until", "end_reason"])
        version = reissue(version=live, now=now, note=note, until=end)
        if situation.upcoming is not None:
            reschedule_with_note(version=situation.upcoming, now=now, corrected=version)
        return Outcome(data={"version": version.number, "kind": note.kind.value, "note": note.text.strip()})

    return advance(article=article, move=Move.CORRECT, actor=actor, now=now, effect=effect)
