"""Drafts a Quick Take from the article's own sentences; invents no word and knows no other engine."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from articles.summaries import centrality
from articles.summaries.furniture import is_furniture, is_kicker, without_asides
from articles.summaries.openings import without_connective, without_dateline
from articles.summaries.selection import ALIKE, BROAD, Candidate, choose
from articles.summaries.shortening import shortened
from articles.summaries.standalone import carries_on, is_usable, is_vague, leans, points_back, stands_alone
from articles.summaries.suitability import require_suitable
from articles.summaries.types import BulletSpec, Draft, DraftBullet, Sentence, SourceDoc, Unsuitable
from articles.summaries.words import count_words

# Articles of at least so many words get four, five and six bullets.
LENGTHS: Final = (150, 185, 700)
FEWEST: Final = 3
# Shorter pieces between full stops, “By .” or “PUBLISHED: .”, are no sentences that the reader passes.
_FEWEST_WORDS_OF_A_PLACE: Final = 5
_A_SCRAP: Final = 2

_CENTRAL, _HEADLINE, _FIGURE, _NAME = 0.5, 0.35, 0.08, 0.05
_CARRYING_ON, _LEANING, _QUOTING, _VAGUE, _TOLD_ABOVE, _KICKER = 0.6, 0.5, 0.5, 0.5, 0.25, 0.6


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the choice needs to know of the whole article, worked out once."""

    terms: list[list[str]]
    rarity: centrality.Weights
    weights: list[centrality.Weights]
    importance: centrality.Weights
    headline: list[str]
    standfirst: list[str]
    about: centrality.Weights
    centre: centrality.Weights
    peak: float


class ExtractiveEngine:
    """Picks central sentences that stand alone: the news first, then what covers the rest, in the order of the text.

    Lexical and deterministic: TF-IDF centrality, a prior for what comes early, and a submodular gain of coverage (Lin
    and Bilmes, 2011) against repetition. 700 words take some ten milliseconds.
    """

    name = "extractive"
    version = "2"
    external = False

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        """The draft; raises `Unsuitable` when the article is no matter for it or too little of it stands alone."""
        require_suitable(doc)
        story = [
            one for one in doc.sentences if count_words(one.text) > _A_SCRAP and not is_furniture(one.text)
        ]
        wanted = max(spec.at_least, min(spec.at_most, _length(story)))
        reading = _read(doc, story, broad=wanted >= BROAD)
        alone = list(_candidates(story, reading, spec, stands_alone))
        # Bullets of two sentences tell more of a story, but leave fewer sentences to others.
        pairs = _pairs(alone, story, reading, spec.quoted_words) if wanted >= BROAD else ()
        chosen = choose([*alone, *pairs], wanted)
        if len(chosen) < spec.at_least:
            chosen = choose(alone, wanted)
        if len(chosen) < spec.at_least:
            chosen = choose(list(_candidates(story, reading, spec, _leans_a_little)), wanted, chosen)
        if len(chosen) < spec.at_least:
            raise Unsuitable(
                f"Only {len(chosen)} of the sentences can stand alone, and a Quick Take needs {spec.at_least}."
            )
        bullets = tuple(DraftBullet(pick.text, pick.ids) for pick in chosen)
        return Draft(bullets, self.name, self.version)


def _length(story: list[Sentence]) -> int:
    return FEWEST + bisect_right(LENGTHS, sum(count_words(one.text) for one in story))


def _read(doc: SourceDoc, story: list[Sentence], *, broad: bool) -> _Reading:
    terms = [centrality.terms_of(without_dateline(one.text)) for one in story]
    rarity = centrality.rarity_of(terms)
    weights = [centrality.weigh(found, rarity) for found in terms]
    centre = centrality.centre_of(weights)
    headline, standfirst = centrality.terms_of(doc.headline), centrality.terms_of(doc.standfirst)
    return _Reading(
        terms=terms,
        rarity=rarity,
        weights=weights,
        importance=centrality.importance_of([headline, *terms], [one.text for one in story], broad=broad),
        headline=headline,
        standfirst=standfirst,
        about=centrality.weigh([*headline, *standfirst], rarity),
        centre=centre,
        peak=max((centrality.likeness(own, centre) for own in weights), default=0.0) or 1.0,
    )


