"""Quotations of a bullet that nobody said so; who said them is claims.py's."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from articles.summaries.rules.claim import Claim
from articles.summaries.rules.mentions import article
from articles.summaries.rules.stems import folded
from articles.summaries.types import Finding, Severity, SourceDoc

_STRAIGHT_OPENING: Final = re.compile(r"(?<![^\s(\[“‘'—–-])\"(?=\S)|``|«")
_STRAIGHT_CLOSING: Final = re.compile(r"\"|''|»")
_MARK: Final = re.compile("[“”]")
# A single mark opens before a word and closes after one; the s of a genitive may close it too early, never too late.
_SINGLE: Final = re.compile(
    r"(?<![\w’'])[‘'](?P<said>(?!\d0s|em\b|til\b|n\b)\w[^‘“”]*?)(?<=[\w.,!?…])['’](?![\w’'])"
)
_CUT: Final = re.compile(r"…|\.(?: ?\.){2}|\[[^\]]*\]")
_PIECE: Final = re.compile(r"[£$€¥]?\w+(?:[.,:]\d+)*(?:['’]\w+)*%?|&")


class Quotes:
    """Code `quote`."""

    def __init__(self, doc: SourceDoc) -> None:
        self.article = article(doc)

    def findings(self, claim: Claim) -> Iterator[Finding]:
        for start, end, said in _quotations(claim.text):
            parts = [words for part in _CUT.split(said) if (words := _words(part))]
            if parts:
                yield from self._judged(claim, (start, end), said, parts)

    def _judged(
        self, claim: Claim, span: tuple[int, int], said: str, parts: Sequence[tuple[str, ...]]
    ) -> Iterator[Finding]:
        own = " ".join(sentence.text for sentence in sorted(claim.evidence, key=lambda one: one.start))
        if _stands_in(parts, _words(own)):
            if sum(map(len, parts)) > 2 and not self._is_quoted(claim, parts) and not said.istitle():
                message = f"‘{said}’ is in these sentences, but not as a quotation"
                yield claim.finding("quote", Severity.WARN, message, *span)
            return
        doc = self.article.doc
        whole = f"{doc.headline} \n {doc.standfirst} \n {doc.text}"
        if _stands_in(parts, _words(whole)):
            severity, message = Severity.WARN, f"‘{said}’ is in the article, but not in these sentences"
        else:
            severity, message = Severity.BLOCK, f"Nobody says ‘{said}’ in the article in these words"
        yield claim.finding("quote", severity, message, *span)

    def _is_quoted(self, claim: Claim, parts: Sequence[tuple[str, ...]]) -> bool:
        """Whether the words stand between quotation marks in the paragraphs of the evidence."""
        blocks = {sentence.block for sentence in claim.evidence}
        pieces = [one.text for one in self.article.doc.sentences if one.block in blocks]
        quoted = [_words(said) for _, _, said in _quotations(" ".join(pieces))]
        return any(_stands_in([part], words) for words in quoted for part in parts)


@lru_cache(maxsize=64)
def _quotations(text: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and words of what stands between marks; an end that is missing is the end of the text."""
    even = _STRAIGHT_OPENING.sub(lambda mark: "“" * len(mark[0]), text)
    even = _STRAIGHT_CLOSING.sub(lambda mark: "”" * len(mark[0]), even)
    spans: list[tuple[int, int]] = []
    # A text that closes before it opens starts inside a quotation, unless the mark stands for inches.
    opened: int | None = 0 if re.match(r"[^“”]*[^“”\d]”", even) else None
    for mark in _MARK.finditer(even):
        if mark[0] == "“":
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            spans.append((opened, mark.end()))
            opened = None
    if opened is not None:
        spans.append((opened, len(even)))
    outside = even
    for start, end in spans:
        outside = outside[:start] + "”" * (end - start) + outside[end:]
    spans += [found.span() for found in _SINGLE.finditer(outside)]
    return tuple((start, end, even[start:end].strip("“”‘’' ")) for start, end in sorted(spans))


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[str, ...]:
    """The words as they must be repeated: case, accents and the style of an apostrophe are free, all else is not."""
    return tuple(
        piece if piece.isascii() and piece.isalnum() and piece.islower() else _even(piece)
        for piece in _PIECE.findall(text)
    )


def _even(piece: str) -> str:
    low = piece.casefold().replace("’", "'")
    # `folded` takes a possessive off, which in a quotation is a word changed.
    return f"{folded(low)}'s" if low.endswith("'s") else folded(low)


def _stands_in(parts: Sequence[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    """Whether each part stands there word for word, one after the other."""
    at = 0
    for part in parts:
        place = _place(part, words, at)
        if place < 0:
            return False
        at = place + len(part)
    return True


def _place(part: tuple[str, ...], words: tuple[str, ...], start: int) -> int:
    at = start
    while True:
        try:
            at = words.index(part[0], at)
        except ValueError:
            return -1
        if words[at : at + len(part)] == part:
            return at
        at += 1
