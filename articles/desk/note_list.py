"""The notes of a story as every page of it lists them; adding and resolving is the work of talk.py."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from articles.actions.talk import LONGEST_NOTE
from articles.desk.badges import clock
from articles.models.article import Article
from articles.models.note import Note


@dataclass(frozen=True, slots=True)
class Line:
    """A note with its hours in words."""

    note: Note
    at: str
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class NoteList:
    """Open notes in the order of their writing, then the resolved ones; ``typed`` is what was refused, because ``error``."""

    open: list[Line] = field(default_factory=list)
    resolved: list[Line] = field(default_factory=list)
    typed: str = ""
    error: str = ""
    said: str = ""
    # One was resolved or reopened just now: the resolved ones stay in sight, and the keyboard on its button.
    turned: bool = False
    longest: int = LONGEST_NOTE


def notes_of(article: Article, now: datetime, **more: Any) -> NoteList:
    """Return all notes of a story in one query; ``more`` is what was just typed, refused or done."""
    lines = [
        Line(note, clock(note.at, now), clock(note.resolved_at, now) if note.resolved_at else "")
        for note in Note.objects.on(article)
    ]
    still = [line for line in lines if not line.resolved]
    return NoteList(still, [line for line in lines if line.resolved], **more)
