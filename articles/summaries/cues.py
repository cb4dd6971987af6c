"""A short notation for turns of phrase, and its patterns over folded text; holds no phrase itself.

`^` is the opening of the sentence, `*` any clause's opening; `~3` stands for up to three words in between, `_` joins the
words of one term, `|` parts terms, `[…]` may be missing, `summari…` takes any ending, `<name>` is a list of terms, and a
term with `+` must not be the first word of a firm, a law or a trade (“AI companies”). A step with `!` in it names the words without which the phrase need not be looked for. A line that begins with `?` is a soft phrase: people
say so to each other, too.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

HINT: Final = 5

_OWNERS: Final = (
    "compan|firm|start|maker|develop|chip|boom|stock|share|research|industr|bill|act|law|polic|safety|minister|expert|summit|boss"
    "|giant|lab|service|business|sector|market|revolution|race|regulat|rule|strateg|engineer|scientist|operator|owner|user|vendor"
    "|provider|coach|manager|editor|professor|director|referee|secretar|teacher|driver|learning|gun|room|shop|tool maker|factor"
)

_LIST: Final = re.compile(r"<(\w+)>")
# Gaps have a limit, or a page of exclamation marks would keep the search busy for minutes.
_GAP: Final = r"\W{1,6}"
# A colon is in the gap before it already.
_ENDS: Final = {":": "(?<=:)", "$": r"\W{0,6}$"}
PAUSE: Final = r"(?:^|[.:;,!?()\[\]\"'>*#|]|[-/](?=\W))\W{0,6}"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern, to be searched only in a text of which some word begins like one of the hints.

    It is put together on its first use: there are hundreds, most texts need none, and every process would wait for them.
    """

    hints: frozenset[str]
    source: str
    soft: bool

    @property
    def pattern(self) -> re.Pattern[str]:
        """What is searched for."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def hints_of(words: Iterable[str]) -> frozenset[str]:
    """The first letters of words, by which cues are found."""
    return frozenset(word[:HINT] for word in words)


def cues(phrases: str, lists: Mapping[str, str], before: str = "") -> tuple[Cue, ...]:
    """The cues of a text with a phrase on each line.

    `lists` has the terms of each name, with blanks between; `before` the words after which `*` sees a new clause.
    Raises `ValueError` for a phrase without a step that is marked with `!`.
    """
    known = {name: "|".join(terms.split()) for name, terms in lists.items()}
    opening = rf"(?:{PAUSE}|\b(?:{before.replace(' ', '|')}){_GAP})" if before else PAUSE
    return tuple(_cue(line.split(), known, opening) for line in phrases.strip().splitlines())


def _cue(written: list[str], lists: Mapping[str, str], opening: str) -> Cue:
    pattern, hints, soft = "", set[str](), written[0] == "?"
    steps = written[soft:]
    for index, step in enumerate(steps):
        terms = _LIST.sub(lambda found: lists[found[1]], step.strip("[]").replace("!", ""))
        if "!" in step:
            hints |= {_telling(term) for term in terms.split("|")}
        pattern += _step(step, terms, opening, last=steps[index + 1 :] in ([], ["$"]))
    if not hints:
        raise ValueError(f"no step of “{' '.join(steps)}” is marked")
    return Cue(hints_of(hints), pattern, soft)


def _telling(term: str) -> str:
    """The longest word of a term. One with any ending is of use only if what stands before it fills a hint."""
    words = [word for word in re.split(r"[_'.;+-]", term) if "…" not in word or len(word) > HINT]
    if not words:
        raise ValueError(f"“{term}” is too short to be looked for")
    return max(words, key=len).removesuffix("…")


def _step(step: str, terms: str, opening: str, *, last: bool) -> str:
    if step == "^":
        return r"^\W{0,6}"
    if step == "*":
        return opening
    gap = "" if last else _GAP
    if step.startswith("~"):
        return rf"(?:\w+{_GAP}){{0,{step[1:]}}}?"
    if step in _ENDS:
        return _ENDS[step]
    group = rf"\b(?:{'|'.join(map(_term, terms.split('|')))})\b{gap}"
    return f"(?:{group})?" if step.startswith("[") else group


def _term(term: str) -> str:
    pattern = re.escape(term.removesuffix("+")).replace("_", _GAP).replace("…", r"\w*")
    return rf"{pattern}(?!{_GAP}(?:{_OWNERS})\w*)" if term.endswith("+") else pattern
