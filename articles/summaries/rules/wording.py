"""Words that the article never used, and words that it used in a row; whether they are true is for other rules."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from articles.summaries.rules.claim import Claim
from articles.summaries.rules.mentions import article, is_akin
from articles.summaries.rules.reading import Word, is_number, is_stop, read
from articles.summaries.rules.roles import CALENDAR
from articles.summaries.rules.synonyms import synonyms
from articles.summaries.types import Finding, Sentence, Severity, SourceDoc
from articles.summaries.words import listed

LONGEST_RUN: Final = 12
_SHORTEST_RUN: Final = 3
_NEW_IN_A_ROW: Final = 4
_NEW_SHARE: Final = 0.55
_FEWEST_NEW: Final = 4
_COPIED_WORDS: Final = 5
_COPIED_SHARE: Final = 0.5
_TACKED_ON: Final = 3
_JOINERS: Final = listed(
    "after although and as because before but despite following for if in since so that though until when whereas which"
    " while who with without"
)


class Wording:
    """Codes `new-word` and `copy`."""

    def __init__(self, doc: SourceDoc) -> None:
        self.article = article(doc)

    def findings(self, claim: Claim) -> Iterator[Finding]:
        words = read(claim.text)
        runs = [(run, sentence) for sentence in claim.evidence for run in _runs(words, sentence)]
        new = [*self._invented(claim, words), *self._patched(claim, words, runs)]
        yield from new or _tacked_on(claim, words)
        if not runs:
            return
        (first, last), sentence = max(runs, key=lambda one: one[0][1] - one[0][0])
        # A bullet that is one piece of a sentence was cut out of it on purpose, by an engine that quotes.
        if LONGEST_RUN <= last - first < len(words):
            message = f"{last - first} words in a row are copied from the sentence"
            start, end = words[first].start, words[last - 1].end
            yield claim.finding("copy", Severity.INFO, message, start, end, sentence)

    def _invented(self, claim: Claim, words: Sequence[Word]) -> Iterator[Finding]:
        """A bullet much of which is nowhere in the article."""
        telling = _telling(words)
        new = [word for word in telling if not word.capital and not _is_like(word, self.article.stems)]
        run = _run_of_new(telling, new)
        share = len(new) / len(telling) if telling else 0.0
        if len(run) >= _NEW_IN_A_ROW or (len(new) >= _FEWEST_NEW and share >= _NEW_SHARE):
            shown = run if len(run) >= _NEW_IN_A_ROW else new
            message = f"The article has none of these words: {', '.join(word.text for word in shown)}"
            yield claim.finding("new-word", Severity.WARN, message, shown[0].start, shown[-1].end)

    def _patched(
        self, claim: Claim, words: Sequence[Word], runs: Sequence[tuple[tuple[int, int], Sentence]]
    ) -> Iterator[Finding]:
        """New words in a bullet that is otherwise copied: a writer who rewords one clause rewords the next as well."""
        copied = {at for (first, last), _ in runs for at in range(first, last)}
        if len(copied) < _COPIED_WORDS or len(copied) < _COPIED_SHARE * len(words):
            return
        stems = frozenset(word.stem for sentence in claim.evidence for word in read(sentence.text))
        for first, last in _gaps(len(words), copied):
            gap = _telling(words[first:last])
            new = [word for word in gap if not word.capital and not _is_like(word, stems)]
            enough = 2 if last == len(words) else 3
            if len(new) >= enough and len(new) * 3 >= len(gap) * 2:
                message = f"These sentences have none of these words: {', '.join(word.text for word in new)}"
                yield claim.finding("new-word", Severity.WARN, message, new[0].start, new[-1].end, runs[0][1])


def _tacked_on(claim: Claim, words: Sequence[Word]) -> Iterator[Finding]:
    """A last clause that shares no word with the evidence, after a bullet that does."""
    stems = frozenset(word.stem for sentence in claim.evidence for word in read(sentence.text))
    for first in range(len(words) - 3, 3, -1):
        word = words[first]
        if not (word.pause or word.key in _JOINERS):
            continue
        if any(one.capital or is_number(one) for one in words[first:]):
            return  # Names and numbers have rules of their own.
        tail = _telling(words[first:])
        new = [one for one in tail if not _is_like(one, stems)]
        if len(new) < len(tail):
            return
        if len(new) >= _TACKED_ON:
            message = f"These sentences have none of these words: {', '.join(one.text for one in new)}"
            yield claim.finding("new-word", Severity.WARN, message, new[0].start, new[-1].end)
            return


def _telling(words: Sequence[Word]) -> list[Word]:
    return [
        word
        for word in words
        if not is_stop(word.key)
        and not is_stop(word.stem)
        and not is_number(word)
        and word.key not in CALENDAR
    ]


def _gaps(length: int, copied: set[int]) -> list[tuple[int, int]]:
    """The stretches that were not copied, first to last (excluded)."""
    edges = [-1, *sorted(copied), length]
    return [(one + 1, other) for one, other in pairwise(edges) if other - one > 1]


def _run_of_new(telling: Sequence[Word], new: Sequence[Word]) -> list[Word]:
    """The longest row of new words, with nothing but grammar between them."""
    strange = set(new)
    best: list[Word] = []
    run: list[Word] = []
    for word in telling:
        run = [*run, word] if word in strange else []
        if len(run) > len(best):
            best = run
    return best


def _is_like(word: Word, stems: frozenset[str]) -> bool:
    """Whether a text has the word, one of its family, or one that a newsroom uses for it."""
    if word.stem in stems or is_akin(word.key, stems):
        return True
    return any(other in stems for other in synonyms().get(word.stem, ()))


def _runs(words: Sequence[Word], sentence: Sentence) -> list[tuple[int, int]]:
    """First and last (excluded) of every row of three words or more that the sentence has in the same order."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(read(sentence.text)):
        places.setdefault(word.key, []).append(place)
    found: list[tuple[int, int]] = []
    ends: dict[int, int] = {}
    for at in range(len(words) + 1):
        longest = max(ends.values(), default=0)
        after = places.get(words[at].key, []) if at < len(words) else []
        ends_after = {place: ends.get(place - 1, 0) + 1 for place in after}
        if longest >= _SHORTEST_RUN and max(ends_after.values(), default=0) <= longest:
            found.append((at - longest, at))
        ends = ends_after
    return found
