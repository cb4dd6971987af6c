"""Says whether one word may be a mended spelling of another; has no dictionary and doubts rather than guesses."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from articles.summaries.words import ATTRIBUTIONS, DATE_WORDS, NUMBER_WORDS, is_negation

# Words that one slip of the finger makes of another, and that newspapers do mix up: none of these is a misspelling.
_REAL_WORDS: Final = (
    "about above after again although always angel angle asses assess attach attack bared barred bazaar beard being"
    " bellow below board boarder border bother brakes bread breadth breaks breath breathe bribe bride broad brother"
    " brought build built bullet buried burned cannon canon career carrier casual causal cause caused causes chief"
    " child chilled clause clauses clothed cloud clover coarse coast comma conserve converse could council counsel"
    " count country counts county coursed courses court courts cover crimes curse cursed dairy daughter deceased"
    " decent decreased defect deflect descent desert dessert devised diary diner dinner dived diver divers divided"
    " drive driver drivers during early elder every excited exist exists exited exits faces farces farther father"
    " federal feral fiction field fiend fight fighter fighters filed files filing filling fired flaws fleet flies"
    " flight flour formally former formerly found founded freight fried friend fright funded grace grade grant great"
    " guest guilty hanged health hearing heart hearth heath hoping hopping horse house injured injury inured killed"
    " lager large larger later latter lawyer lawyers layer layers least leave liable local locale loose lover manager"
    " managers manger mangers marital marked market marred married martial master mater meant mental metal might"
    " minded mined minister ministry mother mouther nation never number often orange order other parent parents parity"
    " party patent patents patience patient patients peace person persons pilots pirate place plaintiff plane planes"
    " planet planets planned plant planted plants player players plead pleaded police policies policy ports posed"
    " possessed prayer prayers present presents preserve price pride priest prince princes princess principal"
    " principle prison private prize probed produce profit prophet prove proved provide provided public purse pursed"
    " pursue pursued quiet quite rained range rather reactor rector refuge refuse regional relieved religion report"
    " resent reserve resigned resigner resort retired retried revered reverse reversed robbed robed rouge rough route"
    " royal sacred salve saved scarce scare scared scarred search seized server service sever several severe shirt"
    " shoots short shorts shots should shouts silver sized slander slave slaved slaver slavery slaves sliver snake"
    " solder soldered solders soldier soldiers spare spared spear spilt split sport sports spots spread stabbed"
    " staffed staid stain stained stair staked stakes stared starred started state stated statue status stead stick"
    " still sting stings stores stories strain strained string strings stripe striped stripped stroke struck stuck"
    " super supper sweat sweet sword swords tables tablets tanks taped tapped taser taster tenant tenants tents thank"
    " thanks their there these thorough those though thought threat threatened threats three through tigers tiles"
    " tired titles tortured tough trail trained treat treated trial tribe tribes tried tries trough truck trucks trust"
    " truth tuned turned tutored under union unions unison unite united untied until veered versed violent violet"
    " voter waiter waiters wander warder warship water waters weather wedding weighed wheat where whether which while"
    " white whole whose winded window wined winner winter women words world worlds worse worst would wound wounded"
    " write yearly"
)
_WORDS: Final = frozenset(_REAL_WORDS.split())
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
_SHORTEST: Final = 5
_LONG: Final = 9
# Longer ones are addresses and lines without spaces, which nobody spells.
_LONGEST: Final = 40


def is_mend(before: str, after: str, read: Mapping[str, int]) -> bool:
    """Whether a lower-case word was only spelt better, judged by `read`: how often each word stands in the text as read.

    It was when the new word already stood there, the old one only here, and one slip lies between them (two in nine
    letters): a letter left out, doubled or put in, or two neighbours that changed places. One letter for another is
    no slip, for that is how “elected” becomes “ejected”. Refused as well are denials, numbers, dates and attributions,
    another first letter, another form of the word or of one in the text, a prefix that turns the sense round, and
    words known to be words.
    """
    if any(_weighs(word) or not _is_plain(word) for word in (before, after)):
        return False
    if before in _WORDS or read.get(before, 0) != 1 or not read.get(after):
        return False
    return not _is_another_form(before, after) and not _is_form_in(before, read) and _is_slip(before, after)


def _is_slip(before: str, after: str) -> bool:
    shorter, longer = sorted((before, after), key=len)
    if len(shorter) < _SHORTEST or len(longer) > _LONGEST or before[0] != after[0]:
        return False
    if Counter(shorter) - Counter(longer):
        return False
    return 0 < distance(before, after) <= (2 if len(shorter) >= _LONG else 1)


def distance(one: str, other: str) -> int:
    """Letters put in, letters left out and neighbours that changed places; one letter for another is two edits."""
    rows = [list(range(len(other) + 1))]
    for i, left in enumerate(one, 1):
        row = [i]
        for j, right in enumerate(other, 1):
            best = rows[-1][j - 1] if left == right else min(rows[-1][j], row[-1]) + 1
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _is_plain(word: str) -> bool:
    return word.isalpha() and word == word.lower()


def _weighs(word: str) -> bool:
    return is_negation(word) or word in NUMBER_WORDS or word in DATE_WORDS or word in ATTRIBUTIONS


def _is_another_form(before: str, after: str) -> bool:
    shorter, longer = sorted((before, after), key=len)
    if any(longer == shorter + ending for ending in _ENDINGS) or any(
        longer == start + shorter for start in _TURNS_ROUND
    ):
        return True
    stems = {(before.removesuffix(one), after.removesuffix(other)) for one in _ENDINGS for other in _ENDINGS}
    return any(one == other and one not in (before, after) for one, other in stems)


def _is_form_in(word: str, read: Mapping[str, int]) -> bool:
    """Whether the text has the word with another ending: what somebody inflects is a word."""
    stems = {word.removesuffix(ending) for ending in _ENDINGS}
    forms = {f"{stem}{ending}" for stem in stems for ending in ("", *_ENDINGS)}
    return any(form != word and form in read for form in forms)
