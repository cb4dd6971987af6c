"""Who says it, and how surely: hedges and sources that a bullet dropped or changed; the words quoted are quotes.py's."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from articles.summaries.rules.claim import Claim
from articles.summaries.rules.denials import denied
from articles.summaries.rules.mentions import Article, Mention, article, same_name
from articles.summaries.rules.reading import Word, content, read
from articles.summaries.rules.stems import stem
from articles.summaries.rules.synonyms import synonyms
from articles.summaries.types import Finding, Sentence, Severity, SourceDoc
from articles.summaries.words import listed


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, listed(words)))


_MODAL: Final = listed("may might could perhaps maybe possibly probably")
_ADVERBS: Final = listed("allegedly reportedly apparently supposedly purportedly possibly probably likely")
_UNSURE: Final = _stems(
    "likely unlikely possible apparently apparent appear seem reportedly supposedly purportedly presumably potential"
    " potentially suggest indicate estimate believe suspect fear think"
)
_CLAIMING: Final = _stems("claim allege allegedly accuse insist maintain contend purport suspect")
# With one of these the bullet leaves it open too, in whatever words.
_OPEN: Final = _MODAL | _UNSURE | _CLAIMING | _stems(
    "if unless whether unclear preliminary consider hope rumour rumor doubt chance risk threaten point sign hint about around"
    " some roughly nearly almost to can dispute deny trial charge accused plead prosecutor prosecution evidence question"
)  # fmt: skip
_AHEAD: Final = _stems(
    "expect plan propose intend aim schedule due set forecast predict project promise pledge ready consider want seek hope"
    " would should will shall towards proposal target next future bid could to"
)
_WISHING: Final = _stems("expect plan propose intend aim want hope seek wish consider mean due think believe")
_BETWEEN: Final = listed("not never also now then soon still even")
_SAYING: Final = _stems(
    "say tell add announce report state confirm warn admit acknowledge concede explain write testify argue insist claim"
    " allege deny accuse maintain contend suggest estimate believe think call describe complain urge promise expect reckon"
    " describe find show note hear reveal disclose hint predict forecast recommend advise"
    " criticise criticize dispute doubt hope fear quote cite statement opinion view"
    " study survey poll account testimony evidence figure source spokesman spokeswoman according"
)
_SPEECH: Final = _stems(
    "say tell add announce confirm warn admit explain argue insist claim allege deny write"
)
_OTHERS_REPORT: Final = _stems("report newspaper broadcaster agency magazine")
# What one side of a dispute says is no fact until the other side says so as well.
_PARTISAN: Final = _stems(
    "prosecutor prosecution defence defense lawyer attorney barrister solicitor plaintiff claimant defendant union opposition"
    " critic opponent rival campaigner activist protester lobby lobbyist accuser supporter backer"
)
_ROUND: Final = listed("about around some roughly nearly almost up over more than least")
_NOT_ENOUGH: Final = frozenset({"to", "some", "about"})
_WINNINGS: Final = listed(
    "life lives victory title gold silver bronze medal win place crown wicket wickets victim victims"
)
_NO_HEADS: Final = _stems("be have do say year day month week time last next people first")


class Claims:
    """Codes `hedge` and `attribution`."""

    def __init__(self, doc: SourceDoc) -> None:
        self.article = article(doc)

    def findings(self, claim: Claim) -> Iterator[Finding]:
        words = read(claim.text)
        said = {word.stem for word in words} | {word.key for word in words}
        hedged = _dropped_hedge(claim, words, said) or _made_certain(claim, words)
        if hedged is not None:
            yield hedged
        yield from self._changed_source(claim, words)
        if hedged is None and not said & (_SAYING | _CLAIMING):
            yield from _dropped_source(claim, words)

    def _changed_source(self, claim: Claim, words: Sequence[Word]) -> Iterator[Finding]:
        own = _speakers(claim.text, self.article)
        theirs = [
            (sentence, speaker)
            for sentence in claim.evidence
            for speaker in _speakers(sentence.text, self.article)
        ]
        for speaker in own:
            other = self._other_speaker(claim, speaker, theirs)
            if other is not None:
                start, end = words[speaker.first].start, words[speaker.last - 1].end
                message = f"‘{claim.text[start:end]}’ says it here, ‘{' '.join(other[1].parts).title()}’ in the sentence"
                yield claim.finding("attribution", Severity.WARN, message, start, end, other[0])

    def _other_speaker(
        self, claim: Claim, speaker: Mention, theirs: Sequence[tuple[Sentence, Mention]]
    ) -> tuple[Sentence, Mention] | None:
        """Who speaks in the evidence, when the bullet's speaker is not even named there."""
        named = [one for sentence in claim.evidence for one in self.article.named(sentence.text)]
        if not theirs or any(same_name(speaker.parts, one.parts) for one in named):
            return None
        return theirs[0]


