"""Cuts text into words, figures and signs with their places, for what reads numbers and dates; reads neither."""

import re
from typing import Final, NamedTuple

_PIECE: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+|[^\w\s]")
DASHES: Final = frozenset("-‐‑–—−")


class Piece(NamedTuple):
    """A word, a run of digits or one sign: `low` is without case, `glued` means no space stands before it."""

    text: str
    low: str
    start: int
    end: int
    glued: bool

    @property
    def is_digits(self) -> bool:
        return self.text[:1].isdecimal()

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()


NOTHING: Final = Piece("", "", 0, 0, glued=False)
_MARGIN: Final = 8


class Pieces:
    """The pieces of a text; any index may be asked for, and outside there is `NOTHING`."""

    __slots__ = ("_padded", "all", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.all: list[Piece] = []
        last = -1
        for found in _PIECE.finditer(text):
            word, (start, end) = found[0], found.span()
            self.all.append(Piece(word, word.lower(), start, end, start == last))
            last = end
        # Asking beyond the ends is the rule here, and a margin is cheaper than a check.
        self._padded = [NOTHING] * _MARGIN + self.all + [NOTHING] * _MARGIN

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, at: int) -> Piece:
        return self._padded[at + _MARGIN] if -_MARGIN <= at < len(self.all) + _MARGIN else NOTHING

    def lows(self, start: int, count: int) -> tuple[str, ...]:
        """The next `count` pieces without case, fewer at the end."""
        return tuple(piece.low for piece in self.all[max(start, 0) : max(start + count, 0)])

    def after_hyphen(self, at: int) -> int:
        """The index of what follows, past one hyphen that is glued on both sides."""
        if self[at].text in DASHES and self[at].glued and self[at + 1].glued:
            return at + 1
        return at
