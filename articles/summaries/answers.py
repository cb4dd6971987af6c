"""Reads what a model answered and says in words what is wrong with it; asks nobody and mends nothing."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles.summaries.language import SHARED_BY_ONE, is_foreign
from articles.summaries.prompts import Sheet, is_hidden
from articles.summaries.types import BulletSpec, DraftBullet, GroundingCheck, Severity, SourceDoc
from articles.summaries.words import collapse, count_words

MOST_EVIDENCE: Final = 4
MOST_READ: Final = 12
MOST_CHARACTERS: Final = 400
ALIKE: Final = 0.75

SCHEMA: Final[dict[str, object]] = {
    "type": "object",
    "properties": {
        "bullets": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "sentences": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["text", "sentences"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["bullets"],
    "additionalProperties": False,
}

_FENCED: Final = re.compile(r"```[a-z]*\s*(.*?)```", re.IGNORECASE | re.DOTALL)
_LINK: Final = re.compile(
    r"\b[a-z][a-z0-9+.-]{1,15}://|\bwww\.|\bmailto:|[\w.+-]+@[\w-]+\.\w+", re.IGNORECASE
)
_DOMAIN: Final = re.compile(r"(?<![\w.@])(?:[a-z0-9-]{2,}\.)+[a-z]{2,24}\b", re.IGNORECASE)
_MARKUP: Final = re.compile(
    r"</?[a-z!][^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});|`|\*\*|__\w|\]\(|^#{1,6} |^[-*•–] |\[\d+\]|\{\{|<\|",
    re.IGNORECASE,
)


class Unreadable(Exception):
    """The answer is not in the asked form; `problem` says to the model what to do about it."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Judged:
    """The bullets that can be used, and what is wrong with the answer; `dropped` counts the bullets that cannot.

    `readable` says whether the answer was in the asked form at all.
    """

    good: tuple[DraftBullet, ...] = ()
    problems: tuple[str, ...] = ()
    dropped: int = 0
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Judge:
    """What an answer is held against."""

    doc: SourceDoc
    sheet: Sheet
    spec: BulletSpec
    checks: Sequence[GroundingCheck]

    def judged(self, answer: str, *, cut_off: bool = False) -> Judged:
        """The verdict on an answer; `cut_off` when the server says that it ended before its end."""
        try:
            listed = read_answer(answer)
        except Unreadable as error:
            problem = "The answer was cut off before its end. Be brief." if cut_off else error.problem
            return Judged(problems=(problem,), readable=False)
        # An answer of thousands of bullets is wrong whatever they say, and not worth the time to read them.
        bullets = listed[:MOST_READ]
        said = " ".join(bullet.text for bullet in bullets)
        if is_foreign(self._words(), said):
            return Judged(
                problems=("The bullets are not in the language of the article.",), dropped=len(listed)
            )
        faults = [list(self._faults(bullet)) for bullet in bullets]
        sound = [index for index, found in enumerate(faults) if not found]
        for place, fault in self._untrue([bullets[index] for index in sound]):
            faults[sound[place]].append(fault)
        for index in _repeated(bullets):
            faults[index].append("says the same as an earlier bullet.")
        named = [f"Bullet {index} {fault}" for index, found in enumerate(faults, 1) for fault in found]
        good = tuple(bullet for bullet, found in zip(bullets, faults, strict=True) if not found)
        return Judged(good, (*self._miscounted(len(listed)), *named), len(listed) - len(good))

    def _miscounted(self, found: int) -> Iterator[str]:
        if not self.spec.at_least <= found <= self.spec.at_most:
            yield f"There are {found} bullets; there must be {self.spec.at_least} to {self.spec.at_most}."

    def _faults(self, bullet: DraftBullet) -> Iterator[str]:
        """What is wrong with a bullet by itself, as the rest of a sentence that begins with its number."""
        words = count_words(bullet.text)
        if not words:
            yield "is empty."
        if words > self.spec.max_words:
            yield f"has {words} words; the most is {self.spec.max_words}."
        elif len(bullet.text) > MOST_CHARACTERS:
            yield f"has {len(bullet.text)} characters; the most is {MOST_CHARACTERS}."
        if any(map(is_hidden, bullet.text)):
            yield "holds characters that cannot be seen."
        if self._has_link(bullet.text):
            yield "holds a link or an address; there must be none."
        if _MARKUP.search(bullet.text) or self.sheet.mark.strip("= ") in bullet.text:
            yield "holds mark-up or list signs; write plain sentences."
        if is_foreign(self._words(), bullet.text, SHARED_BY_ONE):
            yield "is not in the language of the article."
        yield from self._misquoted(bullet)

    def _misquoted(self, bullet: DraftBullet) -> Iterator[str]:
        unknown = [number for number in bullet.evidence if number not in self.sheet.ids]
        if unknown:
            listed = ", ".join(map(str, unknown[:MOST_EVIDENCE]))
            yield f"cites {listed}, and the article has no sentence of that number."
        if not 1 <= len(bullet.evidence) <= MOST_EVIDENCE:
            yield f"cites {len(bullet.evidence)} sentences; there must be 1 to {MOST_EVIDENCE}."

    def _untrue(self, bullets: Sequence[DraftBullet]) -> Iterator[tuple[int, str]]:
        """What the checks would keep from approval, by place among the bullets that are sound in themselves."""
        for check in self.checks:
            for finding in check.check(self.doc, bullets):
                if finding.severity == Severity.BLOCK:
                    span = bullets[finding.bullet].text[finding.start : finding.end]
                    yield finding.bullet, f"cannot stand because of “{span}”: {finding.message.rstrip('.')}."

    def _has_link(self, text: str) -> bool:
        """Whether an address is in it. A firm that is called like one may be named where the article names it."""
        named = self._words().casefold()
        return bool(_LINK.search(text)) or any(
            found[0].casefold() not in named for found in _DOMAIN.finditer(text)
        )

    def _words(self) -> str:
        return f"{self.doc.headline} {self.doc.standfirst} {self.doc.text}"