def _speakers(text: str, about: Article) -> list[Mention]:
    """The names beside a verb of saying: “Brandt said”, “said Ada Brandt”, “according to Brandt”."""
    words = read(text)
    found: list[Mention] = []
    for mention in about.named(text):
        after = words[mention.last : mention.last + 1]
        before = words[max(0, mention.first - 2) : mention.first]
        speaks = bool(after) and after[0].stem in _SPEECH and not after[0].pause and after[0].key != "told"
        if speaks or (
            before and (before[-1].key in {"said", "says", "added"} or before[0].key == "according")
        ):
            found.append(mention)
    return found


def _dropped_hedge(claim: Claim, words: Sequence[Word], said: set[str]) -> Finding | None:
    """A thing that the evidence says may be so, and the bullet says is so."""
    cut = _cut_out(claim, words)
    if cut is not None or said & (_OPEN - _NOT_ENOUGH):
        return cut
    places = {word.stem: word for word in content(tuple(words))}
    for sentence in claim.evidence:
        other = read(sentence.text)
        below = denied(sentence.text)
        for at, word in enumerate(other):
            if at in below or not _is_hedge(other, at, said):
                continue
            heads = [one for one in other[at + 1 : at + 8] if one.is_content and one.stem not in _NO_HEADS][
                :4
            ]
            kept = [places[one.stem] for one in heads if one.stem in places]
            if heads and heads[0].stem in places and len(kept) >= 2:
                message = f"The sentence says ‘{word.text}’, the bullet says it for certain"
                return claim.finding("hedge", Severity.WARN, message, kept[0].start, kept[0].end, sentence)
    return None


def _cut_out(claim: Claim, words: Sequence[Word]) -> Finding | None:
    """A copied sentence without its “may” or “allegedly”: then no other hedge makes up for it."""
    pairs = {(one.stem, other.stem): other for one, other in pairwise(words)}
    for sentence in claim.evidence:
        for before, hedge, after in _threes(read(sentence.text)):
            is_bare = hedge.key in _MODAL and not hedge.capital
            if not is_bare and hedge.key not in _ADVERBS:
                continue
            here = pairs.get((before.stem, after.stem))
            tells = before.is_content or after.is_content
            if here is not None and tells and (before.stem, after.stem) not in _neighbours(sentence):
                message = f"The sentence says ‘{hedge.text}’, the bullet says it for certain"
                return claim.finding("hedge", Severity.WARN, message, here.start, here.end, sentence)
    return None


def _made_certain(claim: Claim, words: Sequence[Word]) -> Finding | None:
    """“Will close” for “may close”, “is expected to close” or “wants to close”, whatever else the bullet leaves open."""
    for at, word in enumerate(words):
        verb = _verb_after(words, at) if word.key == "will" else None
        if verb is None or _is_unsure(words[max(0, at - 3) : at]):
            continue
        wanted = (
            {verb.stem} if verb.stem in _NO_HEADS else synonyms().get(verb.stem, frozenset()) | {verb.stem}
        )
        for sentence in claim.evidence:
            hedge = _hedge_before(read(sentence.text), wanted, verb)
            if hedge is not None:
                message = f"The sentence says ‘{hedge.text}’, the bullet says it for certain"
                return claim.finding("hedge", Severity.WARN, message, word.start, verb.end, sentence)
    return None


def _verb_after(words: Sequence[Word], at: int) -> Word | None:
    """The verb that “will” or “may” goes with: “will probably not *close*”, “will *be* closed”."""
    ahead = [
        word for word in words[at + 1 : at + 4] if not word.key.endswith("ly") and word.key not in _BETWEEN
    ]
    return next((word for word in ahead if word.key != "be"), ahead[0]) if ahead else None


