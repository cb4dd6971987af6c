"""Random sequences of what people do with stories; after every step readers look, and the ledgers say whether it is so.

It chooses and remembers nothing of its own: story_desk.py does, story_ledger.py knows, story_judge.py judges.
"""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from articles import actions, tasks
from articles.actions.recall import Scope
from articles.models.kind import Kind
from newsroom.workflow import EDITABLE_STAGES, WORKING_STAGES, Stage
from tests.flows.story_desk import ACTS, Act, Desk, Screen, Story
from tests.flows.story_judge import Judge
from tests.flows.story_readers import Book, Readers
from tests.flows.story_work import ORDERS, told, usual_way
from tests.flows.told_engine import ToldEngine

logger = logging.getLogger(__name__)
ASKING_STAGES = (Stage.AI_SUMMARY, Stage.PUBLISHED)

# Who may do a thing comes more often than who may not; the stranger in each list keeps the refusals in play.
WRITERS = st.sampled_from(["ada", "ada", "dora", "ben", "cleo"])
EDITORS = st.sampled_from(["ben", "cleo", "ben", "cleo", "ada"])
CHIEFS = st.sampled_from(["cleo", "cleo", "cleo", "ben"])
READERS = st.sampled_from([["ben"], ["cleo"], ["ben", "cleo"], ["cleo", "ben"]])
# Most of a sequence happens to one story.
WHICH = st.sampled_from([0, 0, 0, 1])
MEANING = st.sampled_from(["number", "name", "denial", "headline", "standfirst", "caption"])
LOOKS = st.sampled_from(["comma", "spelling", "space"])
SENTENCES = st.lists(st.integers(1, 11), min_size=3, max_size=6, unique=True)
CHOICES = st.lists(st.sampled_from(["accept", "accept", "reword", "reject", "leave"]), min_size=6, max_size=6)
OWN = st.lists(st.integers(0, 10), max_size=4, unique=True)
ADDRESSES = st.tuples(st.sampled_from(["city", "culture"]), st.sampled_from(["opening", "plain-hall"]))
HOURS = st.sampled_from([0.01, 0.5, 4.0, 30.0])


@dataclass(slots=True)
class World:
    """What every sequence begins with: the desk and its stories, readers who looked once, and the clock they go by."""

    desk: Desk
    readers: Readers
    move_to: Callable[[datetime], None]
    judge: Judge = field(default_factory=Judge)
    sequences: int = 0
    steps: int = 0
    done: int = 0
    refused: int = 0

    def __str__(self) -> str:
        acts = f"{self.done} acts done and {self.refused} refused"
        return f"{self.sequences} sequences, {self.steps} looks, {acts}, {self.judge.boxes} boxes came"

    def opened(self) -> Desk:
        """Return the desk as it was in the beginning, to be changed."""
        twin = copy.copy(self.desk)
        twin.done = twin.refused = 0
        twin.stories = [Story(story.key, copy.deepcopy(story.ledger)) for story in self.desk.stories]
        return twin

    def look(self, desk: Desk) -> None:
        """Let readers look everywhere at the desk's hour, and fail when what they see is not so."""
        self.move_to(desk.now)
        ledgers = [story.ledger for story in desk.stories]
        books = [
            Book(story.key, story.ledger.by, frozenset(story.ledger.addresses)) for story in desk.stories
        ]
        sights = self.readers.look(books, desk.now)
        self.judge.by_hand = desk.typed
        self.judge.judge(sights, ledgers)


Test = Callable[[Story], bool]


def at(*stages: Stage) -> Test:
    """Whether the working copy stands at one of these stages."""
    return lambda story: story.stage in stages


def is_live(story: Story) -> bool:
    return story.ledger.live is not None


def is_gone(story: Story) -> bool:
    return story.ledger.last is not None and story.ledger.live is None and story.ledger.upcoming is None


def can_go_out(story: Story) -> bool:
    """Whether it was reviewed, or is live and was to be put in another place since."""
    out = story.ledger.live
    moved = out is not None and out.address != story.ledger.address
    return story.stage == Stage.REVIEWED or (story.stage == Stage.PUBLISHED and moved)


def can_be_updated(story: Story) -> bool:
    return is_live(story) and at(*WORKING_STAGES)(story)


def has_box(story: Story) -> bool:
    return story.ledger.shown is not None


def has_hidden_box(story: Story) -> bool:
    return is_live(story) and not has_box(story) and bool(story.ledger.hidden)


