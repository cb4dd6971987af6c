"""Names of a bullet that the article or its evidence does not have; who did what is order.py's."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from articles.summaries.rules.claim import Claim
from articles.summaries.rules.mentions import (
    Mention,
    article,
    initials,
    is_akin,
    is_known,
    is_title_case,
    long_names,
)
from articles.summaries.rules.plain import is_plain, looks_plain
from articles.summaries.rules.reading import Word, read
from articles.summaries.rules.roles import OFFICES, SHORT_TITLES, TITLES
from articles.summaries.rules.stems import is_past
from articles.summaries.types import Finding, Severity, SourceDoc
from articles.summaries.words import ATTRIBUTIONS, listed

_SINGULAR: Final = listed("is was has does isn't wasn't hasn't doesn't")
_BEFORE_VERBS: Final = listed(
    "had did will would can could may might must should who whose twice also now never then again later has is was wants"
    " says plans hopes fears thinks believes leaves faces expects denies takes makes holds wins leads gives"
)
_PERSONAL: Final = listed("mr mrs ms miss dr sir dame lord lady prof professor")


class Names:
    """Codes `name` (nowhere in the article) and `entity` (there, but not in the evidence, or put together wrongly)."""

    def __init__(self, doc: SourceDoc) -> None:
        self.article = article(doc)

    def findings(self, claim: Claim) -> Iterator[Finding]:
        words = read(claim.text)
        titled = is_title_case(words)
        known = self._spelt_out(words)
        if words and self._opens_strangely(claim, words):
            yield self._invented(claim, words, Mention(0, 1, (words[0].key,), ()), words[:1])
        for mention in self.article.named(claim.text):
            named = [word for word in words[mention.first : mention.last] if word.capital]
            strange = [
                word
                for word in named
                if word.start not in known
                and self._is_strange(word)
                and (not (word.opens or titled) or self._must_be_a_name(words, words.index(word), claim))
            ]
            if strange:
                yield self._invented(claim, words, mention, strange)
            elif not any(map(self._is_strange, named)):
                yield from self._misplaced(claim, words, mention)

    def _opens_strangely(self, claim: Claim, words: Sequence[Word]) -> bool:
        """Whether a first word that looks like a common one (“Lording”) stands where the evidence has a name."""
        word = words[0]
        if not word.capital or is_plain(word.key) or self.article.is_name(word) or not self._is_strange(word):
            return False
        return self._takes_a_place(claim, words, 0, 1)

    def _spelt_out(self, words: Sequence[Word]) -> set[int]:
        """Where the words start that the article has by their initials only."""
        return {
            word.start
            for run in long_names(words)
            if initials([word.key for word in run]) & self.article.acronyms
            for word in run
        }

    def _is_strange(self, word: Word) -> bool:
        if word.key in TITLES or is_known(word.key, self.article.keys):
            return False
        return not (word.text.isupper() and word.key in self.article.initials)

    def _invented(
        self, claim: Claim, words: Sequence[Word], mention: Mention, strange: Sequence[Word]
    ) -> Finding:
        """“Parliament” for “MPs” is a common word in its Sunday clothes; “Lindqvist”, “Mr Parliament” are not."""
        plain = all(is_plain(word.key) for word in strange)
        before = {word.key for word in words[max(0, mention.first - 1) : mention.last]}
        whole = len(strange) > 1 and len(strange) == mention.last - mention.first
        firm = whole or before & _PERSONAL or self._takes_a_place(claim, words, mention.first, mention.last)
        severity = Severity.WARN if plain and not firm else Severity.BLOCK
        start = strange[0].start
        name = _bare(claim.text[start : strange[-1].end])
        return claim.finding("name", severity, f"‘{name}’ is not in the article", start, start + len(name))

    def _must_be_a_name(self, words: Sequence[Word], at: int, claim: Claim) -> bool:
        """Whether a capital that need not mean a name does: by the word after it, or by whose place it takes."""
        word = words[at]
        if is_plain(word.key) or at + 1 == len(words):
            return False
        after = words[at + 1]
        if self._takes_a_place(claim, words, at, at + 1) or self._acts_alone(word, after):
            return True
        owns = word.text.endswith(("'s", "’s"))
        if looks_plain(word.key) or owns or after.pause:
            return owns and not looks_plain(word.key)
        if after.capital and not after.opens:
            # What stands before the whole name of somebody known says what the person is: “Frontman Donny Quayle”.
            full = tuple(one.key for one in words[at + 1 : at + 3])
            return not any(full == name[:2] for name in self._full_names)
        return after.key in ATTRIBUTIONS and not word.key.endswith("s")

    def _acts_alone(self, word: Word, after: Word) -> bool:
        """“Lindqvist was”, “Lindqvist resigned”, “Lindqvist, a”: a common noun in the singular would have its article."""
        if looks_plain(word.key) or is_akin(word.key, self.article.stems):
            return False
        if after.key in _SINGULAR:
            return True
        return not word.key.endswith("s") and (
            after.pause or is_past(after.key) or after.key in _BEFORE_VERBS
        )

    def _takes_a_place(self, claim: Claim, words: Sequence[Word], first: int, last: int) -> bool:
        """Whether the evidence says the same of a name: like words on both sides, or two like words on the only one."""
        before = [word.key for word in words[max(0, first - 2) : first]]
        after = [word.key for word in words[last : last + 2]]
        for sentence in claim.evidence:
            said = read(sentence.text)
            for mention in self.article.named(sentence.text):
                left = [word.key for word in said[max(0, mention.first - 2) : mention.first]]
                right = [word.key for word in said[mention.last : mention.last + 2]]
                if before and after and left and right:
                    if before[-1] == left[-1] and after[0] == right[0]:
                        return True
                elif (len(after) == 2 and not before and after == right) or (not after and before == left):
                    return True
        return False

    def _misplaced(self, claim: Claim, words: Sequence[Word], mention: Mention) -> Iterator[Finding]:
        start, end = words[mention.first].start, words[mention.last - 1].end
        name = _bare(claim.text[start:end])
        other = self._mixed(mention)
        if other is not None:
            severity, whose = other
            message = f"‘{name}’ is nobody in the article, which has {whose}"
            yield claim.finding("entity", severity, message, start, start + len(name))
        elif not self._is_meant(claim, mention):
            message = f"‘{name}’ is in the article, but not in these sentences"
            yield claim.finding("entity", Severity.WARN, message, start, start + len(name))
        yield from self._misnamed(claim, words, mention)

    def _mixed(self, mention: Mention) -> tuple[Severity, str] | None:
        """A first name of one with the surname of another: certain when neither part ever stood otherwise."""
        if len(mention.parts) != 2 or any(map(is_plain, mention.parts)):
            return None
        first, last = mention.parts
        owners = self._firsts.get(first, set()), self._lasts.get(last, set())
        if not owners[0] or not owners[1] or any(first in name and last in name for name in self._full_names):
            return None
        if first in self._lasts or last in self._firsts:
            return None
        severity = Severity.WARN if first in self._alone else Severity.BLOCK
        one, other = (" ".join(min(names)).title() for names in owners)
        return severity, f"‘{one}’ and ‘{other}’"

    @cached_property
    def _full_names(self) -> set[tuple[str, ...]]:
        return {mention.parts for mention in self.article.mentions if len(mention.parts) > 1}

    @cached_property
    def _alone(self) -> set[str]:
        return {mention.parts[0] for mention in self.article.mentions if len(mention.parts) == 1}

    @cached_property
    def _firsts(self) -> dict[str, set[tuple[str, ...]]]:
        return _by_part(self._full_names, 0)

    @cached_property
    def _lasts(self) -> dict[str, set[tuple[str, ...]]]:
        return _by_part(self._full_names, -1)

    def _is_meant(self, claim: Claim, mention: Mention) -> bool:
        """Whether the evidence names it, or means it: by “he” or “the company” after a sentence that names it.

        Headline, standfirst and first sentence say what the whole story is about, so a name from there is let through.
        """
        own = [sentence.text for sentence in claim.evidence]
        doc = self.article.doc
        opening = [sentence.text for sentence in doc.sentences[:1]]
        around = [doc.headline, doc.standfirst, *opening, *self.article.near(claim.evidence)]
        return any(self._is_named(mention, text) for text in [*own, *around] if text)

    def _is_named(self, mention: Mention, text: str) -> bool:
        words = read(text)
        keys = {word.key for word in words}
        if any(is_known(part, keys) for part in mention.parts):
            return True
        shorts = {short for run in long_names(words) for short in initials([word.key for word in run])}
        return mention.parts[-1] in shorts or (
            len(mention.parts) > 1 and bool(initials(mention.parts) & keys)
        )

    def _misnamed(self, claim: Claim, words: Sequence[Word], mention: Mention) -> Iterator[Finding]:
        """Another office before the name than the article puts there."""
        offices = _offices(words, mention)
        seen = self._offices_of.get(mention.parts[-1])
        if (
            not offices
            or not seen
            or any(office in keys for office in offices for keys in self._beside(mention))
        ):
            return
        start, end = words[mention.first].start, words[mention.last - 1].end
        message = f"The article calls ‘{mention.parts[-1].title()}’ {' or '.join(sorted(seen))}, not {' '.join(offices)}"
        yield claim.finding("entity", Severity.WARN, message, start, end)

    @cached_property
    def _offices_of(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for text in self.article.texts:
            words = read(text)
            for mention in self.article.named(text):
                found[mention.parts[-1]].update(_offices(words, mention))
        return found

    def _beside(self, mention: Mention) -> Iterator[set[str]]:
        for text in self.article.texts:
            keys = {SHORT_TITLES.get(word.key, word.key) for word in read(text)}
            if mention.parts[-1] in keys:
                yield keys


def _by_part(names: set[tuple[str, ...]], at: int) -> dict[str, set[tuple[str, ...]]]:
    found: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in names:
        found[name[at]].add(name)
    return dict(found)


def _offices(words: Sequence[Word], mention: Mention) -> list[str]:
    """The offices right before a name, with capitals or without."""
    before = [word.key for word in words[max(0, mention.first - 2) : mention.first]]
    if words[mention.first].pause:
        before = []
    keys = [*before[-1:], *mention.titles]
    return [office for key in keys if (office := SHORT_TITLES.get(key, key)) in OFFICES]


def _bare(name: str) -> str:
    return name[:-2] if name.endswith(("'s", "’s")) else name
