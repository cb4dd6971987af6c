"""Denials that came or went between evidence and bullet, and words turned into their opposite."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from articles.summaries.rules.claim import Claim
from articles.summaries.rules.contexts import adjoins_alike, beside, likeness
from articles.summaries.rules.denials import Denial, denials, denied, leans_to_denial
from articles.summaries.rules.opposites import LOOSE, table
from articles.summaries.rules.reading import Word, read
from articles.summaries.rules.stems import akin, stem
from articles.summaries.rules.synonyms import synonyms
from articles.summaries.types import Finding, Sentence, Severity, SourceDoc
from articles.summaries.words import is_negation, listed

_AUXILIARIES: Final = listed(
    "is are was were be been has have had will would can could do does did may might"
)
_UNTELLING: Final = frozenset({"say", "year", "day", "week", "month", "time", "tel", "peopl", "person"})
_CLAUSE: Final = 6
# Each says the same as its opposite when the two who are compared change places.
_CONVERSE: Final = frozenset(
    map(
        stem,
        listed(
            "ahead behind before after above below over under lead trail beat lose win buy sell lend borrow teach learn give"
            " receive more less fewer older younger bigger smaller north south east west higher lower faster slower near"
        ),
    )
)


class Polarity:
    """Codes `negation` and `antonym`."""

    def __init__(self, doc: SourceDoc) -> None:
        self.doc = doc

    def findings(self, claim: Claim) -> Iterator[Finding]:
        yield from _added(claim)
        yield from _dropped(claim)
        yield from _turned(claim)


def _added(claim: Claim) -> Iterator[Finding]:
    """A denial in the bullet of what the evidence affirms, or of what it says nothing about."""
    words = read(claim.text)
    for denial in denials(claim.text):
        word = words[denial.at]
        if denial.verbal and any(word.stem == one.stem for each in claim.evidence for one in read(each.text)):
            continue
        held = _put_in(claim, words, denial.at) or _affirms(claim, words, denial)
        if held is not None:
            message = f"‘{word.text}’ is in the bullet; these sentences do not deny it"
            yield claim.finding("negation", Severity.WARN, message, word.start, word.end, held)


def _put_in(claim: Claim, words: tuple[Word, ...], at: int) -> Sentence | None:
    """The sentence that was copied up to the denial and on from it."""
    if not 0 < at < len(words) - 1 or not is_negation(words[at].key):
        return None
    around = words[at - 1].key, words[at + 1].key
    if words[at].pause or words[at + 1].pause or is_negation(around[0]) or is_negation(around[1]):
        return None
    for sentence in claim.evidence:
        pairs = {(one.key, other.key) for one, other in pairwise(read(sentence.text))}
        if around in pairs and (around[0], words[at].key) not in pairs:
            return sentence
    return None


def _affirms(claim: Claim, words: tuple[Word, ...], denial: Denial) -> Sentence | None:
    """The sentence that says plainly what the bullet denies, or the first one when none denies anything."""
    if denial.nominal and any(denials(sentence.text) for sentence in claim.evidence):
        return None
    seen = [one for head in denial.heads[:1] for one in _places(claim, words, head)]
    if seen:
        # Said twice, once with and once without a denial: the place with the likelier surroundings is meant.
        untelling = words[denial.heads[0]].stem in _UNTELLING
        best = 0 if untelling else max(likely for likely, _, _ in seen)
        meant = [(is_denied, sentence) for likely, is_denied, sentence in seen if likely >= best]
        return None if any(is_denied for is_denied, _ in meant) else meant[0][1]
    if denial.verbal or any(_bears_out(sentence, words, denial) for sentence in claim.evidence):
        return None
    there = [word.key for sentence in claim.evidence for word in read(sentence.text)]
    if words[denial.at].key in there and _negations(word.key for word in words) <= _negations(there):
        return None
    return claim.evidence[0]


def _negations(keys: Iterable[str]) -> int:
    return sum(map(is_negation, keys))


def _bears_out(sentence: Sentence, words: tuple[Word, ...], denial: Denial) -> bool:
    """Whether the sentence says no, in some way that the bullet does not say beside, near what the bullet denies."""
    own = {word.stem for word in words}
    here = {
        word.stem for word in words[max(0, denial.at - _CLAUSE) : denial.at + _CLAUSE + 1] if word.is_content
    }
    said = read(sentence.text)
    if denial.nominal and leans_to_denial(said):
        return True
    opposed = {one for head in denial.heads[:2] for one in table().get(words[head].stem, (frozenset(),))[0]}
    if any(word.stem in opposed for word in said):
        return True
    for place, word in enumerate(said):
        plain = is_negation(word.key)
        if plain and len(said) <= _CLAUSE:
            return True
        if not (plain or (word.stem not in own and leans_to_denial((word,)))):
            continue
        reach = _CLAUSE * 2 if plain else _CLAUSE
        there = {one.stem for one in said[max(0, place - reach) : place + reach + 1] if one.is_content}
        if here & there or any(akin(one, other) for one in here for other in there):
            return True
    return False


def _places(claim: Claim, words: tuple[Word, ...], head: int) -> Iterator[tuple[int, bool, Sentence]]:
    """Where the evidence has the word: how alike the surroundings are, whether it is denied there, and the sentence."""
    wanted = synonyms().get(words[head].stem, frozenset()) | {words[head].stem}
    for sentence in claim.evidence:
        below, said = denied(sentence.text), read(sentence.text)
        for place, word in enumerate(said):
            if word.stem in wanted:
                is_denied = place in below or leans_to_denial(_near(said, place, 3), strongly=True)
                yield likeness(words, head, said, place), is_denied, sentence


def _near(words: tuple[Word, ...], at: int, reach: int) -> tuple[Word, ...]:
    return words[max(0, at - reach) : at] + words[at + 1 : at + 3]


def _dropped(claim: Claim) -> Iterator[Finding]:
    """A denial of the evidence that the bullet repeats without it."""
    words = read(claim.text)
    below = denied(claim.text)
    cut = _cut_out(claim, words)
    if cut is not None:
        yield cut
        return
    for sentence in claim.evidence:
        said = read(sentence.text)
        for denial in denials(sentence.text):
            if denial.heads and not denial.aside:
                for at, word in enumerate(words):
                    if at not in below and _repeats(claim, words, at, (sentence, denial)):
                        message = f"The sentence says ‘{said[denial.at].text}’, the bullet does not"
                        yield claim.finding(
                            "negation", Severity.WARN, message, word.start, word.end, sentence
                        )
                        return


def _cut_out(claim: Claim, words: tuple[Word, ...]) -> Finding | None:
    """A copied sentence without its “not” or “never”, or with another word in its place."""
    pairs = {(one.stem, other.stem): other for one, other in pairwise(words) if not other.pause}
    known = {(one.stem, other.stem) for each in claim.evidence for one, other in pairwise(read(each.text))}
    for sentence in claim.evidence:
        said = read(sentence.text)
        for before, denial, after in zip(said, said[1:], said[2:], strict=False):
            here = pairs.get((before.stem, after.stem))
            if here is None or not is_negation(denial.key) or after.pause:
                continue
            tells = after.is_content and (before.key in _AUXILIARIES or before.is_content)
            if tells and (before.stem, after.stem) not in known:
                message = f"The sentence says ‘{denial.text}’, the bullet does not"
                return claim.finding("negation", Severity.WARN, message, here.start, here.end, sentence)
    return None


def _repeats(claim: Claim, words: tuple[Word, ...], at: int, denied_by: tuple[Sentence, Denial]) -> bool:
    """Whether the word is what the sentence denies, said of the same, and by no other words denied here."""
    sentence, denial = denied_by
    said, place = read(sentence.text), denial.heads[0]
    if words[at].stem != said[place].stem or _is_affirmed(claim, said[place].stem):
        return False
    if leans_to_denial(_near(words, at, 4), strongly=True):
        return False
    if said[place].stem in _UNTELLING:
        return adjoins_alike(words, at, said, place)
    before = {word.key for word in said[max(0, denial.at - 2) : place]} & _AUXILIARIES
    return bool(beside(words, at, 6) & beside(said, place, 6)) or any(
        word.key in before for word in words[max(0, at - 3) : at]
    )


def _is_affirmed(claim: Claim, stem: str) -> bool:
    """Whether some evidence has the word outside any denial."""
    for sentence in claim.evidence:
        below = denied(sentence.text)
        if any(word.stem == stem and place not in below for place, word in enumerate(read(sentence.text))):
            return True
    return False


def _turned(claim: Claim) -> Iterator[Finding]:
    """A word whose opposite stands in the evidence at the like place, where the word itself does not."""
    words = read(claim.text)
    below = denied(claim.text)
    for at, word in enumerate(words):
        against, alike = table().get(word.stem, (None, None))
        if against is None or alike is None:
            continue
        opposed = _likest(claim, words, at, against)
        if opposed is None or opposed[0] < 2:
            continue
        same = _likest(claim, words, at, alike)
        if same is not None and same[0] * 2 >= opposed[0]:
            continue
        _, place, sentence = opposed
        turned = read(sentence.text)[place]
        if (word.stem in LOOSE or turned.stem in LOOSE) and not adjoins_alike(
            words, at, read(sentence.text), place
        ):
            continue
        if _changed_sides(words, at, read(sentence.text), place) or _stands_there(claim, words, at):
            continue
        if (at in below) == (place in denied(sentence.text)):
            message = f"‘{word.text}’ is in the bullet, the sentence says ‘{turned.text}’"
            yield claim.finding("antonym", Severity.WARN, message, word.start, word.end, sentence)


def _changed_sides(words: Sequence[Word], at: int, said: Sequence[Word], place: int) -> bool:
    """“Adarro was behind” for “she was ahead of Adarro”: the opposite seen from the other side."""
    if words[at].stem not in _CONVERSE:
        return False
    before = {word.key for word in words[max(0, at - 6) : at] if word.capital}
    after = {word.key for word in said[place + 1 : place + 7] if word.capital}
    ahead = {word.key for word in said[max(0, place - 6) : place] if word.capital}
    return bool(before & after - ahead)


def _stands_there(claim: Claim, words: Sequence[Word], at: int) -> bool:
    """Whether some evidence has a common word beside the same neighbour, whatever else it says."""
    return words[at].stem in LOOSE and any(
        word.stem == words[at].stem and adjoins_alike(words, at, read(sentence.text), place)
        for sentence in claim.evidence
        for place, word in enumerate(read(sentence.text))
    )


def _likest(
    claim: Claim, words: tuple[Word, ...], at: int, wanted: frozenset[str]
) -> tuple[int, int, Sentence] | None:
    """The place in the evidence where one of the wanted words has the likest surroundings: likeness, place, sentence."""
    found: list[tuple[int, int, Sentence]] = []
    for sentence in claim.evidence:
        said = read(sentence.text)
        for place, word in enumerate(said):
            if word.stem in wanted and not _is_cased_apart(word, words[at]):
                found.append((likeness(words, at, said, place), place, sentence))
    return max(found, key=lambda one: one[0], default=None)


def _is_cased_apart(one: Word, other: Word) -> bool:
    """Whether only one of two words is part of a name, as “North” in the name of a firm."""
    return one.capital != other.capital and not one.opens and not other.opens
