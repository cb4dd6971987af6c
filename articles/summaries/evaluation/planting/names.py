"""Finds names of people, places and bodies in a text, for the planting of wrong ones; not the checks' reading."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from articles.summaries.evaluation.planting.calendar import MONTHS, WEEKDAYS
from articles.summaries.evaluation.vocabulary import folded, listed

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_PARTICLES: Final = listed("de del della di da dos du la le van von der den ter of and do e bin ibn")
_CALENDAR: Final = frozenset((*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), *MONTHS))
_NO_NAMES: Final = _CALENDAR | listed("Christmas Easter Celsius Fahrenheit Pacific Europe")
_TITLES: Final = listed(
    "Mr Mrs Ms Miss Dr Sir Dame Lord Lady Prof Professor President Minister Premier Chancellor King Queen Prince Princess"
    " Duke Mayor Senator Governor Judge Justice Bishop General Admiral Colonel Major Captain Sergeant Inspector Sheriff"
    " Chief Superintendent Councillor Cllr Deputy Prime Secretary Commissioner Detective Constable Father Sister Rev St"
    " The A An In On At I It He She They We But And"
)
_PERSON_AFTER: Final = re.compile(
    r",? (?:said|says|told|added|who|whose|testified|argued|wrote|denied|denies|admitted)\b|, (?:aged )?\d{2},|, an? [a-z]"
)
_PERSON_BEFORE: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|Judge|Mayor|Minister|President|Captain|Inspector|Professor|Sergeant|Cllr)\.?"
    r"|\b(?:minister|president|chairman|chairwoman|lawyer|director|executive|secretary|coach|captain|farmer|said|says|spokeswoman"
    r"|spokesman|engineer|professor|manager|mayor|researcher|economist|judge|officer|inspector|prosecutor),?) $"
)
_PLACE_BEFORE: Final = re.compile(r"\b(?:in|at|near|from|into|towards|the) $")
_BODY: Final = listed("of and")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in `text[start:end]`, without title and possessive."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def make(self) -> str:
        """Names of one make can stand in for one another: acronyms, and names of one, two or more words."""
        if len(self.words) == 1:
            return "acronym" if self.words[0].isupper() and len(self.words[0]) > 1 else "one word"
        return "body" if _BODY & set(self.words) else "two words" if len(self.words) == 2 else "more"


class Lexicon:
    """Which words of a set of articles are names: capitals in mid-sentence and never a small letter anywhere."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._small: set[str] = set()
        self._capital: Counter[str] = Counter()
        for text in texts:
            for found in _WORD.finditer(text):
                word = _bare(found[0])
                if word[0].islower():
                    self._small.add(folded(word))
                elif text[max(0, found.start() - 2) : found.start()][-1:] == " " and _mid_sentence(
                    text, found.start()
                ):
                    self._capital[folded(word)] += 1

    def is_name(self, word: str) -> bool:
        """Whether the word is a proper name and no month, weekday, title or common word."""
        if len(word) < 2 or word in _NO_NAMES or word in _TITLES or not word[0].isupper():
            return False
        return folded(word) not in self._small and self._capital[folded(word)] > 0

    def names(self, text: str) -> list[Name]:
        """The names of a text, each run of capitalised words as one, particles and “of” inside it included."""
        return [name for run in _runs(text) if (name := self._name(text, run)) is not None]

    def _name(self, text: str, run: list[re.Match[str]]) -> Name | None:
        while run and self._stands_before(text, run[0]):
            run = run[1:]
        while run and not run[-1][0][0].isupper():
            run = run[:-1]
        if not run or not any(self.is_name(_bare(one[0])) for one in run) or _bare(run[-1][0]) in _NO_NAMES:
            return None
        words = [one[0] for one in run[:-1]] + [_bare(run[-1][0])]
        if any(_bare(word) != word for word in words[:-1]) or "and" in words or _NO_NAMES & set(words):
            return None
        return Name(run[0].start(), run[-1].start() + len(words[-1]), tuple(words))

    def _stands_before(self, text: str, word: re.Match[str]) -> bool:
        """Whether a capital is owed to a title or to the beginning of a sentence."""
        opens = not _mid_sentence(text, word.start()) and folded(_bare(word[0])) in self._small
        if word[0].lower() in _PARTICLES - {"of", "and", "e"}:
            return False
        return word[0] in _TITLES or (opens and not self.is_name(_bare(word[0])))


def people(lexicon: Lexicon, texts: Iterable[str]) -> set[str]:
    """Full names and surnames of those whom the texts show to be people: by title, age, office or what they said.

    Two words that are names and nothing else are taken for a person too, unless “in” or “the” stands before them.
    """
    found: set[str] = set()
    for text in texts:
        for name in lexicon.names(text):
            before = text[: name.start][-24:]
            shown = _PERSON_AFTER.match(text, name.end) or _PERSON_BEFORE.search(before)
            likely = name.make == "two words" and all(map(lexicon.is_name, name.words))
            if (
                (shown or likely)
                and name.make not in {"acronym", "body"}
                and not _PLACE_BEFORE.search(before)
            ):
                found.add(name.text)
    return found | {name.split()[-1] for name in found if " " in name}


def kindred(one: str, other: str) -> bool:
    """Whether two names may mean the same or come from one another: a shared word, a shared root, an acronym."""
    left, right = ([folded(word) for word in _WORD.findall(name)] for name in (one, other))
    left, right = ([word for word in words if word not in _PARTICLES] for words in (left, right))
    initials = {"".join(word[0] for word in words) for words in (left, right)}
    if initials & {"".join(left), "".join(right)}:
        return True
    return any(mine == yours or mine[:4] == yours[:4] for mine in _parts(left) for yours in _parts(right))


def _parts(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield from (part for part in re.split(r"[-']", word) if len(part) > 1)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Neighbouring words with capitals, one blank apart, with particles between them."""
    run: list[re.Match[str]] = []
    for found in _WORD.finditer(text):
        joined = bool(run) and text[run[-1].end() : found.start()] == " " and _bare(run[-1][0]) == run[-1][0]
        if run and not joined:
            yield run
            run = []
        if found[0][0].isupper() or (run and found[0] in _PARTICLES):
            run.append(found)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _mid_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return bool(before) and before[-1] not in ".!?:“\"‘'(—–-"
