"""Words as the evaluation counts them; shares nothing with engines and checks, so that it cannot share their mistakes."""

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[’'.,\-][^\W_]+)*")
_PIECE: Final = re.compile(r"[^\W_]+")
_ENDINGS: Final = ("ations", "ation", "ments", "ment", "ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s")  # fmt: skip
_SHORTEST_STEM: Final = 4


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(words.split())


_STOP_WORDS: Final = listed(
    "a an the this that these those and or but nor so yet if then than as at by for from in into of off on onto out over"
    " to up down with without within about after before between during through under until upon while because since"
    " he him his she her hers it its they them their theirs we us our ours you your yours i me my mine who whom whose"
    " which what when where why how am is are was were be been being have has had having do does did doing will would"
    " shall should can could may might must not no nor only also just very too more most much many some any all each"
    " every both few other another such own same there here again once ever never now still even s t ll re ve d m"
    " say says said told tell one two mr mrs ms dr"
)


def tokens(text: str) -> list[str]:
    """Lower-cased words and figures, cut at everything that is neither, as most makers of ROUGE do."""
    return [found[0] for found in _PIECE.finditer(text.lower())]


def stem(word: str) -> str:
    """The word without a common ending, if at least four letters stay; light, so that it brings few words together."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def stemmed(text: str) -> list[str]:
    """Stems of all words, in order: what ROUGE compares here."""
    return [stem(word) for word in tokens(text)]


def content(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order; a decimal or a hyphenated word stays whole."""
    words = (found[0].removesuffix("'s").removesuffix("’s") for found in _WORD.finditer(text.lower()))
    return [stem(word) for word in words if word not in _STOP_WORDS]


def folded(text: str) -> str:
    """Without case, accents and the difference between apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(char for char in plain if not unicodedata.combining(char))
