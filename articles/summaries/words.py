"""The vocabulary and the spellings that the text rules share; decides nothing by itself."""

import re
import unicodedata
from typing import Final


def listed(words: str) -> frozenset[str]:
    """The words of a string with blanks between, which is how a long list is read and kept most easily."""
    return frozenset(words.split())


NEGATIONS: Final = listed(
    "not no never none nobody nothing neither nor nowhere without cannot unless hardly scarcely barely"
)

_TEENS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS: Final = {word: value for value, word in enumerate(_TEENS.split())} | {
    word: value * 10 for value, word in enumerate(_TENS.split(), 2)
}
MAGNITUDES: Final = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
NUMBER_WORDS: Final = (
    frozenset(UNITS)
    | frozenset(MAGNITUDES)
    | frozenset(f"{word}s" for word in MAGNITUDES)
    | listed(
        "first second third fourth fifth sixth seventh eighth ninth tenth dozen dozens half halves quarter"
        " quarters third thirds double doubled triple tripled twice once thrice"
    )
)

DATE_WORDS: Final = listed(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december today yesterday tomorrow tonight"
)

ATTRIBUTIONS: Final = listed(
    "said say says saying told tell tells added adds claimed claim claims claiming alleged alleges allege alleging"
    " allegedly reported reportedly reports according denied denies deny denying admitted admits confirmed confirms"
    " argued argues warned warns insisted insists believed believes suspected suspects accused accuses apparently"
    " stated states announced announces suggested suggests estimated estimates expected supposedly purportedly"
    " acknowledged acknowledges conceded concedes replied wrote writes explained explains testified quoted"
)

_SPACED: Final = re.compile(r"\s+")
# Zero-width space, word joiner, byte order mark, soft hyphen and tag characters show nothing and part words unseen.
_UNSEEN: Final = re.compile("[\u00ad\u200b\u2060\ufeff\U000e0000-\U000e007f]")
# Direction marks say where a neutral sign belongs beside Hebrew or Arabic, and nothing anywhere else.
_DIRECTION: Final = re.compile("[\u061c\u200e\u200f]")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs_right_to_left(text: str) -> bool:
    """Whether any letter of the text is of a script that is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def without_unseen(text: str, *, directed: bool) -> str:
    """The text without characters that show nothing; `directed` keeps the direction marks. Joiners always stay.

    Joiners are kept because Persian, Hindi and a family of emoji are misspelt without them.
    """
    text = _UNSEEN.sub("", text)
    return text if directed else _DIRECTION.sub("", text)


def collapse(text: str) -> str:
    """The form that all digests are made of: NFC, one plain space for white space, nothing that cannot be seen."""
    seen = without_unseen(text, directed=runs_right_to_left(text))
    return _SPACED.sub(" ", unicodedata.normalize("NFC", seen)).strip()


def count_words(text: str) -> int:
    """Pieces between white space that hold at least one letter or digit, as a sub-editor counts them."""
    return sum(1 for piece in text.split() if any(map(str.isalnum, piece)))


def is_negation(word: str) -> bool:
    """Whether the word denies: “not”, “never”, “won’t”."""
    folded = word.casefold().replace("’", "'")
    return folded in NEGATIONS or folded.endswith("n't")
