"""Reads the articles that engines and checks are measured on, each with reference bullets; measures nothing."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from articles.summaries.evaluation.vocabulary import content
from articles.summaries.sentences import SPLITTER, number
from articles.summaries.types import Sentence, SourceDoc
from articles.summaries.words import collapse

WRONG_KINDS: Final = (
    "number",
    "number_swap",
    "date",
    "name",
    "role_swap",
    "quote",
    "negation_added",
    "negation_dropped",
    "hedge_dropped",
    "attribution_dropped",
    "attribution_changed",
    "magnitude",
    "antonym",
    "invented",
)
# A bullet that names no evidence is held against this many sentences at most.
_MOST_EVIDENCE: Final = 3
_HEADING: Final = re.compile(r"#{1,6} ")
_ITEM: Final = re.compile(r"(?:[-*•]|\d{1,2}[.)]) ")
_QUOTES: Final = "\"'“”‘’"
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CorpusError(ValueError):
    """A file of the set cannot be used; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A bullet that a person wrote and the ids of the sentences that support it."""

    text: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CarefulEdit:
    """A bullet that a person made wrong in one way, and which way: `kind` is one of `WRONG_KINDS`."""

    text: str
    evidence: tuple[int, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Case:
    """One article of the set. `blocks` are its paragraphs as an agency would send them, headings left out."""

    slug: str
    doc: SourceDoc
    section: str
    style: str
    blocks: tuple[str, ...]
    references: tuple[Reference, ...]
    edits: tuple[CarefulEdit, ...]

    @property
    def held_out(self) -> bool:
        """Whether the case is in the half that nobody may tune to. A hash decides, so that no one can choose."""
        return hashlib.sha256(self.slug.encode()).digest()[0] % 2 == 1

    def texts(self, evidence: Iterable[int]) -> list[str]:
        """The cited sentences."""
        known = {sentence.id: sentence.text for sentence in self.doc.sentences}
        return [known[number] for number in evidence]


def load(folder: Path) -> list[Case]:
    """Every `.yaml` and `.json` file of the folder, by name. Raises `CorpusError` for the first that is not usable."""
    paths = sorted(path for path in folder.glob("*") if path.suffix in {".yaml", ".json"})
    if not paths:
        raise CorpusError(f"There is no article in {folder}.")
    twins = {path.stem for path in paths if sum(other.stem == path.stem for other in paths) > 1}
    if twins:
        raise CorpusError(f"Two files have one name: {', '.join(sorted(twins))}.")
    return [read_case(path.stem, _parsed(path)) for path in paths]


def read_case(slug: str, raw: Mapping[str, Any]) -> Case:
    """The case in a parsed file; see docs/summaries.md for its shape."""
    blocks = list(_blocks(str(raw["body"])))
    telling = [index for index, (_, heading) in enumerate(blocks) if not heading]
    texts = [text for text, _ in blocks]
    sentences = tuple(number(texts, telling))
    doc = SourceDoc(
        headline=collapse(str(raw.get("headline") or "")),
        standfirst=collapse(str(raw.get("standfirst") or "")),
        text=" ".join(texts),
        sentences=sentences,
        digest=hashlib.sha256(" ".join(texts).encode()).hexdigest(),
        splitter=SPLITTER,
        dated=_day(slug, raw.get("date")),
    )
    return Case(
        slug=slug,
        doc=doc,
        section=str(raw.get("section") or ""),
        style=str(raw.get("style") or ""),
        blocks=tuple(texts[index] for index in telling),
        references=tuple(
            Reference(*_bullet(slug, sentences, one)) for one in _listed(slug, raw.get("bullets"))
        ),
        edits=tuple(_edit(slug, sentences, one) for one in _listed(slug, raw.get("wrong"))),
    )


def resolve(sentences: Sequence[Sentence], opening: str) -> list[int]:
    """Ids of the sentences that begin with the words, marks of quotation aside; a good opening has one."""
    words = collapse(opening).lstrip(_QUOTES)
    return [one.id for one in sentences if one.text.lstrip(_QUOTES).startswith(words)]


def _parsed(path: Path) -> Mapping[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        raw = json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader=_LOADER)  # noqa: S506
    except (ValueError, yaml.YAMLError) as error:
        raise CorpusError(f"{path.name}: {error}") from error
    if not isinstance(raw, dict) or not raw.get("body"):
        raise CorpusError(f"{path.name}: there is no body.")
    return raw


def _blocks(body: str) -> Iterator[tuple[str, bool]]:
    """Paragraphs, and whether each is a heading; an entry of a list is a paragraph of its own."""
    for part in re.split(r"\n\s*\n", body.strip()):
        lines = part.splitlines()
        entries = lines if all(_ITEM.match(line.strip()) for line in lines) else [part]
        for entry in entries:
            text = collapse(entry)
            mark = _HEADING.match(text) or (_ITEM.match(text) if entries is lines else None)
            yield text[mark.end() :] if mark else text, text.startswith("#")


def _day(slug: str, raw: object) -> date | None:
    if raw in {None, ""}:
        return None
    try:
        return raw if isinstance(raw, date) else date.fromisoformat(str(raw))
    except ValueError as error:
        raise CorpusError(f"{slug}: {raw} is no date.") from error


def _listed(slug: str, raw: object) -> list[Mapping[str, Any]]:
    if raw is None:
        return []
    if not isinstance(raw, list) or not all(isinstance(one, dict) and one.get("text") for one in raw):
        raise CorpusError(f"{slug}: bullets are a list, and each has a text.")
    return raw


def _bullet(slug: str, sentences: Sequence[Sentence], raw: Mapping[str, Any]) -> tuple[str, tuple[int, ...]]:
    text = collapse(str(raw["text"]))
    if not raw.get("evidence"):
        return text, nearest(sentences, text)
    found: list[int] = []
    for opening in raw["evidence"]:
        ids = resolve(sentences, str(opening))
        if len(ids) != 1:
            raise CorpusError(f"{slug}: {len(ids)} sentences begin with “{opening}”.")
        found += ids
    return text, tuple(dict.fromkeys(found))


def _edit(slug: str, sentences: Sequence[Sentence], raw: Mapping[str, Any]) -> CarefulEdit:
    if raw.get("kind") not in WRONG_KINDS:
        raise CorpusError(f"{slug}: “{raw.get('kind')}” is no kind of error.")
    return CarefulEdit(*_bullet(slug, sentences, raw), kind=str(raw["kind"]))


def nearest(sentences: Sequence[Sentence], text: str) -> tuple[int, ...]:
    """Up to three sentences that together hold most of the bullet's words, for sets that name no evidence."""
    wanted = set(content(text))
    words = {one.id: set(content(one.text)) for one in sentences}
    found: list[int] = []
    while wanted and len(found) < _MOST_EVIDENCE:
        best = max(words, key=lambda number: (len(words[number] & wanted), -number), default=0)
        if not best or not words[best] & wanted:
            break
        wanted -= words.pop(best)
        found.append(best)
    return tuple(sorted(found))
