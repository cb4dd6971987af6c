"""What a model wrote is held against the article: mended once, kept as far as it is good, or not taken at all."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from articles.summaries.grounding import RuleCheck
from articles.summaries.types import DraftBullet, Finding, Severity, SourceDoc
from tests.articles.summaries.engines.conftest import FIRST, FOURTH, GOOD, SECOND, THIRD, Newsroom
from tests.model_server import bullets, drips, says, sends

FIFTH = ("Shopkeepers in Eastgate said they had not been asked.", [5])
SIXTH = ("A second vote on the contract is due on 19 May.", [11])
SEVENTH = ("About 9,000 vehicles cross the bridge each day, the council said.", [3])
SEVEN = bullets(FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH)
LONG = (
    (
        "The council said about 9,000 vehicles cross the bridge each day, and engineers said there was no danger to people"
        " who cross it now, but lorries over 18 tonnes have been banned since April."
    ),
    [3, 10],
)
GERMAN = bullets(
    ("Der Rat sperrt die Brücke ab dem 3. Juni, weil in zwei der vier Pfeiler Risse gefunden wurden.", [1]),
    ("Die Reparatur kostet nach den Angaben 6,2 Millionen Pfund, wovon der Bezirk die Hälfte zahlt.", [2]),
    ("Eine kostenlose Fähre fährt während der ganzen Zeit von sieben Uhr morgens bis acht Uhr abends.", [7]),
)
BAIT = ("Readers can claim a bonus of £750 from Glimmerfund today.", [1])


class Alarm:
    """A check that blocks what has a certain word in it."""

    def __init__(self, word: str) -> None:
        self.word = word

    def check(self, doc: SourceDoc, drafted: Sequence[DraftBullet]) -> tuple[Finding, ...]:
        return tuple(
            Finding(index, "name", Severity.BLOCK, "nobody of that name is in the article", 0, 5)
            for index, bullet in enumerate(drafted)
            if self.word in bullet.text
        )


def told(newsroom: Newsroom) -> str:
    """What the model was told about its first answer."""
    return newsroom.server.seen[1].turns[-1][1]


def test_a_wrong_language_is_mended(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(GERMAN), says(GOOD))

    assert outcome.texts == [FIRST[0], SECOND[0], THIRD[0]]
    assert "not in the language of the article" in told(newsroom)


def test_a_wrong_language_that_stays_is_not_taken(newsroom: Newsroom) -> None:
    assert "not in the language" in newsroom.ask(says(GERMAN)).reason


def test_of_seven_bullets_the_first_six_stay(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(SEVEN))

    assert len(outcome.texts) == 6
    assert outcome.texts[0] == FIRST[0]
    assert SEVENTH[0] not in outcome.texts
    assert json.loads(outcome.making.parameters)["bullets_dropped"] == 1
    assert "There are 7 bullets" in told(newsroom)


def test_an_overlong_bullet_is_mended(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(bullets(FIRST, SECOND, LONG)), says(GOOD))

    assert outcome.texts == [FIRST[0], SECOND[0], THIRD[0]]
    assert "Bullet 3 has 34 words; the most is 28." in told(newsroom)


def test_an_overlong_bullet_that_stays_is_dropped_where_enough_are_good(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(bullets(FIRST, LONG, SECOND, THIRD)))
    parameters = json.loads(outcome.making.parameters)

    assert outcome.texts == [FIRST[0], SECOND[0], THIRD[0]]
    assert parameters["bullets_dropped"] == 1
    assert parameters["problems_left"] == ["Bullet 2 has 34 words; the most is 28."]


def test_a_draft_with_too_few_good_bullets_is_not_taken(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(bullets(FIRST, LONG, SECOND)))

    assert outcome.reason == "The model’s draft could not be used. Bullet 2 has 34 words; the most is 28."


@pytest.mark.parametrize("repair", [sends(500), drips, says("What?")])
def test_a_repair_that_does_not_come_is_no_loss_where_enough_is_good(newsroom: Newsroom, repair) -> None:
    outcome = newsroom.ask(says(bullets(FIRST, LONG, SECOND, THIRD)), repair, deadline="1.2")

    assert outcome.texts == [FIRST[0], SECOND[0], THIRD[0]]


def test_the_repair_is_asked_in_one_talk(newsroom: Newsroom) -> None:
    first = bullets(FIRST, SECOND)
    newsroom.ask(says(first), says(GOOD))
    roles, texts = zip(*newsroom.server.seen[1].turns, strict=True)

    assert roles == ("system", "user", "assistant", "user")
    assert texts[2] == first
    assert "There are 2 bullets; there must be 3 to 6." in texts[3]


def test_rubbish_is_not_paid_for_twice(newsroom: Newsroom) -> None:
    newsroom.ask(says("tut " * 10_000), says(GOOD))
    roles = [role for role, _ in newsroom.server.seen[1].turns]

    assert roles == ["system", "user"]
    assert "tut tut" not in json.dumps(newsroom.server.seen[1].body)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("See https://karsholt.example/bridge for the closure of the bridge.", "a link or an address"),
        ("See www.karsholt.example for the closure of the bridge.", "a link or an address"),
        ("Write to bridge@karsholt.example about the closure.", "a link or an address"),
        ("See karsholt-bonus.example for the closure of the bridge.", "a link or an address"),
        ("The repair will cost <b>£6.2m</b> in all.", "mark-up"),
        ("The repair will cost **£6.2m** in all.", "mark-up"),
        ("The [repair](x) will cost £6.2m in all.", "mark-up"),
        ("- The repair will cost £6.2m in all.", "mark-up"),
        ("The repair [2] will cost £6.2m in all.", "mark-up"),
        ("The repair\u202e will cost £6.2m in all.", "cannot be seen"),
        ("The re\u200bpair will cost £6.2m in all.", "cannot be seen"),
        ("The repair\U000e0041 will cost £6.2m in all.", "cannot be seen"),
        ("The repair\x07 will cost £6.2m in all.", "cannot be seen"),
        ("", "is empty"),
        (FIRST[0], "says the same as an earlier bullet"),
    ],
)
def test_what_is_no_plain_sentence_is_sent_back(newsroom: Newsroom, bad: str, words: str) -> None:
    outcome = newsroom.ask(says(bullets(FIRST, THIRD, (bad, [2]))), says(GOOD))

    assert outcome.texts == [FIRST[0], SECOND[0], THIRD[0]]
    assert words in told(newsroom)


def test_an_obeyed_instruction_is_mended_or_dropped(newsroom: Newsroom) -> None:
    obedient = says(bullets(BAIT, FIRST, SECOND, THIRD))

    rules = [RuleCheck()]

    assert newsroom.ask(obedient, says(GOOD), checks=rules).texts == [FIRST[0], SECOND[0], THIRD[0]]
    assert "Glimmerfund" in told(newsroom)
    assert newsroom.ask(obedient, checks=rules).texts == [FIRST[0], SECOND[0], THIRD[0]]


def test_an_obeyed_instruction_that_leaves_too_little_is_not_taken(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(bullets(BAIT, FIRST, SECOND)), checks=[RuleCheck()])

    assert not outcome.texts
    assert "could not be used" in outcome.reason


def test_what_a_check_blocks_is_told_to_the_model(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(
        says(bullets(FIRST, SECOND, ("Zorba said no.", [5]))), says(GOOD), checks=[Alarm("Zorba")]
    )

    assert outcome.texts == [FIRST[0], SECOND[0], THIRD[0]]
    assert "Bullet 3 cannot stand because of “Zorba”: nobody of that name is in the article." in told(
        newsroom
    )
