"""Finds what a sentence puts between quotation marks, curly, straight or typewritten; compares no quotation."""

import re
from typing import Final

# A straight single mark opens only after white space and closes only before it, so that “don't” is no quotation.
_QUOTED: Final = re.compile(
    r"“[^”]*”|\"[^\"]*\"|``.*?''|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)"
    r"|(?<![\w'])'(?!\d0s|')(?:[^']|(?<=\w)'(?=\w))+'(?![\w'])"
)
_PAIRS: Final = (("“", "”"), ("(", ")"), ("[", "]"), ("-LRB-", "-RRB-"))
_LONELY: Final = re.compile(r"``|''|(?:(?<=\s)|^)['‘](?=[A-Z])|(?<=[.,!?])['’](?=\s|$)")


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """Where quotations stand, marks included, in order."""
    return [found.span() for found in _QUOTED.finditer(text)]


def outside_quotes(text: str) -> str:
    """What the writer says in the own voice of the paper."""
    return _QUOTED.sub(" ", text)


def is_balanced(text: str) -> bool:
    """Whether every mark and bracket that opens also closes."""
    if any(text.count(left) != text.count(right) for left, right in _PAIRS):
        return False
    rest = outside_quotes(text)
    return '"' not in rest and _LONELY.search(rest) is None
