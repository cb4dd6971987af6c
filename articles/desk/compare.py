"""What changed between two texts, word by word and paragraph by paragraph; pure, and judges no change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from articles.html_walk import walk

Change = Literal["same", "ins", "del"]

# Paragraphs with fewer words in common are two paragraphs, and beyond so many pairs nobody waits for the best ones.
_SAME_PARAGRAPH = 0.4
_MOST_PAIRS = 900


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, came or went."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A changed paragraph in ``pieces``, or a fold of ``unchanged`` paragraphs, which ``kept`` has in full."""

    pieces: tuple[Piece, ...] = ()
    unchanged: int = 0
    kept: tuple[str, ...] = ()

    @property
    def before(self) -> tuple[Piece, ...]:
        """The paragraph as it was, with what went marked; empty when it is new."""
        return tuple(piece for piece in self.pieces if piece.change != "ins")

    @property
    def after(self) -> tuple[Piece, ...]:
        """The paragraph as it is, with what came marked; empty when it is gone."""
        return tuple(piece for piece in self.pieces if piece.change != "del")


def words(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in reading order, to be shown with a space between them.

    Kept and new ones together are the words of ``after``, kept and gone ones those of ``before``.
    """
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: list[Piece] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece("same", " ".join(new[c:d])))
            continue
        if a < b:
            found.append(Piece("del", " ".join(old[a:b])))
        if c < d:
            found.append(Piece("ins", " ".join(new[c:d])))
    return tuple(found)


def paragraphs(before: Sequence[str], after: Sequence[str]) -> list[Paragraph]:
    """Compare two texts by paragraphs; runs of unchanged ones fold into one."""
    return list(_paragraphs(before, after))


def bodies(before_html: str, after_html: str) -> list[Paragraph]:
    """Compare two sanitised or anchored bodies by what their paragraphs say."""
    return paragraphs(_blocks(before_html), _blocks(after_html))


def said(html: str) -> str:
    """Return the words of a body with a space between its blocks, for counting."""
    return " ".join(_blocks(html))


def _blocks(html: str) -> list[str]:
    return [block.text for block in walk(html).blocks]


def _paragraphs(before: Sequence[str], after: Sequence[str]) -> Iterator[Paragraph]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Paragraph(unchanged=b - a, kept=tuple(after[c:d]))
            continue
        for old, new in _beside(before[a:b], after[c:d]):
            yield Paragraph(pieces=words(old, new))


def _beside(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Put changed paragraphs beside the ones that they grew from; what is left between those stands as it comes."""
    pairs: list[tuple[str, str]] = []
    was = now = 0
    for place, partner in [*_partners(old, new), (len(old), len(new))]:
        pairs += zip_longest(old[was:place], new[now:partner], fillvalue="")
        pairs += zip(old[place : place + 1], new[partner : partner + 1], strict=True)
        was, now = place + 1, partner + 1
    return pairs


def _partners(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of paragraphs that are the same one before and after, in reading order."""
    if len(old) * len(new) > _MOST_PAIRS:
        return
    ahead = 0
    for place, text in enumerate(old):
        likest = max(range(ahead, len(new)), key=lambda at: _likeness(text, new[at]), default=None)
        if likest is not None and _likeness(text, new[likest]) >= _SAME_PARAGRAPH:
            yield place, likest
            ahead = likest + 1


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()
