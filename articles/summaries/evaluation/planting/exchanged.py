"""Plants errors out of the article's own numbers and names: one from elsewhere, or two that change places."""

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Final

from articles.summaries.evaluation.planting import figures
from articles.summaries.evaluation.planting.figures import Figure
from articles.summaries.evaluation.planting.foreign import splice
from articles.summaries.evaluation.planting.kinds import Edit
from articles.summaries.evaluation.planting.names import Name, kindred
from articles.summaries.evaluation.planting.quotations import is_inside
from articles.summaries.evaluation.planting.setting import Setting

# What stands between two things that are said alike of both, so that their order says nothing.
_PAIRED: Final = re.compile(
    r"^(?:%| per cent| percent)?(?: (?:million|billion|thousand))?[\s,;]*(?:(?:and|or|to|by|in|between|from|[-–—/&:]|v|vs)?[\s,]*)[$£€]?$"
)
_FROM: Final = re.compile(r"\bfrom [^\d]{0,12}$")
_BOTH_WAYS: Final = re.compile(
    r"\b(?:met|meets?|meeting|married|marry|with|between|and|or|versus|beside|alongside|play|plays|played|face|faces|"
    r"border|bordering|near|related|both|drew|neighbours?|talks|together)\b"
)


def numbers_moved(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """A number becomes another of its sort that the article has and the cited sentences have not."""
    for figure in figures.figures(text):
        pool = [
            one
            for one in setting.ground.figures
            if one.sort == figure.sort
            and _like_size(one, figure)
            and figures.is_foreign(one.value, setting.evidence_values)
            and figures.is_foreign(one.total, setting.evidence_values)
        ]
        if pool and not is_inside(text, figure.start, figure.end):
            other = dice.choice(pool)
            new = (
                figures.in_words(round(other.value))
                if figure.worded and other.value < 100
                else _in_figures(other)
            )
            if "." not in new or not figure.worded:
                yield Edit(splice(text, figure.start, figure.end, new), f"{figure.core} → {new}")


def _in_figures(figure: Figure) -> str:
    value = round(figure.value)
    if figure.sort == "ordinal":
        return f"{value}{figures.ordinal_ending(value)}"
    return figures.in_figures(figure.value, "") if figure.worded else figure.core


def _like_size(one: Figure, other: Figure) -> bool:
    """Of like size and with the same scale word, so that nobody would stumble over it."""
    return one.scale == other.scale and 0.1 <= one.value / max(other.value, 0.1) <= 10 and one.value >= 2


def numbers_exchanged(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """Two numbers of one sort change places, unless they are a range, a score or a list."""
    free = [one for one in figures.figures(text) if not is_inside(text, one.start, one.end)]
    pairs = [
        (one, other)
        for one, other in combinations(free, 2)
        if one.sort == other.sort != "ordinal" and one.total != other.total and one.value != other.value
        and (_FROM.search(text[: one.start]) or not _PAIRED.match(text[one.end : other.start]))
    ]  # fmt: skip
    if pairs:
        yield _exchange(text, *dice.choice(pairs))


def names_moved(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """A person becomes another person, a place or body another; neither is in the cited sentences."""
    ground = setting.ground
    for name in ground.lexicon.names(text):
        cited = ground.lexicon.names(setting.evidence)
        pool = [
            other.text
            for other in ground.names
            if _same_type(other, name, setting)
            and not any(kindred(other.text, one.text) for one in (*cited, name))
            and other.text not in text and not other.text.isupper()
        ]  # fmt: skip
        if pool and not is_inside(text, name.start, name.end):
            new = dice.choice(pool)
            yield Edit(splice(text, name.start, name.end, new), f"{name.text} → {new}")


def names_exchanged(text: str, setting: Setting, dice: Random) -> Iterator[Edit]:
    """Two names of one type change places, unless what is said of them holds both ways."""
    free = [one for one in setting.ground.lexicon.names(text) if not is_inside(text, one.start, one.end)]
    pairs = [
        (one, other)
        for one, other in combinations(free, 2)
        if _same_type(one, other, setting) and not kindred(one.text, other.text)
        and not _PAIRED.match(between := text[one.end : other.start]) and not _BOTH_WAYS.search(between)
    ]  # fmt: skip
    if pairs:
        yield _exchange(text, *dice.choice(pairs))


def _same_type(one: Name, other: Name, setting: Setting) -> bool:
    known = setting.ground.people
    both = {one.text, other.text} <= known
    return both or (one.make == other.make and not {one.text, other.text} & known)


def _exchange(text: str, one: Figure | Name, other: Figure | Name) -> Edit:
    left, right = text[one.start : one.end], text[other.start : other.end]
    if one.start == 0 and isinstance(one, Figure) and one.worded:
        left = left.lower()
    changed = text[: other.start] + left + text[other.end :]
    return Edit(splice(changed, one.start, one.end, right), f"{left} ↔ {right}")
