"""A name that nobody in the article bears is blocked; one that stands elsewhere is pointed out."""

import pytest

from articles.summaries.rules.names import Names
from articles.summaries.types import Severity
from tests.articles.summaries.rules.bench import DOC, ask, spans


@pytest.mark.parametrize(
    ("text", "evidence", "wrong"),
    [
        ("Ada Lind welcomed the vote.", 2, "Lind"),
        ("Lindholm said the port will not wait.", 4, "Lindholm"),
        ("The vote was welcomed in Sankt Alarin.", 2, "Sankt Alarin"),
        ("Gustafsson beat Norrby 3-2 in the final.", 8, "Gustafsson"),
        ("Brandt thanked Mr Parliament.", 2, "Parliament"),
        ("Shares in Meadow Bank rose.", 9, "Meadow Bank"),
    ],
)
def test_a_name_from_nowhere_is_blocked(text: str, evidence: int, wrong: str) -> None:
    assert spans(ask(Names, text, evidence), text) == [("name", "block", wrong)]


@pytest.mark.parametrize("text", ["Ada Osei welcomed the vote.", "Ben Brandt welcomed the vote."])
def test_a_first_name_with_the_surname_of_another_is_blocked(text: str) -> None:
    assert [one[:2] for one in spans(ask(Names, text, 2), text)] == [("entity", "block")]


def test_a_name_from_far_away_is_worth_a_look() -> None:
    text = "Lindqvist did not attend the meeting."
    found = ask(Names, text, 6)
    assert spans(found, text) == [("entity", "warn", "Lindqvist")]
    assert found[0].message == "‘Lindqvist’ is in the article, but not in these sentences"
    assert found[0].sentence == 6


def test_another_office_before_a_name_is_worth_a_look() -> None:
    text = "President Osei did not attend."
    assert spans(ask(Names, text, 6), text) == [("entity", "warn", "Osei")]
    assert ask(Names, "The prime minister, Osei, did not attend.", 6) == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The NHB voted to widen the canal.", 1),
        ("The N.H.B. voted to widen the canal.", 1),
        ("Varnish dockers missed him.", 6),
        ("O’Hara was sent off.", 8),
        ("Ines Ohara was sent off.", 8),
        ("Van der Berg got the keys.", 12),
        ("The Brandts welcomed it.", 2),
        ("ADA BRANDT welcomed it.", 2),
        ("Canal To Be Widened After Vote In Veldhaven", 1),
        ("Hackers attacked Northline.", 9),
        ("Frontman Ada Brandt spoke.", 2),
        ("On Friday in March the MPs spoke on TV.", 2),
    ],
)
def test_another_way_to_write_a_name_is_let_through(text: str, evidence: int) -> None:
    assert ask(Names, text, evidence) == []


def test_a_bullet_may_name_whom_its_evidence_calls_he() -> None:
    assert ask(Names, "Ada Brandt has led the port since 1998.", 3) == []
    assert ask(Names, "Ben Osei could visit in May.", 7) == []


def test_no_sentence_of_the_article_accuses_itself() -> None:
    assert [ask(Names, one.text, one.id) for one in DOC.sentences] == [[] for _ in DOC.sentences]


@pytest.mark.parametrize("verb", ["was", "resigned", "won", "has", "will"])
def test_a_strange_name_that_opens_a_bullet_is_known_by_its_verb(verb: str) -> None:
    found = ask(Names, f"Zychlinska {verb} there as well.", 2)
    assert [(one.code, one.severity) for one in found] == [("name", Severity.BLOCK)]


def test_a_common_word_that_opens_a_bullet_is_no_name() -> None:
    assert ask(Names, "Unrest was feared.", 2) == []
