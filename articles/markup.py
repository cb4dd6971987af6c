"""Cleans an article's HTML and walks it once into text, sentences and anchors; knows no model and no request."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from html import unescape
from typing import Final

import nh3

from articles.html_walk import BLOCKS, BOXES, Walk, walk
from articles.summaries.sentences import number
from articles.summaries.types import Sentence
from articles.summaries.words import collapse, count_words, runs_right_to_left, without_unseen

_ATTRIBUTES: Final = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    "aside": {"class"},
}
_ONE_OF: Final = {"scope": frozenset({"row", "col", "rowgroup", "colgroup"}), "class": frozenset(BOXES)}
_TAGS: Final = BLOCKS | {"cite", "img", "a", "strong", "em", "br"}
# These are allowed into the first pass only, because the tidying that follows turns them into something better.
_MENDED: Final = frozenset({"b", "i", "sup", "sub"})
_RENAMED: Final = {"b": "strong", "i": "em"}
# Text that was struck out was taken back by its writer: keeping it as plain words would print it again.
_DROPPED: Final = {
    "script",
    "style",
    "template",
    "iframe",
    "object",
    "svg",
    "math",
    "del",
    "s",
    "strike",
    "title",
}
_RAISED: Final = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED: Final = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_PIECE: Final = re.compile(r'(<(/?)([a-z0-9]+)(?:[^<>"]|"[^"]*")*>)|[^<]+')
_LINK: Final = re.compile(r"(?:https?://[^\s/\\]|mailto:[^\s]|/(?![/\\]))[^\s\\]*", re.IGNORECASE)
_LOCAL: Final = re.compile(r"/(?![/\\])[^\s\\]*")
_FORBIDDEN: Final = re.compile("[\x00\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ANCHOR: Final = re.compile(r'<mark (?:id|class)="s([0-9]+)">([^<]*)</mark>')
# A box without a word or a picture is none, nor is a card that leads nowhere; the words of that one stay.
_EMPTY_BOX: Final = re.compile(
    r"<aside[^>]*>(?:\s|</?(?:p|h2|h3|ul|ol|li|blockquote|strong|em)>|<br>)*</aside>"
)
_DEAD_CARD: Final = re.compile(r'<aside class="link-card">((?:(?!</aside>|<a ).)*)</aside>', re.DOTALL)
_ROUNDS: Final = 12


class MarkupError(ValueError):
    """The HTML cannot be taken; the message says in plain words what to do about it."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What one walk over clean HTML finds: collapsed text, anchored HTML, its shape, and what the HTML points at.

    `blocks` has the place of each stretch of text and its number of words (“blockquote/p 12”, “fact-box/ul/li 1”),
    `quotes` the words of each blockquote, `hrefs` each target with the words that lead there (“/city/ the council”).
    """

    text: str
    html: str
    sentences: tuple[Sentence, ...]
    blocks: tuple[str, ...]
    quotes: tuple[str, ...]
    hrefs: tuple[str, ...]
    alts: tuple[str, ...]
    images: tuple[str, ...]


def sanitise(html: str) -> str:
    """The HTML with nothing in it but what an article may hold; running it twice changes nothing.

    Characters that show nothing are taken out without a word, for word processors leave them everywhere. Raises
    `MarkupError` for characters that turn text round, and for HTML that never comes to rest.
    """
    refuse_hidden(html)
    clean = _tidy(_FIRST.clean(html))
    for _ in range(_ROUNDS):
        # Taking a tag out can leave a tree that a browser would read differently, so repeat until it is stable.
        again = _tidy(_LATER.clean(clean))
        if again == clean:
            refuse_hidden(clean)
            return clean
        clean = again
    raise MarkupError(
        "The formatting of this text is too tangled. Paste it as plain text and format it here."
    )


def render(clean_html: str) -> Rendered:
    """Text, sentences and anchors of sanitised HTML. The anchors never change a letter of the text."""
    found = walk(clean_html)
    texts = [block.text for block in found.blocks]
    telling = [index for index, block in enumerate(found.blocks) if block.telling]
    sentences = tuple(number(texts, telling))
    _anchor(found, sentences)
    return Rendered(
        text=" ".join(texts),
        html="".join(found.pieces),
        sentences=sentences,
        # Pieces between spaces, not words as a sub-editor counts them: together they must say where each block ends.
        blocks=tuple(f"{block.path or 'text'} {len(block.text.split())}" for block in found.blocks),
        quotes=tuple(" ".join(texts) for texts in found.quotes if texts),
        hrefs=tuple(found.hrefs),
        alts=tuple(found.alts),
        images=tuple(found.images),
    )


def strip_anchors(html: str, keep: Collection[int]) -> str:
    """The anchored HTML with only the marks of the sentences in `keep`; meant for the output of `render` alone."""
    kept = frozenset(keep)
    return _ANCHOR.sub(lambda found: found[0] if int(found[1]) in kept else found[2], html)


def plain(html: str) -> str:
    """The words of sanitised or anchored HTML, as `render` gives them, without looking for sentences."""
    return " ".join(block.text for block in walk(html).blocks)


def word_count(text: str) -> int:
    """Words as a sub-editor counts them: pieces between white space with a letter or a digit in them."""
    return count_words(text)


def refuse_hidden(html: str) -> None:
    """Raises `MarkupError` for a character that hides or turns words; for headlines and captions as for bodies."""
    found = _FORBIDDEN.search(html) or _FORBIDDEN.search(unescape(html))
    if found is None:
        return
    code = f"U+{ord(found[0]):04X}"
    raise MarkupError(
        f"The text holds an invisible character ({code}) that can hide words. Delete it and save again."
    )


def _allow(tag: str, name: str, value: str) -> str | None:
    """Keeps an attribute as it is or drops it; nothing is guessed or rewritten except outer white space."""
    value = unicodedata.normalize("NFC", without_unseen(value, directed=name == "alt")).strip()
    if name == "href":
        return value if _LINK.fullmatch(value) else None
    if name == "src":
        return value if _LOCAL.fullmatch(value) else None
    if name in _ONE_OF:
        return value if value in _ONE_OF[name] else None
    if name == "alt":
        return collapse(value)
    return value if re.fullmatch(r"[0-9]{1,5}", value) else None


def _cleaner(tags: frozenset[str]) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        clean_content_tags=set(_DROPPED),
        attributes=_ATTRIBUTES,
        attribute_filter=_allow,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )


_FIRST: Final = _cleaner(_TAGS | _MENDED)
_LATER: Final = _cleaner(_TAGS)


def _tidy(html: str) -> str:
    """One pass over the sanitiser's own output: renames tags, drops links and pictures that lead nowhere, NFC."""
    directed = runs_right_to_left("".join(piece[0] for piece in _PIECE.finditer(html) if piece[1] is None))
    out: list[str] = []
    shift: list[str] = []
    links: list[bool] = []
    for piece in _PIECE.finditer(html):
        whole, closing, tag = piece[1], piece[2], piece[3]
        if whole is None:
            text = without_unseen(_shifted(piece[0], shift), directed=directed)
            out.append(unicodedata.normalize("NFC", text))
        elif tag in {"sup", "sub"}:
            shift.pop() if closing and shift else shift.append(tag)
        elif tag == "a" and not closing:
            links.append("href=" in whole)
            out.append(whole if links[-1] else "")
        elif tag == "a":
            out.append(whole if links and links.pop() else "")
        elif tag != "img" or 'src="' in whole:
            out.append(f"<{closing}{_RENAMED[tag]}>" if tag in _RENAMED else whole)
    return _boxed("".join(out))


