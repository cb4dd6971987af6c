"""Tells a message in code or in unseen characters from the long words and numbers of a story; decodes almost nothing."""

import re
from typing import Final

_LONG: Final = re.compile(r"\S{24}")
_BLOB: Final = re.compile(r"[A-Za-z0-9+/_-]{24,}=*")
_HEXADECIMAL: Final = re.compile(r"(?=.*\d)(?:[0-9a-f]*[a-f][0-9a-f]*|[0-9A-F]*[A-F][0-9A-F]*)")
_BASE_32: Final = re.compile(r"(?=.*[2-7])[A-Z2-7]+=*")
_CASE_CHANGE: Final = re.compile(r"[a-z][A-Z]|\d[A-Za-z]|[A-Za-z]\d")
_FROM_DECIMALS: Final = re.compile(r"(?:\b\d{2,3}[ ,;]{1,2}){11,}\d{2,3}\b")
_LETTERS_AND_SPACES: Final = re.compile(r"[A-Za-z .,:!?'-]+")
_STRETCHES: Final = (
    re.compile(r"(?:\b(?:0x)?[0-9a-f]{2}[ ,:]{1,2}){11,}[0-9a-f]{2}\b", re.IGNORECASE),
    re.compile(r"(?:\b[01]{8} ?){4,}|[01]{32,}"),
    re.compile(r"(?:(?:\\x|%|\\u00|&#x?|U\+00)[0-9a-f]{2,3};? ?){6,}", re.IGNORECASE),
)
_MORSE: Final = re.compile(r"(?:[.·•_–—-]{1,5}[ /|]{1,3}){12,}")
_DASH_DOT: Final = re.compile(r"[_–—-] [.·•]")
_CHUNK: Final = re.compile(r"\b[A-Za-z0-9+/]*(?:[a-z][A-Z]|\d[a-z]|[a-z]\d)[A-Za-z0-9+/]*=*")
_INSIDE: Final = re.compile(r"[a-z][A-Z]|\d[a-z]|[a-z]\d")
_CHUNKS: Final = 5
_UNSEEN: Final = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2}|[A-Za-z][\ufe00-\ufe0e\U000e0100-\U000e01ef]|[\u200c\u200d]{3}"
    "|[\u2061-\u2064\u206a-\u206f\u180e\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e00ff\ue000-\uf8ff]{3}"
)
_DIGITS: Final = str.maketrans("", "", "0123456789")


def is_in_code(text: str) -> bool:
    """Whether the text carries a stretch of some 24 signs in code, or a message in characters that cannot be seen."""
    if not text.isascii() and _UNSEEN.search(text):
        return True
    if _LONG.search(text) and any(_is_coded(piece) for piece in text.split()):
        return True
    return _is_figures(text) or _is_morse(text) or _is_chunked(text)


def _is_coded(piece: str) -> bool:
    """Whether an unbroken stretch holds a blob; the words of an address or of a long compound are none."""
    return any(_looks_coded(found[0]) for found in _BLOB.finditer(piece))


def _looks_coded(blob: str) -> bool:
    if _HEXADECIMAL.fullmatch(blob) or _BASE_32.fullmatch(blob):
        return True
    if blob.endswith("=") or blob.isalnum():
        return len(_CASE_CHANGE.findall(blob)) >= len(blob) / 8
    return all(
        len(_CASE_CHANGE.findall(part)) > 1 for part in re.split(r"[-_/+]", blob) if len(part) > 7
    ) and (len(_CASE_CHANGE.findall(blob)) >= len(blob) / 6)


def _is_figures(text: str) -> bool:
    """Bytes written as numbers. Twelve results in a row are not, so bytes must hold letters or spell words."""
    if len(text) - len(text.translate(_DIGITS)) < 12:
        return False
    for stretch in _STRETCHES:
        found = stretch.search(text)
        if found and (stretch is not _STRETCHES[0] or re.search(r"\d[a-f]\b", found[0], re.IGNORECASE)):
            return True
    decimals = _FROM_DECIMALS.search(text)
    if decimals is None:
        return False
    spelt = "".join(map(chr, map(int, re.findall(r"\d+", decimals[0]))))
    return _LETTERS_AND_SPACES.fullmatch(spelt) is not None and " " in spelt


def _is_morse(text: str) -> bool:
    found = _MORSE.search(text) if _DASH_DOT.search(text) else None
    return found is not None and bool(re.search(r"[.·•]", found[0])) and bool(re.search(r"[_–—-]", found[0]))


def _is_chunked(text: str) -> bool:
    """A blob with blanks in it: some pieces in a row with capitals and figures in their midst."""
    if len(_INSIDE.findall(text)) < _CHUNKS:
        return False
    run = 0
    for piece in text.split():
        run = run + 1 if len(piece) > 3 and _CHUNK.fullmatch(piece) else 0
        if run >= _CHUNKS:
            return True
    return False
