"""Reads a text as somebody meant it who wrote it so that no filter would: for detection only, offsets are lost.

It undoes disguises and judges nothing; what the words then ask for is `addressing`'s to say.
"""

import re
import string
import unicodedata
from collections.abc import Iterator
from typing import Final

# Letters that look like Latin ones after NFKC and case folding, each under the letter that it is taken for.
_LOOK_ALIKES: Final = {
    "a": "аαɑᴀɐ", "b": "вβʙƅ", "c": "сϲᴄɔ", "d": "ԁᴅđ", "e": "еεєᴇǝəё", "f": "ꜰƒɟ", "g": "ɡɢƃᶃ", "h": "һհʜɥн",
    "i": "іιıɪᴉї", "j": "јᴊɾ", "k": "кκᴋʞ", "l": "ӏʟłןⅼ", "m": "мᴍɯ", "n": "пηոɴ", "o": "оοօᴏøσ", "p": "рρᴘ",
    "q": "ԛզǫ", "r": "гʀɹᴦ", "s": "ѕꜱςꞩ", "t": "тτᴛʇ", "u": "υսᴜцμ", "v": "ѵνᴠʌ", "w": "ԝωᴡʍ", "x": "хχ", "y": "уγʏʎ",
    "z": "ᴢʐ", "ae": "æ", "oe": "œ",
    " ": "_",
    "'": "‘’‚‛`´′", '"': "“”„‟«»″", "-": "–—―‐‑−",
}  # fmt: skip
_PLAIN: Final = {ord(sign): letter for letter, signs in _LOOK_ALIKES.items() for sign in signs}
# Letters in boxes and discs, and the halves of flags, have no compatibility form of their own.
_PLAIN.update({start + step: chr(97 + step) for start in (0x1F150, 0x1F170, 0x1F1E6) for step in range(26)})
_TYPOGRAPHY: Final = {code: letter for code, letter in _PLAIN.items() if letter in {" ", "'", '"', "-"}}
_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f")

_LEET_HINT: Final = re.compile(
    r"[a-z][0134578@$!|+][a-z]|(?<![\w.,])[013457@$|][a-z]{2,}|[a-z]{2}[013457@$|](?![\w.,])"
)
_FIGURE: Final = re.compile(r"[0134578@$!|+]")
_LEET: Final = tuple(
    str.maketrans(f"0{one}34578@$!|+", f"o{letter}eastbasi{letter}t") for one, letter in ("1i", "1l")
)
_SPACED: Final = re.compile(r"(?<![^\W_])(?:[a-z0-9][\W_]{1,3}){4,}[a-z0-9](?![^\W_])")
_NOT_LETTERS: Final = re.compile(r"[^a-z]+")
_WORD: Final = re.compile(r"[a-z]+")

# Words of which an instruction to a machine has at least one; long enough to be nobody's other word when turned round.
_TELLING: Final = [
    "ignore",
    "disregard",
    "forget",
    "override",
    "instruction",
    "instructions",
    "previous",
    "summary",
    "summaries",
    "summarise",
    "summarize",
    "summarising",
    "summarizing",
    "article",
    "assistant",
    "assistants",
    "language",
    "models",
    "chatbot",
    "chatbots",
    "include",
    "mention",
    "respond",
    "output",
    "sentence",
    "following",
    "prompt",
]
_LONGEST_TELLING: Final = [word for word in _TELLING if len(word) > 5]
_PAIRS: Final = [
    "previous instruction",
    "prior instruction",
    "earlier instruction",
    "your instruction",
    "new instruction",
    "all instruction",
    "previous prompt",
    "system prompt",
    "summarise this",
    "summarize this",
    "summarising this",
    "summarizing this",
    "the summary must",
    "summary must say",
    "summary should say",
    "language model",
    "language models must",
    "ai assistants",
    "ignore everything",
    "ignore what",
    "ignore all",
    "disregard the",
    "disregard all",
    "include the sentence",
    "include the following",
    "respond only",
    "output exactly",
    "forget your",
    "forget all",
]
_TOGETHER: Final = {pair.replace(" ", ""): pair for pair in _PAIRS}


# Letters that turn into each other where a line stands on its head.
_ON_ITS_HEAD: Final = str.maketrans("nubqdp", "unqbpd")


def _secret_words() -> frozenset[str]:
    """Each telling word backwards, on its head, and in each alphabet that is shifted or mirrored: nobody's other word."""
    letters = string.ascii_lowercase
    alphabets = [letters[by:] + letters[:by] for by in range(1, 26)] + [letters[::-1]]
    ciphered = {
        word.translate(str.maketrans(letters, secret)) for secret in alphabets for word in _LONGEST_TELLING
    }
    backwards = {word[::-1] for word in _LONGEST_TELLING}
    return frozenset(ciphered | backwards | {word.translate(_ON_ITS_HEAD) for word in backwards})


_SECRET: Final = _secret_words()


def folded(text: str) -> str:
    """The text in small plain Latin letters as far as it looks like them, without accents and unseen characters."""
    plain = text.translate(_TYPOGRAPHY)
    if plain.isascii():
        return plain.lower()
    seen = "".join(sign for sign in unicodedata.normalize("NFKC", plain).casefold() if not _is_unseen(sign))
    bare = unicodedata.normalize("NFD", seen.translate(_PLAIN))
    return "".join(sign for sign in bare if not unicodedata.combining(sign)).translate(_PLAIN)


def words_of(plain: str) -> set[str]:
    """The words of a folded text."""
    return set(_WORD.findall(plain))


def readings(plain: str) -> Iterator[str]:
    """What a folded text says if its figures and signs are letters; nothing where they can be none."""
    if _FIGURE.search(plain) and _LEET_HINT.search(plain):
        for table in _LEET:
            yield plain.translate(table)


def is_in_cipher(words: set[str]) -> bool:
    """Whether telling words are among the words in a simple cipher, backwards or on their heads."""
    return not _SECRET.isdisjoint(words)


def is_pulled_apart(plain: str) -> bool:
    """Whether a folded text holds telling words with gaps inside them: “i g n o r e”, “prev ious instruc tions”."""
    for run in _SPACED.finditer(plain):
        letters = [_NOT_LETTERS.sub("", run[0].translate(table)) for table in _LEET]
        if any(word in read for read in letters for word in _TELLING):
            return True
    together = _NOT_LETTERS.sub("", plain)
    found = [pair for joined, pair in _TOGETHER.items() if joined in together]
    if not found:
        return False
    spaced = _NOT_LETTERS.sub(" ", plain)
    return not all(pair in spaced for pair in found)


def _is_unseen(sign: str) -> bool:
    return (
        unicodedata.category(sign) in {"Cf", "Cc", "Co"} or sign in _FILLERS or "\ufe00" <= sign <= "\ufe0f"
    )
