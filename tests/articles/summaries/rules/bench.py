"""One invented article and a way to ask one rule about it, for the tests of the rules; asserts nothing."""

from articles.summaries.rules.claim import Claim, Rule
from articles.summaries.sentences import read
from articles.summaries.types import Finding, Severity, SourceDoc

BLOCKS = [
    "The Northern Harbour Board (NHB) of Veldhaven voted by 31 to 12 on Tuesday to widen the canal, the board said.",
    "Ada Brandt, the director of the port, welcomed the vote. She has led it since 1998.",
    "“We will not wait another year,” Brandt said. “The ships are too big and the quay is too short.”",
    "Prime Minister Ben Osei did not attend the meeting in Varnland. Osei's office said he could visit in May.",
    "Veldhaven beat Norrby 3-2 in the final on Saturday, and Norrby's captain, Ines O'Hara, was sent off.",
    "Shares in Northline rose from 14 to 19 crowns. The firm is alleged to have bribed two officials.",
    "The union refused to accept the offer, but the guards at the gate accepted theirs.",
    "A clerk, Jon Lindqvist, gave the keys to a sailor, Mads van der Berg, on the night of the fire.",
]
DOC = read("Canal to be widened", "", BLOCKS)


def ask(rule: type[Rule], text: str, *evidence: int, doc: SourceDoc = DOC) -> list[Finding]:
    """What the rule says of a bullet that cites the sentences with these ids."""
    known = {sentence.id: sentence for sentence in doc.sentences}
    return list(rule(doc).findings(Claim(0, text, tuple(known[number] for number in evidence))))


def spans(found: list[Finding], text: str) -> list[tuple[str, str, str]]:
    """Code, severity and the words that a finding points at."""
    return [(one.code, one.severity.value, text[one.start : one.end]) for one in found]


def loud(found: list[Finding]) -> list[Finding]:
    """Findings that ask for a look."""
    return [one for one in found if one.severity is not Severity.INFO]