def _is_unsure(words: Sequence[Word]) -> bool:
    return any(word.key in _MODAL or word.stem in _UNSURE | _WISHING for word in words)


def _hedge_before(said: Sequence[Word], wanted: frozenset[str] | set[str], verb: Word) -> Word | None:
    """What makes each mention of the verb uncertain; none when one of them is certain."""
    found: Word | None = None
    for at, word in enumerate(said):
        if word.stem not in wanted:
            continue
        before = said[max(0, at - 5) : at]
        last = next((place for place in range(len(before) - 1, -1, -1) if before[place].pause), 0)
        hedges = [
            one
            for one, after in pairwise([*before[last:], word])
            if (one.key in _MODAL and not one.capital)
            or (one.stem in _WISHING | _UNSURE and after.key == "to")
        ]
        if not hedges or any(one.key == "will" for one in before):
            if word.stem == verb.stem:
                return None
            continue
        found = found or hedges[-1]
    return found


def _threes(words: Sequence[Word]) -> Iterator[tuple[Word, Word, Word]]:
    return zip(words, words[1:], words[2:], strict=False)


def _neighbours(sentence: Sentence) -> set[tuple[str, str]]:
    return {(one.stem, other.stem) for one, other in pairwise(read(sentence.text))}


def _left_open(words: Sequence[Word], at: int) -> list[Word]:
    """The first words of what the hedge leaves open: “alleged by a newspaper to have *underpaid a cleaner*”."""
    start = at + 1
    if start < len(words) and words[start].key == "by":
        start = next((to for to in range(start, min(start + 6, len(words))) if words[to].key == "to"), start)
    heads: list[Word] = []
    for word in words[start : start + 7]:
        if word.pause and heads:
            break
        if word.is_content and word.stem not in _NO_HEADS:
            heads.append(word)
    return heads[:4]


def _is_hedge(words: Sequence[Word], at: int, said: set[str]) -> bool:
    """Whether the word leaves open what follows. What lies ahead is open anyhow, so a bullet may say “will”."""
    word = words[at]
    after = words[at + 1].key if at + 1 < len(words) else ""
    if word.key in _MODAL:
        return not (word.capital and not word.opens)
    if word.stem == "expect" or word.stem in {"plan", "propos", "intend"}:
        return after == "to" and not said & _AHEAD
    if word.key in {"said", "thought", "understood", "rumoured", "reported"}:
        return after in {"to", "by"} and not said & _SAYING
    if word.stem == "estimat" and said & _ROUND:
        return False
    return (word.stem in _CLAIMING or word.stem in _UNSURE) and not said & _SAYING


def _dropped_source(claim: Claim, words: Sequence[Word]) -> Iterator[Finding]:
    """A bullet with no source at all for what the evidence only passes on."""
    own = {word.stem for word in words if word.is_content}
    for sentence in claim.evidence:
        said = read(sentence.text)
        shared = sum(word.stem in own for word in said if word.is_content)
        if shared * 2 < len(own) or shared < 3:
            continue
        for at, word in enumerate(said):
            severity = _passes_on(said, at)
            if severity is not None:
                message = f"The sentence has a source (‘{word.text}’), the bullet has none"
                yield claim.finding("attribution", severity, message, 0, len(claim.text), sentence)
                return


def _passes_on(words: Sequence[Word], at: int) -> Severity | None:
    """How much it matters that the word goes: a claim, or another paper's report, more than what officials said."""
    word = words[at]
    if word.stem == "claim" and {one.key for one in words[at + 1 : at + 4]} & _WINNINGS:
        return None
    if (word.stem in _CLAIMING and word.key not in {"suspect", "suspects"}) or (
        word.key in {"reported", "reports"} and _is_reported_by(words, at)
    ):
        return Severity.WARN
    if word.key not in {"said", "say", "says", "according", "told"}:
        return None
    beside = words[max(0, at - 4) : at + 6]
    return (
        Severity.WARN if any(one.stem in _PARTISAN and not one.capital for one in beside) else Severity.INFO
    )


def _is_reported_by(words: Sequence[Word], at: int) -> bool:
    """“as reported by”, “the Gazette reported”."""
    after = words[at + 1].key if at + 1 < len(words) else ""
    return after in {"by", "that"} or (at > 0 and words[at - 1].capital and not words[at].pause)
