"""Measures how alike two places in two sentences are, by the words beside them; knows nothing of what stands there."""

from collections.abc import Sequence

from articles.summaries.rules.reading import Word

REACH = 4


def beside(words: Sequence[Word], at: int, reach: int = REACH) -> set[str]:
    """The stems of the content words within reach on either side."""
    around = [*words[max(0, at - reach) : at], *words[at + 1 : at + 1 + reach]]
    return {word.stem for word in around if word.is_content}


def adjoins_alike(left: Sequence[Word], at: int, right: Sequence[Word], place: int) -> bool:
    """Whether a telling word right beside, one word on either side, or two on one side are the same at both places."""
    before = _same(left, at, right, place, -1)
    after = _same(left, at, right, place, 1)
    if before + after >= 2:
        return True
    return (before == 1 and left[at - 1].is_content) or (after == 1 and left[at + 1].is_content)


def _same(left: Sequence[Word], at: int, right: Sequence[Word], place: int, step: int) -> int:
    """How many of the two next words on one side are the same, up to the first that is not and within the clause."""
    count = 0
    for far in (step, 2 * step):
        if not (0 <= at + far < len(left) and 0 <= place + far < len(right)):
            break
        pause = left[at + far + 1].pause if step < 0 else left[at + far].pause
        if pause or left[at + far].stem != right[place + far].stem:
            break
        count += 1
    return count


def likeness(left: Sequence[Word], at: int, right: Sequence[Word], place: int, reach: int = REACH + 1) -> int:
    """How many content words the two places have near them in common; a neighbour in common counts two more."""
    shared = len(beside(left, at, reach) & beside(right, place, reach))
    return shared + (2 if adjoins_alike(left, at, right, place) else 0)
