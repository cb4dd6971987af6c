"""Turns the plan of one story into dated acts, from the first save to where it ends; nothing happens here yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from articles import actions
from articles.actions import Note
from articles.demo import reviewing
from articles.demo.calendar import Calendar
from articles.models.article import Article
from articles.models.correction import CorrectionKind
from articles.models.kind import QuickTakeUse
from newsroom.models.user import User

Do = Callable[[Article, datetime], object]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happens to a story at a time; ``do`` None is its first save."""

    at: datetime
    story: str
    do: Do | None


class Plot:
    """The life of one story. ``day`` is its date in the files: when it went out, or the last that happened to it.

    A story that the plan has so many hours ``ago`` names no day, and is always of today.
    """

    def __init__(
        self,
        entry: Mapping[str, Any],
        *,
        day: str,
        quick_take: QuickTakeUse,
        people: Mapping[str, User],
        calendar: Calendar,
    ) -> None:
        self.entry = entry
        self.end = calendar.ago(entry["ago"]) if "ago" in entry else calendar.at(day)
        self.quick_take = quick_take
        self.people = people
        self.calendar = calendar

    def acts(self) -> list[Act]:
        """Return everything that happens to the story, in order."""
        ends: dict[str, Callable[[], Iterator[tuple[datetime, Do | None]]]] = {
            "draft": self._draft,
            "waiting": self._waiting,
            "returned": self._returned,
            "reviewed": self._reviewed,
            "scheduled": self._scheduled,
            "alone": self._alone,
            "live": self._live,
            "withdrawn": self._withdrawn,
        }
        return [Act(at, self.entry["story"], do) for at, do in ends[self.entry["end"]]()]

    def _before(self, **delta: float) -> datetime:
        return self.end - timedelta(**delta)

    def _who(self, part: str) -> User:
        return self.people[self.entry[part]]

    def _draft(self) -> Iterator[tuple[datetime, Do | None]]:
        if "known_to" not in self.entry:
            yield self.end, None
            return
        writer, named = self._who("writer"), [self.people[name] for name in self.entry["known_to"]]
        yield self._before(minutes=3), None
        yield (
            self.end,
            lambda story, now: actions.confide(
                article=story, actor=writer, now=now, confidential=True, people=named
            ),
        )

    def _waiting(self) -> Iterator[tuple[datetime, Do | None]]:
        yield self._before(hours=2), None
        yield from self._sent(self._before(seconds=20))

    def _sent(self, at: datetime) -> Iterator[tuple[datetime, Do | None]]:
        writer = self._who("writer")
        yield at, lambda story, now: actions.request_summary(article=story, actor=writer, now=now)
        yield at + timedelta(seconds=4), reviewing.draft

    def _returned(self) -> Iterator[tuple[datetime, Do | None]]:
        reviewer, reason = self._who("reviewer"), self.entry["reason"].strip()
        yield self._before(hours=3), None
        yield from self._sent(self._before(minutes=50))
        yield (
            self.end,
            lambda story, now: actions.return_to_writer(
                article=story, actor=reviewer, now=now, reason=reason
            ),
        )

    def _reviewed(self) -> Iterator[tuple[datetime, Do | None]]:
        yield self._before(hours=4), None
        yield from self._sent(self._before(minutes=55))
        yield from self._read()

    def _read(self) -> Iterator[tuple[datetime, Do | None]]:
        """Let the reviewer decide, and a second one where the kind wants two."""
        reviewer = self._who("reviewer")
        if self._shows_box():
            wishes = self.entry.get("bullets", {})
            yield (
                self._before(minutes=24),
                lambda story, now: reviewing.decide(story, reviewer=reviewer, now=now, wishes=wishes),
            )
        for part, minutes in (("reviewer", 12), ("second_reviewer", 5)):
            if part in self.entry:
                yield self._before(minutes=minutes), self._yes(self._who(part))

    def _yes(self, reviewer: User) -> Do:
        answer = reviewing.approve if self._shows_box() else reviewing.approve_text
        return lambda story, now: answer(story, reviewer=reviewer, now=now)

    def _shows_box(self) -> bool:
        return bool(self.entry.get("quick_take")) and self.quick_take != QuickTakeUse.NEVER

    def _scheduled(self) -> Iterator[tuple[datetime, Do | None]]:
        reviewer, at = self._who("reviewer"), self.calendar.tomorrow_at_six()
        yield from self._reviewed()
        yield self.end, lambda story, now: actions.schedule(article=story, actor=reviewer, now=now, at=at)

    def _alone(self) -> Iterator[tuple[datetime, Do | None]]:
        chief, reason = self._who("reviewer"), self.entry["reason"]
        yield self._before(minutes=11), None
        yield (
            self.end,
            lambda story, now: actions.publish_alone(article=story, actor=chief, now=now, reason=reason),
        )

    def _live(self) -> Iterator[tuple[datetime, Do | None]]:
        reviewer = self._who("reviewer")
        yield from self._reviewed()
        yield self.end, lambda story, now: actions.publish(article=story, actor=reviewer, now=now)
        if "correction" in self.entry:
            yield from self._corrected(self.entry["correction"])

    def _corrected(self, said: Mapping[str, str]) -> Iterator[tuple[datetime, Do | None]]:
        """Let the writer mend the text, and the editor read it again and put it out with its note."""
        writer, editor, at = self._who("writer"), self.people[said["by"]], self.calendar.at(said["at"])
        note = Note(CorrectionKind(said["kind"]), said["text"].strip())

        def mend(story: Article, now: datetime) -> None:
            story.body = story.body.replace(said["wrong"], said["right"])
            actions.save_revision(
                article=story, actor=writer, now=now, base=story.version, note="Number mended"
            )

        yield at - timedelta(minutes=20), mend
        yield from self._sent(at - timedelta(minutes=18))
        yield (
            at - timedelta(minutes=9),
            lambda story, now: reviewing.decide(story, reviewer=editor, now=now, wishes={}),
        )
        yield at - timedelta(minutes=3), lambda story, now: reviewing.approve(story, reviewer=editor, now=now)
        yield at, lambda story, now: actions.publish(article=story, actor=editor, now=now, note=note)

    def _withdrawn(self) -> Iterator[tuple[datetime, Do | None]]:
        chief, reason = self.people["cleo"], self.entry["reason"].strip()
        yield from self._live()
        yield (
            self.calendar.at(self.entry["at"]),
            lambda story, now: actions.withdraw(article=story, actor=chief, now=now, reason=reason),
        )
