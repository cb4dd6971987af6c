"""Shortens a long sentence by leaving out a part that it can lose; writes no word and touches no quotation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.summaries.quotations import is_balanced, quoted_spans
from articles.summaries.words import ATTRIBUTIONS, count_words, is_negation

FEWEST_WORDS: Final = 8
MOST_CUTS: Final = 2
# Whoever writes on for longer has no sentence that two cuts would save, and trying them all takes too long.
LONGEST: Final = 90

# Forms that are a verb whatever stands round them, and forms that “a man held by police” has as well.
_SURE: Final = (
    "is|are|was|were|be|has|have|had|will|would|can|could|must|may|might|should|does|did|said|says|told|became|began|broke|came"
    "|chose|drew|fell|gave|goes|grew|knew|ran|rose|sank|saw|spoke|stood|took|threw|went|wore|wrote|won"
)
_FINITE: Final = (
    rf"(?:{_SURE}|do|beat|bought|brought|built|cost|cut|felt|fought|found|got|held|hit|kept|led|left|lost|made|met|paid|put"
    r"|sent|set|shot|sold|spent|struck|swept|thought|[a-z]{2,}(?:[^e]ed|eed))"
)
_HAS_VERB: Final = re.compile(rf"\b(?:{_FINITE}|[a-z]{{2,}}[^su]s)\b")
_HAS_SURE_VERB: Final = re.compile(rf"\b(?:{_SURE})\b")
_INNER: Final = re.compile(r"\b(?:since|that|who|which|where|whose|when|as|what)\b")
# What limits the sentence, or is owed to the other side, is never cut.
_LIMITS: Final = re.compile(
    r"\b(?:if|unless|only|but|except|until|whether|allegedly|reportedly|provided|den(?:y|ies|ied|ying)|although|though)\b",
    re.IGNORECASE,
)
_NOT_AN_ENDING: Final = (
    "according alleging assuming barring claiming declining denying depending excluding failing lacking owing pending providing"
    " refusing"
)
_PARTICIPLE: Final = rf"(?!(?:{'|'.join(_NOT_AN_ENDING.split())})\b)[a-z]{{3,}}ing(?! (?:and|or)\b)"
_LINK: Final = "after|amid|during|following|since|when|while|despite|before|because"
_SPAN: Final = "(?:minute|hour|day|week|month|year)s?"
_PREPOSITION: Final = "with|in|on|at|by|for|from|near|under|to|out of|ahead of|because of"
_ARTICLE: Final = "an?|the|his|her|its|their|one of"
_NAMED: Final = re.compile(rf"(?:{_ARTICLE})\b")
_PASSIVE: Final = r"[a-z]+(?:ed|wn|lt|de) (?:by|in|as|for|to|at|on|with|of)"
# The comma in “43,000” and the colon in “11:06” part nothing.
_NO_COMMA: Final = r"(?:[^,;:—–()]|(?<=\d)[,:](?=\d))+"
_COMMA: Final = re.compile(r",(?!\d)")
_LISTED: Final = re.compile(r"\b(?:and|or)\b")
_HANGS: Final = re.compile(r"\b(?:and|or|but|that|which|who|as|than|of|to|in|on|for|with|a|an|the)$")

# Ends that a sentence can do without, those that tell least first.
_ENDS: Final = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (rf", (?:which|where) (?P<cut>{_NO_COMMA})$", "clause"),
        (r" (?:—|–|--|-) (?P<cut>[^—–]+?)$", "dash"),
        (rf", (?P<cut>(?:{_ARTICLE}|{_PASSIVE}) {_NO_COMMA})$", "phrase"),
        (rf", (?P<cut>(?:{_PREPOSITION}) {_NO_COMMA})$", "phrase"),
        (rf", (?P<cut>{_PARTICIPLE}\b.+)$", "event"),
        (rf", (?P<cut>(?:{_LINK}|as(?=.* {_FINITE}\b)) .+)$", "event"),
        (rf", (?P<cut>(?:[a-z]+|\d+) {_SPAN} (?:after|before) .+)$", "event"),
        (r"; (?P<cut>.+)$", "clause"),
        (rf", and (?P<cut>{_NO_COMMA})$", "second"),
        (
            rf" (?P<cut>(?:in front|on the eve|at the (?:start|end)|in the hope|as part|ahead|in the middle) of {_NO_COMMA})$",
            "place",
        ),
        (rf"(?<!year)(?<![mnhyk]s|ly|on) (?P<cut>(?:after|amid|despite|when|because) {_NO_COMMA})$", "bare"),
    )
)
_MIDDLES: Final = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r" \((?P<cut>[^()]+)\)", "aside"),
        (rf"(?<=\w), (?P<cut>(?:which|who|whose|where) {_NO_COMMA}),(?= {_FINITE}\b)", "clause"),
        (
            rf"(?<=\w), (?P<cut>(?:{_ARTICLE}|chief|head|aged|of|from|in|near|{_PASSIVE}) {_NO_COMMA}),(?= {_FINITE}\b)",
            "name",
        ),
        (rf"(?<=[a-z]), (?P<cut>\d{{1,3}}),(?= {_FINITE}\b)", "clause"),
        (
            rf", (?P<cut>(?:the|his|her|its|their) (?:\w+ )?(?:first|second|third|last|most|\w+est) {_NO_COMMA})(?=, and )",
            "name",
        ),
        (
            rf"(?:(?<=\band)|(?<=\bbut)|(?<=\bthat)), (?P<cut>(?:{_LINK}|{_PREPOSITION}) {_NO_COMMA}),(?= )",
            "event",
        ),
        (r" (?:—|–|--|-) (?P<cut>[^—–]+?) (?:—|–|--|-)(?= )", "aside"),
    )
)
_LOW: Final = re.compile(
    r"(?:(?:[A-Z][a-z]+ (?:day|hour|week|month|year|minute)s? after)|After|As|While|Although|Though|Following|Despite|With|During|When|Since|In|On|At|By|For|If|Unless|Because|Once|Until"
    r"|Before|Under|Speaking|Asked)\b"
)
_FIRST: Final = re.compile(
    rf"(?P<cut>(?!If|Unless|Although|Though|Because|Until|Once|Asked){_LOW.pattern}[^,;:—–]+), (?=(?:the|an?|some|more|most|many"
    rf"|about|nearly|almost|at least|\d[\d,.]*|[A-Z][\w’'-]*)\b[^,]*\b{_FINITE}\b)"
)
_NO_SPEECH: Final = frozenset({"estimated", "expected", "believed", "suspected"})
_SPEECH: Final = "|".join(
    [word for word in sorted(ATTRIBUTIONS - _NO_SPEECH) if not word.endswith("ly")]
    + ["showed", "shows", "revealed", "reveals", "heard"]
)
_SOURCE: Final = re.compile(
    rf",[”\"’']* (?:according to (?:[^ ,;:]+ ?){{1,10}}|(?:[^ ,;:]+ ){{1,8}}(?:{_SPEECH})(?: [^ ,;:]+){{0,5}}|(?:{_SPEECH})"
    r"(?: (?!for |that |in |the )[^ ,;:]+)(?: [^ ,;:]+){0,7})\.$"
)
_SOURCE_INSIDE: Final = re.compile(rf",[^,]*\b(?:{_SPEECH})\b|^according\b")
_BESIDE: Final = frozenset({"event", "bare"})
# “adding that nothing was decided” takes back what was said before it.
_DENIES: Final = re.compile(
    r"^(?:adding|saying|arguing|insisting|stressing|warning|citing)\b.*(?:\b(?:not?|never|none|nobody|nothing)\b|n[’']t\b)"
)
_OPENED: Final = re.compile(
    r", (?:(?:in|of|to|from|at|with|by|for|on) )?(?:which|where|who|whose|whom|while|although|when|if|unless|before|after|as)\b[^,]*$"
)
_DASH: Final = re.compile(r" (?:—|–|--|-) ")
# “Brandt, who rows for Tarsk, won” leaves one name where the other stood, which the checks take for an exchange: a cut
# elsewhere is better, but a lead without its cut is lost.
_NAMES_MEET: Final = 20
_ENDS_IN_A_NAME: Final = re.compile(r"\b[A-Z][\w’'-]*(?: [a-z’'-]+)?$")


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch that may go, with how much is lost with it."""

    start: int
    end: int
    loss: int