def when(test: Test) -> Callable[[Any], Any]:
    """Play the rule only while there is a story that the act has a chance with."""
    return precondition(lambda machine: any(map(test, machine.focus)))


class StoryMachine(RuleBasedStateMachine):
    """One sequence, on one story or two of the paper; nothing of it is left afterwards."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.desk = world.opened()
        self.screens: list[Screen] = []
        self.recalls: list[datetime] = []
        self.focus: Sequence[Story] = self.desk.stories
        self._transaction = transaction.atomic()
        self._transaction.__enter__()
        world.readers.begin()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self._transaction.__exit__(None, None, None)
        world = self.world
        world.sequences += 1
        world.done, world.refused = world.done + self.desk.done, world.refused + self.desk.refused
        if world.sequences % 100 == 0:
            logger.info("%s", world)

    @invariant()
    def nothing_seen_is_not_so(self) -> None:
        self.world.steps += 1
        self.world.look(self.desk)
        self.desk.look()

    @initialize(first=st.integers(0, 3), second=st.integers(0, 3), readers=st.sampled_from([1, 1, 2]))
    def choose(self, first: int, second: int, readers: int) -> None:
        """Choose the stories, and how many people have to read them before they go out."""
        self.focus = [self.desk.stories[first], self.desk.stories[second]]
        Kind.objects.update(reviews=readers)

    def _one(self, which: int, test: Test) -> Story:
        ready = [story for story in self.focus if test(story)]
        return ready[which % len(ready)]

    def _edit(self, story: Story, by: str, part: str, place: int = 1) -> None:
        self.desk.saves(story, by, self.desk.changed(story.ledger.head.words, part, place))

    @when(at(*EDITABLE_STAGES))
    @rule(which=WHICH, by=WRITERS, part=MEANING)
    def change(self, which: int, by: str, part: str) -> None:
        """Change what the text means."""
        self._edit(self._one(which, at(*EDITABLE_STAGES)), by, part)

    @when(at(*EDITABLE_STAGES))
    @rule(which=WHICH, by=WRITERS, part=LOOKS, place=st.integers(1, 9))
    def mend(self, which: int, by: str, part: str, place: int) -> None:
        """Change how it is written."""
        self._edit(self._one(which, at(*EDITABLE_STAGES)), by, part, place)

    @rule(which=WHICH, by=WRITERS, back=st.integers(0, 3), behind=st.sampled_from([0, 0, 1]), to=ADDRESSES)
    def restore_or_move(self, which: int, by: str, back: int, behind: int, to: tuple[str, str]) -> None:
        """Save an earlier text or the same, perhaps from a form that was overtaken; or give the story another address."""
        story = self.focus[which]
        base = story.article().version - behind
        if back:
            self.desk.saves(story, by, story.ledger.texts[-back:][0].words, base=base)
        else:
            self.desk.moves(story, by, to)

    @when(at(Stage.DRAFT, *ASKING_STAGES))
    @rule(which=WHICH, by=READERS, numbers=SENTENCES, out=st.booleans())
    def go_the_usual_way(self, which: int, by: list[str], numbers: list[int], out: bool) -> None:
        """Send, draft, approve and perhaps publish."""
        story = self._one(which, at(Stage.DRAFT, *ASKING_STAGES))
        usual_way(self.desk, story, by, numbers, out=out)

    @when(at(Stage.REVIEWED, Stage.PUBLISHED))
    @rule(which=WHICH, by=EDITORS, part=LOOKS, place=st.integers(1, 9))
    def mend_and_publish(self, which: int, by: str, part: str, place: int) -> None:
        story = self._one(which, at(Stage.REVIEWED, Stage.PUBLISHED))
        self._edit(story, by, part, place)
        self.desk.does(ACTS["publish"], story, by)

    @when(at(Stage.DRAFT, *ASKING_STAGES))
    @rule(which=WHICH, by=WRITERS, order=st.sampled_from(ORDERS), numbers=SENTENCES)
    def have_it_drafted(self, which: int, by: str, order: str, numbers: list[int]) -> None:
        """Send it for review or ask once more; the machine does what is ordered, if it has a job."""
        story = self._one(which, at(Stage.DRAFT, *ASKING_STAGES))
        first = story.stage == Stage.DRAFT
        self.desk.tries(actions.request_summary if first else actions.retry_summary, story, by)
        self.desk.machine_works(story, told(self.desk, story, order, numbers))

    @when(at(*ASKING_STAGES))
    @rule(which=WHICH, by=EDITORS, choices=CHOICES, own=OWN, by_hand=st.sampled_from([False, False, True]))
    def decide_on_bullets(
        self, which: int, by: str, choices: list[str], own: list[int], by_hand: bool
    ) -> None:
        """Decide on those that are there, or begin anew by hand; and add some."""
        story = self._one(which, at(*ASKING_STAGES))
        if by_hand:
            self.desk.tries(actions.write_by_hand, story, by)
        else:
            self.desk.decides(story, by, choices)
        for number in own:
            self.desk.adds(story, by, number)

    @when(at(Stage.DRAFT, *ASKING_STAGES))
    @rule(
        which=WHICH, by=EDITORS, both=st.sampled_from([True, True, False]), old=st.sampled_from([0, 0, 1, 2])
    )
    def approve(self, which: int, by: str, both: bool, old: int) -> None:
        """Answer on the screen as it is now, or on one that was opened a while ago."""
        self.screens.append(self.desk.opens(self._one(which, at(Stage.DRAFT, *ASKING_STAGES))))
        screen = self.screens[-1 - old :][0]
        (self.desk.approves if both else self.desk.approves_text)(screen, by)

    @when(at(Stage.REVIEWED))
    @rule(which=WHICH, by=EDITORS, hours=HOURS, noted=st.booleans())
    def schedule(self, which: int, by: str, hours: float, noted: bool) -> None:
        story, out = self._one(which, at(Stage.REVIEWED)), self.desk.now + timedelta(hours=hours)
        act = Act(actions.schedule, lambda ledger: ledger.scheduled(out), {"at": out}, noted=noted)
        self.desk.does(act, story, by)

    @rule(hours=HOURS, settled=st.booleans())
    def let_time_pass(self, hours: float, settled: bool) -> None:
        self.desk.tick(hours=hours)
        if settled:
            self.desk.tries(tasks.sweep, None, None)

    @rule(which=WHICH, by=EDITORS, act=st.sampled_from(["correct", "unschedule", "spike", "unspike"]))
    def do_an_odd_job(self, which: int, by: str, act: str) -> None:
        self.desk.does(ACTS[act], self.focus[which], by)

    @rule(by=CHIEFS, back=st.sampled_from([0, 0, 1, 2]))
    def recall_or_restore(self, by: str, back: int) -> None:
        """Take off all that the machine made, or give back what an earlier recall took."""
        maker, ledgers = Scope(ToldEngine.name), [story.ledger for story in self.desk.stories]
        if back and self.recalls:
            moment = self.recalls[-back:][0]
            if self.desk.tries(actions.restore, None, by, scope=maker, recalled_at=moment):
                for ledger in ledgers:
                    ledger.restored(moment)
        elif self.desk.tries(actions.recall, None, by, scope=maker, reason="It makes figures up."):
            self.recalls.append(self.desk.now)
            for ledger in ledgers:
                ledger.recalled(self.desk.now, but=self.desk.typed)

    @rule(which=WHICH, by=st.sampled_from(["ada", "ben", "cleo", "dora"]), act=st.sampled_from(sorted(ACTS)))
    def try_whatever(self, which: int, by: str, act: str) -> None:
        self.desk.does(ACTS[act], self.focus[which], by)


def _plays(act: str, people: st.SearchStrategy[str], test: Test) -> Any:
    """Return the rule for an act that needs nothing but a person and a story."""

    def play(self: StoryMachine, which: int, by: str) -> None:
        self.desk.does(ACTS[act], self._one(which, test), by)

    play.__name__ = act
    return when(test)(rule(which=WHICH, by=people)(play))


for _act, _people, _test in (
    ("return_to_writer", EDITORS, at(Stage.AI_SUMMARY, Stage.REVIEWED)),
    ("publish", EDITORS, can_go_out),
    ("publish_with_note", EDITORS, can_go_out),
    ("publish_alone", CHIEFS, at(*WORKING_STAGES)),
    ("publish_alone_with_note", CHIEFS, at(*WORKING_STAGES)),
    ("update_now", EDITORS, can_be_updated),
    ("hide", CHIEFS, has_box),
    ("show", CHIEFS, has_hidden_box),
    ("withdraw", CHIEFS, is_live),
    ("revive", CHIEFS, is_gone),
):
    setattr(StoryMachine, _act, _plays(_act, _people, _test))
