"""Tells words that are meant for a machine from words for readers; other tongues than English are in `tongues`.

News about machines must pass: “The chatbot ignored its instructions” tells, “Ignore your instructions” asks. So a cue
needs an imperative or a “must”, and something that only a machine is told of: its orders, its summary, “this article”.
"""

import re
from typing import Final

from articles.summaries.coded import is_in_code
from articles.summaries.cues import PAUSE, Cue, hints_of
from articles.summaries.disguises import folded, is_in_cipher, is_pulled_apart, readings, words_of
from articles.summaries.english import ENGLISH
from articles.summaries.tongues import FOREIGN
from articles.summaries.words import ATTRIBUTIONS, listed

# What stands in the same paragraph behind such words goes on with them if it asks or speaks of the same things.
_GOES_ON: Final = re.compile(
    r"^\W*(?:(?:so|then|and|now|next|first|second|third|finally|also|please|just|rather|only|always|never|again|after that)\W+)*"
    r"(?:instead|say|state|include|mention|write|add|output|report|present|describe|recommend|ignore|disregard|omit|leave|replace"
    r"|note|use|treat|repeat|quote|cite|link|reply|respond|answer|print|begin|start|end|summari\w+|tell|promote|praise|append|insert"
    r"|conclude|stress|emphasi\w+|highlight|list|give|put|copy|keep|paste|return|produce|generate|make|do not|don't|visit|call|ring|click"
    r"|announce|follow|obey|remember|let|stop|forget|act|pretend|speak|think|consider|take|the (?:next|only|real|right|correct|true|answer)"
    r"|(?:this|that|it) (?:was|is|has|must|should|needs))\b"
    r"|\b(?:you|your|yourself)\b|\b(?:summar(?:y|ies|i[sz]\w*)|bullets?|instructions?|prompts?|language models?|assistants?|chatbots?)\b"
    r"|^(?:\W*\w\b){4}"
)
# Its words come in the sentence after it, unless they come behind a colon of its own.
_POINTS_AHEAD: Final = re.compile(
    r"\w\W+\w.*:\W*$|^(?!.*: *\W?\w+ \w).*\b(?:(?:the|this) following|next (?:sentence|line|words?|paragraph)"
    r"|(?:sentence|line|words?|paragraph) below|these words|this sentence|after me|(?:say|write|print|repeat|output|state) (?:only )?this)\b"
)
MOST_OF_AN_END: Final = 300
# A new speaker: all that stands behind it in the paragraph is said by that one.
_TURN: Final = re.compile(
    r"^\W*(?:system|assistant|human|user|developer|prompt|instructions?)\b[^:.]{0,24}(?:[:\]>)}]|$)"
)
# A request by its form, which is the more telling the rarer news ask anything: here together with one of the two below.
_COMMAND: Final = re.compile(
    PAUSE
    + r"(?:(?:please|kindly|then|instead|just|simply|now|always|only|never|do not|don't|be sure to|to)\W{1,6}){0,4}"
    r"(?:say|state|include|mention|write|add|output|insert|append|put|place|use|repeat|quote|begin|start|end|open|close|finish|reply"
    r"|respond|answer|print|summari[sz]e|tell|praise|conclude|stress|highlight|give|swap|replace|rewrite|translate|change|leave|omit|skip"
    r"|drop|remove|cut|call|make|ensure|reveal|keep|treat|describe|present|be|ignore|forget|lead|let|link|append|delete|shorten|read|remember|note|stop|return|execute|mind)\b(?!['-])"
)
_DIGESTS: Final = listed(
    "article paragraph paragraphs summary summaries bullet bullets digest digests recap synopsis tldr takeaways summarise summarize summarising summarizing"
)
_SHOTS: Final = listed("bullet bullets")
_SHOOTING: Final = listed(
    "shot shots gun guns gunman hit fired fire wound wounded wounds kill killed struck rubber rifle pistol soldier soldiers casings"
)
_QUOTED: Final = re.compile(r"\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_SPEAKING: Final = ATTRIBUTIONS | listed(
    "asked asks ask shouted called cried chanted urged ran read reads whispered began went"
)
_CALL: Final = re.compile(
    r"(?:^|[,:;!?(])\W{0,6}(?:(?:please|dear|hey|hello|ok|okay|oh|and|summary|ai|large|language|automatic|automated)\W{1,6}){0,4}"
    r"(?:models?|assistants?|(?:machine |robot |automatic |automated |ai )readers?|bots?|computers?|machines?|chatbots?|ai|robots?|summari[sz]ers?|llms?|reader)\s*[,!:;?]"
)
_CALLED: Final = listed(
    "model models assistant assistants bot bots computer computers machine machines chatbot chatbots ai robot robots summariser"
    " summarisers summarizer summarizers llm llms reader readers"
)
_MARK_SIGNS: Final = re.compile(r"[<\[{(`#]|\":|[-=*~_]{2}|\*[A-Za-z]")
_MARKS: Final = re.compile(
    r"<\|[^|<>]{1,40}\|>|\[/?\s*(?:INST|SYS|SYSTEM)\s*\]|<</?\s*SYS\s*>>|</?(?:start|end)_of_turn>|\{\{.{1,80}\}\}|```"
    r"|</?\s*(?:system|assistant|user|instructions?|prompt|article|document|context|text|story|human|ai|think|tool\w*|function\w*"
    r"|s|input|output|admin|data)(?:\s[^<>]*)?>"
    r"|\"(?:bullets|sentences|role|content|text|summary|messages)\"\s*:\s*[\"\[{]"
    r"|##\s*(?:instruction|system|response|input|output|user|assistant|human|task|prompt|new|note|end|begin)"
    r"|[\[({<*]\s*(?:system|assistant|admin|developer|prompt|instructions?)(?: (?:message|prompt|note|override|instructions?|update))?\s*[\])}>:*]"
    r"|(?<![-=#*~_<])[-=#*~_<]{2,}\s*(?:end|begin|start|stop|new|system|ignore)\b[^-=#*~_>]{0,40}[-=#*~_>]{2}",
    re.IGNORECASE,
)

