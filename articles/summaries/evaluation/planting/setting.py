"""What a planter may look at: the article of a sentence, what it holds, and what other articles hold; plants nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from articles.summaries.evaluation.corpus import Case
from articles.summaries.evaluation.planting.calendar import days, weekdays_known
from articles.summaries.evaluation.planting.figures import Figure, figures, values
from articles.summaries.evaluation.planting.names import Lexicon, Name, people
from articles.summaries.evaluation.planting.quotations import quoted
from articles.summaries.evaluation.vocabulary import folded

_WORD: Final = re.compile(r"[^\W\d_]+")
_ROOT: Final = 5


@dataclass(frozen=True)
class Ground:
    """An article as the planters read it, once for all its sentences."""

    case: Case
    lexicon: Lexicon

    @cached_property
    def text(self) -> str:
        doc = self.case.doc
        return f"{doc.headline} {doc.standfirst} {doc.text}"

    @cached_property
    def values(self) -> set[float]:
        return values(self.text)

    @cached_property
    def figures(self) -> list[Figure]:
        """The article's numbers, each once; a year is none."""
        found: dict[tuple[str, float], Figure] = {}
        for sentence in self.case.doc.sentences:
            for one in figures(sentence.text):
                found.setdefault((one.sort, one.value), one)
        return list(found.values())

    @cached_property
    def times(self) -> set[str]:
        """Days, months and years as the article writes them, and the weekdays that follow from them."""
        named = {part for one in days(self.text) for part in (one.value, *one.value.split())}
        return named | weekdays_known(self.text, self.case.doc.dated)

    @cached_property
    def roots(self) -> set[str]:
        """The first five letters of every word, without case and accents."""
        return {root(word) for word in _WORD.findall(self.text)}

    @cached_property
    def words(self) -> set[str]:
        return {folded(word) for word in _WORD.findall(self.text)}

    @cached_property
    def names(self) -> list[Name]:
        """The article's names, each once."""
        found = (name for one in self.case.doc.sentences for name in self.lexicon.names(one.text))
        return list({name.text: name for name in found}.values())

    @cached_property
    def people(self) -> set[str]:
        return people(self.lexicon, (one.text for one in self.case.doc.sentences))

    @cached_property
    def quotations(self) -> list[str]:
        return [one.text[a:b] for one in self.case.doc.sentences for a, b in quoted(one.text)]


@dataclass(frozen=True)
class Setting:
    """One sentence or bullet to plant in: its article, the sentences it rests on, and the other articles of the set."""

    ground: Ground
    evidence: str
    others: Sequence[Ground] = field(repr=False)

    @cached_property
    def evidence_values(self) -> set[float]:
        return values(self.evidence)

    @cached_property
    def evidence_words(self) -> set[str]:
        return {folded(word) for word in _WORD.findall(self.evidence)}


def root(word: str) -> str:
    """What a word shares with its relatives, roughly."""
    return folded(word)[:_ROOT]


def is_foreign_name(name: str, ground: Ground) -> bool:
    """Whether no part of the name, nor anything that begins like one, is in the article."""
    parts = [part for part in _WORD.findall(name) if len(part) > 2 or part.isupper()]
    heads = {known[:4] for known in ground.roots}
    return bool(parts) and all(folded(part)[:4] not in heads for part in parts)