def _boxed(html: str) -> str:
    """Keeps a box that stands between paragraphs and holds something; of every other aside only what is in it."""
    if "<aside" not in html:
        return html
    out: list[str] = []
    kept: list[bool] = []
    depth = 0
    for piece in _PIECE.finditer(html):
        whole, closing, tag = piece[1] or "", piece[2], piece[3]
        if tag == "aside" and not closing:
            kept.append(not depth and "class=" in whole)
        stays = tag != "aside" or not kept or (kept.pop() if closing else kept[-1])
        if stays:
            out.append(piece[0])
            depth += (tag in BLOCKS) * (-1 if closing else 1)
    return _EMPTY_BOX.sub("", _DEAD_CARD.sub(r"\1", "".join(out)))


def _shifted(text: str, shift: list[str]) -> str:
    """Raised and lowered figures keep their meaning as characters: 10² must never become 102."""
    if not shift:
        return text
    return text.translate(_RAISED if shift[-1] == "sup" else _LOWERED)


def _anchor(found: Walk, sentences: tuple[Sentence, ...]) -> None:
    """Puts the marks round the text runs: the first run of a sentence has the id, the others the class."""
    base, bases = 0, []
    for block in found.blocks:
        bases.append(base)
        base += len(block.text) + 1
    for sentence in sentences:
        places = found.blocks[sentence.block].places
        end = sentence.end - bases[sentence.block]
        first = places[sentence.start - bases[sentence.block]]
        # An accent in a tag of its own melts into its letter and has no place: the block knows where it ends.
        after = places[end] if end < len(places) else found.blocks[sentence.block].after
        _mark(found, sentence.id, first, after)


def _mark(found: Walk, sentence: int, first: int, after: int) -> None:
    while not found.words[after - 1] or unescape(found.pieces[after - 1]).isspace():
        after -= 1
    opening = f'<mark id="s{sentence}">'
    for place in range(first, after):
        if not found.words[place]:
            continue
        if place == first or not found.words[place - 1]:
            found.pieces[place] = opening + found.pieces[place]
            opening = f'<mark class="s{sentence}">'
        if place + 1 == after or not found.words[place + 1]:
            found.pieces[place] += "</mark>"
