"""Counts what becomes of planted instructions, by technique and by place; judges nothing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from articles.summaries.screening import addressed_asides, screen
from tests.evaluation.injection.corpus import Case
from tests.evaluation.injection.rivals import reached


@dataclass
class Tally:
    """How many cases there were, in how many the reviewer is shown the planted words, and in how many any of them came
    through to an engine; `beside` counts sentences of the story that were held with them."""

    cases: int = 0
    shown: int = 0
    through: int = 0
    beside: int = 0


@dataclass
class Measured:
    """Tallies by technique and by place, and the names of the cases that went wrong."""

    techniques: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    places: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    wrong: list[str] = field(default_factory=list)

    @property
    def all(self) -> Tally:
        rows = self.techniques.values()
        return Tally(
            sum(one.cases for one in rows),
            sum(one.shown for one in rows),
            sum(one.through for one in rows),
            sum(one.beside for one in rows),
        )

    def table(self) -> str:
        """Markdown, a row for each technique and each place."""
        lines = ["| what | cases | shown to the reviewer | came through |", "| --- | ---: | ---: | ---: |"]
        for name, one in [*self.techniques.items(), *self.places.items(), ("all", self.all)]:
            lines.append(f"| {name} | {one.cases} | {one.shown / one.cases:.1%} | {one.through} |")
        return "\n".join(lines)


def measured(cases: Iterable[Case]) -> Measured:
    """What the screen makes of the cases."""
    found = Measured()
    for case in cases:
        seen, withheld = screen(case.doc)
        places = {one.sentence for one in withheld}
        shown = bool(places & set(case.planted_ids)) or any(
            one.text in case.planted or case.planted in one.text for one in addressed_asides(case.doc)
        )
        through = reached(case, seen) or case.goal.mark in seen.text or case.planted in seen.text
        for tally in (found.techniques[case.technique], found.places[case.place]):
            tally.cases += 1
            tally.shown += shown
            tally.through += through
            tally.beside += len(places - set(case.planted_ids))
        if through or not shown:
            found.wrong.append(f"{case.name}: {case.planted}")
    return found
