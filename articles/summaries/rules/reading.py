"""Reads a text word by word for the rules that compare words: forms, clauses, quotations; compares nothing."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from articles.summaries.rules.stems import folded, stem
from articles.summaries.words import NUMBER_WORDS, UNITS, listed

_WORD: Final = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|(?P<digits>\d+(?:[.,:]\d+)*)(?:[^\W\d_]+)?"
    r"|[^\W\d_][^\W_]*(?:['’][^\W_]+)*"
)
_PAUSE: Final = re.compile(r"[,;:.!?()\[\]“”\"—–]|(?:^|\s)-+\s|(?:^|\s)[‘']|[’']\s")
_OPENS: Final = re.compile(r"^\W*$|[.!?:…][”\"’')]*\s+\W*$|[“\"(—–]\s*[‘']?$|(?:^|\s)[-‘']\s*$")
_SHORTENED: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|Fr|Sr|Cllr|Capt|Cmdr|Lt|Col|Sgt|Supt|Insp|Hon|Gen|Sen|Rep|Gov|Maj|Cpl|St|Mt|[A-Z])\. $"
)
_STOPS: Final = listed(
    "a an the this that these those it its he him his she her hers they them their theirs we us our ours you your i me my"
    " and or nor but so yet if as at by for from in into of off on onto out over per than then to toward towards under until"
    " up upon via with within while where when who whom whose which what why how there here about above across after"
    " again against along also am is are was were be been being have has had having do does did done will would shall"
    " should can could may might must between both before behind below beneath beside besides beyond during each"
    " either few more most much many other another some such any all only own same too very just now ever even still"
    " since because though although through throughout without whether not no never don't didn't doesn't isn't aren't"
    " wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't one ones get got go"
)


class Word(NamedTuple):
    """A word as written, from `start` to `end` of its text.

    `key` is without case, accents and possessive; `stem` unites forms; `number` is what its figures say, or "".
    `opens` says that a capital here proves no name, `pause` that a point or a quotation mark parts it from the word before.
    """

    text: str
    start: int
    end: int
    key: str
    stem: str
    number: str
    capital: bool
    opens: bool
    pause: bool

    @property
    def is_content(self) -> bool:
        """Whether the word carries meaning by itself."""
        return self.key not in _STOPS

    @property
    def owns(self) -> bool:
        """Whether it is written with a possessive s."""
        return self.text.endswith(("'s", "’s", "s'", "s’"))


@lru_cache(maxsize=256)
def read(text: str) -> tuple[Word, ...]:
    """The words of a bullet or a sentence in order; remembered, because several rules ask for the same few."""
    words: list[Word] = []
    last = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        opens = pause = not last
        if last and not _is_joined(text, last, start):
            opens = _OPENS.search(text[last - 1 : start]) is not None
            pause = _PAUSE.search(text[last:start]) is not None
        words.append(Word(found[0], start, end, *_forms(found[0], found["digits"]), opens, pause))
        last = end
    return tuple(words)


@lru_cache(maxsize=8192)
def _forms(text: str, digits: str | None) -> tuple[str, str, str, bool]:
    """Key, stem, number and capital of a word; the same words come back all the time."""
    key = folded(text)
    if not digits and "." in key:
        key = key.replace(".", "")
    if text in {"US", "U.S."}:
        key = "usa"
    number = digits.replace(",", "") if digits else str(UNITS.get(key, ""))
    return key, stem(key), number, text[0].isupper()


def _is_joined(text: str, last: int, start: int) -> bool:
    """Whether nothing parts the word from the one before but a space, a hyphen or the point of “Dr.”"""
    between = text[last:start]
    if between in {" ", "-"}:
        return True
    return between == ". " and _SHORTENED.search(text[max(0, last - 6) : start]) is not None


def is_stop(key: str) -> bool:
    """Whether a folded word is grammar only."""
    return key in _STOPS


def is_number(word: Word) -> bool:
    """Whether the word is a number in figures or letters; “one” is more often a pronoun."""
    return word.key != "one" and (bool(word.number) or word.key in NUMBER_WORDS)


def content(words: tuple[Word, ...]) -> list[Word]:
    """The words that carry meaning."""
    return [word for word in words if word.key not in _STOPS]
