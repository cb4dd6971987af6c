"""A story's checklist as one person meets it on the pages of the story; answering it is desk/checklist.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from articles.actions.tick import may_answer
from articles.checklists import Checklist, checklist_of
from articles.models.article import Article
from articles.models.quicktake import SHORTEST_REASON
from newsroom.models.user import User
from newsroom.roles import Right, rights_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A story's checklist as one person meets it; ``question`` and ``typed`` are what a refusal was about."""

    asked: Checklist
    may_answer: bool
    may_waive: bool
    seen: int | None
    shortest: int = SHORTEST_REASON
    refusal: str = ""
    question: str = ""
    typed: str = ""

    def __bool__(self) -> bool:
        return bool(self.asked)


def sheet_of(
    article: Article, person: User, now: datetime, *, refusal: str = "", question: str = "", typed: str = ""
) -> Sheet:
    """Return the checklist for this person; nothing more is asked where the kind has none."""
    asked = checklist_of(article)
    if not asked:
        return Sheet(asked, may_answer=False, may_waive=False, seen=None)
    return Sheet(
        asked,
        may_answer=may_answer(article, person, now),
        may_waive=Right.WAIVE in rights_of(person),
        seen=article.head_id,
        refusal=refusal,
        question=question,
        typed=typed,
    )
