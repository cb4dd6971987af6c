"""Cuts the text of one block into sentences with exact offsets; judges no sentence."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from itertools import pairwise
from typing import Final

from syntok import segmenter

from articles.summaries.quotations import quoted_spans
from articles.summaries.types import Sentence, SourceDoc
from articles.summaries.words import collapse, count_words

SPLITTER: Final = f"syntok {version('syntok')}, house rules 2"
LONGEST: Final = 60

# The library knows the common titles; these it cuts after, so a cut there is taken back.
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(“‘\"])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Cllr|Capt|Cmdr|Lt|Col|Sgt|Supt|Insp|Hon|Gen|Sen|Gov|Messrs|St|Nos?"
    r"|vs|Fr|Sr|Jr|[A-Z]|(?i:deg|approx|incl))\.$"
)
_QUOTE_OPENS: Final = re.compile(r"(?<=[.!?]) (?=[“\"]\w)")
# A byline’s time stamp has no full stop: “UPDATED: 07:01 GMT, 3 May 2019 A ferry …”.
_AFTER_STAMP: Final = re.compile(
    r"\b\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,4})?,? (?:on )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}"
    r"(?: ?[.|])* (?=[A-Z“\"'‘`])"
)
# Where an overlong sentence is cut, the best places first.
_EDGES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<=[;:]) ",
        r" (?=(?:—|–|--|•|\|) )",
        r"(?<=,) (?=(?:and|but|while|although|whereas|so) )",
    )
)
_CLOSERS: Final = "”’»)]"
_LATE_CLOSERS: Final = re.compile(r"(?:''|[”’»)\]])+(?: |$)")


def split(block_text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences in a collapsed block, in order; together they cover every word."""
    if not block_text:
        return []
    cuts = [*sorted({_past_closers(block_text, at) for at in _starts(block_text)}), len(block_text)]
    starts = [at for at, after in pairwise(cuts) if _may_begin(block_text, at, after)]
    spans: list[tuple[int, int]] = []
    for start, after in zip(starts, [*starts[1:], len(block_text)], strict=True):
        spans.extend(_shorten(block_text, *_trim(block_text, start, after)))
    return spans


def read(headline: str, standfirst: str, blocks: Sequence[str], *, digest: str = "") -> SourceDoc:
    """A document from bare paragraphs, for agencies' plain text and for trials without mark-up."""
    clean = [block for block in map(collapse, blocks) if block]
    sentences = tuple(number(clean, range(len(clean))))
    return SourceDoc(collapse(headline), collapse(standfirst), " ".join(clean), sentences, digest, SPLITTER)


def number(blocks: Sequence[str], telling: Iterable[int]) -> Iterable[Sentence]:
    """The sentences of those blocks whose index is in `telling`, placed in the text that all blocks make together."""
    chosen, base, count = set(telling), 0, 0
    for index, block in enumerate(blocks):
        if index in chosen:
            for start, end in split(block):
                count += 1
                yield Sentence(count, base + start, base + end, block[start:end], index)
        base += len(block) + 1


def _starts(text: str) -> list[int]:
    found = {0}
    for paragraph in segmenter.analyze(text):
        found.update(tokens[0].offset for tokens in paragraph if tokens)
    found.update(match.end() for match in _QUOTE_OPENS.finditer(text))
    found.update(match.end() for match in _AFTER_STAMP.finditer(text))
    return sorted(found)


def _past_closers(text: str, start: int) -> int:
    """A closing mark that stands apart, as in “We stay . '' She left”, belongs to what it closes."""
    found = _LATE_CLOSERS.match(text, start) if start else None
    return found.end() if found and found.end() < len(text) else start


def _may_begin(text: str, start: int, after: int) -> bool:
    """Whether a cut here leaves whole words, whole characters and no lone tail such as “he said.”"""
    if start == 0:
        return True
    first, before = text[start], text[:start].rstrip()
    if first in _CLOSERS or first.islower() or unicodedata.category(first).startswith("M"):
        return False
    if not any(map(str.isalnum, text[start:after])) or not any(map(str.isalnum, before)):
        return False
    return _ABBREVIATION.search(before[-12:]) is None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _shorten(text: str, start: int, end: int, tier: int = 0) -> list[tuple[int, int]]:
    """A sentence of more than 60 words is cut again at semicolons, dashes and clauses, as few times as will do."""
    if tier == len(_EDGES) or count_words(text[start:end]) <= LONGEST:
        return [(start, end)]
    quotes = quoted_spans(text[start:end])
    edges = [found.end() for found in _EDGES[tier].finditer(text, start, end)]
    outside = [at for at in edges if not any(left < at - start < right for left, right in quotes)]
    spans: list[tuple[int, int]] = []
    for left, right in pairwise([start, *(outside or edges), end]):
        if spans and count_words(text[spans[-1][0] : right]) <= LONGEST:
            spans[-1] = (spans[-1][0], right)
        else:
            spans.append((left, right))
    return [cut for span in spans for cut in _shorten(text, *_trim(text, *span), tier + 1)]
