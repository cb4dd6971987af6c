"""The notation of cues says what it promises."""

from importlib import import_module

import pytest

from articles.summaries.cues import Cue, cues, hints_of

LISTS = {"drop": "forget leave_out"}


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("^ <drop>! the", "leave, out the rest", True),
        ("^ <drop>! the", "so forget the rest", False),
        ("* <drop>! the", "now: forget the rest", True),
        ("* <drop>! the", "he may forget the rest", False),
        ("forget! ~2 rest", "forget all the rest", True),
        ("forget! ~2 rest", "forget all of the rest", False),
        ("forget! [all] rest", "forget rest", True),
        ("forget! :", "forget: it", True),
        ("forget! :", "forget it", False),
        ("forget! $", "never forget!", True),
        ("summar…! it", "summarise it", True),
        ("robot+!", "the robot", True),
        ("robot+!", "the robot makers", False),
    ],
)
def test_a_phrase_is_found_as_its_steps_say(phrase: str, text: str, found: bool) -> None:
    (cue,) = cues(phrase, LISTS)
    assert (cue.pattern.search(text) is not None) is found


def test_a_cue_is_looked_for_by_its_marked_words() -> None:
    (cue,) = cues("? please <drop>!", LISTS)
    assert cue.hints == hints_of(["forget", "leave"])
    assert cue.soft


@pytest.mark.parametrize("phrase", ["forget the rest", "fo…! the rest"])
def test_a_phrase_that_cannot_be_looked_for_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"mark|short"):
        cues(phrase, LISTS)


@pytest.mark.parametrize("name", ["english", "tongues"])
def test_every_shipped_cue_can_be_searched_for(name: str) -> None:
    module = import_module(f"articles.summaries.{name}")
    shipped = [cue for value in vars(module).values() for cue in _cues_in(value)]
    assert shipped
    assert all(cue.pattern.search("") is None for cue in shipped)


def _cues_in(value: object) -> list[Cue]:
    if isinstance(value, dict):
        return [cue for one in value.values() for cue in _cues_in(one)]
    return [cue for cue in value if isinstance(cue, Cue)] if isinstance(value, tuple) else []
