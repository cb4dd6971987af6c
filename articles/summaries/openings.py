"""Frees the opening of a sentence from what only its place in the article needs; changes no word after it."""

import re
from typing import Final

_UPPER: Final = "A-ZÀ-ÖØ-Þ"
_CAPITALS: Final = rf"[{_UPPER}][{_UPPER}.’'-]+(?:[ /][{_UPPER}][{_UPPER}.’'-]*)*"
_PLACE: Final = rf"[{_UPPER}][\w.’'-]+(?: [{_UPPER}][\w.’'-]+){{0,3}}"
_MORE: Final = rf"(?: ?, ?(?:{_PLACE}|[A-Z][a-z]+\.? \d{{1,2}}|\d{{1,2}} [A-Z][a-z]+)){{0,3}}"
_AGENCY: Final = r"(?:\(|-LRB-) ?[\w.&’'/ -]{2,40} ?(?:\)|-RRB-)"
_DASH: Final = r"(?:--|[—–-])"
# A place in capitals needs a dash or an agency after it; one in small letters needs both, or “Lund (LND) said” would
# lose its subject. Without a dash the story must begin with an article.
_SHORT_AGENCY: Final = r"(?:\(|-LRB-) ?[A-Z]{2,6} ?(?:\)|-RRB-)"
_DATELINE: Final = re.compile(
    rf"(?:(?:{_CAPITALS}{_MORE} )?{_AGENCY} ?{_DASH} ?|{_PLACE}{_MORE} {_AGENCY} ?{_DASH} ?|{_CAPITALS}{_MORE} {_DASH} "
    rf"|{_PLACE}{_MORE} {_SHORT_AGENCY}(?: (?=(?:An?|The) )|(?=\w))|{_SHORT_AGENCY} ?)(?=[{_UPPER}\d“\"'‘`£$€])"
)
_CONNECTIVE: Final = re.compile(
    r"(?:(?:But|And)(?! (?:for|also|so|if|then)\b),?|Yet(?= (?:the|a|an)\b)|(?:However|Meanwhile|Moreover|Furthermore|Nevertheless|Nonetheless"
    r"|Still|Yet|Also|Indeed|Likewise|Similarly|Even so|In addition|Additionally|In fact|Of course|That said|For example"
    r"|For instance|On the other hand|By contrast|In contrast|Crucially|Notably|Interestingly|Significantly"
    r"|Unsurprisingly|Apparently not) ?,) "
)


def without_dateline(text: str) -> str:
    """The sentence without “VARNHOLM, March 5 (Northwire) - ”, “(NW) -- ” and their like."""
    found = _DATELINE.match(text)
    return _capitalised(text[found.end() :]) if found else text


def without_connective(text: str) -> str:
    """The sentence without a first “But”, “And” or “However,”: it says the same, only not against whom."""
    while found := _CONNECTIVE.match(text):
        text = _capitalised(text[found.end() :])
    return text


def _capitalised(text: str) -> str:
    """With a capital, unless the first word is written in its own way, as “eDahl” is."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.islower() else text
