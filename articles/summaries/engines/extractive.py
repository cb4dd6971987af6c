"""Drafts a Quick Take from the article's own sentences; invents no word and knows no other engine."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from articles.summaries.standalone import carries_on, leans, shortened, stands_alone
from articles.summaries.suitability import require_suitable
from articles.summaries.types import BulletSpec, Draft, DraftBullet, Sentence, SourceDoc, Unsuitable
from articles.summaries.words import count_words

Weights = dict[str, float]

WORDS_PER_BULLET: Final = 120
ZONES: Final = 3
ALIKE: Final = 0.6

# How much each sign counts was set by reading the drafts of some thirty articles, not by training.
_POSITION, _HEADLINE, _FIGURE, _NAME = 0.8, 0.35, 0.08, 0.05
_CARRYING_ON, _LEANING, _OPENS_WITH_QUOTE, _VAGUE_SUBJECT, _TOLD_ABOVE = 0.6, 0.4, 0.15, 0.1, 0.25
_RELEVANCE, _SAMENESS, _CROWDING = 0.7, 0.45, 0.28

_COMMON: Final = (
    "a about after again all also although always am an and any are as at away back be because been before being"
    " between both but by came can come could did do does down each even every few for from get go had has have"
    " he her here him his how i if in into is it its just last like made make many may me more most much must my"
    " new no not now of off on one only or other our out over own said same say says she should so some still such"
    " than that the their them then there these they this those through to too two under until up us very was we"
    " well were what when where which while who whom whose why will with would yet you your according told per"
)
_STOP_WORDS: Final = frozenset(_COMMON.split())
_VAGUE: Final = re.compile(
    r"(?:The|A|An) (?:move|decision|plan|scheme|change|changes|figure|figures|deal|idea|proposal|project|case|issue|work"
    r"|rest|whole|thing|point|problem|question|difference|effect|process|rule|rules|latest|new one|same)\b"
)
_TERM: Final = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may become a bullet, with what the choice needs to know of it."""

    sentence: Sentence
    text: str
    weights: Weights
    score: float
    zone: int


class ExtractiveEngine:
    """Picks central sentences that stand alone, spread over the article, in the order of the text.

    Lexical and deterministic: TF-IDF centrality, a prior for what comes early, and maximal marginal relevance
    (Carbonell and Goldstein, 1998) against repetition. 700 words take a few milliseconds.
    """

    name = "extractive"
    version = "1"

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        """The draft; raises `Unsuitable` when the article is no matter for it or too little of it stands alone."""
        require_suitable(doc)
        words = sum(count_words(sentence.text) for sentence in doc.sentences)
        wanted = max(spec.at_least, min(spec.at_most, round(words / WORDS_PER_BULLET)))
        chosen = _choose(_candidates(doc, spec), wanted)
        if len(chosen) < spec.at_least:
            raise Unsuitable(
                f"Only {len(chosen)} of the sentences can stand alone, and a Quick Take needs {spec.at_least}."
            )
        bullets = tuple(DraftBullet(pick.text, (pick.sentence.id,)) for pick in chosen)
        return Draft(bullets, self.name, self.version)


def _candidates(doc: SourceDoc, spec: BulletSpec) -> list[_Candidate]:
    terms = [_terms(sentence.text) for sentence in doc.sentences]
    rarity = _rarity(terms)
    weights = [_weigh(found, rarity) for found in terms]
    about = _weigh(_terms(f"{doc.headline} {doc.standfirst}"), rarity)
    centre = _centre(weights)
    peak = max((_likeness(own, centre) for own in weights), default=0.0) or 1.0
    headline, standfirst = _terms(doc.headline), _terms(doc.standfirst)
    found: list[_Candidate] = []
    for index, (sentence, own) in enumerate(zip(doc.sentences, weights, strict=True)):
        text = shortened(sentence.text, spec.max_words) if stands_alone(sentence.text) else None
        if text is None or _overlap(terms[index], headline) >= ALIKE:
            continue
        score = _likeness(own, centre) / peak + _HEADLINE * _likeness(own, about)
        score += _POSITION / (1 + 0.15 * index) + _style(text)
        score -= _TOLD_ABOVE * (_overlap(terms[index], standfirst) >= ALIKE)
        found.append(_Candidate(sentence, text, own, score, index * ZONES // len(doc.sentences)))
    return found


def _style(text: str) -> float:
    """What speaks for and against a sentence whatever the article is about."""
    score = _FIGURE * bool(re.search(r"\d", text)) + _NAME * bool(re.search(r"[a-z,] [A-Z][a-z]", text))
    score -= _CARRYING_ON * carries_on(text) + _LEANING * leans(text)
    score -= _OPENS_WITH_QUOTE * (text[0] in '“"‘')
    return score - _VAGUE_SUBJECT * bool(_VAGUE.match(text))


def _choose(candidates: Sequence[_Candidate], wanted: int) -> list[_Candidate]:
    """Greedy: the next pick is the most telling that repeats no earlier one and comes from a part less used."""
    chosen: list[_Candidate] = []
    left = list(candidates)
    while left and len(chosen) < wanted:
        best = max(left, key=lambda one: (_gain(one, chosen, wanted), -one.sentence.id))
        chosen.append(best)
        left = [one for one in left if one is not best and _likeness(one.weights, best.weights) < ALIKE]
    return sorted(chosen, key=lambda one: one.sentence.id)


def _gain(one: _Candidate, chosen: Sequence[_Candidate], wanted: int) -> float:
    sameness = max((_likeness(one.weights, other.weights) for other in chosen), default=0.0)
    crowd = sum(other.zone == one.zone for other in chosen)
    return _RELEVANCE * one.score - _SAMENESS * sameness - _CROWDING * crowd * ZONES / wanted


def _terms(text: str) -> list[str]:
    """The words that carry meaning, without their endings, in order."""
    words = (word.casefold().replace("’", "'").removesuffix("'s") for word in _TERM.findall(text))
    return [_stem(word) for word in words if word not in _STOP_WORDS]


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _rarity(terms: Iterable[Sequence[str]]) -> Weights:
    documents = [list(dict.fromkeys(found)) for found in terms]
    counts = Counter(term for found in documents for term in found)
    return {term: math.log((1 + len(documents)) / (1 + count)) + 1 for term, count in counts.items()}


def _weigh(terms: Sequence[str], rarity: Weights) -> Weights:
    """TF-IDF scaled to length one. Sums run in the order of the text, so that they are the same everywhere."""
    raw = {term: count * rarity.get(term, 0.0) for term, count in Counter(terms).items()}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {term: value / length for term, value in raw.items()} if length else {}


def _centre(weights: Iterable[Weights]) -> Weights:
    total: Weights = {}
    for own in weights:
        for term, value in own.items():
            total[term] = total.get(term, 0.0) + value
    length = math.sqrt(sum(value * value for value in total.values())) or 1.0
    return {term: value / length for term, value in total.items()}


def _likeness(one: Weights, other: Weights) -> float:
    return sum(value * other.get(term, 0.0) for term, value in one.items())


def _overlap(terms: Sequence[str], others: Sequence[str]) -> float:
    """The share of common words in all words of both: 1 says the same, 0 speaks of something else."""
    one, other = set(terms), set(others)
    return len(one & other) / len(one | other) if one | other else 0.0
