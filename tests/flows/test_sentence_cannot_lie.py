"""Random sequences of writing, reviewing and publishing: the sentence over a Quick Take never says what is not so.

The suite plays the same few dozen sequences for everyone. `SEQUENCES=10000` plays that many, `STEPS=8` so many steps of
each, `FIRST=7` begins with the seventh batch of ten, and `-o log_cli=true -o log_cli_level=INFO` tells how far it is. A
sequence that fails is made short, printed as calls and played first the next time. The last tests break the house on
purpose and see it found.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import hypothesis
import pytest
import time_machine
from hypothesis.stateful import run_state_machine_as_test

from articles import actions
from articles.actions.change import Change, measure
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from newsroom.models.image import Image
from tests.factories import stories
from tests.factories.people import picture
from tests.flows.story_desk import ACTS, Act, Desk, Story
from tests.flows.story_ledger import Ledger
from tests.flows.story_machine import StoryMachine, World
from tests.flows.story_readers import CLAIMS, Readers
from tests.flows.story_words import Words
from tests.flows.story_work import told, usual_way

pytestmark = pytest.mark.django_db

SEQUENCES = int(os.environ.get("SEQUENCES", "30"))
STEPS = int(os.environ.get("STEPS", "20" if "SEQUENCES" in os.environ else "15"))
FIRST = int(os.environ.get("FIRST", "0"))
# Of a larger batch most sequences are variations of earlier ones, and few go far.
BATCH = 10
PLACES = {"swimming hall": "ada", "reading room": "dora", "boat shed": "ada", "clock tower": "ben"}


@pytest.fixture
def desk(ada, ben, cleo, dora, clock) -> Desk:
    return Desk(people={"ada": ada, "ben": ben, "cleo": cleo, "dora": dora}, now=clock.now)


@pytest.fixture
def world(desk, settings, caplog) -> Iterator[World]:
    """A paper of four stories: a draft, one that waits with bullets, and two that are out with their boxes."""
    settings.SUMMARY_ENGINE = "tests.flows.told_engine.ToldEngine"
    for loud in ("django.request", "articles"):
        caplog.set_level(logging.CRITICAL, logger=loud)
    caplog.set_level(logging.INFO, logger="tests.flows.story_machine")
    hero = picture()
    _, room, shed, tower = [begin(desk, place, by=by, hero=hero) for place, by in PLACES.items()]
    stories.SectionFactory(name="Culture", slug="culture")
    desk.tries(actions.request_summary, room, "ada")
    desk.machine_works(room, told(desk, room, "quote", (1, 3, 5)))
    assert usual_way(desk, shed, ["ben"], (1, 2, 4, 6), out=True)
    assert usual_way(desk, tower, ["cleo"], (3, 4, 5), out=True)
    with time_machine.travel(desk.now, tick=False) as traveller:
        world = World(desk, Readers(), traveller.move_to)
        world.look(desk)
        world.readers.remember()
        yield world


def begin(desk: Desk, place: str, *, by: str, hero: Image) -> Story:
    """Put a first draft on the desk."""
    words, slug = Words.first(place, 10 * len(desk.stories)), place.replace(" ", "-")
    given = {"slug": slug, "hero": hero, "hero_alt": "A house by the water", **words.fields}
    article = stories.draft(by=desk.people[by], now=desk.now, **given)
    story = Story(article.pk, Ledger.begun(words, by=by, address=("city", slug)))
    desk.stories.append(story)
    return story


def test_no_random_sequence_makes_the_sentence_lie(world):
    chosen = hypothesis.settings(
        max_examples=BATCH,
        stateful_step_count=STEPS,
        deadline=None,
        derandomize=False,
        suppress_health_check=list(hypothesis.HealthCheck),
    )
    for number in range(FIRST, FIRST + SEQUENCES // BATCH):
        run_state_machine_as_test(hypothesis.seed(number)(lambda: StoryMachine(world)), settings=chosen)

    assert world.sequences >= SEQUENCES
    assert min(world.done, world.refused, world.judge.boxes) > SEQUENCES // 2, f"{world} lead nowhere"


def test_the_ledger_counts_sentences_as_the_desk_does(world):
    for story in world.desk.stories:
        stored = story.article().current.sentence_texts()
        assert stored == dict(enumerate(story.ledger.head.words.sentences, 1))


@pytest.fixture
def machine(world) -> Iterator[StoryMachine]:
    """A sequence that a test plays by hand."""
    machine = StoryMachine(world)
    machine.nothing_seen_is_not_so()
    yield machine
    machine.teardown()


def module(name: str) -> ModuleType:
    """Return a module of the actions; the package gives the function of that name."""
    return import_module(f"articles.actions.{name}")


def caught(machine: StoryMachine, *, saying: str) -> None:
    with pytest.raises(AssertionError, match=saying):
        machine.nothing_seen_is_not_so()


def test_an_approval_carried_over_another_number_is_found(machine, monkeypatch):
    def waves_through(**given):
        change = measure(**given)
        return Change([], change.against_head, change.diff)

    monkeypatch.setattr(module("save_revision"), "measure", waves_through)
    desk, tower = machine.desk, machine.desk.stories[3]
    assert desk.saves(tower, "ada", desk.changed(tower.ledger.head.words, "number", 1))
    assert desk.does(ACTS["publish_with_note"], tower, "cleo")

    caught(machine, saying="nobody approved these bullets for this text")


def test_a_hidden_box_that_comes_back_is_found(machine, monkeypatch):
    monkeypatch.setattr(module("versions"), "_hidden_since", lambda *of: None)
    desk, tower = machine.desk, machine.desk.stories[3]
    assert desk.does(ACTS["hide"], tower, "cleo")
    machine.nothing_seen_is_not_so()
    assert desk.saves(tower, "ada", desk.changed(tower.ledger.head.words, "space", 1))
    assert desk.does(ACTS["publish"], tower, "cleo")

    caught(machine, saying="hidden since")


def test_a_refused_text_that_goes_out_by_itself_is_found(machine, monkeypatch):
    monkeypatch.setattr(module("approve"), "take_off_schedule", lambda article, now: None)
    desk, hall = machine.desk, machine.desk.stories[0]
    assert usual_way(desk, hall, ["ben"], (1, 2, 3), out=False)
    at = desk.now.replace(hour=20)
    assert desk.does(Act(actions.schedule, lambda ledger: ledger.scheduled(at), {"at": at}), hall, "ben")
    assert desk.does(ACTS["return_to_writer"], hall, "ben")
    machine.nothing_seen_is_not_so()
    desk.tick(hours=12)

    caught(machine, saying="over a story that is not public")


def test_a_version_that_is_seen_before_its_hour_is_found(machine, monkeypatch):
    desk, tower = machine.desk, machine.desk.stories[3]
    assert desk.saves(tower, "ada", desk.changed(tower.ledger.head.words, "headline", 1))
    assert desk.approves_text(desk.opens(tower), "cleo")
    at = desk.now.replace(hour=20)
    act = Act(actions.schedule, lambda ledger: ledger.scheduled(at), {"at": at}, noted=True)
    assert desk.does(act, tower, "cleo")
    machine.nothing_seen_is_not_so()
    monkeypatch.setattr(PublishedVersionQuerySet, "live", lambda rows, now: rows.filter(public_until=None))
    assert desk.does(ACTS["correct"], machine.desk.stories[2], "ben")

    caught(machine, saying="shows what is not public")


def test_a_withdrawn_story_that_stays_is_found(machine, monkeypatch):
    monkeypatch.setattr(module("withdraw"), "close", lambda *of, **how: None)
    assert machine.desk.does(ACTS["withdraw"], machine.desk.stories[3], "cleo")

    caught(machine, saying="over a story that is not public")


def test_a_machine_that_passes_for_the_newsroom_is_found(machine, monkeypatch):
    monkeypatch.setattr(PublishedVersion, "sentence", CLAIMS[1])
    assert usual_way(machine.desk, machine.desk.stories[0], ["ben"], (1, 2, 3), out=True)

    caught(machine, saying="it should say")
