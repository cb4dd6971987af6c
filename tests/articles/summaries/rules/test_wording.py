"""A clause that nobody wrote is pointed out, a long copy is mentioned."""

import pytest

from articles.summaries.rules.wording import Wording
from tests.articles.summaries.rules.bench import DOC, ask, spans


def test_a_new_clause_behind_a_copied_one_is_found() -> None:
    text = "The union refused to accept the offer and plans a boycott of foreign ferries."
    assert spans(ask(Wording, text, 11), text) == [("new-word", "warn", "plans a boycott of foreign ferries")]


def test_a_last_clause_that_shares_nothing_is_found_in_a_reworded_bullet() -> None:
    text = (
        "The director of the port, Ada Brandt, hailed the vote of the board after gardeners planted tulips."
    )
    assert spans(ask(Wording, text, 2), text) == [("new-word", "warn", "gardeners planted tulips")]


def test_a_bullet_about_something_else_is_found() -> None:
    text = "Turbines hummed while gardeners planted tulips."
    assert [one[:2] for one in spans(ask(Wording, text, 2), text)] == [("new-word", "warn")]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The boss of the port hailed the ballot.", 2),
        ("Port director Ada Brandt praised the decision.", 2),
        ("Workers turned down the offer.", 11),
    ],
)
def test_other_words_for_the_same_are_let_through(text: str, evidence: int) -> None:
    assert ask(Wording, text, evidence) == []


def test_a_long_copy_with_a_change_is_mentioned() -> None:
    text = "A clerk, Jon Lindqvist, gave the keys to a sailor, Mads van der Berg, that night."
    found = ask(Wording, text, 12)
    assert [one[:2] for one in spans(found, text)] == [("copy", "info")]
    assert found[0].message == "14 words in a row are copied from the sentence"


def test_a_sentence_that_was_cut_is_no_copy() -> None:
    text = "A clerk, Jon Lindqvist, gave the keys to a sailor, Mads van der Berg."
    assert ask(Wording, text, 12) == []


def test_no_sentence_of_the_article_accuses_itself() -> None:
    assert [ask(Wording, one.text, one.id) for one in DOC.sentences] == [[] for _ in DOC.sentences]
