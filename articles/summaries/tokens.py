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
    r"|\.(?: ?\.){2}"  # an ellipsis of three points
    r"|,{2,}|;{2,}|:{2,}|\.\.|-{2,3}"  # points that were typed twice, and a dash made of hyphens
    r"|\S"
)
_DOUBLE: Final = '“”„«»"'
_SINGLE: Final = "‘’‚'"
_DASHES: Final = "-‐‑‒–—―"
_BEFORE_A_QUOTE: Final = "([{" + _DOUBLE + _SINGLE + _DASHES


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

    def step(self, text: str, at: int) -> None:
        """Moves over the mark at `at`; straight double marks open and close in turn."""
        char = text[at]
        if char in "“„«":
            self.double = True
        elif char in "”»":
            self.double = False
        elif char == '"':
            self.double = not self.double
        elif char in "‘‚":
            self.single = True
        else:
            self._step_over_apostrophe(text, at)

    def _step_over_apostrophe(self, text: str, at: int) -> None:
        """A straight mark before a word opens. After an s it may be a genitive: then the quotation stays open.

        A quotation that is thought longer than it is costs a second reading; one thought shorter is left unguarded.
        """
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if (not before or before.isspace() or before in _BEFORE_A_QUOTE) and after and not after.isspace():
            self.single = self.single or text[at] == "'"
        elif not (before in {"s", "S"} and after.isspace() and text[at + 2 : at + 3].isalnum()):
            self.single = False


def tokens(text: str, quoting: Quoting) -> Iterator[Token]:
    """The tokens of one collapsed sentence, heading or caption, in order; `quoting` is moved along."""
    opened = False
    for found in _TOKEN.finditer(text):
        piece = found[0]
        is_mark = len(piece) == 1 and piece in _DOUBLE + _SINGLE
        inside = quoting.double or quoting.single
        if is_mark:
            quoting.step(text, found.start())
        is_word = any(map(str.isalnum, piece))
        first = is_word and not opened
        opened = opened or is_word
        key = piece.replace("’", "'") if is_word else _mark_key(text, *found.span())
        yield Token(piece, key, _sort(piece, is_mark=is_mark, first=first), first, inside and not is_mark)


def _mark_key(text: str, start: int, end: int) -> str:
    """Styles of one mark are alike: curly and straight, dashes between spaces, three points, a point typed twice."""
    piece = text[start:end]
    if piece[0] in _DASHES:
        # Glued to a word it makes another word of it (“re-sign”, “resign”), so only a dash that stands alone is free.
        left, right = (
            "" if side in {"", " "} else "~" for side in (text[start - 1 : start], text[end : end + 1])
        )
        return f"{left}{piece}{right}" if left or right else "–"
    if piece[0] in _DOUBLE:
        return '"'
    if piece[0] in _SINGLE:
        return "'"
    return "…" if piece.count(".") == 3 else piece[0]


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
    return piece in "%‰&@#?§*/°" or unicodedata.category(piece[0])[0] == "S"
