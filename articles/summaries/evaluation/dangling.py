"""Says whether a bullet leans on words that its reader has not seen; written apart from the engine's own test of it."""

import re
from typing import Final

from articles.summaries.evaluation.vocabulary import listed, stem, tokens

_POINTING: Final = listed(
    "he she it they him his her hers its their theirs them this that these those such former latter others another neither"
    " both"
)
_JOINING: Final = listed(
    "but and yet so or nor however meanwhile also then still instead moreover furthermore besides therefore thus hence"
    " nevertheless nonetheless otherwise likewise similarly consequently additionally conversely afterwards again"
    " too elsewhere"
)
_PHRASES: Final = (
    "in addition", "by contrast", "in contrast", "as a result", "for example", "for instance", "at the same time", "in turn",
    "on the other hand", "in other words", "after that", "before that", "the former", "the latter", "the two", "the pair",
    "the three", "one of them", "some of them", "most of them", "many of them", "none of them", "all of them", "each of them",
    "because of this", "despite this", "for this reason", "the same", "the other", "the others", "not only that",
)  # fmt: skip
# “The man” is clear only when somebody said before which man.
_ROLES: Final = listed(
    "man woman men women boy girl child children couple pair family victim victims suspect suspects defendant accused attacker"
    " attackers gunman driver pilot officer officers judge player striker singer author writer teacher student patient patients"
    " doctor doctors scientist scientists researcher researchers team side club group company firm bank party charity agency"
    " union report study survey plan plans scheme deal move decision project programme proposal agreement bill ruling verdict"
    " incident accident crash collision attack fire blaze explosion event match game race vehicle car ship vessel boat aircraft"
    " plane train building site inquiry investigation trial case dispute strike vote result measure change law book film show"
    " discovery finding findings technique method device system treatment drug"
)
_FIRST_PERSON: Final = listed("i we my our me us mine ours")
_DATELINE: Final = re.compile(
    r"^(?:[A-Z][A-Z'’.\- ]+(?:, [^()“”\"]{2,40}?)? )?\([^)]{2,30}\)\s?(?:[-–—]{1,2})\s|^[A-Z][A-Z'’.\- ]+, [^()“”\"]{2,40}? [-–—] "
)
_OPENING_QUOTE: Final = re.compile(r"^[“\"‘'`]+")
_TOLD_BY_PRONOUN: Final = re.compile(
    r"[”\"’'] ?(?:he|she|they|it) [a-z]+|[”\"’'] ?(?:said|says|added|asked) (?:he|she|they)\b"
)


def dangles(bullet: str, before: str) -> bool:
    """Whether the opening needs words that stand neither in `before` (headline and the bullet above) nor further on.

    It dangles when it opens with a pronoun, a pointing or a joining word, with “The man” or “The company” where `before`
    has no such word, with the first person outside a quotation, or with a quotation that is ascribed to a pronoun.
    """
    text = _DATELINE.sub("", bullet.strip())
    bare = _OPENING_QUOTE.sub("", text)
    words = tokens(bare)
    if not words:
        return False
    quoted = bare != text
    if quoted and _TOLD_BY_PRONOUN.search(text):
        return True
    if words[0] in _POINTING | _JOINING and not _is_pair(words):
        return True
    if words[0] in _FIRST_PERSON and not quoted:
        return True
    return " ".join(words[:5]).startswith(_PHRASES) or _role_unknown(words, before)


def _is_pair(words: list[str]) -> bool:
    """“Both A and B” says whom it means."""
    return words[0] == "both" and "and" in words[1:8]


def _role_unknown(words: list[str], before: str) -> bool:
    """“The” with a role within the next three words, before anything that could be a verb or a name."""
    if words[0] != "the":
        return False
    known = {stem(word) for word in tokens(before)}
    role = words[1] if len(words) > 1 and words[1] in _ROLES else ""
    return bool(role) and stem(role) not in known
