"""Boxes in Markdown: lines between “::: fact-box” and “:::” become the box of that name; knows no record and no story."""

from __future__ import annotations

import re
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from articles.exchange.faults import Unfit
from articles.html_walk import BOXES

_OPENS: Final = re.compile(rf":::\s*({'|'.join(BOXES)})")
_CLOSES: Final = ":::"


def boxes_plugin(markdown: MarkdownIt) -> None:
    """Teach Markdown the boxes of a story. A box that nobody closes raises Unfit: its end cannot be guessed."""
    # It may stand right under a paragraph, as a fence may.
    markdown.block.ruler.before(
        "fence", "box", _box, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _box(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001  # Markdown calls it.
    opening = _OPENS.fullmatch(_line(state, start))
    if opening is None:
        return False
    if silent:
        return True
    closing = next((line for line in range(start + 1, end) if _line(state, line) == _CLOSES), None)
    if closing is None:
        raise Unfit(f"the box “::: {opening[1]}” is never closed; put “:::” on a line of its own under it")
    state.push("box_open", "aside", 1).attrSet("class", opening[1])
    last, state.lineMax = state.lineMax, closing
    state.md.block.tokenize(state, start + 1, closing)
    state.lineMax, state.line = last, closing + 1
    state.push("box_close", "aside", -1)
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()
