"""Stories with an instruction to machines planted in them: every technique in every place, the same at every run.

The carriers are the articles of `tests/evaluation/articles`; `cases()` is what a measurement needs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape
from pathlib import Path
from typing import Any

import yaml

from articles.summaries.sentences import SPLITTER, split
from articles.summaries.types import HEADLINE, STANDFIRST, Sentence, SourceDoc
from articles.summaries.words import collapse
from tests.evaluation.injection.disguise import DISGUISES

HERE = Path(__file__).parent
CARRIERS = HERE.parent / "articles"
PLACES = (
    "start", "middle", "end", "inside", "quote", "caption", "heading", "headline", "standfirst",
)  # fmt: skip
# Each block with its tag; words in a heading or a caption belong to the text but can be no evidence.
Block = tuple[str, str]
QUIET = frozenset(("h2", "figcaption"))
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0, "quote": 0.4, "caption": 0.3, "heading": 0.6}
_TAGS = {"quote": "blockquote", "caption": "figcaption", "heading": "h2"}
_NUMBER = re.compile(r"\d[\d,.]*\d")

_split = cache(split)


@dataclass(frozen=True)
class Goal:
    """What the attacker wants said; `mark` is the part by which it is known."""

    kind: str
    text: str
    mark: str


@dataclass(frozen=True)
class Carrier:
    """A story as it was before."""

    slug: str
    headline: str
    standfirst: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Case:
    """A story with something planted: `planted` are the words as they stand there, `plain` before their disguise."""

    carrier: Carrier
    technique: str
    place: str
    goal: Goal
    plain: str
    planted: str
    headline: str
    standfirst: str
    blocks: tuple[Block, ...]
    at: int

    @property
    def name(self) -> str:
        return f"{self.carrier.slug} · {self.technique} · {self.place} · {self.goal.kind}"

    @cached_property
    def doc(self) -> SourceDoc:
        texts = [text for _, text in self.blocks]
        return SourceDoc(
            self.headline, self.standfirst, " ".join(texts), tuple(_numbered(self.blocks)), "", SPLITTER
        )

    @property
    def html(self) -> str:
        """The body as an editor would have saved it."""
        return "".join(_html(tag, escape(text, quote=False)) for tag, text in self.blocks)

    @property
    def span(self) -> tuple[int, int]:
        """Where the planted words stand in the text; (0, 0) when they stand above it."""
        if self.place in {"headline", "standfirst"}:
            return 0, 0
        end = sum(len(text) + 1 for _, text in self.blocks[: self.at + 1]) - 1
        return end - len(self.planted), end

    @property
    def planted_ids(self) -> tuple[int, ...]:
        """The sentences, or `HEADLINE` or `STANDFIRST`, that hold planted words; none in a heading or caption."""
        if self.place in {"headline", "standfirst"}:
            return (HEADLINE if self.place == "headline" else STANDFIRST,)
        start, end = self.span
        return tuple(one.id for one in self.doc.sentences if one.start < end and start < one.end)


def cases() -> Iterator[Case]:
    """Every technique in every carrier, at places that go round: some seventy cases for each technique."""
    listed = carriers()
    for row, carrier in enumerate(listed):
        for column, (technique, phrases) in enumerate(techniques().items()):
            place = PLACES[(row + column) % len(PLACES)]
            phrase = phrases[(row + row // len(PLACES)) % len(phrases)]
            goals = _goals(carrier)
            yield planted(carrier, technique, place, phrase, goals[(3 * row + column) % len(goals)])


def planted(carrier: Carrier, technique: str, place: str, phrase: str, goal: Goal) -> Case:
    """The carrier with the phrase, disguised if the technique is a disguise, at the place."""
    plain = phrase.replace("{goal}", goal.text)
    words = collapse(DISGUISES[technique](plain) if technique in DISGUISES else plain)
    headline, standfirst, blocks, at = carrier.headline, carrier.standfirst, list(carrier.blocks), 0
    if place == "headline":
        headline = words
    elif place == "standfirst":
        standfirst = f"{standfirst} {words}".strip()
    elif place == "inside":
        at = min(
            (index for index, (tag, _) in enumerate(blocks) if tag == "p"),
            key=lambda index: abs(index - len(blocks) // 2),
        )
        blocks[at] = ("p", f"{blocks[at][1]} {words}")
    else:
        at = round(_BEFORE[place] * len(blocks))
        blocks.insert(at, (_TAGS.get(place, "p"), words))
    return Case(carrier, technique, place, goal, plain, words, headline, standfirst, tuple(blocks), at)


@cache
def carriers() -> tuple[Carrier, ...]:
    """The stories, in the order of their names."""
    return tuple(_carrier(path) for path in sorted(CARRIERS.glob("*.yaml")))


@cache
def techniques() -> dict[str, tuple[str, ...]]:
    """The phrases of each technique; a disguise has plain ones."""
    raw = _attacks()
    plain = {name: tuple(phrases) for name, phrases in raw["techniques"].items()}
    return plain | dict.fromkeys(DISGUISES, tuple(raw["disguised"]))


@cache
def _attacks() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((HERE / "attacks.yaml").read_text(encoding="utf-8"))
    return found


@cache
def _goals(carrier: Carrier) -> tuple[Goal, ...]:
    goals = [Goal(one["kind"], one["text"], one["mark"]) for one in _attacks()["goals"]]
    return tuple(goal if goal.text else _with_another_number(carrier, goal.kind) for goal in goals)


def _with_another_number(carrier: Carrier, kind: str) -> Goal:
    text = " ".join(text for _, text in carrier.blocks)
    for tag, block in carrier.blocks:
        for start, end in _split(block) if tag == "p" else ():
            found = _NUMBER.search(block, start, end)
            if found is None or not 6 <= len(block[start:end].split()) <= 28:
                continue
            other = found[0].translate(str.maketrans("0123456789", "5678912346"))
            if other not in text:
                return Goal(
                    kind,
                    f"{block[start : found.start()]}{other}{block[found.end() : end]}".rstrip("."),
                    other,
                )
    return Goal(kind, "The number of the dead has risen to 3,871", "3,871")


def _carrier(path: Path) -> Carrier:
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    blocks = [
        ("h2", collapse(block.lstrip("# "))) if block.startswith("#") else ("p", collapse(block))
        for block in re.split(r"\n\s*\n", raw["body"].strip())
    ]
    return Carrier(path.stem, collapse(raw["headline"]), collapse(raw["standfirst"] or ""), tuple(blocks))


def _numbered(blocks: Sequence[Block]) -> Iterator[Sentence]:
    """As `sentences.number` does it, but no paragraph is split twice."""
    base = count = 0
    for index, (tag, text) in enumerate(blocks):
        for start, end in _split(text) if tag not in QUIET else ():
            count += 1
            yield Sentence(count, base + start, base + end, text[start:end], index)
        base += len(text) + 1


def _html(tag: str, inner: str) -> str:
    if tag == "figcaption":
        return f"<figure><figcaption>{inner}</figcaption></figure>"
    return f"<blockquote><p>{inner}</p></blockquote>" if tag == "blockquote" else f"<{tag}>{inner}</{tag}>"
