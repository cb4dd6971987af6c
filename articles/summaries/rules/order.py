"""Who did what, and how much of what: names and numbers that changed places; whether they exist is for other rules."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from articles.summaries.rules.claim import Claim
from articles.summaries.rules.mentions import Article, article, is_known, same_name
from articles.summaries.rules.reading import Word, is_number, read
from articles.summaries.rules.roles import CALENDAR
from articles.summaries.types import Finding, Sentence, Severity, SourceDoc
from articles.summaries.words import listed

_REACH: Final = 5
# Numbers share their neighbours (“of the”, “million”) more often than names do, so they need more to be told apart.
_ENOUGH: Final = {"name": 1.0, "number": 1.3, "date": 1.0}
_CLEARER: Final = 0.6
_TELLS: Final = 0.5  # A word that weighs less counts only right beside the slot.
_BE: Final = listed("is are was were be been being get got")
_JOINS: Final = listed("and or with versus vs nor plus")
_CODES: Final = {"name": "entity", "number": "number-far", "date": "date"}


class Slot(NamedTuple):
    """A place that a name, a number or a day may fill: its kind, who or what fills it, and where it stands."""

    kind: str
    parts: tuple[str, ...]
    at: int
    start: int
    end: int


class Line(NamedTuple):
    """A sentence with every name, number and day as one piece: `pieces` are stems, weights say how much each tells."""

    pieces: tuple[str, ...]
    weights: tuple[float, ...]
    slots: tuple[Slot, ...]
    passive: bool


class Order:
    """Codes `entity`, `number-far` and `date`, always as a warning: a likely place is no proof."""

    def __init__(self, doc: SourceDoc) -> None:
        self.article = article(doc)

    def findings(self, claim: Claim) -> Iterator[Finding]:
        own = line(claim.text, self.article)
        said = [(sentence, line(sentence.text, self.article)) for sentence in claim.evidence]
        for slot in own.slots:
            if not self._is_of_the_article(slot):
                continue
            other = _place_taken(own, slot, said)
            if other is not None:
                sentence, place = other
                here, there = claim.text[slot.start : slot.end], sentence.text[place.start : place.end]
                message = f"‘{here}’ stands where the sentence has ‘{there}’"
                yield claim.finding(_CODES[slot.kind], Severity.WARN, message, slot.start, slot.end, sentence)

    def _is_of_the_article(self, slot: Slot) -> bool:
        if slot.kind == "number":
            return slot.parts[0] in self.article.numbers
        return slot.kind == "date" or all(is_known(part, self.article.keys) for part in slot.parts)


def _place_taken(
    own: Line, slot: Slot, said: Sequence[tuple[Sentence, Line]]
) -> tuple[Sentence, Slot] | None:
    """The slot of the evidence that this one stands in, if somebody else fills it there."""
    best = (0.0, said[0][0], slot)
    rightly = 0.0
    for sentence, other in said:
        for place in other.slots:
            if place.kind != slot.kind:
                continue
            score = likeness(own, slot, other, place)
            if _is_same(slot, place):
                rightly = max(rightly, score)
            elif (
                score > best[0]
                and _may_be_swapped(own, slot, other, place)
                and not _is_described(sentence.text, slot, other, place)
            ):
                best = (score, sentence, place)
    if best[0] < _ENOUGH[slot.kind] or best[0] - rightly < _CLEARER:
        return None
    return best[1], best[2]


def _may_be_swapped(own: Line, slot: Slot, other: Line, place: Slot) -> bool:
    """Not when the voice changed (“A beat B”, “B was beaten by A”), nor between names that are told in one breath."""
    if slot.kind == "name" and own.passive != other.passive:
        return False
    for rival in other.slots:
        if _is_same(slot, rival) and _are_joined(other, place, rival):
            return False
    score = likeness(own, slot, other, place)
    return not any(_is_same(one, place) and likeness(own, one, other, place) >= score for one in own.slots)


def _is_described(text: str, slot: Slot, other: Line, place: Slot) -> bool:
    """Whether the place only describes whom the bullet names: “Velimir, the minister of Tarsk, resigned”."""
    return any(
        _is_same(slot, rival)
        and text[rival.end : rival.end + 1] == "," == text[place.end : place.end + 1]
        and rival.end < place.start
        and not set(text[rival.end + 1 : place.start]) & set(",;:.")
        for rival in other.slots
        if place.kind == "name"
    )


def _are_joined(other: Line, one: Slot, two: Slot) -> bool:
    """Whether only “and”, “or” and further names stand between two names."""
    left, right = sorted((one.at, two.at))
    between = other.pieces[left + 1 : right]
    return (
        one.kind == "name"
        and len(between) <= 6
        and all(piece in _JOINS or piece[0] == "#" for piece in between)
    )


def _is_same(one: Slot, two: Slot) -> bool:
    if one.kind != two.kind:
        return False
    return same_name(one.parts, two.parts) if one.kind == "name" else one.parts == two.parts


def likeness(own: Line, slot: Slot, other: Line, place: Slot) -> float:
    """How alike the words beside two slots are, side by side: what tells more and stands nearer counts more."""
    return sum(_side(own, slot.at, other, place.at, step) for step in (-1, 1))


def _side(own: Line, at: int, other: Line, to: int, step: int) -> float:
    right = [
        (near, to + step * near) for near in range(1, _REACH + 1) if 0 <= to + step * near < len(other.pieces)
    ]
    total = 0.0
    for near in range(1, _REACH + 1):
        place = at + step * near
        if not 0 <= place < len(own.pieces):
            break
        piece, weight = own.pieces[place], own.weights[place]
        for one in right:
            if other.pieces[one[1]] == piece:
                if weight >= _TELLS or near == one[0] == 1:
                    total += weight * 2 / (near + one[0])
                right.remove(one)
                break
    return total


@lru_cache(maxsize=64)
def line(text: str, about: Article) -> Line:
    """The sentence in pieces. Weights: 1 for what carries meaning, less for grammar and for who else is named."""
    words = read(text)
    starts = {mention.first: mention for mention in about.named(text)}
    pieces: list[str] = []
    weights: list[float] = []
    slots: list[Slot] = []
    at = 0
    while at < len(words):
        word, last, kind = words[at], at + 1, ""
        parts: tuple[str, ...] = (word.key,)
        if at in starts:
            last, kind, parts = starts[at].last, "name", starts[at].parts
        elif word.key in CALENDAR and word.capital:
            kind = "date"
        elif is_number(word):
            kind, parts = "number", (word.number or word.key,)
        if kind:
            slots.append(Slot(kind, parts, len(pieces), word.start, words[last - 1].end))
        pieces.append(f"#{parts[-1]}" if kind else word.stem)
        weights.append(1.0 if kind else _weight(word))
        at = last
    return Line(tuple(pieces), tuple(weights), tuple(slots), _is_passive(words))


def _weight(word: Word) -> float:
    if word.stem in {"say", "tel", "add"}:
        return 0.3
    return 1.0 if word.is_content else 0.4


def _is_passive(words: Sequence[Word]) -> bool:
    """“was beaten by”, “stopped by police”, “her protest was rejected”."""
    if len(words) > 1 and words[-2].key in _BE and words[-1].key.endswith("ed"):
        return True
    return any(
        word.key == "by" and not after.number and (before.stem != before.key or before.key in _BE)
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )
