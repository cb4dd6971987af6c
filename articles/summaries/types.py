"""The shapes that pass between article, engine and checks; holds no rule and reads no database."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from articles.summaries.words import collapse


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a revision: `start` and `end` count Unicode code points of the revision's text.

    `id` counts from 1 and is the N of the anchor `sN`; `block` is the paragraph, counted from 0 with headings.
    """

    id: int
    start: int
    end: int
    text: str
    block: int

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal of the collapsed text, so that it outlives a change of mark-up."""
        return hashlib.sha256(collapse(self.text).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SourceDoc:
    """What an engine may read: the revision's words. `digest` names the revision, `splitter` who cut it."""

    headline: str
    standfirst: str
    text: str
    sentences: tuple[Sentence, ...]
    digest: str
    splitter: str


@dataclass(frozen=True, slots=True)
class BulletSpec:
    """How many bullets are wanted and how many words each may have."""

    at_least: int = 3
    at_most: int = 6
    max_words: int = 32


@dataclass(frozen=True, slots=True)
class DraftBullet:
    """A bullet and the ids of the sentences it rests on."""

    text: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine hands in, with its name and version for the record."""

    bullets: tuple[DraftBullet, ...]
    engine: str
    engine_version: str


class Severity(StrEnum):
    """How loudly a finding speaks: `block` keeps a bullet from being approved as it stands."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says of one bullet: `bullet` is its index from 0, `start` and `end` count in its text."""

    bullet: int
    code: str
    severity: Severity
    message: str
    start: int
    end: int


class Unsuitable(Exception):
    """The engine declines this article; `reason` is a sentence for an editor."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SummaryEngine(Protocol):
    """Anything that can draft bullets; raises `Unsuitable` when the article should go without."""

    name: str
    version: str

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft: ...


class GroundingCheck(Protocol):
    """Anything that compares bullets with the sentences they cite."""

    def check(self, doc: SourceDoc, bullets: Sequence[DraftBullet]) -> tuple[Finding, ...]: ...
