"""Whether bullets are in the language of their article, by script and by shared words; names no language.

A list of stop words for each language would have to be complete to be fair to small ones. The article itself is such a
list: whoever writes in its language uses its small words again, and whoever writes in another shares only names.
"""

import re
import unicodedata
from collections import Counter
from typing import Final

FEWEST_WORDS: Final = 8
SHARED_BY_ALL: Final = 0.3
SHARED_BY_ONE: Final = 0.2

_WORD: Final = re.compile(r"[^\W\d_]+")
_UNSPACED: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"})


def is_foreign(article: str, text: str, shared: float = SHARED_BY_ALL) -> bool:
    """Whether the text is in another language than the article, as far as can be told; `shared` is a share of words."""
    home, here = _scripts(article), _scripts(text)
    if not home or not here:
        return False
    if any(share >= 0.2 and home.get(script, 0.0) < 0.05 for script, share in here.items()):
        return True
    main = max(home, key=lambda script: home[script])
    if home[main] >= 0.6 and here.get(main, 0.0) < 0.2:
        return True
    if max(here, key=lambda script: here[script]) in _UNSPACED:
        return False
    return _shares_too_little(article, text, shared)


def _shares_too_little(article: str, text: str, shared: float) -> bool:
    known = {word.casefold() for word in _WORD.findall(article)}
    # Capitals open names, and names cross borders.
    words = [word for word in _WORD.findall(text) if not word[0].isupper()]
    return len(words) >= FEWEST_WORDS and sum(word in known for word in words) / len(words) < shared


def _scripts(text: str) -> dict[str, float]:
    """The share of each script in the letters of the text."""
    found: Counter[str] = Counter()
    for sign, count in Counter(filter(str.isalpha, text)).items():
        found[unicodedata.name(sign, "UNKNOWN").split()[0]] += count
    return {script: count / found.total() for script, count in found.items()}
