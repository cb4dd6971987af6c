"""Cuts text into the tokens that two versions are compared by, and says what kind each is; compares nothing."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from articles.summaries.words import ATTRIBUTIONS, DATE_WORDS, NUMBER_WORDS, is_negation

_TOKEN: Final = re.compile(
    r"(?<![\w.,:/’'–-])[+−–-]?\d\w*(?:[.,:/'’–−-]\d\w*)*"  # a number with all that stands inside it
    r"|\w+(?:['’]\w+)*"
    r"|\S"
)
_DOUBLE: Final = '“”„«»"'
_SINGLE: Final = "‘’‚'"


class Sort(StrEnum):
    """What a token is, in the word an editor would use for it."""

    NUMBER = "number"
    DATE = "date"
    NEGATION = "denial"
    ATTRIBUTION = "attribution"
    NAME = "name"
    QUOTE = "quotation"
    SIGN = "sign"
    WORD = "wording"
    POINT = "punctuation"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as written; `key` is what is compared, `first` opens its sentence, `quoted` stands in a quotation."""

    text: str
    key: str
    sort: Sort
    first: bool
    quoted: bool


@dataclass(slots=True)
class Quoting:
    """Whether the reader stands inside a quotation; carried from one sentence to the next of the same paragraph."""

    double: bool = False
    single: bool = False

    def step(self, char: str) -> None:
        """Moves over one character; straight marks open and close in turn."""
        if char in "“„«":
            self.double = True
        elif char in "”»":
            self.double = False
        elif char == '"':
            self.double = not self.double
        elif char == "‘":
            self.single = True
        elif char == "’":
            self.single = False


def tokens(text: str, quoting: Quoting) -> Iterator[Token]:
    """The tokens of one sentence, heading or caption, in order; `quoting` is moved along."""
    opened = False
    for found in _TOKEN.finditer(text):
        piece = found[0]
        is_mark = len(piece) == 1 and piece in _DOUBLE + _SINGLE
        inside = quoting.double or quoting.single
        if is_mark:
            quoting.step(piece)
        is_word = any(map(str.isalnum, piece))
        first = is_word and not opened
        opened = opened or is_word
        yield Token(
            piece, _key(piece), _sort(piece, is_mark=is_mark, first=first), first, inside and not is_mark
        )


def _key(piece: str) -> str:
    """Curly and straight marks are one; nothing else is."""
    if piece in _DOUBLE:
        return '"'
    return piece.replace("’", "'").replace("‘", "'").replace("‚", "'")


def _sort(piece: str, *, is_mark: bool, first: bool) -> Sort:
    if is_mark:
        return Sort.QUOTE
    if not any(map(str.isalnum, piece)):
        return Sort.SIGN if _is_sign(piece) else Sort.POINT
    return _word_sort(piece, piece.casefold(), first=first)


def _word_sort(piece: str, folded: str, *, first: bool) -> Sort:
    if any(char.isdigit() or char.isnumeric() for char in piece) or folded in NUMBER_WORDS:
        return Sort.NUMBER
    if folded in DATE_WORDS and (piece[0].isupper() or folded not in {"may", "march"}):
        return Sort.DATE
    if is_negation(piece):
        return Sort.NEGATION
    if folded in ATTRIBUTIONS:
        return Sort.ATTRIBUTION
    return Sort.NAME if piece != piece.lower() and not first else Sort.WORD


def _is_sign(piece: str) -> bool:
    """Signs that carry a fact: “%”, “£”, “+”, “?”. A question mark turns a statement into a doubt."""
    return piece in "%‰&@#?§*/°" or unicodedata.category(piece)[0] == "S"
