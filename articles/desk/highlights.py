"""Marks the facts of a bullet by what the checks said of them: found in its sentences or not; pure, and judges nothing itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Protocol

from articles.desk import compare
from articles.summaries.facts import facts
from articles.summaries.quotations import quoted_spans
from articles.summaries.rules.mentions import article
from articles.summaries.rules.reading import read
from articles.summaries.types import Severity, SourceDoc
from articles.summaries.words import ATTRIBUTIONS

FOUND: Final = "found"
MISSING: Final = "missing"
LOOK: Final = "look"

# What these findings point at is a fact that the sentences do not have; the others are about how it is said.
_FACTS: Final = frozenset({"number", "date", "day", "name", "entity", "quote", "attribution", "id"})
_GRAVITY: Final = {"": 0, FOUND: 1, LOOK: 2, MISSING: 3}


class Said(Protocol):
    """A finding, as the checks return it or as its row keeps it: `start` and `end` count in the bullet's text."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a bullet, in code points, with the tone that it is drawn in."""

    start: int
    end: int
    tone: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one tone: found, missing, look, or none."""

    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Runs that stayed, came or went since the machine's wording."""

    change: compare.Change
    runs: tuple[Run, ...]


def facts_in(text: str, doc: SourceDoc) -> Iterator[tuple[int, int]]:
    """Where the numbers, days, names, quotations and attributions of the text stand."""
    told = facts(text)
    yield from ((one.start, one.end) for one in (*told.figures, *told.years))
    yield from ((one.start, one.end) for one in told.days)
    words = read(text)
    for mention in article(doc).named(text):
        yield words[mention.first].start, words[mention.last - 1].end
    yield from quoted_spans(text)
    yield from ((word.start, word.end) for word in words if word.key in ATTRIBUTIONS)


def spans(text: str, findings: Iterable[Said], doc: SourceDoc) -> list[Span]:
    """Every fact that no check doubted as found; every doubt as missing or to look at. Without evidence nothing is found."""
    # A remark is not worth a line under the words, but what it is about is not found either; “copy” is about none.
    doubts = [
        Span(one.start, one.end, _tone(one)) for one in findings if one.end > one.start and one.code != "copy"
    ]
    if any(one.start == 0 and one.end >= len(text) and one.tone == MISSING for one in doubts):
        return []
    doubts = [one for one in doubts if one.end - one.start < len(text)]
    found = [
        Span(start, end, FOUND)
        for start, end in facts_in(text, doc)
        if not any(one.start < end and start < one.end for one in doubts)
    ]
    return sorted([*found, *doubts], key=lambda one: (one.start, one.end))


def _tone(one: Said) -> str:
    if one.severity == Severity.INFO:
        return ""
    return MISSING if one.severity == Severity.BLOCK or one.code in _FACTS else LOOK


def runs(text: str, marked: Sequence[Span], start: int = 0, end: int | None = None) -> tuple[Run, ...]:
    """Cut `text[start:end]` at the spans; where two overlap the graver tone is drawn."""
    last = len(text) if end is None else end
    edges = {start, last, *(edge for one in marked for edge in (one.start, one.end) if start < edge < last)}
    cuts = sorted(edges)
    found: list[Run] = []
    for left, right in pairwise(cuts):
        tones = [one.tone for one in marked if one.start <= left and right <= one.end]
        tone = max(tones, key=_GRAVITY.__getitem__, default="")
        if found and found[-1].tone == tone:
            found[-1] = Run(tone, found[-1].text + text[left:right])
        else:
            found.append(Run(tone, text[left:right]))
    return tuple(found)


def pieces(text: str, before: str, marked: Sequence[Span]) -> tuple[Piece, ...]:
    """The bullet with its facts marked and, when there was another wording before, with what changed since."""
    if not before or before == text:
        return (Piece("same", runs(text, marked)),)
    found: list[Piece] = []
    at = 0
    for piece in compare.words(before, text):
        if piece.change == "del":
            found.append(Piece("del", (Run("", piece.text),)))
            continue
        found.append(Piece(piece.change, runs(text, marked, at, at + len(piece.text))))
        # The words of the text stand one space apart, as the pieces do.
        at += len(piece.text) + 1
    return tuple(found)
