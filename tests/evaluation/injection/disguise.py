"""Disguises for an instruction, as attackers use them; each is a function from plain words to disguised ones."""

import base64
import codecs
import re
from collections.abc import Callable

LEET = str.maketrans("aeiost", "4310$7")
HOMOGLYPHS = str.maketrans("aceiopsxyAEOPHT", "асеіорѕхуАЕОРНТ")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def spaced(text: str) -> str:
    return " ".join(text.replace(" ", ""))


def dotted(text: str) -> str:
    return " ".join(".".join(word) if word.isalpha() and len(word) > 3 else word for word in text.split())


def broken(text: str) -> str:
    """Words in pieces: “ins truc tions”."""
    return re.sub(r"([a-z]{3})(?=[a-z]{3})", r"\1 ", text)


def leet(text: str) -> str:
    return text.translate(LEET)


def homoglyphs(text: str) -> str:
    return text.translate(HOMOGLYPHS)


def full_width(text: str) -> str:
    return text.translate(WIDE)


def joiners(text: str) -> str:
    """A joiner in every word: it is spelling in some scripts, so it is kept in a text."""
    return re.sub(r"([A-Za-z]{2})(?=[a-z])", "\\1\u200d", text)


def accented(text: str) -> str:
    return re.sub(r"([aeiou])", "\\1\u0323\u0308", text)


def mathematical(text: str) -> str:
    return "".join(chr(0x1D5EE + ord(one) - 97) if "a" <= one <= "z" else one for one in text)


def boxed(text: str) -> str:
    return "".join(chr(0x1F170 + ord(one) - 97) if "a" <= one <= "z" else one for one in text.lower())


def mixed_case(text: str) -> str:
    return "".join(one.upper() if index % 2 else one.lower() for index, one in enumerate(text))


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def in_hexadecimal(text: str) -> str:
    return text.encode().hex()


def in_bytes(text: str) -> str:
    return text.encode().hex(" ")


def in_binary(text: str) -> str:
    return " ".join(f"{byte:08b}" for byte in text.encode())


def rot13(text: str) -> str:
    return codecs.encode(text, "rot13")


def caesar(text: str) -> str:
    return re.sub("[a-z]", lambda one: chr((ord(one[0]) - 97 + 5) % 26 + 97), text.lower())


def backwards(text: str) -> str:
    return text[::-1]


def words_backwards(text: str) -> str:
    return " ".join(word[::-1] for word in text.split())


def in_selectors(text: str) -> str:
    """A message in variation selectors behind a harmless word, a byte in each."""
    return (
        "Weather"
        + "".join(chr(0xE0100 + byte) for byte in text.encode())
        + " permitting, the market opens at nine."
    )


DISGUISES: dict[str, Callable[[str], str]] = {
    one.__name__.replace("_", "-"): one
    for one in (
        spaced, dotted, broken, leet, homoglyphs, full_width, joiners, accented, mathematical, boxed, mixed_case,
        in_base64, in_hexadecimal, in_bytes, in_binary, rot13, caesar, backwards, words_backwards, in_selectors,
    )
}  # fmt: skip