def read_answer(answer: str) -> tuple[DraftBullet, ...]:
    """The bullets of an answer, also of one inside a code fence or after some talk; `Unreadable` when there are none."""
    found = _parsed(answer)
    listed = found.get("bullets") if isinstance(found, dict) else found
    if not isinstance(listed, list):
        raise Unreadable("The answer is not one JSON object with a list “bullets”.")
    return tuple(_bullet(item) for item in listed)


def _parsed(answer: str) -> object:
    fenced = _FENCED.search(answer)
    opening = answer.find("{")
    for text in (answer, fenced[1] if fenced else "", answer[opening:] if opening >= 0 else ""):
        try:
            return json.JSONDecoder().raw_decode(text.strip())[0]
        except (ValueError, RecursionError):
            continue
    raise Unreadable("The answer is not JSON.")


def _bullet(item: object) -> DraftBullet:
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        raise Unreadable("Each bullet must be an object with “text” and “sentences”.")
    cited = item.get("sentences")
    numbers = [_number(one) for one in cited] if isinstance(cited, list) else []
    text = " ".join(item["text"].split())
    return DraftBullet(text, tuple(dict.fromkeys(numbers)))


def _number(cited: object) -> int:
    """The id, of `12`, `"12"` and `"[12]"` alike; -1, which is nobody's, for anything else."""
    if isinstance(cited, int) and not isinstance(cited, bool):
        return cited
    found = re.fullmatch(r"\[?s?(\d{1,6})\]?", cited.strip()) if isinstance(cited, str) else None
    return int(found[1]) if found else -1


def _repeated(bullets: Sequence[DraftBullet]) -> Iterator[int]:
    """The places of bullets that say what an earlier one said."""
    seen: list[set[str]] = []
    for index, bullet in enumerate(bullets):
        words = set(re.findall(r"\w+", collapse(bullet.text).casefold()))
        if any(words and len(words & other) / len(words | other) >= ALIKE for other in seen):
            yield index
        seen.append(words)