@dataclass(frozen=True, slots=True)
class _Rest:
    """A sentence after its cuts, with how much was lost in all."""

    text: str
    loss: int


def shortened(text: str, most: int) -> str | None:
    """The sentence in at most `most` words, or None when no cut is safe.

    What is cut tells of no denial, condition or source and holds no part of a quotation; what is left was said by the
    writer as it stands. The cut that keeps most words wins, and of two equal ones the one that loses least.
    """
    words = count_words(text)
    if words <= most or words > LONGEST:
        return text if words <= most else None
    for count in range(1, MOST_CUTS + 1):
        fitting = [one for one in _cut_down(text, count) if FEWEST_WORDS <= count_words(one.text) <= most]
        if fitting:
            return min(fitting, key=lambda one: (one.loss - count_words(one.text), one.text)).text
    return None


def _cut_down(text: str, count: int, loss: int = 0) -> Iterator[_Rest]:
    """What is left after so many cuts, each made in what the one before it left."""
    for cut in _cuts(text):
        rest = _Rest(_without(text, cut), loss + cut.loss)
        if not _is_whole(rest.text):
            continue
        if count == 1:
            yield rest
        else:
            yield from _cut_down(rest.text, count - 1, rest.loss)


def _cuts(text: str) -> Iterator[_Cut]:
    """Every stretch of the sentence that may go; a closing source, “, police said.”, is never one and stays in place."""
    source = _SOURCE.search(text)
    edge = source.start() if source else len(text) - 1
    body = text[:edge]
    quotes = quoted_spans(text)
    for loss, (pattern, kind) in enumerate(_ENDS):
        for found in _everywhere(pattern, body):
            if _is_harmless(found, edge, quotes, kind) and _may_end(found, body, kind):
                yield _Cut(found.start(), edge, loss)
    for loss, (pattern, kind) in enumerate(_MIDDLES):
        for found in pattern.finditer(body):
            if _is_harmless(found, found.end(), quotes, kind) and _may_stand_between(found, body, kind):
                yield _Cut(found.start(), found.end(), loss + _NAMES_MEET * _names_meet(found, body))
    first = _FIRST.match(body)
    if first is not None and _is_harmless(first, first.end(), quotes, "event"):
        yield _Cut(0, first.end(), len(_ENDS))


