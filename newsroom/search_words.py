"""Words as a search compares them: folded, plural taken off, alike in every database; it knows no story and no query.

Databases cut and stem text differently and depend on their locale. What is indexed is therefore written here, in
letters and figures of ASCII, so that SQLite and PostgreSQL find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Letters that fold to others and are no letter with a mark to Unicode.
_FOLDED = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "\u0640": None, "’": "'",
    # The same letter has several forms in Arabic, Persian and Greek.
    "\u0649": "\u064a", "\u06cc": "\u064a", "\u06a9": "\u0643", "\u0629": "\u0647", "ς": "σ",
})  # fmt: skip
# Marks over and under letters, points and vowel signs that people leave out when they type.
_LEFT_OUT = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
# Signs that belong to the letter before them, in the scripts of living languages.
_MARKS = "".join(sign for sign in map(chr, range(0x300, 0x3000)) if unicodedata.category(sign)[0] == "M")
# Scripts without spaces between words: every sign is a word of its own, or nobody would find one inside a line.
_UNSPACED = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_PART = rf"(?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])"
_WORD = re.compile(rf"[{_UNSPACED}]|{_PART}+(?:['’]s(?!{_PART}))?")
_PLAIN = re.compile(r"[a-z]+|[0-9]+")
# An e before the plural's s may belong to either: buses and houses.
_HISSING = ("s", "x", "z", "ch", "sh")
_NO_PLURAL = ("ss", "us", "is")
_SHORTEST_PLURAL = 4
_LONGEST = 60
# Words begin with this nowhere, so that what is coded is never taken for a beginning that somebody typed.
_CODED = "zzq"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, and the key by which it is compared."""

    start: int
    end: int
    key: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in its order; offsets count characters of ``text``."""
    for found in _WORD.finditer(text):
        if key := key_of(found[0]):
            yield Word(found.start(), found.end(), key)


def keys(text: str) -> str:
    """Return the keys of a text with spaces between them: what goes into the index."""
    return " ".join(word.key for word in words(text))


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """Return the key of one word; empty when nothing of it can be compared."""
    return _written(_singular(_fold(word)))


def beginning(word: str) -> str:
    """Return what the keys of all words begin with that begin like ``word``."""
    return _written(_fold(word).replace("'", ""))


def alternatives(key: str) -> tuple[str, ...]:
    """Return the keys that a word may have in a text: the singular of “buses” is “buse” until somebody looks it up."""
    if key.endswith(_HISSING):
        return (key, f"{key}e")
    return (key, key[:-1]) if key.endswith("e") and key[:-1].endswith(_HISSING) else (key,)


def _fold(word: str) -> str:
    low = unicodedata.normalize("NFKD", word.casefold().translate(_FOLDED))
    return _LEFT_OUT.sub("", low).translate(_FOLDED)


def _singular(word: str) -> str:
    """Take a plural or possessive s off, in whatever language: it goes from the question and the text alike."""
    if word.endswith("'s"):
        return word[:-2]
    if len(word) < _SHORTEST_PLURAL or word == "news" or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > _SHORTEST_PLURAL else word[:-1]


def _written(word: str) -> str:
    """Spell a word so that every database takes it for one; what begins alike is still spelt alike."""
    short = word[:_LONGEST]
    return short if _PLAIN.fullmatch(short) else f"{_CODED}{short.encode().hex()}" if short else ""
