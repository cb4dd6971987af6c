"""Brings the forms of an English word together (“rose”, “rises”, “rising”); knows no meaning and no spelling."""

import unicodedata
from functools import lru_cache
from typing import Final

# One verb a line would be long: base, then the forms that no ending explains.
_IRREGULAR: Final = """
be am is are was were been being; have has had having; do does did done; go goes went gone; say said; tell told
make made; take took taken; come came; see saw seen; get got gotten; give gave given; find found; think thought
become became; leave left; feel felt; bring brought; begin began begun; keep kept; hold held; write wrote written
stand stood; hear heard; mean meant; meet met; run ran; pay paid; sit sat; speak spoke spoken; lead led; grow grew grown
lose lost; fall fell fallen; send sent; build built; understand understood; draw drew drawn; break broke broken
spend spent; rise rose risen; drive drove driven; buy bought; wear wore worn; choose chose chosen; win won; beat beaten
sell sold; steal stole stolen; shoot shot; fight fought; catch caught; teach taught; throw threw thrown; fly flew flown
hide hid hidden; strike struck stricken; swear swore sworn; sink sank sunk; swim swam swum; sing sang sung; ring rang rung
drink drank drunk; eat ate eaten; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; wake woke woken
arise arose arisen; bear bore borne; bind bound; bite bit bitten; bleed bled; blow blew blown; breed bred; burn burnt
deal dealt; dig dug; dream dreamt; feed fed; flee fled; forbid forbade forbidden; hang hung; kneel knelt; lay laid
lie lay lain; lend lent; light lit; ride rode ridden; seek sought; shake shook shaken; shine shone; show shown
shrink shrank shrunk; sleep slept; slide slid; spring sprang sprung; stick stuck; sting stung; sweep swept; swing swung
tear tore torn; withdraw withdrew withdrawn; overtake overtook overtaken; undergo underwent undergone; wind wound
overthrow overthrew overthrown; overcome overcame; undertake undertook undertaken; foresee foresaw foreseen
mistake mistook mistaken; outgrow outgrew; retake retook retaken; rebuild rebuilt; die died dying; prove proven
lessen less; child children; use used using; man men; woman women; person people; foot feet; wife wives; life lives; knife knives
half halves; leaf leaves; crisis crises; datum data; spokesman spokesmen; policeman policemen; good better best
bad worse worst; far further furthest farther farthest; many more most; can could; will would; shall should; may might
"""
_BASES: Final = {
    form: base
    for entry in _IRREGULAR.replace("\n", ";").split(";")
    if entry.strip()
    for base, *forms in [entry.split()]
    for form in forms
    if form
    not in {"more", "most", "less", "better", "best", "worse", "worst", "left", "could", "would", "might"}
}
_PASTS: Final = frozenset(form for form, base in _BASES.items() if form != f"{base}s")
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
)
_VOWELS: Final = frozenset("aeiouy")


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The word without case, accents and possessive, with one kind of apostrophe: “O’Hara’s” → “o'hara”."""
    word = text.casefold().replace("’", "'")
    word = word.removesuffix("'s").strip("'")
    if word.isascii():
        return word
    parted = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(char for char in parted if not unicodedata.combining(char))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """One form for the forms of a folded word. It need not be a word: “closing” and “close” both give “clos”."""
    word = _BASES.get(word, word)
    word = _BASES.get(_singular(word), _singular(word))
    if word.endswith("eed"):
        return _plain_end(
            word[:-1]
        )  # “agreed” as “agree”; “need” and “speed” are alike with themselves all the same.
    for ending in ("ing", "ed"):
        if word.endswith(ending):
            head = word[: -len(ending)]
            if len(head) >= 3 and not _VOWELS.isdisjoint(head):
                return _plain_end(head)
    return _plain_end(word)


def is_past(word: str) -> bool:
    """Whether a folded word has the form of a verb in the past: “won”, “resigned”."""
    return word in _PASTS or (len(word) > 4 and word.endswith("ed"))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _plain_end(word: str) -> str:
    """Without a silent e and without the consonant that an ending doubled; y as i, as in “cried”."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return f"{word[:-1]}i" if len(word) > 3 and word.endswith("y") else word


def akin(one: str, other: str) -> bool:
    """Whether two stems seem to be of one family: “resign” and “resignation”, “prosecut” and “prosecutor”."""
    if one == other:
        return True
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= 4 and shared >= min(len(one), len(other)) - 2 and max(len(one), len(other)) - shared <= 6
