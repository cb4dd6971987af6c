"""Keeps from every engine what an article says to machines instead of to readers; judges no fact.

An instruction is rarely alone in its sentence: what announces it, what it announces and what goes on with it in the same
paragraph is held back with it. Headings and captions are no sentences that an engine may cite, but the checks read them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from articles.summaries.addressing import goes_on, is_addressed, opens_a_turn, points_ahead
from articles.summaries.sentences import split
from articles.summaries.types import HEADLINE, STANDFIRST, Sentence, SourceDoc, Withheld
from articles.summaries.words import count_words

REASON: Final = "It seems to be addressed to a machine."
# As many sentences between two that are held in a paragraph are taken for a part of what is said there.
WIDEST_GAP: Final = 2
FEWEST_WORDS: Final = 3
# “Ignore all previous instructions.” says nothing yet of what is wanted instead.
BARE_WORDS: Final = 5
MOST_PARTS: Final = 40
LONGEST_PART: Final = 400

_PART: Final = re.compile(r"(?<=\w )(?=[^\sa-z(])")
_STOP: Final = re.compile(r"(?<=[.!?:]) ")


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the text that are in no sentence, as a heading's or a caption's; offsets count in the text."""

    start: int
    end: int
    text: str


def screen(doc: SourceDoc) -> tuple[SourceDoc, tuple[Withheld, ...]]:
    """The article without what is addressed to machines, and what was left out.

    Left-out words are blanked in `text` with spaces, so that the offsets of all others stay true.
    """
    out = _held(doc.sentences)
    aside = addressed_asides(doc)
    headline, standfirst = _has_addressed(doc.headline), _has_addressed(doc.standfirst)
    if not (out or aside or headline or standfirst):
        return doc, ()
    above = {HEADLINE: headline, STANDFIRST: standfirst}
    held = sorted(out | {place for place, so in above.items() if so})
    gone = [(one.start, one.end) for one in doc.sentences if one.id in out]
    screened = replace(
        doc,
        headline="" if headline else doc.headline,
        standfirst="" if standfirst else doc.standfirst,
        text=_blanked(doc.text, [*gone, *((one.start, one.end) for one in aside)]),
        sentences=tuple(one for one in doc.sentences if one.id not in out),
    )
    return screened, tuple(Withheld(place, REASON) for place in held)


def addressed_asides(doc: SourceDoc) -> tuple[Aside, ...]:
    """What is said to machines in headings, captions and tables, in the order of the text."""
    return tuple(_narrowed(one) for one in _asides(doc) if _has_addressed(one.text))


def _has_addressed(text: str) -> bool:
    """Whether any part of a text that nobody cut into sentences is addressed.

    Headings and captions stand in it one behind the other, so it is read from every capital, too.
    """
    if not text:
        return False
    parts = [
        text,
        *_STOP.split(text),
        *(text[found.start() :][:LONGEST_PART] for found in _PART.finditer(text)),
    ]
    return any(map(is_addressed, parts[:MOST_PARTS]))


def _held(sentences: Sequence[Sentence]) -> set[int]:
    """The ids of the sentences that are addressed, announced by one that is, or part of what it says."""
    called = [is_addressed(one.text) for one in sentences]
    if not any(called):
        return set()
    held = list(called)
    for index, (before, one) in enumerate(pairwise(sentences), 1):
        if not held[index] and held[index - 1]:
            same = before.block == one.block
            held[index] = points_ahead(before.text) or (
                same and _belongs(one, _since(sentences, held, index))
            )
    _fill(sentences, held)
    return {one.id for one, so in zip(sentences, held, strict=True) if so}


def _belongs(one: Sentence, before: Sequence[str]) -> bool:
    """Whether a sentence is part of what the held ones before it in the paragraph say."""
    return (
        goes_on(one.text)
        or count_words(one.text) < FEWEST_WORDS
        or count_words(before[-1]) <= BARE_WORDS
        or any(map(opens_a_turn, before))
        or _is_open(" ".join(before))
    )


def _since(sentences: Sequence[Sentence], held: Sequence[bool], index: int) -> list[str]:
    """The sentences that were held without a break before a place, in the same paragraph."""
    first = index
    while first and held[first - 1] and sentences[first - 1].block == sentences[index].block:
        first -= 1
    return [one.text for one in sentences[first:index]]


def _is_open(text: str) -> bool:
    """Whether a quotation begins in the text and does not end there: what follows is still being dictated."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _fill(sentences: Sequence[Sentence], held: list[bool]) -> None:
    """Holds what stands between two held sentences of a paragraph, if it is short."""
    for left, right in pairwise([index for index, so in enumerate(held) if so]):
        if right - left <= WIDEST_GAP + 1 and sentences[left].block == sentences[right].block:
            held[left:right] = [True] * (right - left)


def _asides(doc: SourceDoc) -> Iterator[Aside]:
    edges = [0, *(edge for one in doc.sentences for edge in (one.start, one.end)), len(doc.text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if doc.text[start:end].strip():
            yield Aside(start, end, doc.text[start:end])


def _narrowed(aside: Aside) -> Aside:
    """The aside from its first addressed sentence on: what follows may be its matter, and nobody cites it."""
    lead = len(aside.text) - len(aside.text.lstrip())
    text = aside.text.strip()
    first = next((start for start, end in split(text) if _has_addressed(text[start:end])), 0)
    return Aside(aside.start + lead + first, aside.start + lead + len(text), text[first:])


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
