"""Says whether one word may be a mended spelling of another; has no dictionary and doubts rather than guesses."""

import re
from typing import Final

from articles.summaries.words import ATTRIBUTIONS, DATE_WORDS, NUMBER_WORDS, is_negation

# Little words are each other's neighbours (“his” and “her”, “then” and “than”), and each change of them says
# something else. One of these may only be the mended form of something that is no such word.
_LITTLE_WORDS: Final = (
    "a about above after again all also although always am an and any are as at away be been before being below between"
    " both but by came can come could did do does done down during each early even every few first for from gave give"
    " had has have he her here him his how i if in into is it its just last late left less like made make man many may"
    " me men might more most much must my near new next now of off often old on only or other our out over own past"
    " rather right she should since so some such than that the their them then there these they this those though"
    " through till to too under until up upon us very was we well went were what when where whether which while who"
    " whom whose why will with within woman women would yes yet you your it's they're there's we're who's"
)
_LITTLE: Final = frozenset(_LITTLE_WORDS.split())
_ENDINGS: Final = (
    "s",
    "es",
    "d",
    "ed",
    "r",
    "er",
    "rs",
    "ers",
    "est",
    "st",
    "ly",
    "y",
    "al",
    "n",
    "en",
    "ing",
    "or",
    "ee",
)
_TURNS_ROUND: Final = ("un", "in", "il", "im", "ir", "dis", "non", "de", "mis", "anti", "re", "a")
# Whole words that one or two letters keep apart, and that newspapers do mix up.
_MIXED_UP_WORDS: Final = (
    "county country council counsel adapt adopt contract contact contrast trail trial quite quiet expect except morning"
    " mourning angel angle casual causal martial marital desert dessert public pubic formally formerly minister ministry"
    " principal principle patients patience party parity prosecuted persecuted planned planted thorough through breath"
    " breadth breathe bought brought build built border boarder carer career charge change changed charged closed"
    " clothed costal coastal coarse course dairy diary decease disease density destiny devise device fright freight"
    " guilty gilded heard heart house horse hostel hostile human humane inland island lender leader loose lose lost"
    " month mouth nation notion parish perish phase phrase police policy poll pool press prose price prize profit"
    " prophet rapid rabid sewer sever scared sacred signed singed soldier solider staid stayed state statue status"
    " stationary stationery strike stroke strong string union unison united untied voter vote world word worth wealth"
)
_MIXED_UP: Final = frozenset(_MIXED_UP_WORDS.split())
_PLAIN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONG: Final = 7
_LONG_ENOUGH: Final = 5


def is_mend(before: str, after: str) -> bool:
    """Whether a lower-case word was only spelt better: at most two edits, and none that makes another word likely.

    Refused are denials, numbers, dates and attributions on either side, another first letter, a new ending
    (“arrest”, “arrested”), a prefix that turns the sense round, and one little word for another.
    """
    if before == after or any(_weighs(word) or not _is_plain(word) for word in (before, after)):
        return False
    bare = [word.replace("’", "'").replace("'", "") for word in (before, after)]
    if bare[0] == bare[1]:
        return True
    if after in _LITTLE or before in _LITTLE:
        return after in _LITTLE and before not in _LITTLE and _is_slip(before, after)
    if before in _MIXED_UP and after in _MIXED_UP:
        return False
    return not _is_another_form(before, after) and _is_near(before, after)


def _is_slip(before: str, after: str) -> bool:
    """One edit that keeps the first letter, or two letters that changed places: “teh”, “wich”, “hte”."""
    return distance(before, after) == 1 and (before[0] == after[0] or sorted(before) == sorted(after))


def distance(one: str, other: str) -> int:
    """Edits between two words, where two neighbours that changed places are one edit (optimal string alignment)."""
    rows = [list(range(len(other) + 1))]
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _is_plain(word: str) -> bool:
    return _PLAIN.fullmatch(word) is not None and word == word.lower()


def _weighs(word: str) -> bool:
    return is_negation(word) or word in NUMBER_WORDS or word in DATE_WORDS or word in ATTRIBUTIONS


def _is_near(before: str, after: str) -> bool:
    shorter = min(len(before), len(after))
    if shorter < _LONG_ENOUGH or before[0] != after[0]:
        return False
    return distance(before, after) <= (2 if shorter >= _LONG else 1)


def _is_another_form(before: str, after: str) -> bool:
    shorter, longer = sorted((before, after), key=len)
    if any(longer == shorter + ending for ending in _ENDINGS) or any(
        longer == start + shorter for start in _TURNS_ROUND
    ):
        return True
    stems = {(before.removesuffix(one), after.removesuffix(other)) for one in _ENDINGS for other in _ENDINGS}
    return any(one == other and one not in (before, after) for one, other in stems)
