"""What a search shows of a story it found: marked words in headline and text; which stories is decided elsewhere.

Bullets are never quoted here: they stand under their sentence on the story's page and nowhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.models.version import PublishedVersion
from articles.press.pictures import text_shown
from articles.press.search_query import Asked
from newsroom.search_words import Word, words

# Characters of a snippet, and how far from its start the first found word stands.
LENGTH = 240
_BEFORE = 60
# Of a very long text only so much is looked through; the beginning is shown when nothing is found in it.
_LOOKED_THROUGH = 40_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A story that was found, as the list of results shows it."""

    version: PublishedVersion
    headline: SafeString
    snippet: SafeString


def hit(version: PublishedVersion, asked: Asked) -> Hit:
    """Return how a story is shown: its text where most of what was asked for stands, else its standfirst."""
    text = text_shown(version)[:_LOOKED_THROUGH]
    found = _found(text, asked)
    standfirst = version.standfirst or text
    place = _best(found) if found else None
    return Hit(
        version=version,
        headline=marked(version.headline, asked),
        snippet=_cut(text, found, place)
        if place is not None
        else _cut(standfirst, _found(standfirst, asked), 0),
    )


def marked(text: str, asked: Asked) -> SafeString:
    """Return the escaped text with the found words in ``<mark>``."""
    return _with_marks(text, _found(text, asked), 0, len(text))


def _found(text: str, asked: Asked) -> list[Word]:
    return [word for word in words(text) if asked.marks(word.key)]


def _best(found: Sequence[Word]) -> int:
    """Return where the stretch begins that has most of the words, different ones before the same again.

    One pass: a text in a script without spaces may have the same word tens of thousands of times.
    """
    best, most = found[0].start, (0, 0)
    inside: Counter[str] = Counter()
    end = 0
    for number, first in enumerate(found):
        end = max(end, number)
        while end < len(found) and found[end].end <= first.start + LENGTH - _BEFORE:
            inside[found[end].key] += 1
            end += 1
        worth = (len(inside), end - number)
        if worth > most:
            best, most = first.start, worth
        inside[first.key] -= 1
        if inside[first.key] <= 0:
            del inside[first.key]
    return best


def _cut(text: str, found: Sequence[Word], place: int) -> SafeString:
    start = 0 if place <= _BEFORE else _after_space(text, place - _BEFORE, place)
    end = len(text) if start + LENGTH >= len(text) else _before_space(text, start + LENGTH)
    opened, closed = "… " if start else "", " …" if end < len(text) else ""
    return mark_safe(f"{opened}{_with_marks(text, found, start, end)}{closed}")  # noqa: S308 - escaped below


def _after_space(text: str, start: int, latest: int) -> int:
    space = text.find(" ", start, latest)
    return latest if space < 0 else space + 1


def _before_space(text: str, end: int) -> int:
    space = text.rfind(" ", end - LENGTH // 2, end)
    return end if space < 0 else space


def _with_marks(text: str, found: Sequence[Word], start: int, end: int) -> SafeString:
    parts, at = [], start
    for word in found:
        if start <= word.start and word.end <= end:
            parts += [escape(text[at : word.start]), "<mark>", escape(text[word.start : word.end]), "</mark>"]
            at = word.end
    return mark_safe("".join([*parts, escape(text[at:end])]))  # noqa: S308 - every piece of text is escaped
