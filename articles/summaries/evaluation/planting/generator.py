"""Plants every kind of error in a set of articles, the same ones every time; judges no check."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Final

from articles.summaries.evaluation.corpus import Case
from articles.summaries.evaluation.planting import exchanged, foreign, wording
from articles.summaries.evaluation.planting.kinds import Edit, Kind, Planted
from articles.summaries.evaluation.planting.names import Lexicon
from articles.summaries.evaluation.planting.setting import Ground, Setting
from articles.summaries.words import collapse, count_words

SEED: Final = 20261122
# So many of a kind at most, in sentences and in bullets each: enough for an interval of a few points.
MOST_OF_A_KIND: Final = 220
_FEWEST_WORDS, _MOST_WORDS = 6, 45
_DATELINE: Final = re.compile(r"^[A-Z][A-Z'’.\- ]+(?:, [^()“”\"]{2,40}?)? (?:\([^)]+\) )?[-–—] ")

_PLANTERS: Final[Mapping[Kind, Callable[[str, Setting, Random], Iterator[Edit]]]] = {
    Kind.NUMBER: foreign.numbers,
    Kind.DATE: foreign.dates,
    Kind.NAME: foreign.names,
    Kind.QUOTE: foreign.quotations,
    Kind.MAGNITUDE: foreign.magnitudes,
    Kind.QUOTE_EDITED: foreign.quotation_edits,
    Kind.NUMBER_MOVED: exchanged.numbers_moved,
    Kind.NAME_MOVED: exchanged.names_moved,
    Kind.NUMBERS_EXCHANGED: exchanged.numbers_exchanged,
    Kind.NAMES_EXCHANGED: exchanged.names_exchanged,
    Kind.NEGATION_ADDED: wording.negations_added,
    Kind.NEGATION_DROPPED: wording.negations_dropped,
    Kind.ANTONYM: wording.opposites,
    Kind.HEDGE_DROPPED: wording.hedges_dropped,
    Kind.ATTRIBUTION_DROPPED: wording.sources_dropped,
    Kind.INVENTED: wording.clauses_invented,
}


def plant(cases: Sequence[Case], *, seed: int = SEED, most: int = MOST_OF_A_KIND) -> list[Planted]:
    """One error a kind and text where it can be planted, thinned out by lot to `most` a kind, in sentences and bullets.

    Every error differs from the text it was planted in and stands in none of the sentences that are cited.
    """
    lexicon = Lexicon([one.text for case in cases for one in case.doc.sentences])
    grounds = [Ground(case, lexicon) for case in cases]
    found: dict[tuple[Kind, bool], list[Planted]] = {}
    for ground in grounds:
        others = [other for other in grounds if other is not ground] or grounds
        for verbatim, text, evidence in _texts(ground.case):
            setting = Setting(ground, " ".join(ground.case.texts(evidence)), others)
            for kind in Kind:
                edit = _one(kind, text, setting, seed)
                if edit is not None:
                    planted = Planted(ground.case.slug, kind, verbatim, text, edit.text, evidence, edit.change, ground.case.held_out)  # fmt: skip
                    found.setdefault((kind, verbatim), []).append(planted)
    return [one for key in sorted(found) for one in _thinned(found[key], f"{seed} {key}", most)]


def without_dateline(text: str) -> str:
    """A first sentence without the place, the day and the agency before it."""
    return _DATELINE.sub("", text)


def _texts(case: Case) -> Iterator[tuple[bool, str, tuple[int, ...]]]:
    for sentence in case.doc.sentences:
        text = without_dateline(sentence.text)
        if _FEWEST_WORDS <= count_words(text) <= _MOST_WORDS:
            yield True, text, (sentence.id,)
    for reference in case.references:
        yield False, reference.text, reference.evidence


def _one(kind: Kind, text: str, setting: Setting, seed: int) -> Edit | None:
    """One of the possible errors, drawn by a die of its own, so that a change of one kind moves no other."""
    dice = Random(f"{seed} {setting.ground.case.slug} {kind} {text}")  # noqa: S311 - the same errors every time.
    edits = [Edit(collapse(edit.text), edit.change) for edit in _PLANTERS[kind](text, setting, dice)]
    real = [edit for edit in edits if edit.text != text and edit.text not in setting.evidence]
    return dice.choice(real) if real else None


def _thinned(planted: list[Planted], seed: str, most: int) -> list[Planted]:
    if len(planted) <= most:
        return planted
    chosen = sorted(Random(seed).sample(range(len(planted)), most))  # noqa: S311 - the same errors every time.
    return [planted[index] for index in chosen]