def _candidates(
    story: list[Sentence], reading: _Reading, spec: BulletSpec, accepts: Callable[[str], bool]
) -> Iterator[Candidate]:
    place = 0
    for index, sentence in enumerate(story):
        here = place
        place += count_words(sentence.text) >= _FEWEST_WORDS_OF_A_PLACE
        text = _as_bullet(sentence.text, spec.quoted_words, accepts)
        if text is None:
            continue
        told = centrality.terms_of(text)
        if centrality.overlap(told, reading.headline) >= ALIKE:
            continue
        own = reading.weights[index]
        worth = _CENTRAL * centrality.likeness(own, reading.centre) / reading.peak
        worth += _HEADLINE * centrality.likeness(own, reading.about) + _style(text)
        worth -= _TOLD_ABOVE * (centrality.overlap(told, reading.standfirst) >= ALIKE)
        yield Candidate((sentence,), text, own, _reach(told, reading), worth, here)


def _reach(told: list[str], reading: _Reading) -> centrality.Weights:
    return {term: reading.importance[term] for term in told if term in reading.importance}


def _pairs(
    alone: list[Candidate], story: list[Sentence], reading: _Reading, most: int
) -> Iterator[Candidate]:
    """Candidates with the next sentence of their paragraph, where both fit: one short sentence is half a bullet."""
    at = {sentence.id: index for index, sentence in enumerate(story)}
    for one in alone:
        index = at[one.ids[0]]
        sentence, following = story[index], story[min(index + 1, len(story) - 1)]
        if following.id != sentence.id + 1 or following.block != sentence.block:
            continue
        text = f"{one.text} {following.text}"
        if count_words(text) > most or not _go_together(sentence, one.text, following.text):
            continue
        weights = centrality.weigh([*reading.terms[index], *reading.terms[index + 1]], reading.rarity)
        reach = _reach(centrality.terms_of(text), reading)
        yield Candidate((sentence, following), text, weights, reach, one.worth, one.place)


def _go_together(sentence: Sentence, first: str, second: str) -> bool:
    """Whether the second may follow as in the article, where “It” and “He” mean what the first names.

    After a cut it must stand alone, since it may speak of what is gone.
    """
    both = f"{first} {second}"
    if is_kicker(second) or not is_usable(second) or not stands_alone(both):
        return False
    if sentence.text.casefold().endswith(first.casefold()):
        return leans(first) or not leans(both)
    return stands_alone(second) and not leans(second) and not is_vague(second)


def _as_bullet(text: str, most: int, accepts: Callable[[str], bool]) -> str | None:
    """The sentence freed from dateline, “But” and “(pictured)”, in at most `most` words; None when it is no bullet."""
    freed = without_connective(without_asides(without_dateline(text)))
    fitting = shortened(freed, most) if is_usable(freed) else None
    return fitting if fitting is not None and accepts(fitting) else None


def _leans_a_little(text: str) -> bool:
    """The second choice, for articles that would go without: nobody is missing from the opening, much may be inside."""
    return (
        is_usable(text)
        and count_words(text) >= _FEWEST_WORDS_OF_A_PLACE
        and not points_back(text.lstrip("“\"'‘`"))
    )


def _style(text: str) -> float:
    """What speaks for and against a sentence whatever the article is about."""
    score = _FIGURE * bool(re.search(r"\d", text)) + _NAME * bool(re.search(r"[a-z,] [A-Z][a-z]", text))
    score -= _CARRYING_ON * carries_on(text) + _LEANING * leans(text) + _KICKER * is_kicker(text)
    return score - _QUOTING * (text[0] in "“\"‘'`") - _VAGUE * is_vague(text)
