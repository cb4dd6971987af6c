"""Says whether a change between two versions touches what a reviewer approved; knows neither reviews nor models."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from articles.summaries import alignment
from articles.summaries.spelling import is_mend
from articles.summaries.tokens import Quoting, Sort, Token, tokens
from articles.summaries.types import Sentence, SourceDoc
from articles.summaries.words import collapse

_SHOWN: Final = 60
# An editor reads a list of this length; of a longer one they read that the text was rewritten.
_NAMED: Final = 40
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
    Sort.POINT,
)
_ARTICLE: Final = {
    Sort.ATTRIBUTION: "An attribution",
    Sort.WORD: "The wording",
    Sort.POINT: "The punctuation",
}
# Not “which” and “who”: “the men who fled” and “the men, who fled” are different men.
_JOINTS: Final = frozenset({"and", "or", "but"})
# A comma turns these round: “The driver said the cyclist was drunk”, “No, charges were filed”.
_UNEASY: Final = frozenset({Sort.QUOTE, Sort.NEGATION, Sort.ATTRIBUTION})
# So do these, which are no attributions of a fact: “She hoped he lied, and left”.
_MIND_WORDS: Final = (
    "agreed agrees asked asks called calls cried doubted doubts feared fears felt feels hoped hopes knew knows noted"
    " notes observed promised promises shouted thinks thought wished wishes wondered wonders"
)
_MINDS: Final = frozenset(_MIND_WORDS.split())
# Words and points that the speaker of a closing tag may have, with its comma.
_TAG: Final = 7


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

    Not material are white space and mark-up; the style of quotation marks, apostrophes, ellipses and dashes between
    spaces; a point typed twice; a comma before “and” and the like where nobody speaks and nothing is denied; the case
    of a sentence's first letter; and a mended spelling (see `is_mend`). All else is material, and so is all that is in
    doubt: a second reading costs less than a wrong approval.
    """
    moved = _moved(before.sentences, after.sentences)
    touched = frozenset(number for number in cited if number not in moved)
    reasons = [f"Sentence {number}, on which a bullet rests, changed" for number in sorted(touched)]
    reasons += _named(_all_reasons(before, after))
    distinct = tuple(dict.fromkeys(reasons))
    return Materiality(bool(distinct), distinct, moved, touched)


def _moved(before: Sequence[Sentence], after: Sequence[Sentence]) -> dict[int, int]:
    """Old id to new id by digest: first those that kept their order, then those that were put elsewhere."""
    old, new = [one.digest for one in before], [one.digest for one in after]
    found = {before[a].id: after[b].id for a, b in alignment.kept(old, new)}
    taken = set(found.values())
    spare: dict[str, list[int]] = {}
    for sentence, digest in zip(reversed(after), reversed(new), strict=True):
        if sentence.id not in taken:
            spare.setdefault(digest, []).append(sentence.id)
    for sentence, digest in zip(before, old, strict=True):
        if sentence.id not in found and spare.get(digest):
            found[sentence.id] = spare[digest].pop()
    return dict(sorted(found.items()))


def _named(reasons: Iterator[str]) -> Iterator[str]:
    yield from islice(reasons, _NAMED)
    if next(reasons, None) is not None:
        yield "The text was rewritten: more changed than is named here"


def _all_reasons(before: SourceDoc, after: SourceDoc) -> Iterator[str]:
    old, new = list(_passages(before)), list(_passages(after))
    heads = [(_alone(one.headline), _alone(one.standfirst)) for one in (before, after)]
    read = _words([*heads[0], *old])
    for where, *pair in zip((" in the headline", " in the standfirst"), *heads, strict=True):
        yield from _run_reasons(pair[:1], pair[1:], read, where)
    if collapse(before.text) != collapse(after.text):
        yield from _text_reasons(old, new, read)


def _words(passages: Iterable[_Passage]) -> Mapping[str, int]:
    """How often each word stands in the text as read; a spelling is judged by it."""
    return Counter(token.key.casefold() for passage in passages for token in passage.tokens)


