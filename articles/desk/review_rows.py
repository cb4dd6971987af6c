"""What the review screen shows of a bullet, a job and the decision so far; it reads and decides nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles import documents
from articles.desk import compare
from articles.desk.review_forms import BulletForm
from articles.models.article import Article
from articles.models.job import OPEN_STATES, JobState, SummaryJob
from articles.models.quicktake import OPEN_VERDICTS, Bullet, Finding, Origin, QuickTake, Verdict
from articles.models.revision import Revision
from articles.summaries.addressing import is_addressed
from articles.summaries.screening import REASON, addressed_asides, screen
from articles.summaries.types import HEADLINE, STANDFIRST, Severity, SourceDoc, Step


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that a bullet rests on: its number is its anchor in the text."""

    number: int
    text: str


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
    pieces: tuple[compare.Piece, ...]
    evidence: list[Evidence]
    findings: list[Said]
    form: BulletForm | None


_TONES = {Severity.BLOCK.value: "stop", Severity.WARN.value: "look", Severity.INFO.value: "fine"}
_STATES = {
    Verdict.UNDECIDED: ("undecided", "Not decided"),
    Verdict.LOOK_AGAIN: ("again", "Look again: its evidence changed"),
    Verdict.REJECTED: ("rejected", "Rejected"),
    Verdict.ACCEPTED: ("accepted", "Accepted"),
}


def row_of(bullet: Bullet, sentences: dict[int, str], form: BulletForm | None) -> Row:
    """Put together what is shown of a bullet; its findings are fetched already."""
    state, word = _STATES[Verdict(bullet.verdict)]
    pieces: tuple[compare.Piece, ...] = ()
    if bullet.origin == Origin.EDITED:
        state = "edited" if bullet.verdict == Verdict.ACCEPTED else state
        word = "Accepted, edited" if bullet.verdict == Verdict.ACCEPTED else word
        pieces = compare.words(bullet.machine_text, bullet.text)
    if bullet.origin == Origin.NEWSROOM:
        word = f"Written by the newsroom, {word.lower()}"
    if bullet.verdict_by is not None and bullet.verdict not in OPEN_VERDICTS:
        word += f" by {bullet.verdict_by}"
    return Row(
        bullet=bullet,
        state=state,
        word=word,
        pieces=pieces,
        evidence=[
            Evidence(item["sentence"], sentences.get(item["sentence"], "")) for item in bullet.evidence
        ],
        findings=[_said(one) for one in bullet.findings.all()],
        form=form,
    )


def _said(finding: Finding) -> Said:
    if not finding.override_reason:
        return Said(_TONES.get(finding.severity, "look"), finding.message)
    return Said("look", finding.message, f"{finding.overridden_by}: {finding.override_reason}")


def bullets_of(quick_take: QuickTake | None) -> list[Bullet]:
    """The bullets in order, with findings and deciders, in two queries."""
    if quick_take is None:
        return []
    rows = quick_take.bullets.select_related("verdict_by").prefetch_related("findings__overridden_by")
    return list(rows.order_by("position", "pk"))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the Quick Take has come: drafting, failed with a reason, or there."""

    drafting: bool
    failed: str
    step: str = ""


_STEPS = {
    "": "The draft is waiting for the machine.",
    Step.READING.value: "The machine is reading the text.",
    Step.DRAFTING.value: "The machine is drafting.",
    Step.REPAIRING.value: "The machine is mending its draft.",
    Step.CHECKING.value: "The draft is being compared with the text.",
}


def progress_of(revision: Revision | None, quick_take: QuickTake | None, now: datetime) -> Progress:
    """Say what the newest job of the text on the screen is doing; an overdue one counts as failed."""
    if revision is None or quick_take is not None:
        return Progress(drafting=False, failed="")
    job = SummaryJob.objects.filter(revision=revision).order_by("-pk").first()
    if job is None:
        return Progress(drafting=False, failed="Nobody asked for one yet.")
    if job.state in OPEN_STATES:
        in_time = job.deadline >= now
        late = "" if in_time else "The machine did not answer in time."
        return Progress(drafting=in_time, failed=late, step=_STEPS.get(job.step, _STEPS[""]))
    unsaid = (
        "The machine could not draft one." if job.state == JobState.FAILED else "The text changed meanwhile."
    )
    return Progress(drafting=False, failed=job.reason or unsaid)


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


def decided(rows: list[Row]) -> str:
    """“2 of 5 decided”."""
    done = sum(row.bullet.verdict not in OPEN_VERDICTS for row in rows)
    return f"{done} of {len(rows)} decided"


def facts_of(article: Article, revision: Revision) -> dict[str, Any]:
    """What is under review besides the text: the byline, picture and sources as they would go out."""
    return {
        "names": ", ".join(row["name"] for row in revision.bylines),
        "sources": revision.sources,
        "direction": "rtl"
        if article.language.split("-")[0] in {"ar", "dv", "fa", "he", "ps", "ur", "yi"}
        else "ltr",
    }
