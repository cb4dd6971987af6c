"""Says whether a sentence can stand alone under a headline; ranks nothing and rewrites almost nothing."""

import re
from typing import Final

from articles.summaries.words import ATTRIBUTIONS, count_words, is_negation

FEWEST_WORDS: Final = 8

_POINTS_BACK: Final = re.compile(
    r"(?:i|we|you|my|our|your)\b"
    r"|[“\"‘(]?(?:he|she|they|it|his|her|hers|him|them|their|theirs|its|this|that|these|those|such|both|another"
    r"|others?|neither|either|each|(?:one|some|most|many|few|all|two|three) (?:is|are|was|were|has|have|had|do|did|will"
    r"|would|can|could|may|might|said|say|want|wanted|went|came)|so|then|there|here|the (?:former|latter|pair|two|three"
    r"|same|other|others|first|second|third|reason|result|answer)|who|which|what|why|how"
    r"|(?:nor|not) (?:does|do|did|is|are|was|were|has|have|had|will|would)|in (?:it|that|this|them|his|her|their))"
    r"\b(?!['’]s name)",
    re.IGNORECASE,
)
_CARRIES_ON: Final = re.compile(
    r"(?:but|and|or|nor|yet|however|meanwhile|also|still|instead|moreover|nevertheless|nonetheless|even|only|that said"
    r"|therefore|thus|hence|later|earlier|afterwards|similarly|likewise|otherwise|again|now|until then|since then"
    r"|at the same time|in addition|as a result|for (?:example|instance|now|that)|by (?:contrast|then|comparison)"
    r"|on the other hand|in (?:return|turn|response|practice|short|other words|fact|all)|after that|before that"
    r"|because of (?:that|this)|despite (?:that|this)|asked (?:whether|if|about|how|why|what|by)|not|nobody|no one"
    r"|elsewhere|to that|with that|once|and yet|perhaps|maybe|yes|no|if so|of (?:those|these|them)|under (?:it|that|this))\b",
    re.IGNORECASE,
)
_NOT_NEWS: Final = re.compile(
    r"©|\bcopyright\b|all rights reserved|\bread (?:more|also|next|on)\b|sign up|subscribe|follow us|newsletter|click here"
    r"|https?://|\bwww\.|\S@\S+\.\w|\btel(?:ephone)?\b\.?:?\s*[+\d]|additional reporting|reporting by|contact (?:us|the"
    r" (?:desk|newsroom))|get in touch|this (?:article|story|piece) (?:was|has|will)|^(?:photo|photograph|picture|image"
    r"|caption|video|listen|watch|graphic|advertisement|correction|editor[’']s note|tickets|opening hours)s?\b[^.]*:"
    r"|\b(?:pictured|photograph(?:ed)? by|picture(?:d)? by)\b|\bcan be (?:reached|contacted)\b",
    re.IGNORECASE,
)
_FIRST_PERSON: Final = re.compile(
    r"\b(?:I|I[’'](?:m|ve|d|ll)|[Ww]e|[Mm]y|[Oo]urs?|[Uu]s|me|[Yy]ou|[Yy]our)\b"
)
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘[^‘]*?’(?!\w)")
_VERBS: Final = "|".join(sorted(ATTRIBUTIONS))
_NAMELESS: Final = re.compile(
    rf"\b(?:he|she|they|it)\s+(?:has |have |had )?(?:{_VERBS})\b|\b(?:{_VERBS})\s+(?:he|she|they)\b"
)
_NAME: Final = re.compile(r"(?<=[a-z,”] )[A-Z][\w’'-]{2,}|^[A-Z][\w-]+ [A-Z][\w-]+")
_PERSON: Final = re.compile(r"\b(?:(?P<he>he|him|his)|(?P<she>she|her|hers))\b")
_ELSEWHERE: Final = re.compile(
    r"\b(?:(?:that|this|it) (?:has happened|happened|would be|means|meant|way|one|down|up)|(?:the|a) (?:new )?one\b|for it\b"
    r"|(?:given|gave|found|made|turned) (?:it|that|this|one|them)|(?:of|between|among) them)\b"
)
_ENDS: Final = re.compile(r"\.[”\"’)]*$")
_TAIL: Final = re.compile(r", (?:which|where) (?P<tail>[^,;:—–“”\"‘()\d]+)\.$")
_HEDGES: Final = re.compile(
    r"\b(?:if|unless|only|but|may|might|could|would|should|except|until|whether|likely|possibl[ey])\b",
    re.IGNORECASE,
)


def points_back(text: str) -> bool:
    """Whether the opening means somebody or something named before: “He”, “This”, “The latter”."""
    return _POINTS_BACK.match(text) is not None


def carries_on(text: str) -> bool:
    """Whether the opening continues a thought: “But”, “Meanwhile”, “That said”. Readable alone, if not gladly."""
    return _CARRIES_ON.match(text) is not None


def leans(text: str) -> bool:
    """Whether something inside means what another sentence named: “her” with no woman before it, “that way”."""
    people = [found.lastgroup for found in _PERSON.finditer(text)]
    first = _PERSON.search(text)
    if first is not None and (len(set(people)) > 1 or _NAME.search(text[: first.start()].strip()) is None):
        return True
    return _ELSEWHERE.search(text) is not None


def stands_alone(text: str) -> bool:
    """Whether a reader who sees only the headline understands the sentence and knows who says it."""
    outside = _QUOTED.sub(" ", text)
    return (
        count_words(text) >= FEWEST_WORDS
        and _ENDS.search(text) is not None
        and not points_back(text)
        and _NOT_NEWS.search(text) is None
        and _is_balanced(text)
        and count_words(outside) >= 3
        and _FIRST_PERSON.search(outside) is None
        and not _speaker_is_missing(outside)
    )


def shortened(text: str, most: int) -> str | None:
    """The sentence in at most `most` words, or None when no cut is safe.

    The one cut that is made drops a last “, which …” or “, where …” that holds no figure, quote, denial, condition
    or attribution; whatever is left was said by the writer as it stands.
    """
    if count_words(text) <= most:
        return text
    found = _TAIL.search(text)
    if found is None or not _is_harmless(found["tail"]):
        return None
    head = f"{text[: found.start()]}."
    opened = re.search(r", (?:which|where|who|whose|while|although|when)\b[^,]*$", head)
    if opened or not FEWEST_WORDS <= count_words(head) <= most or not _is_balanced(head):
        return None
    return head


def _is_harmless(tail: str) -> bool:
    words = re.findall(r"[\w’']+", tail)
    return _HEDGES.search(tail) is None and not any(
        is_negation(word) or word.casefold() in ATTRIBUTIONS for word in words
    )


def _is_balanced(text: str) -> bool:
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return all(text.count(left) == text.count(right) for left, right in pairs) and text.count('"') % 2 == 0


def _speaker_is_missing(outside: str) -> bool:
    found = _NAMELESS.search(outside)
    return found is not None and _NAME.search(outside[: found.start()].strip()) is None
