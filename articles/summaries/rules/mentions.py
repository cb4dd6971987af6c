"""Finds who and what is named in an article and in a sentence; says nothing of whether it is right."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from articles.summaries.rules.demonyms import CANON, same_place
from articles.summaries.rules.plain import looks_plain
from articles.summaries.rules.reading import Word, is_number, is_stop, read
from articles.summaries.rules.roles import CALENDAR, GENERIC, PARTICLES, SHORT_TITLES, TITLES
from articles.summaries.rules.stems import akin, folded, stem
from articles.summaries.types import Sentence, SourceDoc

_ANY_WORD: Final = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_LITTLE: Final = frozenset({"of", "and", "the", "for", "in", "on", "to"})


class Mention(NamedTuple):
    """A name as it stands: words `first` to `last` (excluded) of its text, folded parts without titles, and titles."""

    first: int
    last: int
    parts: tuple[str, ...]
    titles: tuple[str, ...]


class Article:
    """What the checks know of the whole article: its words, and which of them are names."""

    def __init__(self, doc: SourceDoc) -> None:
        self.doc = doc
        whole = f"{doc.headline} {doc.standfirst} {doc.text}"
        keys = {folded(word) for word in _ANY_WORD.findall(whole.replace("-", " "))}
        self.texts = [text for text in (doc.headline, doc.standfirst) if text]
        self.texts += [sentence.text for sentence in doc.sentences]
        self.names: set[str] = set()
        self.lower: set[str] = set()
        for text in self.texts:
            words = read(text)
            keys.update(word.key for word in words)
            self.lower.update(word.key for word in words if not word.capital)
            if not is_title_case(words):
                self.names.update(word.key for word in words if word.capital and not word.opens)
        self.keys = frozenset(keys)
        self._named: dict[str, list[Mention]] = {}
        self.places = {sentence.id: place for place, sentence in enumerate(doc.sentences)}

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(stem(key) for key in self.keys)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The figures of all numbers, without their scale."""
        words = (word for text in self.texts for word in read(text))
        return frozenset(word.number or word.key for word in words if is_number(word))

    @cached_property
    def mentions(self) -> list[Mention]:
        """Every name of the article, in order."""
        return [mention for text in self.texts for mention in self.named(text)]

    @cached_property
    def initials(self) -> frozenset[str]:
        """What the longer names would be called in short: “Northern Harbour Board” gives “nhb”."""
        return frozenset(
            short
            for text in self.texts
            for run in long_names(read(text))
            for short in initials([word.key for word in run])
        )

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """What is written in capitals: “NHB”."""
        words = (word for text in self.texts for word in read(text))
        return frozenset(word.key for word in words if len(word.key) > 2 and word.text.isupper())

    def named(self, text: str) -> list[Mention]:
        """The names in a sentence of the article or in a bullet about it."""
        found = self._named.get(text)
        if found is None:
            words = read(text)
            flags = [word.capital and self.is_name(word) for word in words]
            found = self._named[text] = list(_mentions(words, flags)) if any(flags) else []
        return found

    def is_name(self, word: Word) -> bool:
        """Whether a word is (part of) a name; a capital that opens a sentence counts when nothing speaks against it."""
        key = word.key
        if not word.capital or is_number(word) or (is_stop(key) and key != "us"):
            return False
        if key in CALENDAR or key in GENERIC:
            return False
        if not word.opens:
            return True
        if key in self.names:
            return key not in self.lower
        return key not in self.lower and not looks_plain(key)

    def near(self, sentences: Iterable[Sentence], reach: int = 2) -> list[str]:
        """The texts of the `reach` sentences around each, where “he”, “the firm” or “a man” finds its name."""
        found: dict[int, str] = {}
        for sentence in sentences:
            place = self.places.get(sentence.id, 0)
            for at in range(max(0, place - reach), min(place + reach + 1, len(self.doc.sentences))):
                found[at] = self.doc.sentences[at].text
        return list(found.values())


@lru_cache(maxsize=2)
def article(doc: SourceDoc) -> Article:
    """The article as read; remembered for the rules that ask in turn."""
    return Article(doc)


