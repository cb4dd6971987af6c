"""Numbers of a bullet that its evidence or its article does not have; dates are dates.py's, swaps order.py's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final, NamedTuple

from articles.summaries.facts import article_facts, facts
from articles.summaries.figures.bounds import DOWNWARD, UPWARD
from articles.summaries.figures.quantities import Figure, Sort, Weight
from articles.summaries.figures.rounding import Likeness, likeness
from articles.summaries.rules.claim import Claim
from articles.summaries.rules.scores import Score, dashed, is_half_of_another, scores
from articles.summaries.rules.tallies import (
    counts_a_list,
    counts_days,
    is_plain_sum,
    is_said_otherwise,
    is_share,
    is_sum,
    is_years_between,
)
from articles.summaries.types import Finding, Severity, SourceDoc

_RELATIVE: Final = frozenset({Sort.FRACTION, Sort.TIMES})


class Verdict(NamedTuple):
    """What is wrong with one number, before it is placed in its bullet."""

    code: str
    severity: Severity
    message: str
    sentence: int | None = None


class Known(NamedTuple):
    """A number of the evidence and the id of its sentence."""

    figure: Figure
    sentence: int


class Numbers:
    """Codes `number` (nowhere, or not quite what is said) and `number-far` (elsewhere, or of something else)."""

    def __init__(self, doc: SourceDoc) -> None:
        self.doc = doc

    @cached_property
    def _whole(self) -> tuple[Figure, ...]:
        return tuple(figure for one in article_facts(self.doc) for figure in (*one.figures, *one.years))

    @cached_property
    def _scores(self) -> set[Score]:
        texts = (self.doc.headline, self.doc.standfirst, *(one.text for one in self.doc.sentences))
        return {score for text in texts for score in scores(text, facts(text).figures)}

    def findings(self, claim: Claim) -> Iterator[Finding]:
        own = facts(claim.text).figures
        if not own:
            return
        near = [
            Known(figure, sentence.id)
            for sentence in claim.evidence
            for figure in (*facts(sentence.text).figures, *facts(sentence.text).years)
        ]
        partners = {
            one.start: other
            for left, right in dashed(claim.text, own)
            for one, other in ((left, right), (right, left))
        }
        for figure in _to_judge(own, near):
            if is_said_otherwise(figure, claim.text, [one.figure for one in near], claim.evidence):
                continue
            verdict = self._verdict(figure, claim, near, partners.get(figure.start))
            if verdict is not None:
                found = claim.finding(
                    verdict.code, verdict.severity, verdict.message, figure.start, figure.end
                )
                yield found if verdict.sentence is None else replace(found, sentence=verdict.sentence)

    def _verdict(
        self, figure: Figure, claim: Claim, near: Sequence[Known], partner: Figure | None
    ) -> Verdict | None:
        best = max((likeness(figure, one.figure) for one in near), default=Likeness.FAR)
        if partner is not None and self._is_another_score(figure, partner, claim):
            return _blocked(figure, near)
        if best >= Likeness.ROUNDED:
            return _of_something_else(figure, near) or _otherwise_put(figure, near, best)
        if (figure.sort in _RELATIVE or figure.noun == "time") and is_share(
            figure, [one.figure for one in near]
        ):
            return None
        return self._elsewhere(figure, claim, near) or self._unlike(figure, claim, near, best)

    def _elsewhere(self, figure: Figure, claim: Claim, near: Sequence[Known]) -> Verdict | None:
        """What is said of a number that the article has somewhere else."""
        enough = Likeness.OTHER_UNIT if figure.sort is Sort.ORDINAL else Likeness.ROUNDED
        known = self._whole
        if figure.sort is Sort.VAGUE:
            # Somewhere in a long text there is always a number that “hundreds” could be said of.
            known = tuple(one for one in known if one.sort is Sort.VAGUE)
        if max((likeness(figure, one) for one in known), default=Likeness.FAR) >= enough:
            message = f"‘{figure.text}’ is in the article but not in these sentences{_instead(figure, near)}"
            # What takes no other number's place was fetched from elsewhere on purpose.
            is_extra = figure.sort in {Sort.COUNT, Sort.ORDINAL} and not _replaced(figure, claim, near)
            harmless = is_extra or counts_a_list(figure, claim.evidence)
            return Verdict("number-far", Severity.INFO if harmless else Severity.WARN, message)
        return None

    def _unlike(self, figure: Figure, claim: Claim, near: Sequence[Known], best: Likeness) -> Verdict:
        return _nearly(figure, near, best) if best is not Likeness.FAR else self._unknown(figure, claim, near)

    def _is_another_score(self, figure: Figure, partner: Figure, claim: Claim) -> bool:
        near = {score for one in claim.evidence for score in scores(one.text, facts(one.text).figures)}
        return is_half_of_another(figure, partner, near, self._scores)

    def _unknown(self, figure: Figure, claim: Claim, near: Sequence[Known]) -> Verdict:
        """A number that is nowhere: a block, unless it is loosely put or may have been worked out."""
        figures = [one.figure for one in near]
        contradicted = any(one.sort is figure.sort and one.weight > Weight.SUPPORT for one in figures)
        message = f"‘{figure.text}’ is not in the article"
        if (figure.weight is Weight.SOFT or figure.sort is Sort.VAGUE) and not contradicted:
            return Verdict("number", Severity.WARN, message)
        worked_out = (
            counts_a_list(figure, claim.evidence)
            or is_share(figure, figures)
            or is_sum(figure, figures)
            or is_years_between(figure, _years(claim), self.doc.dated)
        )
        if worked_out:
            plainly = is_plain_sum(figure, claim.text, figures) or (
                counts_days(figure, claim.evidence) or is_years_between(figure, _years(claim), None)
            )
            severity = Severity.INFO if plainly else Severity.WARN
            return Verdict("number", severity, f"{message}; was it counted or worked out?")
        return _blocked(figure, near)


def _years(claim: Claim) -> list[int]:
    return [
        day.year for sentence in claim.evidence for day in facts(sentence.text).days if day.year is not None
    ]


def _to_judge(own: Sequence[Figure], near: Sequence[Known]) -> Iterator[Figure]:
    """The numbers that claim something; “one in five” and “two hours 19 minutes” are judged whole if they can be."""
    whole = [
        figure
        for figure in own
        if any(one is not figure and figure.start <= one.start < one.end <= figure.end for one in own)
    ]
    borne = [figure for figure in whole if _is_borne(figure, near)]
    for figure in own:
        if figure.weight is Weight.SUPPORT or figure in borne:
            continue
        covered = any(one is not figure and one.start <= figure.start < one.end for one in borne)
        is_ratio = figure in whole
        in_ratio = not is_ratio and any(
            one.sort is Sort.FRACTION and one.start <= figure.start < one.end for one in whole
        )
        parts = [
            one for one in own if is_ratio and one is not figure and figure.start <= one.start < figure.end
        ]
        if not covered and not in_ratio and not (parts and all(_is_borne(one, near) for one in parts)):
            yield figure


def _is_borne(figure: Figure, near: Sequence[Known]) -> bool:
    return any(likeness(figure, one.figure) is Likeness.SAME for one in near)


def _of_something_else(figure: Figure, near: Sequence[Known]) -> Verdict | None:
    """The number is there, but what it counts here is counted there by another: five goals and seven points."""
    if not figure.noun or figure.noun == "of":
        return None
    same = [one for one in near if likeness(figure, one.figure) >= Likeness.ROUNDED]
    if any(one.figure.noun in {"", "of", figure.noun} for one in same):
        return None
    other = [one for one in near if one.figure.noun == figure.noun and one not in same]
    if not other:
        return None
    message = f"These sentences say ‘{other[0].figure.text}’ of the {figure.noun}s, not ‘{figure.text}’"
    return Verdict("number-far", Severity.WARN, message, other[0].sentence)


def _otherwise_put(figure: Figure, near: Sequence[Known], best: Likeness) -> Verdict | None:
    """The same number said to be a ceiling here and a floor there, or rounded."""
    same = [one for one in near if likeness(figure, one.figure) is best]
    bounds = {one.figure.bound for one in same}
    if best is Likeness.ROUNDED:
        message = f"‘{figure.text}’ is rounded from ‘{same[0].figure.text}’"
        return Verdict("number", Severity.INFO, message, same[0].sentence)
    opposed = (figure.bound in UPWARD and bounds <= DOWNWARD) or (
        figure.bound in DOWNWARD and bounds <= UPWARD
    )
    if not opposed or any(one.figure.value != figure.value for one in same):
        return None
    message = f"These sentences put ‘{figure.text}’ as a limit on the other side"
    return Verdict("number", Severity.WARN, message, same[0].sentence)


def _nearly(figure: Figure, near: Sequence[Known], best: Likeness) -> Verdict:
    close = next(one for one in near if likeness(figure, one.figure) is best)
    said = close.figure.text
    if best is Likeness.OTHER_UNIT:
        message = f"‘{figure.text}’ counts something else in these sentences"
        return Verdict("number-far", Severity.WARN, message, close.sentence)
    if best is Likeness.WRONG_SIDE:
        message = f"‘{said}’ in these sentences lies on the other side of ‘{figure.text}’"
        return Verdict("number", Severity.WARN, message, close.sentence)
    message = f"‘{figure.text}’ is rounded from ‘{said}’ and does not say so"
    return Verdict("number", Severity.WARN, message, close.sentence)


def _blocked(figure: Figure, near: Sequence[Known]) -> Verdict:
    candidates = _candidates(figure, near)
    sentence = candidates[0].sentence if candidates else None
    message = f"‘{figure.text}’ is not in the article{_instead(figure, near)}"
    return Verdict("number", Severity.BLOCK, message, sentence)


def _instead(figure: Figure, near: Sequence[Known]) -> str:
    said = {
        one.figure.text
        for one in _candidates(figure, near)
        if one.figure.noun == figure.noun != "" or figure.value / 10 <= one.figure.value <= figure.value * 10
    }
    return f"; these sentences say ‘{said.pop()}’" if len(said) == 1 else ""


def _replaced(figure: Figure, claim: Claim, near: Sequence[Known]) -> list[Known]:
    """The numbers of the evidence whose place it may have taken: those that the bullet does not state itself."""
    own = facts(claim.text).figures
    return [
        one
        for one in near
        if one.figure.weight > Weight.SUPPORT
        and one.figure.sort is figure.sort
        and one.figure.first.unit.family == figure.first.unit.family
        and not any(
            likeness(stated, one.figure) >= Likeness.ROUNDED for stated in own if stated is not figure
        )
    ]


def _candidates(figure: Figure, near: Sequence[Known]) -> list[Known]:
    """The numbers of the evidence that this one may stand for: of the same noun, else of the same kind and unit."""
    kin = [
        one
        for one in near
        if one.figure.weight > Weight.SUPPORT
        and one.figure.sort is figure.sort
        and one.figure.first.unit.family == figure.first.unit.family
    ]
    named = [one for one in kin if figure.noun and one.figure.noun == figure.noun]
    return named or kin
