"""Finds quotations and the stretches outside them, for the planting of errors; compares nothing."""

import re
from typing import Final

_SHAPES: Final = (
    re.compile(r"“([^“”]+)”"),
    re.compile(r'"([^"]+)"'),
    re.compile(r"(?:(?<=^)|(?<=[\s(]))‘([^‘]+?)’(?![^\W_])"),
    re.compile(r"(?:(?<=^)|(?<=[\s(]))'([^']+(?:'[a-z][^']*)*?)'(?![^\W_])"),
)
_MARKS: Final = '“”"'


def quoted(text: str) -> list[tuple[int, int]]:
    """The insides of the quotations, in order."""
    found: list[tuple[int, int]] = []
    for shape in _SHAPES:
        for match in shape.finditer(text):
            start, end = match.span(1)
            if not any(start < other and this < end for this, other in found):
                found.append((start, end))
    return sorted(found)


def is_inside(text: str, start: int, end: int) -> bool:
    """Whether a stretch touches a quotation; all of a text with a mark that is never closed counts as inside."""
    spans = quoted(text)
    if any(start <= other and this <= end for this, other in spans):
        return True
    rest = "".join(
        char for at, char in enumerate(text) if not any(this - 1 <= at <= other for this, other in spans)
    )
    return any(mark in rest for mark in _MARKS)
