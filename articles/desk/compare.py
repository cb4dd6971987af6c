"""What changed between two texts, word by word and paragraph by paragraph; pure, and judges no change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from articles.html_walk import walk

Change = Literal["same", "ins", "del"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stayed, came or went."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A changed paragraph in ``pieces``, or a fold of ``unchanged`` paragraphs."""

    pieces: tuple[Piece, ...] = ()
    unchanged: int = 0


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


def _blocks(html: str) -> list[str]:
    return [block.text for block in walk(html).blocks]


def _paragraphs(before: Sequence[str], after: Sequence[str]) -> Iterator[Paragraph]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Paragraph(unchanged=b - a)
            continue
        for old, new in zip_longest(before[a:b], after[c:d], fillvalue=""):
            yield Paragraph(pieces=words(old, new))
