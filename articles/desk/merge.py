"""Two texts that grew from one: who changed what, and one body out of both; pure, and saves nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import zip_longest
from typing import Literal

from articles.html_walk import BLOCKS

Side = Literal["theirs", "mine"]

_TOKEN = re.compile(r'<(/?)([a-z0-9]+)(?:[^<>"]|"[^"]*")*>|[^<]+')
_VOID = frozenset({"img", "br"})
# The editor wraps what stands in a list or a cell in paragraphs, and lists and tables begin lines of their own in a file.
_WRAPS = re.compile(r"(?<=<li>)<p>|</p>(?=</li>)|(?<=<td>)<p>|</p>(?=</td>)|(?<=<th>)<p>|</p>(?=</th>)")
_BETWEEN = re.compile(
    r"\s*(</?(?:ul|ol|li|table|thead|tbody|tr|th|td|figure|figcaption|blockquote|aside|p)\b[^>]*>)\s*"
)
_SIZES = re.compile(r' (?:width|height|colspan="1"|rowspan="1")(?:="\d+")?')


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of top-level blocks: alike on both sides, or to be chosen under ``name``."""

    theirs: tuple[str, ...]
    mine: tuple[str, ...]
    alike: bool
    name: str = ""
    chosen: Side = "mine"


def chosen_by_default(base: object, theirs: object, mine: object) -> Side:
    """Take theirs where only they changed it since ``base``; what I changed stays mine until I say otherwise."""
    return "theirs" if mine == base and theirs != base else "mine"


def blocks(html: str) -> list[str]:
    """Return the top-level blocks of sanitised HTML; loose text between two of them is a block as well."""
    found: list[str] = []
    current: list[str] = []
    depth = 0
    for token in _TOKEN.finditer(html):
        closing, tag = token[1], token[2]
        opens_block = depth == 0 and tag in BLOCKS and not closing
        if opens_block and current:
            found.append("".join(current))
            current = []
        current.append(token[0])
        if tag and tag not in _VOID:
            depth += -1 if closing else 1
        if depth == 0 and tag in BLOCKS:
            found.append("".join(current))
            current = []
    found.append("".join(current))
    return [block.strip() for block in found if block.strip()]


def likeness(block: str) -> str:
    """Return what of a block counts as its writing: not how the editor spaces and wraps it."""
    return " ".join(_WRAPS.sub("", _BETWEEN.sub(r"\1", _SIZES.sub("", block))).split())


def alike(one: str, other: str) -> bool:
    """Say whether two sanitised bodies are the same writing."""
    return [likeness(block) for block in blocks(one)] == [likeness(block) for block in blocks(other)]


def hunks(theirs: str, mine: str, base: str | None = None) -> list[Hunk]:
    """Cut both bodies where they part; ``base`` is what both grew from and decides what is chosen at first."""
    left, right = blocks(theirs), blocks(mine)
    keys = [likeness(block) for block in left], [likeness(block) for block in right]
    known = frozenset(likeness(block) for block in blocks(base)) if base is not None else frozenset()
    found: list[Hunk] = []
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            found.append(Hunk(tuple(left[a:b]), tuple(right[c:d]), alike=True))
            continue
        found += [_to_choose(one, two, known) for one, two in _pairs(left[a:b], right[c:d])]
    return found


def compose(theirs: str, mine: str, choice: Callable[[str], str]) -> str:
    """Return one body; ``choice`` answers for a hunk's name. What nobody chose for stays mine."""
    found: list[str] = []
    for hunk in hunks(theirs, mine):
        # Alike says nothing of bold and of spaces: those are as the person has them.
        found += hunk.theirs if not hunk.alike and choice(hunk.name) == "theirs" else hunk.mine
    return "".join(found)


def _pairs(left: list[str], right: list[str]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Choose paragraph by paragraph where both sides have as many, else all of it at once."""
    if len(left) == len(right):
        yield from (((one,), (two,)) for one, two in zip_longest(left, right, fillvalue=""))
    else:
        yield tuple(left), tuple(right)


def _to_choose(theirs: tuple[str, ...], mine: tuple[str, ...], known: frozenset[str]) -> Hunk:
    hers, own = _likenesses(theirs), _likenesses(mine)
    # What stood in the base and is missing on one side was taken out there.
    i_changed = bool(own - known) or bool(hers & known)
    # The name is made of both texts, so that a choice never falls upon a text that was not shown with it.
    digest = sha256("\0".join([*sorted(hers), "\1", *sorted(own)]).encode()).hexdigest()[:12]
    return Hunk(
        theirs, mine, alike=False, name=f"take-body-{digest}", chosen="mine" if i_changed else "theirs"
    )


def _likenesses(found: Iterable[str]) -> frozenset[str]:
    return frozenset(likeness(block) for block in found)
