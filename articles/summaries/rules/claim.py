"""What every rule is asked about: one bullet beside the sentences it rests on; judges nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from articles.summaries.types import Finding, Sentence, Severity, SourceDoc


@dataclass(frozen=True, slots=True)
class Claim:
    """One bullet: `index` from 0, its collapsed `text`, and the sentences that it cites, in its own order."""

    index: int
    text: str
    evidence: tuple[Sentence, ...]

    def finding(
        self, code: str, severity: Severity, message: str, start: int, end: int, held: Sentence | None = None
    ) -> Finding:
        """A finding on `text[start:end]`, held against one evidence sentence: the first, when no other is named."""
        against = held or (self.evidence[0] if self.evidence else None)
        return Finding(self.index, code, severity, message, start, end, against.id if against else None)


class Rule(Protocol):
    """One kind of fact. Made once for an article, so that what it reads of the whole is read once."""

    def __init__(self, doc: SourceDoc) -> None: ...

    def findings(self, claim: Claim) -> Iterator[Finding]:
        """What is wrong with the claim; asked only when it cites at least one sentence."""
        ...