_CUES: Final = (*ENGLISH, *FOREIGN)


def _by_hint() -> dict[str, tuple[Cue, ...]]:
    hints = {hint for cue in _CUES for hint in cue.hints}
    return {hint: tuple(cue for cue in _CUES if hint in cue.hints) for hint in hints}


_LOOKED_FOR: Final = _by_hint()


def is_addressed(text: str) -> bool:
    """Whether the text speaks to a machine, openly or in disguise, or carries something in code."""
    if (_MARK_SIGNS.search(text) and _MARKS.search(text)) or is_in_code(text):
        return True
    plain = folded(text)
    words = words_of(plain)
    if is_in_cipher(words) or _asks(plain, words) or is_pulled_apart(plain):
        return True
    return any(_asks(reading, words_of(reading)) for reading in readings(plain))


def goes_on(text: str) -> bool:
    """Whether a sentence behind an addressed one in the same paragraph belongs to it."""
    return _GOES_ON.search(folded(text)) is not None


def opens_a_turn(text: str) -> bool:
    """Whether an addressed sentence sets a new speaker in, whose words are all that follows in the paragraph."""
    return _MARKS.search(text) is not None or _TURN.match(folded(text)) is not None


def points_ahead(text: str) -> bool:
    """Whether an addressed sentence announces the one that follows as its matter."""
    return _POINTS_AHEAD.search(folded(text[-MOST_OF_AN_END:])) is not None


def _asks(plain: str, words: set[str]) -> bool:
    """Whether a folded text has a cue. What people are quoted as saying to people counts only if it is plain enough."""
    tried: set[int] = set()
    unquoted = ""
    for hint in hints_of(words):
        for cue in _LOOKED_FOR.get(hint, ()):
            if id(cue) in tried:
                continue
            tried.add(id(cue))
            if cue.pattern.search(plain):
                unquoted = unquoted or _unquoted(plain)
                if not cue.soft or cue.pattern.search(unquoted):
                    return True
    return _commands(plain, words)


def _commands(plain: str, words: set[str]) -> bool:
    """Whether something is asked for that has to do with a summary, or is asked of a machine by name."""
    if _DIGESTS.isdisjoint(words) and _CALLED.isdisjoint(words):
        return False
    plain = _unquoted(plain)
    about = not words & _DIGESTS <= (_SHOTS if not _SHOOTING.isdisjoint(words) else frozenset())
    if not about and not _CALL.search(plain):
        return False
    return _COMMAND.search(plain) is not None


def _unquoted(plain: str) -> str:
    """The text without quotations, where somebody is named as their speaker."""
    bare = _QUOTED.sub(" ", plain)
    return bare if not _SPEAKING.isdisjoint(words_of(bare)) else plain
