"""The questions of a story's kind and what was answered; says what is open, and changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models.article import Article
from articles.models.tick import Tick


@dataclass(frozen=True, slots=True)
class Item:
    """One question; one that ``blocks`` keeps the story from going out until it is ticked or passed."""

    text: str
    blocks: bool
    tick: Tick | None = None

    @property
    def stops(self) -> bool:
        """Whether this keeps the story back now."""
        return self.blocks and self.tick is None

    @property
    def passed(self) -> bool:
        """Whether a chief let the story go on without an answer."""
        return self.tick is not None and bool(self.tick.passed_because)


@dataclass(frozen=True, slots=True)
class Checklist:
    """All questions of a story, in the order in which the kind asks them."""

    items: tuple[Item, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)

    @property
    def answered(self) -> int:
        """How many are ticked or passed."""
        return sum(item.tick is not None for item in self.items)

    @property
    def stopping(self) -> tuple[Item, ...]:
        """What keeps the story back now."""
        return tuple(item for item in self.items if item.stops)

    def item(self, question: str) -> Item | None:
        """Return the item with these words; None when the kind does not ask that."""
        return next((item for item in self.items if item.text == question), None)


def checklist_of(article: Article) -> Checklist:
    """Return what the story's kind asks, with the answers that stand.

    An answer belongs to the words of its question: when the chief words it anew, it is asked anew.
    """
    asked = article.kind.checklist
    if not asked:
        return Checklist()
    ticks = {tick.question: tick for tick in Tick.objects.filter(article=article).select_related("person")}
    return Checklist(tuple(Item(one["text"], one["blocks"], ticks.get(one["text"])) for one in asked))