def _everywhere(pattern: re.Pattern[str], body: str) -> Iterator[re.Match[str]]:
    """All places where an end may begin, the longest first: `search` alone would show only one of them."""
    at = 0
    while found := pattern.search(body, at):
        yield found
        at = found.start() + 1


def _may_end(found: re.Match[str], body: str, kind: str) -> bool:
    """Whether the sentence is whole before the cut: it has its verb, and no list, dash or clause is left open."""
    head, cut = body[: found.start()], found["cut"]
    if _HAS_VERB.search(head) is None or _OPENED.search(head) or _HANGS.search(head):
        return False
    if kind == "dash":
        return len(_DASH.findall(body)) == 1
    if kind == "bare":
        denied = any(map(is_negation, re.findall(r"[\w’']+", head)))
        return not denied and _INNER.search(head) is None and _HAS_SURE_VERB.search(head) is not None
    if kind == "place":
        return re.search(rf"\b{_FINITE}\b", cut) is None
    return _parts_are_whole(head, cut, kind)


def _parts_are_whole(head: str, cut: str, kind: str) -> bool:
    """Whether the comma before the cut parts a clause or a phrase, and not two entries of a list."""
    commas = len(_COMMA.findall(head))
    if not commas and _LOW.match(head):
        return False
    if kind == "second":
        return not commas and re.search(rf"\b{_FINITE}\b", cut) is not None
    if kind == "phrase":
        listed = (commas or _NAMED.match(cut)) and _LISTED.search(cut)
        return not listed and count_words(_COMMA.split(head)[-1]) >= 3 and _has_no_clause(cut)
    return True


def _may_stand_between(found: re.Match[str], body: str, kind: str) -> bool:
    """Whether both commas belong to the cut. After another comma one of them may close what that one opened."""
    if kind in ("event", "aside"):
        return True
    head = body[: found.start()]
    if len(_COMMA.findall(head)) > bool(_LOW.match(head)):
        return False
    return kind != "name" or (_LISTED.search(found["cut"]) is None and _has_no_clause(found["cut"]))


def _names_meet(found: re.Match[str], body: str) -> bool:
    named = _ENDS_IN_A_NAME.search(body[: found.start()]) is not None
    return named and _ENDS_IN_A_NAME.search(found["cut"]) is not None


def _has_no_clause(cut: str) -> bool:
    """Whether the words hold no verb of their own, so that they only add to what stands before them."""
    return _HAS_SURE_VERB.search(_INNER.split(cut, maxsplit=1)[0]) is None


def _is_harmless(found: re.Match[str], end: int, quotes: list[tuple[int, int]], kind: str) -> bool:
    """Whether the cut leaves quotations whole and takes along no limit, no denial and no source of what stays.

    A clause of time may deny and tell who said what: all of that happened beside the news and is not its measure.
    """
    start, words = found.start(), found["cut"]
    if any(left < end and start < right and not (start <= left and right <= end) for left, right in quotes):
        return False
    if _LIMITS.search(words) or not is_balanced(words):
        return False
    if kind in _BESIDE:
        return _SOURCE_INSIDE.search(words) is None and not (kind == "event" and _DENIES.search(words))
    said = re.findall(r"[\w’']+", words.casefold())
    return not any(is_negation(word) or (word in ATTRIBUTIONS and word not in _NO_SPEECH) for word in said)


def _without(text: str, cut: _Cut) -> str:
    text = text[: cut.start] + text[cut.end :]
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.islower() else text


def _is_whole(text: str) -> bool:
    return is_balanced(text) and _HAS_VERB.search(text) is not None
