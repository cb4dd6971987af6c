"""Finds what a text denies: the word that denies, and the words it denies; compares nothing."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from articles.summaries.rules.plain import is_plain
from articles.summaries.rules.reading import Word, read
from articles.summaries.rules.stems import stem
from articles.summaries.words import is_negation, listed

# They deny the verb that follows: “failed to agree”, “denies taking”, “was unable to vote”.
_VERBAL: Final = listed("fail refus declin unabl unwilling deni forget neglect reluctant impossibl")
_EMPTY: Final = listed("unless scarcely hardly barely")
_NOMINAL: Final = listed("no none nobody nothing nowhere neither nor")
# Near a denial without being one, so that a bullet with a plain “not” may well say the same.
_LEANS: Final = frozenset(
    stem(word)
    for word in listed(
        "fail refuse decline unable unwilling deny reject rule lack absent absence without zero miss cancel dismiss drop"
        " resist avoid prevent stop end ban bar prohibit block halt cut abandon withdraw withhold remain stay still yet only"
        " except but until unless instead rather despite although though before too few little less last lose loss lost end"
        " close shut empty free clear acquit exclude oppose hide secret keep leave wrong false disagree impossible unlikely"
        " rarely seldom nearly almost short from off against exempt immune spare escape survive intact delay postpone suspend"
        " quit disagree dispute contradict criticise criticize complain doubt question enough safe cease dead missing"
    )
)
_LEANS_STRONGLY: Final = frozenset(
    stem(word)
    for word in listed(
        "fail refuse decline unable unwilling deny reject lack absent absence without miss avoid prevent prohibit ban abandon"
        " withhold lose loss impossible unlikely rarely seldom neither nor nobody none nothing too quit dispute doubt rule first"
    )
)
_UN: Final = ("un", "in", "im", "dis", "non", "il", "ir")
_NOT_DENYING: Final = listed("only just least doubt matter wonder merely simply")


class Denial(NamedTuple):
    """The place of the word that denies, and the places of the words in its reach, the nearest first.

    `verbal` is “failed to”, `nominal` is “no” or “none”; `aside` sets one thing against another (“red, not blue”) or
    denies a charge, which may be told without it.
    """

    at: int
    heads: tuple[int, ...]
    verbal: bool = False
    nominal: bool = False
    aside: bool = False


@lru_cache(maxsize=256)
def denials(text: str) -> tuple[Denial, ...]:
    """What is denied in a sentence, in order."""
    words = read(text)
    found = (_denial(words, at) for at in range(len(words)))
    return tuple(denial for denial in found if denial is not None)


def denied(text: str) -> frozenset[int]:
    """The places of all words that stand in the reach of a denial."""
    return frozenset(place for denial in denials(text) for place in denial.heads)


def leans_to_denial(words: Sequence[Word], *, strongly: bool = False) -> bool:
    """Whether a sentence says no in some other way: “is yet to”, “rejected”, “unpaid”; strongly leaves out “only”."""
    leaning = _LEANS_STRONGLY if strongly else _LEANS
    return any(
        word.stem in leaning
        or (strongly and is_negation(word.key))
        or (len(word.key) > 6 and word.key.startswith(_UN) and (not strongly or is_plain(word.key[2:])))
        for word in words
    )


def _denial(words: Sequence[Word], at: int) -> Denial | None:
    word = words[at]
    if is_negation(word.key) and word.key not in _EMPTY:
        if at + 1 < len(words) and _is_no_denial(word, words[at + 1]):
            return None
        aside = word.key == "not" and word.pause and at > 0
        return Denial(at, _reach(words, at), nominal=word.key in _NOMINAL, aside=aside)
    if word.stem in _VERBAL and at + 1 < len(words):
        after = words[at + 1]
        if word.stem == "deni":
            aside = after.key != "that" and not after.key.endswith("ing")
            return Denial(at, _reach(words, at + (after.key == "that")), verbal=True, aside=aside)
        if after.key == "to":
            return Denial(at, _reach(words, at), verbal=True)
    return None


def _is_no_denial(word: Word, after: Word) -> bool:
    """“Not only”, “no doubt”, “no more than”, “No. 9”."""
    if word.key == "no" and (
        after.number or after.key in {"more", "less", "fewer", "later"} or after.key.endswith("er")
    ):
        return True
    return after.key in _NOT_DENYING


def _reach(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """The content words after it in its clause, at most four within eight words; if there is none, the one before."""
    heads: list[int] = []
    for place in range(at + 1, min(at + 9, len(words))):
        word = words[place]
        if word.pause or word.key in {
            "but",
            "because",
            "although",
            "though",
            "while",
            "if",
            "that",
            "who",
            "which",
        }:
            break
        if word.is_content and not (
            word.key.endswith("ly") and len(word.key) > 6 and word.stem not in _LEANS
        ):
            heads.append(place)
        if len(heads) == 4:
            break
    if heads:
        return tuple(heads)
    before = [place for place in range(at) if words[place].is_content]
    return tuple(before[-1:])
