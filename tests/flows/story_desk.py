"""Does with real stories what people do on the desk, and writes what came of it into their ledgers.

A refusal in the desk's own words is an outcome like another; whatever else is raised is a failure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from articles import actions, tasks
from articles.models.article import Article
from articles.models.correction import CorrectionKind
from articles.models.job import SummaryJob
from articles.models.quicktake import OPEN_VERDICTS, Bullet, Origin, QuickTake, Verdict
from articles.models.taxonomy import Section
from newsroom.models.user import User
from newsroom.workflow import Stage
from tests.flows.story_ledger import Address, Ledger
from tests.flows.story_ledger import Text as Saved
from tests.flows.story_words import Words, coined, figure
from tests.flows.told_engine import ToldEngine, Work

REFUSED = (actions.TransitionBlocked, actions.SaveConflict, ValidationError, PermissionDenied)


@dataclass(slots=True)
class Story:
    """A story and the book that is kept of it."""

    key: int
    ledger: Ledger
    # Where the working copy stood at the last look: it only says which acts have a chance.
    stage: str = ""

    def article(self) -> Article:
        """Return the working copy as a page would load it."""
        return Article.objects.select_related("section", "kind", "head").get(pk=self.key)


@dataclass(frozen=True, slots=True)
class Screen:
    """What a reviewer has before them; ``bullets`` are the rows as they were when the page was opened."""

    story: Story
    text: Saved
    head: int
    bullets: tuple[Bullet, ...]

    def agreed(self) -> list[Bullet]:
        """Return the bullets that the reviewer would let stand, in order."""
        return [bullet for bullet in self.bullets if bullet.verdict != Verdict.REJECTED]


@dataclass(frozen=True, slots=True)
class Act:
    """Something that takes a person and a story, with all else that is ``given``, and what it makes so.

    One that is ``noted`` takes a public note as well.
    """

    act: Callable[..., object]
    effect: Callable[[Ledger], None]
    given: Mapping[str, Any] = field(default_factory=dict)
    noted: bool = False


def _changes_nothing(ledger: Ledger) -> None:
    """The effect of what readers see nothing of, or of a note on what they see already."""


_WHY = {"reason": "Somebody called the desk."}
ACTS: dict[str, Act] = {
    "return_to_writer": Act(actions.return_to_writer, Ledger.returned, _WHY),
    "publish": Act(actions.publish, Ledger.went_out),
    "publish_with_note": Act(actions.publish, Ledger.went_out, noted=True),
    "publish_alone": Act(actions.publish_alone, Ledger.went_out, _WHY),
    "publish_alone_with_note": Act(actions.publish_alone, Ledger.went_out, _WHY, noted=True),
    "update_now": Act(actions.update_now, Ledger.went_out, noted=True),
    "unschedule": Act(actions.unschedule, Ledger.unscheduled),
    "correct": Act(actions.correct, _changes_nothing, noted=True),
    "hide": Act(actions.hide_quick_take, Ledger.hid, _WHY),
    "show": Act(actions.show_quick_take, Ledger.showed),
    "withdraw": Act(actions.withdraw, Ledger.withdrawn, _WHY),
    "revive": Act(actions.revive, Ledger.revived),
    "spike": Act(actions.spike, _changes_nothing),
    "unspike": Act(actions.unspike, _changes_nothing),
    "request_summary": Act(actions.request_summary, _changes_nothing),
}


@dataclass(slots=True)
class Desk:
    """The people, the hour and the stories. ``typed`` takes the words of bullets that people wrote themselves."""

    people: Mapping[str, User]
    now: datetime
    stories: list[Story] = field(default_factory=list)
    typed: set[str] = field(default_factory=set)
    count: int = 1000
    done: int = 0
    refused: int = 0

    def tick(self, **delta: float) -> datetime:
        """Let time pass, a second without any delta, and what was scheduled come out."""
        self.now += timedelta(**(delta or {"seconds": 1}))
        for story in self.stories:
            story.ledger.reach(self.now)
        return self.now

    def tries(self, act: Callable[..., object], story: Story | None, by: str | None, **given: Any) -> bool:
        """Do something with a story and say whether it was done; nothing of a refused act is left."""
        self.tick()
        if story is not None:
            given["article"] = story.article()
        if by is not None:
            given["actor"] = self.people[by]
        try:
            with transaction.atomic():
                act(now=self.now, **given)
        except REFUSED:
            self.refused += 1
            return False
        self.done += 1
        return True

    def look(self) -> None:
        """See where the stories stand."""
        stages = dict(Article.objects.values_list("pk", "stage"))
        for story in self.stories:
            story.stage = stages[story.key]

    def changed(self, words: Words, part: str, at: int) -> Words:
        """Return the words with one part of them changed: what means something, or how it is written."""
        self.count += 1
        new = coined(self.count)
        other: dict[str, dict[str, Any]] = {
            "headline": {"headline": new},
            "standfirst": {"standfirst": new},
            "caption": {"caption": new},
            "name": {"name": new.title()},
            "number": {"number": figure(self.count)},
            "denial": {"denied": not words.denied},
            "comma": {"commas": words.commas ^ (1 + at % 2)},
            "spelling": {"misspelt": not words.misspelt},
            "space": {"space": at},
        }
        return words.but(**other[part])

    def saves(self, story: Story, by: str, words: Words, *, base: int | None = None) -> bool:
        """Save other words, as the change form does; ``base`` is the version that was opened."""

        def save(article: Article, actor: User, now: datetime) -> None:
            for name, value in words.fields.items():
                setattr(article, name, value)
            seen = article.version if base is None else base
            actions.save_revision(article=article, actor=actor, now=now, base=seen)

        head = story.article().head_id
        if not self.tries(save, story, by):
            return False
        if story.article().head_id != head:
            story.ledger.saved(words, by=by)
        else:
            assert words.body == story.ledger.head.words.body, "a change was lost"
        return True

    def moves(self, story: Story, by: str, address: Address) -> bool:
        """Give the story another section and slug."""

        def save(article: Article, actor: User, now: datetime) -> None:
            article.section, article.slug = Section.objects.get(slug=address[0]), address[1]
            actions.save_revision(article=article, actor=actor, now=now, base=article.version)

        moved = self.tries(save, story, by)
        if moved:
            story.ledger.moved(address)
        return moved

    def machine_works(self, story: Story, work: Work) -> None:
        """Let a worker take the jobs of the story."""
        ToldEngine.work = staticmethod(work)
        now = self.tick()
        for job in SummaryJob.objects.filter(article=story.key).claimable(now):
            tasks.draft(job_id=job.pk, clock=lambda: self.now)

    def opens(self, story: Story) -> Screen:
        """Open the review screen."""
        article = story.article()
        quick_take = QuickTake.objects.newest_of(article.head_id)
        bullets = quick_take.bullets.order_by("position", "pk") if quick_take else ()
        return Screen(story, story.ledger.head, article.head_id or 0, tuple(bullets))

    def decides(self, story: Story, by: str, choices: Sequence[str]) -> None:
        """Decide on the bullets one after the other: accept, reject, reword or leave each."""
        for bullet, choice in zip(self.opens(story).bullets, choices, strict=False):
            text = self._reworded(story, bullet) if choice == "reword" else None
            verdict = Verdict.REJECTED if choice == "reject" else Verdict.ACCEPTED
            if choice != "leave":
                self.tries(actions.decide_bullet, None, by, bullet=bullet, verdict=verdict, text=text)

    def _reworded(self, story: Story, bullet: Bullet) -> str:
        """Return other words for a bullet, of the same hand as before; the bullet's own when there are none."""
        for text in reversed(story.ledger.texts):
            for point in text.words.points:
                if bullet.origin == Origin.NEWSROOM and bullet.text in {point.own, point.own[:-1]}:
                    other = point.own if bullet.text != point.own else point.own[:-1]
                    self.typed.add(other)
                    return other
                if bullet.origin != Origin.NEWSROOM and bullet.text in {point.sentence, point.cut}:
                    return point.cut if bullet.text != point.cut else point.sentence
        return bullet.text

    def adds(self, story: Story, by: str, number: int) -> bool:
        """Add a bullet in own words on a sentence."""
        quick_take = QuickTake.objects.newest_of(story.article().head_id)
        if quick_take is None:
            return False
        points = story.ledger.head.words.points
        text = points[number % len(points)].own
        self.typed.add(text)
        evidence = [number % len(points) + 1]
        return self.tries(actions.add_bullet, None, by, quick_take=quick_take, text=text, evidence=evidence)

    def approves(self, screen: Screen, by: str) -> bool:
        """Press “approve both” on a screen that was opened now or a while ago, accepting what is open on it."""
        fresh = {bullet.pk: bullet.text for bullet in self.opens(screen.story).bullets}
        if any(fresh.get(bullet.pk, bullet.text) != bullet.text for bullet in screen.bullets):
            # The screen itself refuses bullets that were reworded meanwhile.
            return False

        def approve(article: Article, actor: User, now: datetime) -> None:
            for bullet in screen.bullets:
                row = Bullet.objects.get(pk=bullet.pk)
                verdict = Verdict.ACCEPTED if bullet.verdict in OPEN_VERDICTS else Verdict(bullet.verdict)
                actions.decide_bullet(bullet=row, actor=actor, now=now, verdict=verdict)
            keys = [bullet.pk for bullet in screen.bullets]
            actions.approve(article=article, actor=actor, now=now, seen=screen.head, bullets=keys)

        done = self.tries(approve, screen.story, by)
        if done:
            agreed = screen.agreed()
            points = screen.text.words.points
            numbers = {item["sentence"] for bullet in agreed for item in bullet.evidence}
            cited = frozenset(points[number - 1].sentence for number in numbers)
            bullets = tuple(bullet.text for bullet in agreed)
            screen.story.ledger.approved(screen.text, bullets, cited, by=by)
        return done

    def approves_text(self, screen: Screen, by: str) -> bool:
        """Press “approve text only”, or “confirm the text” on a live story; a box that lies there is refused."""
        story, before = screen.story, screen.story.article()
        box = before.stage != Stage.PUBLISHED and QuickTake.objects.newest_of(before.head_id) is not None
        done = self.tries(actions.approve_text, story, by, seen=screen.head)
        if done:
            story.ledger.approved(screen.text, None, frozenset(), by=by)
            if box:
                story.ledger.refused_box()
        return done

    def does(self, act: Act, story: Story, by: str) -> bool:
        """Do what changes what readers see, and write it into the book if it was done."""
        given = dict(act.given)
        if act.noted:
            given["note"] = actions.Note(CorrectionKind.CORRECTION, story.ledger.head.words.note)
        done = self.tries(act.act, story, by, **given)
        if done:
            act.effect(story.ledger)
        return done
