"""Looks for facts in a bullet that its evidence does not hold; rules only, so it cannot judge a paraphrase."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from articles.summaries.figures import figures
from articles.summaries.types import DraftBullet, Finding, Severity, SourceDoc
from articles.summaries.words import ATTRIBUTIONS, collapse, is_negation

_QUOTED: Final = re.compile(r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)‘([^‘]+?)’(?!\w)")
_NAME: Final = re.compile(r"[^\W\d_]\w*(?:[’'-]\w+)*")
_POSSESSIVE: Final = re.compile(r"[’']s?$")
_OPENING: Final = re.compile(r"(?:^|[.!?:…]|[—–])[\s“\"‘(]*$|[“\"]$")
_EDGES: Final = " .,;:!?…"
_COMMON: Final = (
    "a an the this that these those there here it he she they we i you his her their its my our your who what when"
    " where why how in on at by for from with without to of as after before since until during under over about"
    " between among against despite because if while although though but and or nor so yet both all some many most"
    " more few each every no not now then only even still another other such"
)
_ORDINARY: Final = frozenset(_COMMON.split())


class RuleCheck:
    """Numbers, quotes and names that are not in the evidence keep a bullet back; a denial is worth a look.

    A sentence taken word for word never raises a finding, because both sides are read by the same rules.
    """

    def check(self, doc: SourceDoc, bullets: Sequence[DraftBullet]) -> tuple[Finding, ...]:
        """What is wrong with each bullet, in order; `start` and `end` of a finding count in the bullet's text."""
        texts = {sentence.id: sentence.text for sentence in doc.sentences}
        return tuple(
            finding
            for index, bullet in enumerate(bullets)
            for finding in _check(index, bullet, texts, doc.text)
        )


def _check(index: int, bullet: DraftBullet, texts: dict[int, str], whole: str) -> Iterator[Finding]:
    evidence = [texts[number] for number in bullet.evidence if number in texts]
    if len(evidence) < len(bullet.evidence) or not evidence:
        message = (
            "A cited sentence is not in the article"
            if bullet.evidence
            else "No sentence of the article is cited"
        )
        yield Finding(index, "id", Severity.WARN, message, 0, len(bullet.text))
    if not evidence:
        return
    yield from _numbers(index, bullet.text, evidence)
    yield from _quotes(index, bullet.text, evidence)
    yield from _names(index, bullet.text, evidence, whole)
    yield from _negations(index, bullet.text, evidence)


def _numbers(index: int, text: str, evidence: Sequence[str]) -> Iterator[Finding]:
    known = {figure.value for sentence in evidence for figure in figures(sentence)}
    for figure in figures(text):
        # “One” is more often a pronoun than a number, and a check that cries wolf is soon ignored.
        if figure.value not in known and figure.text.casefold() != "one":
            yield _missing(index, "number", figure.text, figure.start, figure.end)


def _quotes(index: int, text: str, evidence: Sequence[str]) -> Iterator[Finding]:
    known = _even(" ".join(evidence))
    for found in _QUOTED.finditer(text):
        words = _even(found[0][1:-1]).strip(_EDGES)
        if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", known):
            yield _missing(index, "quote", found[0][1:-1], found.start(), found.end())


def _names(index: int, text: str, evidence: Sequence[str], whole: str) -> Iterator[Finding]:
    known = {part for sentence in evidence for part in _parts(sentence)}
    for found in _NAME.finditer(text):
        name = _POSSESSIVE.sub("", found[0])
        if not name[0].isupper() or name.casefold() in _ORDINARY | {"i'm", "i’m", "i've", "i’ve"}:
            continue
        if set(_parts(name)) <= known or (
            _OPENING.search(text[: found.start()]) and not _is_name(found, text, whole)
        ):
            continue
        yield _missing(index, "name", name, found.start(), found.start() + len(name))


def _negations(index: int, text: str, evidence: Sequence[str]) -> Iterator[Finding]:
    denials = [found for sentence in evidence for found in _NAME.findall(sentence) if is_negation(found)]
    own = [found for found in _NAME.finditer(text) if is_negation(found[0])]
    if own and not denials:
        message = f"‘{own[0][0]}’ is not in these sentences"
        yield Finding(index, "negation", Severity.WARN, message, own[0].start(), own[0].end())
    # With several sentences the denial may be in the one that was rightly left out.
    if denials and not own and len(evidence) == 1:
        message = f"The sentence says ‘{denials[0]}’ and the bullet does not"
        yield Finding(index, "negation", Severity.WARN, message, 0, len(text))


def _is_name(found: re.Match[str], text: str, whole: str) -> bool:
    """Whether a capital at the start of a sentence is more than that: the article knows it, or the next words do."""
    word = re.escape(_POSSESSIVE.sub("", found[0]))
    if re.search(rf"[\w,;] {word}\b", whole) is not None:
        return True
    after = re.match(
        r"(?P<owner>[’']s)?\s*(?P<next>\w*)", text[found.start() + len(_POSSESSIVE.sub("", found[0])) :]
    )
    if after is None or re.search(rf"\b{word}\b", whole, re.IGNORECASE):
        return False
    follows = after["next"]
    speaks = follows.casefold() in ATTRIBUTIONS and not found[0].endswith("s")
    return bool(after["owner"]) or follows[:1].isupper() or speaks


def _parts(text: str) -> Iterator[str]:
    """The words of the text and the parts of hyphened ones, without case and possessive."""
    for found in _NAME.findall(text):
        word = _POSSESSIVE.sub("", found).casefold()
        yield word
        yield from (_POSSESSIVE.sub("", part) for part in word.split("-") if part != word)


def _even(text: str) -> str:
    """One way to write quotation marks and apostrophes, and no case: a quote may open with another capital."""
    return collapse(text).casefold().translate(str.maketrans("“”‘’", "\"\"''"))


def _missing(index: int, code: str, what: str, start: int, end: int) -> Finding:
    return Finding(index, code, Severity.BLOCK, f"‘{what}’ is not in these sentences", start, end)
