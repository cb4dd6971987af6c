"""Says in an editor's words why an article should go without extracted bullets; drafts none."""

import re
from collections.abc import Callable
from typing import Final

from articles.summaries.types import SourceDoc, Unsuitable
from articles.summaries.words import count_words

FEWEST_WORDS: Final = 120
FEWEST_SENTENCES: Final = 6

_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d\b|(?:1[0-2]|[1-9]) ?[ap]\.?m\b", re.IGNORECASE)
_LIVE: Final = re.compile(
    r"^live ?[:–—|-]|\blive (?:blog|updates|ticker|text)\b|[:–—|-] live\b|as it happened$|minute by minute",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(r"(?:\d{1,3}[.)]|[•*–—-])\s")
_COUNTS: Final = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
)
_LISTED: Final = re.compile(
    rf"^(?:the )?(?:\d+|top \d+|(?:top )?(?:{_COUNTS}))(?: (?:best|great|easy|simple|good))?"
    r" (?:things|ways|reasons|tips|places|facts)\b",
    re.IGNORECASE,
)
_ENOUGH_PROSE: Final = 250
_FULL_STOP: Final = re.compile(r"[.!?…][”\"’)]*$")


def require_suitable(doc: SourceDoc) -> None:
    """Raises `Unsuitable` for what is too short, is a list, or was written minute by minute."""
    words = sum(count_words(sentence.text) for sentence in doc.sentences)
    if words < FEWEST_WORDS:
        raise Unsuitable(f"The article has {words} words; a Quick Take needs at least {FEWEST_WORDS}.")
    if len(doc.sentences) < FEWEST_SENTENCES:
        raise Unsuitable(
            f"The article has {len(doc.sentences)} sentences; a Quick Take needs at least {FEWEST_SENTENCES}."
        )
    blocks = _blocks(doc)
    if _LIVE.search(doc.headline) or _share(blocks, lambda block: _CLOCK.match(block) is not None) >= 0.3:
        raise Unsuitable(
            "This reads like a live blog. Its sentences belong to their minute and cannot stand alone."
        )
    if _LISTED.search(doc.headline) or _is_list(blocks):
        raise Unsuitable("This reads like a list. Picking some entries would leave out the others.")


def _blocks(doc: SourceDoc) -> list[str]:
    found: dict[int, list[str]] = {}
    for sentence in doc.sentences:
        found.setdefault(sentence.block, []).append(sentence.text)
    return [" ".join(texts) for texts in found.values()]


def _is_list(blocks: list[str]) -> bool:
    """Whether numbered or bare entries make up half of it. Beside enough prose bare entries are a table, not a list."""
    if _share(blocks, lambda block: _ITEM.match(block) is not None) >= 0.5:
        return True
    prose = sum(count_words(block) for block in blocks if not _is_entry(block))
    return prose < _ENOUGH_PROSE and _share(blocks, _is_entry) >= 0.5


def _is_entry(block: str) -> bool:
    return _ITEM.match(block) is not None or (count_words(block) <= 14 and _FULL_STOP.search(block) is None)


def _share(blocks: list[str], is_so: Callable[[str], bool]) -> float:
    return sum(map(is_so, blocks)) / len(blocks) if len(blocks) >= 4 else 0.0