def is_known(key: str, keys: frozenset[str] | set[str]) -> bool:
    """Whether a folded name is among the words: itself, its plural, its long form, or its country's people."""
    if key in keys or SHORT_TITLES.get(key, key) in keys:
        return True
    singular = key.removesuffix("s")
    if (
        (len(key) > 3 and singular in keys)
        or f"{key}s" in keys
        or f"{key}es" in keys
        or key.removesuffix("es") in keys
    ):
        return True
    joined = key.replace("'", "")
    if joined in keys or any(joined == other.replace("'", "") for other in keys if "'" in other):
        return True
    return _is_a_form_of_a_place(key, keys)


def _is_a_form_of_a_place(key: str, keys: frozenset[str] | set[str]) -> bool:
    place = CANON.get(key)
    if place is not None:
        return any(CANON.get(other) == place for other in keys) or place in _joined_places(keys)
    return len(key) >= 5 and any(
        other[:3] == key[:3] and other != key and same_place(key, other) for other in keys
    )


def _joined_places(keys: frozenset[str] | set[str]) -> set[str]:
    """The countries of two words, as far as their words allow."""
    pairs = (("united", "states"), ("united", "kingdom"), ("united", "nations"), ("european", "union"), ("sri", "lanka"),
             ("saudi", "arabia"), ("hong", "kong"), ("new", "zealand"), ("new", "york"), ("great", "britain"),
             ("ivory", "coast"), ("czech", "republic"))  # fmt: skip
    return {CANON[one + other] for one, other in pairs if one in keys and other in keys}


def is_title_case(words: Sequence[Word]) -> bool:
    """Whether nearly every longer word has a capital, as in some headlines: then a capital proves nothing."""
    longer = [word for word in words if len(word.text) >= 4 and not word.number]
    if len(longer) < 4:
        return False
    return sum(word.capital for word in longer) >= 0.8 * len(longer)


def _mentions(words: Sequence[Word], flags: Sequence[bool]) -> Iterable[Mention]:
    at = 0
    while at < len(words):
        if not flags[at]:
            at += 1
            continue
        last = _run_end(words, flags, at)
        keys = [word.key for word in words[at:last]]
        parts = tuple(key for key in keys if key not in TITLES)
        if parts:
            yield Mention(at, last, parts, tuple(key for key in keys if key in TITLES))
        at = last


def _run_end(words: Sequence[Word], flags: Sequence[bool], at: int) -> int:
    """A name goes on over particles, and stops at a point, a quotation mark or a possessive."""
    last = at + 1
    while last < len(words) and not words[last].pause and not words[last - 1].owns:
        ahead = last
        while (
            ahead < len(words) - 1
            and words[ahead].key in PARTICLES
            and not words[ahead].pause
            and ahead - last < 2
        ):
            ahead += 1
        if not flags[ahead] or (ahead > last and words[ahead].pause):
            break
        last = ahead + 1
    return last


def long_names(words: Sequence[Word]) -> Iterable[list[Word]]:
    """Runs of words with capitals, with the little words between them."""
    run: list[Word] = []
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else word
        goes_on = bool(run) and word.key in _LITTLE and (after.capital or after.key in _LITTLE)
        if (word.capital or goes_on) and not (run and word.pause):
            run.append(word)
            continue
        if len(run) > 1:
            yield run
        run = [word] if word.capital else []
    if len(run) > 1:
        yield run


def initials(run: Sequence[str]) -> set[str]:
    """The acronyms a long name may have: with and without its little words, and without its first words."""
    found: set[str] = set()
    for start in range(len(run) - 1):
        part = run[start:]
        found.add("".join(key[0] for key in part))
        found.add("".join(key[0] for key in part if key not in _LITTLE))
    return {short for short in found if len(short) >= 2}


def same_name(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two names share a part under any equal reading, or one is the initials of the other."""
    left, right = list(one), list(other)
    if len(left) > 1 and len(right) > 1 and left[0] != right[0]:
        return set(left) <= set(right) or set(right) <= set(left)
    if any(is_known(part, set(right)) for part in left):
        return True
    return any(
        len(short) == 1 and len(long) > 1 and short[0] in initials(long)
        for short, long in ((left, right), (right, left))
    )


def is_akin(key: str, stems: frozenset[str]) -> bool:
    """Whether some word of a text is of the family of a folded word."""
    own = stem(key)
    return own in stems or any(akin(own, other) for other in _families(stems).get(own[:4], ()))


@lru_cache(maxsize=16)
def _families(stems: frozenset[str]) -> dict[str, list[str]]:
    """The stems by their first four letters, which all words of a family share."""
    found: dict[str, list[str]] = {}
    for one in stems:
        found.setdefault(one[:4], []).append(one)
    return found