def _text_reasons(old: Sequence[_Passage], new: Sequence[_Passage], read: Mapping[str, int]) -> Iterator[str]:
    texts = [one.text for one in old], [one.text for one in new]
    if sorted(texts[0]) == sorted(texts[1]):
        yield "The order of the sentences changed"
        return
    for a, b in alignment.changed(*texts):
        left, right = old[a], new[b]
        if not left:
            yield from (f"Added: ‘{_short(one.text)}’" for one in right)
        elif not right:
            yield from (f"Removed: ‘{_short(one.text)}’" for one in left)
        elif len(left) == len(right):
            for pair in zip(left, right, strict=True):
                yield from _run_reasons(pair[:1], pair[1:], read, "")
        else:
            yield from _run_reasons(left, right, read, "")


def _passages(doc: SourceDoc) -> Iterator[_Passage]:
    """The whole text in order: sentences, and what stands between them."""
    at, block, quoting = 0, -1, Quoting()
    for sentence in doc.sentences:
        between = collapse(doc.text[at : sentence.start])
        if between:
            yield _alone(between)
        if sentence.block != block:
            block, quoting = sentence.block, Quoting()
        yield _passage(collapse(sentence.text), quoting)
        at = sentence.end
    rest = collapse(doc.text[at:])
    if rest:
        yield _alone(rest)


def _alone(text: str) -> _Passage:
    return _passage(collapse(text), Quoting())


def _passage(text: str, quoting: Quoting) -> _Passage:
    return _Passage(text, tuple(tokens(text, quoting)))


def _is_easy(passage: _Passage) -> bool:
    """Whether nobody speaks in it and nothing is denied, so that a comma before a joint says nothing.

    A closing “, the port authority said.” speaks for the whole sentence, with that comma or without it.
    """
    run = passage.tokens
    uneasy = [
        at
        for at, token in enumerate(run)
        if token.quoted or token.sort in _UNEASY or token.key.casefold() in _MINDS
    ]
    return not uneasy or (len(uneasy) == 1 and _is_closing_tag(run, uneasy[0]))


def _is_closing_tag(run: Sequence[Token], at: int) -> bool:
    if run[at].key not in {"said", "says"} or any(token.sort is not Sort.POINT for token in run[at + 1 :]):
        return False
    backwards = [token.key for token in run[max(0, at - _TAG) : at]][::-1]
    return "," in backwards and not _JOINTS & set(backwards[: backwards.index(",")])


def _run_reasons(
    before: Sequence[_Passage], after: Sequence[_Passage], read: Mapping[str, int], where: str
) -> Iterator[str]:
    easy = all(map(_is_easy, (*before, *after)))
    old, new = ([token for one in run for token in _counting(one, easy=easy)] for run in (before, after))
    for a, b in alignment.changed([token.key for token in old], [token.key for token in new]):
        sort = _gravest(old[a], new[b], read)
        if sort is not None:
            yield _told(sort, old[a], new[b], where)


def _counting(passage: _Passage, *, easy: bool) -> Iterator[Token]:
    """The tokens, but for the commas before a joint when the passages are easy."""
    following = [*(token.key for token in passage.tokens[1:]), ""]
    for token, after in zip(passage.tokens, following, strict=False):
        if not (easy and token.key == "," and after in _JOINTS):
            yield token


def _gravest(old: Sequence[Token], new: Sequence[Token], read: Mapping[str, int]) -> Sort | None:
    """The gravest kind of thing that a run of changed tokens touches, or None when the change is not material."""
    changed = [*old, *new]
    if len(old) == len(new):
        pairs = [pair for pair in zip(old, new, strict=True) if not _is_small(*pair, read)]
        changed = [token for pair in pairs for token in pair]
    if any(token.quoted for token in changed):
        return Sort.QUOTE
    sorts = {token.sort for token in changed}
    return next((sort for sort in _GRAVITY if sort in sorts), None)


def _is_small(old: Token, new: Token, read: Mapping[str, int]) -> bool:
    """The same word, with another first letter's case at the start of a sentence, or a mended spelling."""
    if old.key == new.key:
        return True
    if old.quoted or new.quoted:
        return False
    if (
        (old.first or new.first)
        and old.key[1:] == new.key[1:]
        and old.key[0].casefold() == new.key[0].casefold()
    ):
        return True
    return is_mend(old.key, new.key, read)


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
