"""The kinds of planted errors, what each is and which findings name it; plants none."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """One way to be wrong."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"
    MAGNITUDE = "magnitude"
    QUOTE_EDITED = "quote_edited"
    NUMBER_MOVED = "number_moved"
    NAME_MOVED = "name_moved"
    NUMBERS_EXCHANGED = "numbers_exchanged"
    NAMES_EXCHANGED = "names_exchanged"
    NEGATION_ADDED = "negation_added"
    NEGATION_DROPPED = "negation_dropped"
    ANTONYM = "antonym"
    HEDGE_DROPPED = "hedge_dropped"
    ATTRIBUTION_DROPPED = "attribution_dropped"
    INVENTED = "invented"


@dataclass(frozen=True, slots=True)
class Meaning:
    """`label` heads the row, `codes` are the findings that name the error, `made` tells a reader how it is made."""

    label: str
    codes: frozenset[str]
    made: str


_SWAP: Final = frozenset({"number", "number-far", "entity", "name", "attribution", "quote"})

MEANINGS: Final[dict[Kind, Meaning]] = {
    Kind.NUMBER: Meaning(
        "foreign number",
        frozenset({"number"}),
        "A number becomes another that is nowhere in the article, nor near any of its values.",
    ),
    Kind.DATE: Meaning(
        "foreign date",
        frozenset({"date"}),
        "A weekday, a day of a month, a month or a year becomes one that the article neither has nor implies.",
    ),
    Kind.NAME: Meaning(
        "foreign name",
        frozenset({"name", "entity"}),
        "A name becomes one of another article, or an invented one, of the same make; no part of it is in the article.",
    ),
    Kind.QUOTE: Meaning(
        "foreign quotation",
        frozenset({"quote"}),
        "The words between quotation marks become those of another article.",
    ),
    Kind.MAGNITUDE: Meaning(
        "wrong magnitude",
        frozenset({"number", "number-far"}),
        "Million becomes billion, 6,000 becomes 60,000; the new value is nowhere in the article.",
    ),
    Kind.QUOTE_EDITED: Meaning(
        "quotation edited",
        frozenset({"quote"}),
        "One word inside a quotation is changed, added or dropped.",
    ),
    Kind.NUMBER_MOVED: Meaning(
        "number from elsewhere in the article",
        _SWAP,
        "A number becomes another of the same type that the article has, but the cited sentences do not.",
    ),
    Kind.NAME_MOVED: Meaning(
        "name from elsewhere in the article",
        _SWAP,
        "A person becomes another person of the article, a place or body another place or body.",
    ),
    Kind.NUMBERS_EXCHANGED: Meaning(
        "two numbers exchanged",
        _SWAP,
        "Two numbers of one type change places in the sentence; ranges and pairs are left alone.",
    ),
    Kind.NAMES_EXCHANGED: Meaning(
        "two names or roles exchanged",
        _SWAP,
        "Two names of one type change places in the sentence; “A and B” and “A met B” are left alone.",
    ),
    Kind.NEGATION_ADDED: Meaning(
        "negation added",
        frozenset({"negation", "antonym"}),
        "“was” becomes “was not” or “wasn't”, “approved” becomes “did not approve”.",
    ),
    Kind.NEGATION_DROPPED: Meaning(
        "negation dropped",
        frozenset({"negation", "antonym"}),
        "“not”, “never”, “without”, “failed to”, “no longer” are taken out or turned round.",
    ),
    Kind.ANTONYM: Meaning(
        "opposite",
        frozenset({"antonym", "negation"}),
        "A word becomes its opposite from the generator's own list, which was made without a look at that of the checks.",
    ),
    Kind.HEDGE_DROPPED: Meaning(
        "hedge dropped",
        frozenset({"hedge", "attribution"}),
        "“is alleged to have taken” becomes “took”, “may close” becomes “will close”, “up to 40” becomes “40”.",
    ),
    Kind.ATTRIBUTION_DROPPED: Meaning(
        "attribution dropped",
        frozenset({"attribution", "hedge"}),
        "“…, police said”, “X said that …” and “according to X” are taken away; what was said is left as a fact.",
    ),
    Kind.INVENTED: Meaning(
        "invented clause",
        frozenset({"new-word"}),
        "A clause that the generator made up is added; at least three of its words are not in the article.",
    ),
}


@dataclass(frozen=True, slots=True)
class Edit:
    """A changed text and, for a reader, what was changed into what."""

    text: str
    change: str


@dataclass(frozen=True, slots=True)
class Planted:
    """An error with its place: `verbatim` says whether it was planted in a sentence of the text or in a bullet."""

    slug: str
    kind: Kind
    verbatim: bool
    original: str
    text: str
    evidence: tuple[int, ...]
    change: str
    held_out: bool
