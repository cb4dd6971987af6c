"""Tells a common word with a capital from a name that nobody has met; the article's own words come first."""

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from articles.summaries.rules.reading import is_stop
from articles.summaries.rules.roles import CALENDAR, TITLES
from articles.summaries.rules.stems import stem
from articles.summaries.words import ATTRIBUTIONS, NEGATIONS, NUMBER_WORDS

# Endings of nouns for people, deeds and qualities. A surname may end so too; then the next word tells more.
_ENDINGS: Final = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ities", "ity", "ship", "ists", "ers", "ors", "ians", "men",
    "ing", "ings", "ly", "able", "ible", "less", "ful", "ous", "ised", "ized", "ated", "ology", "ologist", "graphy", "ence", "ance",
)  # fmt: skip


@cache
def _listed() -> frozenset[str]:
    text = files("articles.summaries.rules").joinpath("plain_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(stem(word) for line in lines for word in line.split())


@lru_cache(maxsize=2048)
def is_plain(key: str) -> bool:
    """Whether a folded word is in common use: in the list, of grammar, a title or a number."""
    return (
        is_stop(key)
        or key in CALENDAR
        or key in TITLES
        or key in NUMBER_WORDS
        or key in ATTRIBUTIONS
        or key in NEGATIONS
        or stem(key) in _listed()
    )


@lru_cache(maxsize=2048)
def looks_plain(key: str) -> bool:
    """Whether a folded word that opens a sentence is plain or formed like one: “Frontman”, “Cheaper”, “Hackers”."""
    if is_plain(key) or (len(key) >= 7 and key.endswith(_ENDINGS)):
        return True
    if any(
        key.endswith(ending) and stem(key.removesuffix(ending)) in _listed()
        for ending in ("er", "est", "ly", "y")
    ):
        return True
    return any(stem(key[:at]) in _listed() and stem(key[at:]) in _listed() for at in range(3, len(key) - 2))
