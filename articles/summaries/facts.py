"""Reads numbers and days of a text together, so that the 3 of “3 March” is no count of anything; judges none."""

from dataclasses import dataclass
from functools import lru_cache

from articles.summaries.days.said import Day
from articles.summaries.days.words import days
from articles.summaries.figures.quantities import Figure
from articles.summaries.figures.reading import figures
from articles.summaries.pieces import Pieces
from articles.summaries.types import SourceDoc


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text says in numbers; `years` are the figures of years, which may vouch for a count and are none."""

    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    years: tuple[Figure, ...]


@lru_cache(maxsize=512)
def facts(text: str) -> Facts:
    """The numbers and days of the text; kept for a while, because several rules ask for the same sentences."""
    pieces = Pieces(text)
    said = days(text, pieces)
    counts: list[Figure] = []
    years: list[Figure] = []
    for figure in figures(text, pieces):
        beside = [day for day in said if day.start < figure.end and figure.start < day.end]
        if not beside:
            counts.append(figure)
        elif all(day.is_year_alone for day in beside):
            years.append(figure)
    return Facts(tuple(counts), said, tuple(years))


def article_facts(doc: SourceDoc) -> tuple[Facts, ...]:
    """What headline, standfirst and text say, sentence by sentence, so that evidence is read only once."""
    gaps, last = [], 0
    for sentence in sorted(doc.sentences, key=lambda one: one.start):
        gaps.append(doc.text[last : sentence.start])
        last = max(last, sentence.end)
    gaps.append(doc.text[last:])
    texts = (doc.headline, doc.standfirst, *(sentence.text for sentence in doc.sentences), *gaps)
    return tuple(facts(text) for text in texts if text.strip())
