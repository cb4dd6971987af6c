"""The words that loosen a number (“about”, “more than”, “nearly”) and where they stand; compares no numbers."""

from enum import StrEnum
from typing import Final

from articles.summaries.pieces import DASHES, Pieces


class Bound(StrEnum):
    """On which side of a stated number the true one lies: `nearly` is close below, `below` anywhere below."""

    NONE = ""
    ABOUT = "about"
    ABOVE = "above"
    FLOOR = "floor"
    NEARLY = "nearly"
    BELOW = "below"


UPWARD: Final = frozenset({Bound.ABOVE, Bound.FLOOR})
DOWNWARD: Final = frozenset({Bound.NEARLY, Bound.BELOW})

_BEFORE: Final = {
    Bound.ABOUT: (
        "about|around|some|roughly|approximately|approx|circa|estimated|near|close to|in the region of|in the order of"
        "|perhaps|or about|~|an average of|average of|something like|virtually|practically"
    ),
    Bound.ABOVE: (
        "more than|over|above|greater than|upwards of|in excess of|exceeding|exceeded|exceeds|exceed|topped|topping|tops"
        "|beyond|past|larger than|bigger than|higher than|longer than|better than|older than|surpassed|passed"
    ),
    Bound.FLOOR: "at least|no fewer than|no less than|not less than|a minimum of|minimum of",
    Bound.NEARLY: (
        "nearly|almost|just under|just below|approaching|not quite|shy of|just short of|nearing|a little under|close on"
    ),
    Bound.BELOW: (
        "under|below|less than|fewer than|up to|as many as|as much as|at most|no more than|not more than|a maximum of"
        "|maximum of|lower than|shorter than|younger than|smaller than|within"
    ),
}
_AFTER: Final = {
    ("or", "more"): Bound.FLOOR,
    ("or", "above"): Bound.FLOOR,
    ("or", "over"): Bound.FLOOR,
    ("or", "so"): Bound.ABOUT,
    ("or", "less"): Bound.BELOW,
    ("or", "fewer"): Bound.BELOW,
    ("or", "under"): Bound.BELOW,
}
_BY_WORDS: Final = {
    tuple(phrase.split()): bound for bound, phrases in _BEFORE.items() for phrase in phrases.split("|")
}
_DENIALS: Final = frozenset({"not", "never", "t", "without", "nor"})
_LAST_WORDS: Final = frozenset(words[-1] for words in _BY_WORDS)


def bound_before(pieces: Pieces, at: int) -> Bound:
    """The bound of the number that begins at piece `at`; the longest phrase counts, and articles are passed over."""
    while pieces[at - 1].low in {"a", "an", "the"}:
        at -= 1
    if pieces[at - 1].low not in _LAST_WORDS:
        return Bound.NONE
    for length in (4, 3, 2, 1):
        bound = _BY_WORDS.get(pieces.lows(at - length, length)) if at >= length else None
        if bound is not None:
            # “Did not fall below” is a floor, and which floor is more than words can be trusted with.
            return Bound.NONE if _DENIALS & set(pieces.lows(at - length - 3, 3)) else bound
    return Bound.NONE


def bound_after(pieces: Pieces, end: int) -> Bound:
    """The bound that follows a number and its unit: “or more”, “-plus”, “or so”."""
    after = pieces.after_hyphen(end)
    if (pieces[end].text == "+" and pieces[end].glued) or pieces[after].low == "plus":
        return Bound.FLOOR
    if after != end and pieces[after].low in {"odd", "ish"} and pieces[end].text in DASHES:
        return Bound.ABOUT
    return _AFTER.get((pieces[end].low, pieces[end + 1].low), Bound.NONE)
