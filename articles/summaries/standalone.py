"""Says whether a sentence can stand alone under a headline; ranks nothing and rewrites nothing."""

import re
from typing import Final

from articles.summaries.furniture import is_furniture
from articles.summaries.quotations import is_balanced, outside_quotes
from articles.summaries.words import ATTRIBUTIONS, count_words

FEWEST_WORDS: Final = 8

_POINTS_BACK: Final = re.compile(
    r"(?:i|we|you|my|our|your)\b"
    r"|[“\"‘(]?(?:he|she|they|it|his|her|hers|him|them|their|theirs|its|this|that|these|those|such|both|another"
    r"|others?|neither|either|each|(?:one|some|most|many|few|all|two|three) (?:is|are|was|were|has|have|had|do|did|will"
    r"|would|can|could|may|might|said|say|want|wanted|went|came)|so|then|there|here|the (?:former|latter|pair|two|three"
    r"|same|other|others|(?:first|second|third)(?! (?!one|was|is)[a-z-]+ of (?:the|an?)\b)|reason|result|answer)"
    r"|who|which|what|why|how"
    r"|(?:nor|not) (?:does|do|did|is|are|was|were|has|have|had|will|would)|in (?:it|that|this|them|his|her|their)"
    r"|(?:on|at|by|from|for|with|during|under|after|before|since|to|of) (?:that|those|these))"
    r"\b(?!['’]s name)",
    re.IGNORECASE,
)
_CARRIES_ON: Final = re.compile(
    r"(?:but|and|or|nor|yet|however|meanwhile|also|still|instead|moreover|nevertheless|nonetheless|even|only|that said"
    r"|therefore|thus|hence|later|earlier|afterwards|similarly|likewise|otherwise|again|now|until then|since then"
    r"|at the same time|in addition|as a result|for (?:example|instance|now|that)|by (?:contrast|then|comparison)"
    r"|on the other hand|in (?:return|turn|response|practice|short|other words|fact|all)|after that|before that"
    r"|because of (?:that|this)|despite (?:that|this)|asked (?:whether|if|about|how|why|what|by)|not|nobody|no one"
    r"|(?:a (?:short (?:time|while)|few (?:minutes|hours|days|weeks))|[a-z]+ (?:minutes|hours|days|weeks|months|years)|minutes|hours|days"
    r"|weeks|months|years|moments) later|the (?:next|following|same) (?:day|morning|afternoon|evening|night|week|month|year)"
    r"|on the (?:next|following|same)|at (?:one|that|this) point|elsewhere|to that|with that|once|and yet|perhaps|maybe|yes|no|if so|of (?:those|these|them)|under (?:it|that|this))\b",
    re.IGNORECASE,
)
_FIRST_PERSON: Final = re.compile(
    r"\b(?:I|I[’'](?:m|ve|d|ll)|[Ww]e|[Mm]y|[Oo]urs?|[Uu]s|me|[Yy]ou|[Yy]our)\b"
)
_VERBS: Final = "|".join(sorted(ATTRIBUTIONS))
_NAMELESS: Final = re.compile(
    rf"\b(?:he|she|they|it)\s+(?:has |have |had )?(?:{_VERBS})\b|\b(?:{_VERBS})\s+(?:he|she|they)\b"
)
_NAME: Final = re.compile(r"(?<=[a-z,”] )[A-Z][\w’'-]{2,}|^[A-Z][\w-]+ [A-Z][\w-]+")
_PERSON: Final = re.compile(r"\b(?:(?P<he>he|him|his)|(?P<she>she|her|hers))\b")
# “In return they would give up two days”: they stand in the sentence before.
_EARLY: Final = re.compile(
    r"(?!When|While|As|If|Though|Although|Because|Since|Before|After|Once|Until)(?:[\w’'-]+,? ){1,4}(?:they|it)\b"
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:(?:that|this|it) (?:has happened|happened|would be|means|meant|way|one|down|up)|(?:the|a) (?:new )?one\b|for it\b"
    r"|(?:given|gave|found|made|turned) (?:it|that|this|one|them)|(?:of|between|among) them)\b"
)
_ENDS: Final = re.compile(r"\. ?(?:''|[”\"’')\]]| -RRB-)*$")
# Nouns that mean again what an earlier sentence named. “The government” and “the sea” need no earlier sentence.
_NAMED_BEFORE: Final = re.compile(
    r"(?:The|A|An) (?:(?:new|latest|two|three|four|five|other|same|whole|young|former|\w+-year-old|\d+) )*(?:"
    r"move|decision|plan|scheme|change|figure|deal|idea|proposal|project|case|issue|work|rest|thing|point|problem|question"
    r"|difference|effect|process|rule|man|men|woman|women|boy|girl|child|children|couple|pair|duo|trio|company|firm|group"
    r"|team|club|side|band|agency|organi[sz]ation|charity|suspect|defendant|accused|victim|teenager|student|pupil|actor"
    r"|actress|singer|star|player|striker|midfielder|driver|pilot|officer|incident|attack|accident|crash|blast|explosion"
    r"|fire|ruling|verdict|study|report|survey|document|letter|statement|announcement|agreement|bill|law|measure|film"
    r"|movie|show|programme|book|song|album|game|match|win|defeat|victory|result|vehicle|car|plane|ship|boat|building"
    r"|house|property|site|device|system|product|service|website|video|footage|picture|image|photo|trial|hearing|inquiry"
    r"|investigation|meeting|talks|event|trip|discovery|research|researcher|author|finding|number|total|amount|cost|money"
    r"|others?|one|\w+-year-old)s?\b(?! (?:of|who|that|which|from|for|against|by|between|in|on|at|into|to|called|named)\b)"
    r"(?!['’]s? [A-Z])(?! [A-Z])"
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
    early = _EARLY.match(text)
    if (
        early is not None
        and _NAME.search(early[0]) is None
        and not re.search(r"\w+s\b|\b(?:a|an|the)\b", early[0])
    ):
        return True
    return _ELSEWHERE.search(text) is not None


def is_vague(text: str) -> bool:
    """Whether the subject is one that an earlier sentence named: “The company said”, “The decision was”."""
    return _NAMED_BEFORE.match(text) is not None


def stands_alone(text: str) -> bool:
    """Whether a reader who sees only the headline understands the sentence and knows who says it."""
    return (
        count_words(text) >= FEWEST_WORDS
        and is_usable(text)
        and not points_back(text)
        and not _speaker_is_missing(outside_quotes(text))
    )


def is_usable(text: str) -> bool:
    """Whether it is a whole sentence of the story, told by the writer or by somebody named; it may still lean."""
    outside = outside_quotes(text)
    return (
        count_words(outside) >= 3
        and _ENDS.search(text) is not None
        and is_balanced(text)
        and not is_furniture(text)
        and _FIRST_PERSON.search(outside) is None
    )


def _speaker_is_missing(outside: str) -> bool:
    found = _NAMELESS.search(outside)
    return found is not None and _NAME.search(outside[: found.start()].strip()) is None
