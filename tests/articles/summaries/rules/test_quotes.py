"""What stands between quotation marks was said so, word for word."""

import pytest

from articles.summaries.rules.quotes import Quotes
from tests.articles.summaries.rules.bench import DOC, ask, spans


@pytest.mark.parametrize(
    "said",
    [
        "We will wait another year",
        "We will not wait another single year",
        "We would not wait another year",
        "We will not another wait year",
        "big ships",
    ],
)
@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''"])
def test_a_word_changed_added_or_dropped_is_blocked(said: str, marks: str) -> None:
    text = f"She said {marks[0]}{said}{marks[1]} to all."
    assert spans(ask(Quotes, text, 4, 5), text) == [("quote", "block", f"{marks[0]}{said}{marks[1]}")]


def test_a_quotation_that_is_never_closed_is_held_to_the_word_too() -> None:
    text = "She said: “The ships are too small and the quay is too short."
    assert [one[:2] for one in spans(ask(Quotes, text, 5), text)] == [("quote", "block")]


@pytest.mark.parametrize(
    "text",
    [
        '"we will not wait another year," she said.',
        "“The ships are too big … the quay is too short,” she said.",
        "She said “we [the port] will not wait”.",
        "'The ships are too big,' she said.",
        "The ships' owners don't know ‘another year’.",
    ],
)
def test_the_same_words_in_other_dress_are_let_through(text: str) -> None:
    assert ask(Quotes, text, 4, 5) == []


def test_words_that_nobody_said_aloud_are_worth_a_look() -> None:
    text = "She “welcomed the vote” at once."
    assert spans(ask(Quotes, text, 2), text) == [("quote", "warn", "“welcomed the vote”")]
    assert ask(Quotes, "She gave it a “welcomed vote”.", 2)[0].severity == "block"
    assert ask(Quotes, "The ‘vote’ was welcomed.", 2) == []


def test_a_quotation_from_elsewhere_is_worth_a_look() -> None:
    text = "Its ships are “too big”."
    assert spans(ask(Quotes, text, 2), text) == [("quote", "warn", "“too big”")]


def test_no_sentence_of_the_article_accuses_itself() -> None:
    assert [ask(Quotes, one.text, one.id) for one in DOC.sentences] == [[] for _ in DOC.sentences]
