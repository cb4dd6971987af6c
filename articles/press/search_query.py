"""What a reader typed into the search field, as words, beginnings and phrases; pure, no database is known here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.search_words import alternatives, beginning, words

MOST_TERMS = 12
# Little words that stand in every story; asked for beside others they only cost time.
_LITTLE = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "or", "that", "the",
    "this", "to", "was", "were", "with",
})  # fmt: skip
_SHORTEST_BEGINNING = 3
# A phrase in marks, or what stands between two spaces.
_PIECE = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|([^\s\"“”„«»]+)")


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that has to be in the story: any of ``keys``, or all of them in this order (a ``phrase``)."""

    keys: tuple[str, ...]
    phrase: bool = False
    prefix: bool = False

    def marks(self, key: str) -> bool:
        """Whether a word with this key is shown as found."""
        return key.startswith(self.keys[0]) if self.prefix else key in self.keys


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that has to be in the story; empty when nothing was typed that can be searched for."""

    terms: tuple[Term, ...]

    def marks(self, key: str) -> bool:
        """Whether a word with this key is shown as found."""
        return any(term.marks(key) for term in self.terms)

    def for_sqlite(self, join: str = "AND") -> str:
        """Spell it for FTS5. Keys are letters and figures of ASCII, so there is nothing to escape."""
        return f" {join} ".join(map(_for_sqlite, self.terms))

    def for_postgres(self, join: str = "&") -> str:
        """Spell it for ``to_tsquery``."""
        return f" {join} ".join(map(_for_postgres, self.terms))


def read(typed: str) -> Asked:
    """Return what was asked for; words twice count once, little words only alone."""
    terms = list(dict.fromkeys(term for piece in _PIECE.finditer(typed) for term in _terms(piece)))
    telling = [term for term in terms if not _is_little(term)]
    return Asked(tuple(telling or terms))


def _terms(piece: re.Match[str]) -> Iterator[Term]:
    if piece[1]:
        keys = tuple(word.key for word in words(piece[1]))
        if len(keys) > 1:
            yield Term(keys, phrase=True)
        elif keys:
            yield Term(alternatives(keys[0]))
        return
    found = list(words(piece[2]))
    for word in found[:-1]:
        yield Term(alternatives(word.key))
    if found:
        yield _last(piece[2], found[-1].start, found[-1].end, found[-1].key)


def _last(piece: str, start: int, end: int, key: str) -> Term:
    begun = beginning(piece[start:end]) if piece[end:].startswith("*") else ""
    return Term((begun,), prefix=True) if len(begun) >= _SHORTEST_BEGINNING else Term(alternatives(key))


def _is_little(term: Term) -> bool:
    return not term.phrase and not term.prefix and term.keys[0] in _LITTLE


def _for_sqlite(term: Term) -> str:
    if term.phrase:
        return f'"{" ".join(term.keys)}"'
    if term.prefix:
        return f'"{term.keys[0]}"*'
    return f"({' OR '.join(f'{chr(34)}{key}{chr(34)}' for key in term.keys)})"


def _for_postgres(term: Term) -> str:
    if term.phrase:
        return f"({' <-> '.join(term.keys)})"
    return f"{term.keys[0]}:*" if term.prefix else f"({' | '.join(term.keys)})"
