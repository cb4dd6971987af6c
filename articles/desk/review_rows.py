"""What the review screen shows of a bullet and the decision so far; it reads and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from articles import documents
from articles.desk import compare, highlights
from articles.desk.review_forms import BulletForm
from articles.models.article import Article
from articles.models.quicktake import OPEN_VERDICTS, Bullet, Finding, Origin, QuickTake, Verdict
from articles.models.report import ReaderReport
from articles.models.revision import Revision
from articles.summaries.addressing import is_addressed
from articles.summaries.screening import REASON, addressed_asides, screen
from articles.summaries.types import HEADLINE, STANDFIRST, Severity, SourceDoc
from articles.wording import Told
from newsroom import languages


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sentences that a bullet rests on and that follow each other, between their neighbours; numbers are their anchors."""

    numbers: tuple[int, ...]
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in words; ``tone`` is the class that draws it."""

    tone: str
    text: str
    answered: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One bullet on the screen. ``state`` is the class of its rule and ``word`` the same thing in words."""

    bullet: Bullet
    state: str
    word: str
    pieces: tuple[highlights.Piece, ...]
    evidence: list[Evidence]
    findings: list[Said]
    form: BulletForm | None
    told: Told
    changed: tuple[compare.Piece, ...] = ()
    reports: tuple[ReaderReport, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it waits for a verdict."""
        return self.bullet.verdict in OPEN_VERDICTS

    @property
    def is_kept_back(self) -> bool:
        """Whether it was accepted and a check still keeps it from being approved."""
        kept = self.bullet.verdict == Verdict.ACCEPTED
        return kept and any(one.tone == "stop" for one in self.findings)

    @property
    def sentences(self) -> str:
        """The numbers of its sentences, for the script that marks them in the text."""
        return " ".join(str(number) for number in self.numbers)

    @property
    def numbers(self) -> list[int]:
        """The numbers of its sentences, in the order in which it names them."""
        return [item["sentence"] for item in self.bullet.evidence]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is asked once for all bullets of the screen: the text, what log and readers tell, the sentences that changed."""

    doc: SourceDoc
    told: dict[int, Told]
    changed: dict[int, tuple[compare.Piece, ...]]
    reports: Sequence[ReaderReport] = ()


_TONES = {Severity.BLOCK.value: "stop", Severity.WARN.value: "look", Severity.INFO.value: "fine"}
_STATES = {
    Verdict.UNDECIDED: ("undecided", "Not decided"),
    Verdict.LOOK_AGAIN: ("again", "Look again: its evidence changed"),
    Verdict.REJECTED: ("rejected", "Rejected"),
    Verdict.ACCEPTED: ("accepted", "Accepted"),
}


def row_of(bullet: Bullet, beside: Beside, form: BulletForm | None) -> Row:
    """Put together what is shown of a bullet; its findings are fetched already."""
    told = beside.told.get(bullet.pk, Told())
    found = list(bullet.findings.all())
    before = bullet.machine_text if bullet.origin == Origin.EDITED else ""
    marked = highlights.spans(bullet.text, found, beside.doc)
    edited = bullet.origin == Origin.EDITED and bullet.verdict == Verdict.ACCEPTED
    return Row(
        bullet=bullet,
        state="edited" if edited else _STATES[Verdict(bullet.verdict)][0],
        word=_word(bullet, told, edited=edited),
        pieces=highlights.pieces(bullet.text, before, marked),
        evidence=_evidence(bullet, beside.doc),
        findings=[_said(one) for one in found],
        form=form,
        told=told,
        changed=beside.changed.get(bullet.pk, ()),
        reports=tuple(one for one in beside.reports if one.bullet_text == bullet.text),
    )


def _word(bullet: Bullet, told: Told, *, edited: bool) -> str:
    word = "Accepted, edited" if edited else _STATES[Verdict(bullet.verdict)][1]
    if bullet.origin == Origin.NEWSROOM:
        whose = f"Written by {told.by}" if told.by else "Written by the newsroom"
        waits = "somebody else has to accept it"
        word = f"{whose}, {waits if bullet.verdict in OPEN_VERDICTS else word.lower()}"
    if bullet.verdict_by is not None and bullet.verdict not in OPEN_VERDICTS:
        word += f" by {bullet.verdict_by}"
    return f"{word}: {told.rejected_because}" if told.rejected_because else word


def _evidence(bullet: Bullet, doc: SourceDoc) -> list[Evidence]:
    places = {one.id: place for place, one in enumerate(doc.sentences)}
    cited = sorted(places[item["sentence"]] for item in bullet.evidence if item["sentence"] in places)
    runs: list[list[int]] = []
    for place in cited:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    found = []
    for run in runs:
        before, after = (
            doc.sentences[at].text if 0 <= at < len(doc.sentences) else "" for at in (run[0] - 1, run[-1] + 1)
        )
        said = [doc.sentences[at] for at in run]
        text = " ".join(one.text for one in said)
        found.append(Evidence(tuple(one.id for one in said), text, before, after))
    return found


def _said(finding: Finding) -> Said:
    if not finding.override_reason:
        return Said(_TONES.get(finding.severity, "look"), finding.message)
    return Said("look", finding.message, f"{finding.overridden_by}: {finding.override_reason}")


def bullets_of(quick_take: QuickTake | None) -> list[Bullet]:
    """The bullets in order, with findings and deciders, in three queries."""
    if quick_take is None:
        return []
    rows = quick_take.bullets.select_related("verdict_by").prefetch_related("findings__overridden_by")
    return list(rows.order_by("position", "pk"))


def changed_evidence(article: Article, bullets: Sequence[Bullet]) -> dict[int, tuple[compare.Piece, ...]]:
    """For each bullet to look at again: what its sentences said when it was decided, and what they say now."""
    again = [bullet for bullet in bullets if bullet.verdict == Verdict.LOOK_AGAIN]
    if not again or article.head is None:
        return {}
    earlier = Bullet.objects.filter(
        quick_take__revision__article=article, text__in=[bullet.text for bullet in again]
    ).exclude(quick_take=again[0].quick_take_id)
    twins = list(
        earlier.select_related("quick_take__revision")
        .only("text", "evidence", "quick_take__revision__text")
        .order_by("-quick_take_id", "-pk")
    )
    found = {}
    for bullet in again:
        now = [item["digest"] for item in bullet.evidence]
        twin = next(
            (one for one in twins if one.text == bullet.text and [i["digest"] for i in one.evidence] != now),
            None,
        )
        if twin is not None:
            before = _words_of(twin.evidence, twin.quick_take.revision.text)
            found[bullet.pk] = compare.words(before, _words_of(bullet.evidence, article.head.text))
    return found


def _words_of(evidence: list[dict[str, Any]], text: str) -> str:
    return " ".join(text[item["start"] : item["end"]] for item in evidence)


def making_of(quick_take: QuickTake | None) -> dict[str, str]:
    """Say who drafted, and who should have if somebody else stepped in."""
    if quick_take is None or not quick_take.making:
        return {}
    made = quick_take.making
    prompt = f"{made.get('prompt')} {made.get('prompt_version')}" if made.get("prompt") else ""
    return {
        "by": f"{quick_take.engine} {quick_take.engine_version}".strip(),
        "model": quick_take.model,
        "prompt": prompt,
        "instead_of": made.get("fallback_from", ""),
        "because": made.get("fallback_reason", ""),
    }


def withheld_of(revision: Revision | None) -> list[dict[str, Any]]:
    """Name the places of the text that no machine is shown, whether or not it drafted anything."""
    if revision is None:
        return []
    doc = documents.source_doc(revision)
    texts = {one.id: one.text for one in doc.sentences} | {HEADLINE: doc.headline, STANDFIRST: doc.standfirst}
    places = {HEADLINE: "the headline", STANDFIRST: "the standfirst"}
    held = [
        {
            "number": one.sentence,
            "place": places.get(one.sentence, f"sentence {one.sentence}"),
            "text": texts[one.sentence],
            "reason": one.reason,
        }
        for one in screen(doc)[1]
    ]
    return held + [
        {"number": 0, "place": place, "text": text, "reason": REASON}
        for place, text in _beside(revision, doc)
    ]


def _beside(revision: Revision, doc: SourceDoc) -> Iterator[tuple[str, str]]:
    """Yield what is said to machines where no engine reads: a reviewer must know that somebody tried."""
    for aside in addressed_asides(doc):
        yield "a heading, caption or table", aside.text
    covered = documents.beside_the_text(revision.canonical)
    for key, place in (
        ("captions", "the picture's caption"),
        ("alts", "an alt text"),
        ("sources", "a source"),
    ):
        for text in filter(is_addressed, covered.get(key, ())):
            yield place, text


def decided(rows: Sequence[Row]) -> str:
    """“2 of 5 decided”."""
    return f"{sum(not row.is_open for row in rows)} of {len(rows)} decided"


def facts_of(article: Article, revision: Revision) -> dict[str, Any]:
    """What is under review besides the text: the byline, picture and sources as they would go out."""
    return {
        "names": ", ".join(row["name"] for row in revision.bylines),
        "sources": revision.sources,
        "direction": languages.direction(article.language),
    }
