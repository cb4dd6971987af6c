"""Names and numbers that changed places are pointed out; another voice or another order is not."""

import pytest

from articles.summaries.rules.order import Order
from tests.articles.summaries.rules.bench import DOC, ask, spans


def test_two_names_that_changed_places_are_found() -> None:
    text = "Norrby beat Veldhaven 3-2 in the final."
    found = ask(Order, text, 8)
    assert spans(found, text) == [("entity", "warn", "Norrby"), ("entity", "warn", "Veldhaven")]
    assert found[0].message == "‘Norrby’ stands where the sentence has ‘Veldhaven’"


def test_two_numbers_that_changed_places_are_found() -> None:
    text = "Shares in Northline rose from 19 to 14 crowns."
    assert spans(ask(Order, text, 9), text) == [("number-far", "warn", "19"), ("number-far", "warn", "14")]


def test_a_name_of_the_article_in_the_place_of_another_is_found() -> None:
    text = "Jon Lindqvist, the director of the port, welcomed the vote."
    assert spans(ask(Order, text, 2), text) == [("entity", "warn", "Jon Lindqvist")]


def test_a_day_in_the_place_of_another_is_found() -> None:
    text = "The board voted on Saturday to widen the canal."
    assert spans(ask(Order, text, 1), text) == [("date", "warn", "Saturday")]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Norrby was beaten by Veldhaven in the final.", 8),
        ("Veldhaven's captain Ines O'Hara was sent off.", 2),
        ("Mads van der Berg got the keys from Jon Lindqvist.", 12),
        ("By 31 votes to 12 the board chose to widen the canal.", 1),
        ("To 19 crowns from 14 went the shares of Northline.", 9),
        ("Brandt, director of the port, welcomed the vote.", 2),
    ],
)
def test_a_sentence_told_another_way_is_let_through(text: str, evidence: int) -> None:
    assert ask(Order, text, evidence) == []


def test_no_sentence_of_the_article_accuses_itself() -> None:
    assert [ask(Order, one.text, one.id) for one in DOC.sentences] == [[] for _ in DOC.sentences]
