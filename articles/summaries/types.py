"""The shapes that pass between article, engine and checks; holds no rule and reads no database."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Protocol

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
    """What an engine may read: the revision's words. `digest` names the revision, `splitter` who cut it.

    `dated` is the day of writing in the newsroom's zone, from which “Tuesday” and “yesterday” are counted; None when
    nobody knows it. Ids of sentences may have gaps: what was written to a machine is left out (see `screening`).
    """

    headline: str
    standfirst: str
    text: str
    sentences: tuple[Sentence, ...]
    digest: str
    splitter: str
    dated: date | None = None


# Places beside the sentences, whose ids count from 1.
HEADLINE: Final = 0
STANDFIRST: Final = -1


@dataclass(frozen=True, slots=True)
class Withheld:
    """A place that no engine is shown, and why: `sentence` is its id, `HEADLINE` or `STANDFIRST`."""

    sentence: int
    reason: str


@dataclass(frozen=True, slots=True)
class BulletSpec:
    """How many bullets are wanted and how many words each may have; `quoted_words` is for an engine that quotes."""

    at_least: int = 3
    at_most: int = 6
    max_words: int = 28
    quoted_words: int = 32


@dataclass(frozen=True, slots=True)
class DraftBullet:
    """A bullet and the ids of the sentences it rests on."""

    text: str
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Making:
    """How a draft was made, for the evidence that the newsroom keeps. An engine fills in what it knows.

    `model` is as the server named it; `parameters` are canonical JSON; digests are SHA-256 in hexadecimal; `cost` is a
    decimal number in the currency of the price list; `seconds` is wall time; `requests` are the server's ids.
    """

    model: str = ""
    parameters: str = "{}"
    prompt: str = ""
    prompt_version: int = 0
    prompt_digest: str = ""
    requests: tuple[str, ...] = ()
    tokens_in: int = 0
    tokens_out: int = 0
    cost: str = "0"
    seconds: float = 0.0
    retries: int = 0
    raw_digest: str = ""
    fallback_from: str = ""
    fallback_reason: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine hands in, with its name and version for the record."""

    bullets: tuple[DraftBullet, ...]
    engine: str
    engine_version: str
    making: Making = Making()


class Severity(StrEnum):
    """How loudly a finding speaks: `block` keeps a bullet from being approved as it stands."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says of one bullet: `bullet` is its index from 0, `start` and `end` count in its text.

    `sentence` is the id of the evidence sentence that it was held against, None when there is no one such sentence.
    """

    bullet: int
    code: str
    severity: Severity
    message: str
    start: int
    end: int
    sentence: int | None = None


class Unsuitable(Exception):
    """The engine declines this article; `reason` is a sentence for an editor."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EngineFailed(Exception):
    """The engine could not draft though the article is fit for it: another engine may. `reason` is for an editor."""

    def __init__(self, reason: str, making: Making | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.making = making or Making()


class Step(StrEnum):
    """What is being done for a draft, as the desk shows it."""

    READING = "reading"
    DRAFTING = "drafting"
    REPAIRING = "repairing"
    CHECKING = "checking"


class SummaryEngine(Protocol):
    """Anything that can draft bullets.

    Raises `Unsuitable` when the article should go without, `EngineFailed` when another engine should try.
    `external` says whether the text leaves the newsroom's own machines.
    """

    name: str
    version: str
    external: bool

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft: ...


class GroundingCheck(Protocol):
    """Anything that compares bullets with the sentences they cite."""

    def check(self, doc: SourceDoc, bullets: Sequence[DraftBullet]) -> tuple[Finding, ...]: ...
