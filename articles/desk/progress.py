"""How far the machine has come with a Quick Take, shown live beside the text; it asks for nothing and drafts nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from articles.models.job import OPEN_STATES, JobState, SummaryJob
from articles.models.quicktake import QuickTake
from articles.models.revision import Revision
from articles.summaries.types import Step

_STEPS = {
    "": "The draft is waiting for the machine.",
    Step.READING.value: "The machine is reading the text.",
    Step.DRAFTING.value: "The machine is drafting.",
    Step.REPAIRING.value: "The machine is mending its draft.",
    Step.CHECKING.value: "The draft is being compared with the text.",
}
# The way of a draft as people see it; several steps of the machine are one of these.
_WAY = ("Queued", "Drafting", "Checking", "Ready")
_PLACES = {Step.READING.value: 1, Step.DRAFTING.value: 1, Step.REPAIRING.value: 1, Step.CHECKING.value: 2}


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop on the way of a draft: done, now, or to come."""

    label: str
    state: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the Quick Take has come: drafting, failed with a reason, or there."""

    drafting: bool
    failed: str
    step: str = ""
    place: int = 0

    @property
    def way(self) -> list[Stop]:
        """The stops, with where the draft is now."""
        states = ("done", "now", "next")
        return [
            Stop(label, states[(number >= self.place) + (number > self.place)])
            for number, label in enumerate(_WAY)
        ]

    @property
    def mark(self) -> str:
        """A short word by which the page asks whether anything is new."""
        return f"{self.place}{self.step}" if self.drafting else "over"


def progress_of(revision: Revision | None, quick_take: QuickTake | None, now: datetime) -> Progress:
    """Say what the newest job of the text on the screen is doing; an overdue one counts as failed."""
    if revision is None or quick_take is not None:
        return Progress(drafting=False, failed="")
    job = SummaryJob.objects.filter(revision=revision).order_by("-pk").first()
    if job is None:
        return Progress(drafting=False, failed="Nobody asked for one yet.")
    if job.state in OPEN_STATES:
        late = "" if job.deadline >= now else "The machine did not answer in time."
        running = job.state == JobState.RUNNING
        place = _PLACES.get(job.step, 1) if running else 0
        step = _STEPS.get(job.step, _STEPS[""]) if running else _STEPS[""]
        return Progress(drafting=not late, failed=late, step=step, place=place)
    unsaid = (
        "The machine could not draft one." if job.state == JobState.FAILED else "The text changed meanwhile."
    )
    return Progress(drafting=False, failed=job.reason or unsaid)
