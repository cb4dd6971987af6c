"""Walks sanitised HTML once and remembers which piece every letter came from; cleans and decides nothing."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Final

_BLOCK_TAGS: Final = "p h2 h3 ul ol li blockquote figure figcaption table caption thead tbody tr th td aside"
BLOCKS: Final = frozenset(_BLOCK_TAGS.split())
# Words in these are part of the text, but no sentence of a summary may rest on them.
QUIET: Final = frozenset({"h2", "h3", "figcaption", "caption", "th", "td"})
# What an aside may be, by its class. A pull quote says again what the text says, and a card leads away from it: a bullet
# that rested on either would rest on nothing of its own. A fact box tells, as paragraphs do.
BOXES: Final = ("pull-quote", "fact-box", "link-card")
_QUIET_BOXES: Final = frozenset({"pull-quote", "link-card"})
# A table's rows are its rows, whichever part holds them; and these three hold words only, so nothing need be counted.
_UNNAMED: Final = frozenset({"thead", "tbody"})
_UNCOUNTED: Final = frozenset({"p", "h2", "h3"})


@dataclass(slots=True)
class Block:
    """A stretch of text between two block edges: its collapsed text and, for each character, its piece.

    `after` is the piece behind its last character; an accent in a tag of its own has no place in `places`.
    `path` says where it stands, as “ul/li:2”: the second item of the first list; “” is outside of everything. A box goes
    by its class, as “fact-box/p”.
    """

    telling: bool
    text: str
    places: list[int]
    after: int
    path: str


@dataclass(slots=True)
class Walk:
    """The pieces of the HTML in order (a tag, or one character of text) and what was read from them.

    `hrefs` has each target with the words that lead there, `quotes` the paragraphs of each outermost blockquote.
    """

    pieces: list[str] = field(default_factory=list)
    words: list[bool] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    quotes: list[list[str]] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


def walk(html: str) -> Walk:
    """The pieces and blocks of sanitised or anchored HTML; a tag that is no block edge is taken as part of a line."""
    reader = _Reader()
    reader.feed(html)
    return reader.finish()


@dataclass(slots=True)
class _Frame:
    """An open block: its tag, its path, whether its class keeps it quiet, and how many blocks of each tag it has had."""

    tag: str
    path: str
    quiet: bool = False
    had: Counter[str] = field(default_factory=Counter)


class _Reader(HTMLParser):
    """Feeds a `Walk`. Character references stay as they were written, so that the HTML comes out byte for byte."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.walk = Walk()
        self._chars: list[str] = []
        self._places: list[int] = []
        self._quiet = 0
        self._frames = [_Frame("", "")]
        self._quotes = 0
        self._link: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._edge(tag)
        self._quiet += tag in QUIET
        self._open(tag, dict(attrs).get("class") or "")
        self._note(dict(attrs))
        self._put(self.get_starttag_text() or "", is_text=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._edge(tag)
        self._quiet -= tag in QUIET and self._quiet > 0
        self._close(tag)
        self._put(f"</{tag}>", is_text=False)

    def handle_data(self, data: str) -> None:
        for char in data:
            self._say(char, char)

    def handle_entityref(self, name: str) -> None:
        self._say(unescape(f"&{name};"), f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._say(unescape(f"&#{name};"), f"&#{name};")

    def finish(self) -> Walk:
        self.close()
        self._flush()
        self._end_link()
        return self.walk

    def _open(self, tag: str, kind: str) -> None:
        if tag not in BLOCKS or tag in _UNNAMED:
            return
        above = self._frames[-1]
        name = (kind if tag == "aside" else "") or tag
        above.had[name] += 1
        count = 1 if tag in _UNCOUNTED else above.had[name]
        step = name if count == 1 else f"{name}:{count}"
        quiet = tag == "aside" and kind in _QUIET_BOXES
        self._quiet += quiet
        self._frames.append(_Frame(tag, f"{above.path}/{step}".lstrip("/"), quiet))
        if tag == "blockquote":
            if not self._quotes:
                self.walk.quotes.append([])
            self._quotes += 1

    def _close(self, tag: str) -> None:
        if tag == "a":
            self._end_link()
        elif tag == self._frames[-1].tag:
            self._quiet -= self._frames.pop().quiet
            self._quotes -= tag == "blockquote"

    def _end_link(self) -> None:
        if self._link is not None:
            self.walk.hrefs.append(" ".join("".join(self._link).split()))
        self._link = None

    def _put(self, piece: str, *, is_text: bool) -> None:
        self.walk.pieces.append(piece)
        self.walk.words.append(is_text)

    def _say(self, chars: str, piece: str) -> None:
        self._chars.extend(chars)
        if self._link is not None:
            self._link.append(chars)
        self._places.extend([len(self.walk.pieces)] * len(chars))
        self._put(piece, is_text=True)

    def _note(self, attrs: dict[str, str | None]) -> None:
        for name, found in (("src", self.walk.images), ("alt", self.walk.alts)):
            value = attrs.get(name)
            if value:
                found.append(value)
        if target := attrs.get("href"):
            self._end_link()
            self._link = [target, " "]

    def _edge(self, tag: str) -> None:
        is_block = tag in BLOCKS
        if is_block:
            self._flush()
        elif tag == "br":
            self._chars.append(" ")
            self._places.append(len(self.walk.pieces))
        if self._link is not None and (is_block or tag == "br"):
            self._link.append(" ")

    def _flush(self) -> None:
        text, places = _collapsed(*_composed("".join(self._chars), self._places))
        if text:
            path = self._frames[-1].path
            after = self._places[-1] + 1
            self.walk.blocks.append(
                Block(telling=not self._quiet, text=text, places=places, after=after, path=path)
            )
            if self._quotes:
                self.walk.quotes[-1].append(text)
        self._chars, self._places = [], []


def _composed(text: str, places: list[int]) -> tuple[str, list[int]]:
    """NFC with its places; an accent may stand in another tag than its letter, then the letter's place counts."""
    if unicodedata.is_normalized("NFC", text):
        return text, places
    out, where, start = "", [], 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _joins(text[end]):
            chunk = unicodedata.normalize("NFC", text[start:end])
            where += [places[min(start + step, end - 1)] for step in range(len(chunk))]
            out, start = out + chunk, end
    return out, where


def _joins(char: str) -> bool:
    """Whether NFC may melt this character into the one before it: marks, and the later parts of Hangul."""
    return unicodedata.category(char)[0] == "M" or "\u1161" <= char <= "\u11c2"


def _collapsed(text: str, places: list[int]) -> tuple[str, list[int]]:
    """One space for each run of white space, none at the ends; a space keeps the place of the run's last."""
    out: list[str] = []
    where: list[int] = []
    for index, char in enumerate(text):
        if char.isspace():
            continue
        if out and text[index - 1].isspace():
            out.append(" ")
            where.append(places[index - 1])
        out.append(char)
        where.append(places[index])
    return "".join(out), where
