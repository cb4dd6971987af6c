"""Says whether a change between two versions touches what a reviewer approved; knows neither reviews nor models."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from articles.summaries.spelling import is_mend
from articles.summaries.tokens import Quoting, Sort, Token, tokens
from articles.summaries.types import Sentence, SourceDoc
from articles.summaries.words import collapse

_SHOWN: Final = 60
# A change of several kinds is named by the gravest.
_GRAVITY: Final = (
    Sort.NUMBER,
    Sort.DATE,
    Sort.NEGATION,
    Sort.QUOTE,
    Sort.NAME,
    Sort.ATTRIBUTION,
    Sort.SIGN,
    Sort.WORD,
)
_ARTICLE: Final = {Sort.ATTRIBUTION: "An attribution", Sort.WORD: "The wording"}


@dataclass(frozen=True, slots=True)
class Materiality:
    """The answer: `reasons` are sentences for an editor, empty when nothing material changed.

    `moved` leads from the ids of old sentences to the ids that the same sentences have now; `touched` are the cited
    old ids whose sentence is no longer there word for word.
    """

    material: bool
    reasons: tuple[str, ...]
    moved: dict[int, int]
    touched: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence, or the headings, captions and cells between two sentences, with its tokens."""

    text: str
    tokens: tuple[Token, ...]


def compare(before: SourceDoc, after: SourceDoc, cited: Collection[int]) -> Materiality:
    """What the change from `before` to `after` means, if bullets rest on the sentences `cited` of `before`.

    Not material are white space, mark-up, punctuation outside numbers and quotations, the case of a sentence's first
    word, and a mended spelling. All that is in doubt is material: a second reading costs less than a wrong approval.
    """
    moved = _moved(before.sentences, after.sentences)
    touched = frozenset(number for number in cited if number not in moved)
    reasons = [f"Sentence {number}, on which a bullet rests, changed" for number in sorted(touched)]
    reasons += _field_reasons("headline", before.headline, after.headline)
    reasons += _field_reasons("standfirst", before.standfirst, after.standfirst)
    reasons += _text_reasons(before, after)
    distinct = tuple(dict.fromkeys(reasons))
    return Materiality(bool(distinct), distinct, moved, touched)


def _moved(before: Sequence[Sentence], after: Sequence[Sentence]) -> dict[int, int]:
    """Old id to new id by digest: first those that kept their order, then those that were put elsewhere."""
    old, new = [one.digest for one in before], [one.digest for one in after]
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            found[before[block.a + step].id] = after[block.b + step].id
    taken = set(found.values())
    spare: dict[str, list[int]] = {}
    for sentence, digest in zip(after, new, strict=True):
        if sentence.id not in taken:
            spare.setdefault(digest, []).append(sentence.id)
    for sentence, digest in zip(before, old, strict=True):
        if sentence.id not in found and spare.get(digest):
            found[sentence.id] = spare[digest].pop(0)
    return dict(sorted(found.items()))


def _field_reasons(field: str, before: str, after: str) -> list[str]:
    old, new = collapse(before), collapse(after)
    if old == new:
        return []
    return list(_run_reasons([_passage(old, Quoting())], [_passage(new, Quoting())], f" in the {field}"))


def _text_reasons(before: SourceDoc, after: SourceDoc) -> list[str]:
    if collapse(before.text) == collapse(after.text):
        return []
    old, new = list(_passages(before)), list(_passages(after))
    texts = [one.text for one in old], [one.text for one in new]
    if sorted(texts[0]) == sorted(texts[1]):
        return ["The order of the sentences changed"]
    found = SequenceMatcher(None, *texts, autojunk=False)
    reasons: list[str] = []
    for tag, a, b, c, d in found.get_opcodes():
        if tag == "insert":
            reasons += [f"Added: ‘{_short(one.text)}’" for one in new[c:d]]
        elif tag == "delete":
            reasons += [f"Removed: ‘{_short(one.text)}’" for one in old[a:b]]
        elif tag == "replace":
            reasons += _run_reasons(old[a:b], new[c:d], "")
    return reasons


def _passages(doc: SourceDoc) -> Iterator[_Passage]:
    """The whole text in order: sentences, and what stands between them."""
    at, block, quoting = 0, -1, Quoting()
    for sentence in doc.sentences:
        between = collapse(doc.text[at : sentence.start])
        if between:
            yield _passage(between, Quoting())
        if sentence.block != block:
            block, quoting = sentence.block, Quoting()
        yield _passage(collapse(sentence.text), quoting)
        at = sentence.end
    rest = collapse(doc.text[at:])
    if rest:
        yield _passage(rest, Quoting())


def _passage(text: str, quoting: Quoting) -> _Passage:
    return _Passage(text, tuple(tokens(text, quoting)))


def _run_reasons(before: Sequence[_Passage], after: Sequence[_Passage], where: str) -> Iterator[str]:
    old = [token for passage in before for token in passage.tokens]
    new = [token for passage in after for token in passage.tokens]
    keys = [token.key for token in old], [token.key for token in new]
    for tag, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        sort = None if tag == "equal" else _gravest(old[a:b], new[c:d])
        if sort is not None:
            yield _told(sort, old[a:b], new[c:d], where)


def _gravest(old: Sequence[Token], new: Sequence[Token]) -> Sort | None:
    """The gravest kind of thing that a run of changed tokens touches, or None when the change is not material."""
    changed = [*old, *new]
    if any(token.quoted for token in changed):
        return Sort.QUOTE
    words = [[token for token in run if token.sort is not Sort.POINT] for run in (old, new)]
    if len(words[0]) == len(words[1]):
        left = [pair for pair in zip(*words, strict=True) if not _is_small(*pair)]
        changed = [token for pair in left for token in pair]
    else:
        changed = [token for run in words for token in run]
    sorts = {token.sort for token in changed}
    return next((sort for sort in _GRAVITY if sort in sorts), None)


def _is_small(old: Token, new: Token) -> bool:
    """The same word with another first letter's case at the start of a sentence, or a mended spelling."""
    if old.key == new.key:
        return True
    if (
        (old.first or new.first)
        and old.key[1:] == new.key[1:]
        and old.key[0].casefold() == new.key[0].casefold()
    ):
        return True
    return is_mend(old.key, new.key)


def _told(sort: Sort, old: Sequence[Token], new: Sequence[Token], where: str) -> str:
    what = _ARTICLE.get(sort, f"A {sort.value}")
    left, right = (_short(" ".join(token.text for token in run)) for run in (old, new))
    if not left:
        return f"{what} changed{where}: ‘{right}’ was added"
    if not right:
        return f"{what} changed{where}: ‘{left}’ was removed"
    return f"{what} changed{where}: ‘{left}’ became ‘{right}’"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
