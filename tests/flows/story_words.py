"""The invented stories of the random sequences: what they say, which edits change the meaning, and bullets on them.

It knows nothing of the code under test: what a text means is decided here, once more and by other means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprst"


def coined(number: int) -> str:
    """Return a word that no other number gives and that stands nowhere else."""
    letters = ""
    for _ in range(3):
        number, at = divmod(number, len(_CONSONANTS) * len(_VOWELS))
        letters += _CONSONANTS[at // len(_VOWELS)] + _VOWELS[at % len(_VOWELS)]
    return f"zw{letters}"


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of the text and two bullets that rest on it: one cut short, one in the newsroom's own words."""

    sentence: str
    cut: str
    own: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a story says. The first seven mean something; the rest is how it is written."""

    place: str
    headline: str
    standfirst: str
    caption: str
    number: str
    name: str
    denied: bool = True
    # A comma before “and”, by bit of the sentence; a word misspelt; where a space is typed twice.
    commas: int = 0
    misspelt: bool = True
    space: int = 0

    @classmethod
    def first(cls, place: str, number: int) -> Words:
        """Return the first text of a story; ``number`` makes its words its own, and the nine after it."""
        words = [coined(number + at) for at in range(4)]
        return cls(place, words[0], words[1], words[2], figure(number), words[3].title())

    @property
    def meaning(self) -> tuple[Any, ...]:
        """What must not change without a second reading."""
        return (self.headline, self.standfirst, self.caption, self.number, self.name, self.denied)

    @property
    def planted(self) -> frozenset[str]:
        """The words that give this text away wherever they stand."""
        return frozenset({self.headline, self.standfirst, self.caption, self.number, self.name})

    @property
    def title(self) -> str:
        return f"The {self.place} opens again for {self.headline}"

    @property
    def summary(self) -> str:
        return f"Neighbours call it the {self.standfirst} and mean it kindly."

    @property
    def under_picture(self) -> str:
        return f"The {self.place} at dawn, from the {self.caption} bridge."

    @property
    def note(self) -> str:
        """What a public note says; it is as long before readers as the story."""
        return f"An earlier version of the story of the {self.place} was wrong."

    @property
    def points(self) -> tuple[Point, ...]:
        """The sentences in order; the number of a sentence on the desk is its place here, from 1."""
        place, number, name = self.place, self.number, self.name
        going = "is not going" if self.denied else "is going"
        first, second = ("," if self.commas & bit else "" for bit in (1, 2))
        railing = "raling" if self.misspelt else "railing"
        rows = [
            ("The {p} on Lantern Street opens on Monday", " after repairs that cost {n} marks", "On Monday the {p} on Lantern Street opens"),
            ("Bricklayers from Osterby rebuilt the eastern wall of the {p}", "{c1} and painted it twice", "The eastern wall of the {p} was rebuilt by bricklayers from Osterby"),
            ("The architect {a} drew a new roof for the {p}", " with forty windows on either side", "A new roof for the {p} was drawn by the architect {a}"),
            ("Visitors to the {p} pay nothing during the first week", " while the paint dries", "During the first week visitors to the {p} pay nothing"),
            ("The town {g} to close the {p} again", " before the winter", "To close the {p} again the town {g}"),
            ("A steel railing now runs along the ramp that leads into the {p}", " from the yard", "Along the ramp that leads into the {p} now runs a steel railing"),
            ("Another {r} guards the stairs behind the {p}", " where children used to slip", "The stairs behind the {p} are guarded by another {r}"),
            ("Gardeners cleared the yard of the {p} in autumn", "{c2} and sowed grass beside the gate", "In autumn gardeners cleared the yard of the {p}"),
            ("The keeper of the {p} lives upstairs with his cats", " above the old boiler", "Upstairs the keeper of the {p} lives with his cats"),
            ("Pupils of the school next door keep their boots in the cellar of the {p}", " when it rains", "In the cellar of the {p} pupils of the school next door keep their boots"),
            ("A bakery rents the corner room of the {p}", " to sell rolls there until noon", "The corner room of the {p} is rented by a bakery"),
        ]  # fmt: skip
        fill = {"p": place, "n": number, "a": name, "g": going, "r": railing, "c1": first, "c2": second}
        return tuple(_point(*(part.format_map(fill) for part in row)) for row in rows)

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(point.sentence for point in self.points)

    @property
    def html(self) -> str:
        """The body as it is typed."""
        rows = list(self.sentences)
        if self.space:
            at = self.space % len(rows)
            rows[at] = rows[at].replace(" ", "  " if self.space % 2 else "\n", 1)
        blocks = [f"<p>{' '.join(rows[at : at + 2])}</p>" for at in range(0, len(rows), 2)]
        return "".join([*blocks[:3], "<h2>What stays as it was</h2>", *blocks[3:]])

    @property
    def body(self) -> str:
        """The body as it is read, in one line."""
        return " ".join(re.sub(r"<[^>]+>", " ", self.html).split())

    @property
    def fields(self) -> dict[str, Any]:
        """The columns of an article that says this."""
        return {
            "headline": self.title,
            "standfirst": self.summary,
            "hero_caption": self.under_picture,
            "body": self.html,
        }

    def but(self, **changes: Any) -> Words:
        """Return the same text with something else in it."""
        return replace(self, **changes)


def figure(number: int) -> str:
    """Return a sum that no other number gives: 640,017 for 17."""
    thousands, rest = divmod(number, 1000)
    return f"{640 + thousands},{rest:03d}"


def _point(told: str, rest: str, own: str) -> Point:
    return Point(f"{told}{rest}.", f"{told}.", f"{own}.")
