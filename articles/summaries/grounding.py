"""Looks for facts in a bullet that its evidence does not hold; rules only, so it cannot judge a paraphrase."""

from collections.abc import Iterator, Sequence
from typing import Final

from articles.summaries.rules.claim import Claim, Rule
from articles.summaries.rules.claims import Claims
from articles.summaries.rules.dates import Dates
from articles.summaries.rules.names import Names
from articles.summaries.rules.numbers import Numbers
from articles.summaries.rules.order import Order
from articles.summaries.rules.polarity import Polarity
from articles.summaries.rules.quotes import Quotes
from articles.summaries.rules.wording import Wording
from articles.summaries.types import DraftBullet, Finding, Severity, SourceDoc
from articles.summaries.words import collapse

RULES: Final[tuple[type[Rule], ...]] = (Numbers, Dates, Quotes, Names, Order, Polarity, Claims, Wording)

_GRAVITY: Final = {Severity.INFO: 0, Severity.WARN: 1, Severity.BLOCK: 2}


class RuleCheck:
    """What is nowhere in the article keeps a bullet back; what is elsewhere or said otherwise is worth a look.

    What is taken word for word, one sentence or all that are cited, never raises a finding: both sides are read alike.
    """

    def check(self, doc: SourceDoc, bullets: Sequence[DraftBullet]) -> tuple[Finding, ...]:
        """What is wrong with each bullet, in order; `start` and `end` of a finding count in the bullet's text."""
        rules = [rule(doc) for rule in RULES]
        known = {sentence.id: sentence for sentence in doc.sentences}
        found: list[Finding] = []
        for index, bullet in enumerate(bullets):
            evidence = tuple(known[number] for number in bullet.evidence if number in known)
            claim = Claim(index, bullet.text, evidence)
            found += _ids(claim, bullet)
            if evidence and not _is_verbatim(claim):
                found += _once([finding for rule in rules for finding in rule.findings(claim)])
        return tuple(found)


def _ids(claim: Claim, bullet: DraftBullet) -> Iterator[Finding]:
    if bullet.evidence and len(claim.evidence) == len(bullet.evidence):
        return
    message = (
        "A cited sentence is not in the article" if bullet.evidence else "No sentence of the article is cited"
    )
    yield claim.finding("id", Severity.WARN, message, 0, len(claim.text))


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """Two rules may point at one word for one reason: the graver finding stays, of equals the first."""
    gravest: dict[tuple[str, int, int], Finding] = {}
    for finding in found:
        place = (finding.code, finding.start, finding.end)
        kept = gravest.setdefault(place, finding)
        if _GRAVITY[finding.severity] > _GRAVITY[kept.severity]:
            gravest[place] = finding
    yield from gravest.values()


def _is_verbatim(claim: Claim) -> bool:
    ordered = sorted(claim.evidence, key=lambda sentence: sentence.start)
    whole = " ".join(sentence.text for sentence in ordered)
    return collapse(claim.text) in {collapse(text) for text in (whole, *(one.text for one in ordered))}
