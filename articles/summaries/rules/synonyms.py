"""Words that a newsroom uses for one another, by their stems; near enough to compare sentences, not to prove them alike."""

from functools import cache
from importlib.resources import files

from articles.summaries.rules.stems import stem


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """For each stem the stems of its group, itself among them."""
    text = files("articles.summaries.rules").joinpath("synonyms.txt").read_text(encoding="utf-8")
    found: dict[str, frozenset[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            group = frozenset(map(stem, line.split()))
            for one in group:
                found[one] = found.get(one, frozenset()) | group
    return found
