"""Days, months and years of a bullet that its evidence or its article does not have; other numbers are numbers.py's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby

from articles.summaries.days.said import Day
from articles.summaries.days.spans import Support, kind, support
from articles.summaries.facts import Facts, article_facts, facts
from articles.summaries.rules.claim import Claim
from articles.summaries.types import Finding, Severity, SourceDoc


class Dates:
    """Code `date`: a block for a day that is nowhere, a warning for one that stands elsewhere in the article."""

    def __init__(self, doc: SourceDoc) -> None:
        self.dated = doc.dated
        self.doc = doc

    @cached_property
    def _whole(self) -> tuple[Facts, ...]:
        return article_facts(self.doc)

    def findings(self, claim: Claim) -> Iterator[Finding]:
        own = facts(claim.text).days
        if not own:
            return
        near = [facts(sentence.text) for sentence in claim.evidence]
        for _, same in groupby(own, key=lambda day: day.start):
            # “03/04” is two days until one of them is borne out.
            readings = list(same)
            if max(self._support(day, near) for day in readings) is not Support.YES:
                yield self._finding(claim, readings, near)

    def _support(self, day: Day, read: Sequence[Facts]) -> Support:
        known = [one for text in read for one in text.days]
        if _is_a_number(day, read):
            return Support.YES
        return support(day, known, self.dated)

    def _finding(self, claim: Claim, readings: Sequence[Day], near: Sequence[Facts]) -> Finding:
        day = readings[0]
        rivals = [
            (one, sentence.id)
            for sentence, read in zip(claim.evidence, near, strict=True)
            for one in read.days
            if kind(one) == kind(day) or (one.shift is not None and day.shift is not None)
        ]
        said = {one.text for one, _ in rivals}
        instead = f"; these sentences say ‘{said.pop()}’" if len(said) == 1 else ""
        beside = max(self._support(one, near) for one in readings)
        far = max(self._support(one, self._whole) for one in readings)
        is_contradicted = bool(rivals) and (
            beside is Support.NO or any(_form(one) == _form(day) for one, _ in rivals)
        )
        if far is not Support.YES and _is_about(claim.text[: day.start]) and _near_year(day, near):
            severity, message = Severity.WARN, f"‘{day.text}’ is rounded"
        elif far is Support.YES:
            severity = Severity.WARN if rivals else Severity.INFO
            message = f"‘{day.text}’ is in the article but not in these sentences{instead}"
        elif not self._is_wrong(day, far, is_contradicted=is_contradicted):
            severity, message = Severity.WARN, f"‘{day.text}’ is not in the article in so many words"
        else:
            severity, message = Severity.BLOCK, f"‘{day.text}’ is not in the article{instead}"
        found = claim.finding("date", severity, message, day.start, day.end)
        return replace(found, sentence=rivals[0][1]) if rivals else found

    def _is_wrong(self, day: Day, far: Support, *, is_contradicted: bool) -> bool:
        """A day that the sentences contradict is wrong; else the day of writing, “this year” and seasons get a doubt."""
        if is_contradicted:
            return True
        if far is Support.MAYBE or kind(day) == "season" or (day.shift is not None and day.shift[1] == 0):
            return False
        written = self.dated
        today = (
            None
            if written is None
            else Day("", 0, 0, written.weekday(), written.day, written.month, written.year)
        )
        return today is None or support(day, [today], written) is not Support.YES


def _form(day: Day) -> tuple[bool, ...]:
    """Which parts are said: a weekday contradicts a weekday more plainly than “yesterday” does."""
    return day.shift is not None, day.weekday is not None, day.day is not None, day.month is not None


def _is_about(before: str) -> bool:
    return before.rstrip().casefold().endswith(("about", "around", "circa", "c."))


def _near_year(day: Day, near: Sequence[Facts]) -> bool:
    years = [one.year for read in near for one in read.days if one.year is not None]
    return day.is_year_alone and any(abs(year - (day.year or 0)) <= 10 for year in years)


def _is_a_number(day: Day, read: Sequence[Facts]) -> bool:
    """Whether a year is written as a number there, or the decade of somebody’s life holds the age."""
    values = {figure.value / figure.first.unit.factor for text in read for figure in text.figures}
    if day.year is not None and day.decade is None and day.month is None:
        return day.year in values
    if day.shift is not None and day.shift[1] < 0:
        return False
    return (
        day.decade is not None
        and day.year is None
        and any(day.decade <= value < day.decade + 10 for value in values)
    )
