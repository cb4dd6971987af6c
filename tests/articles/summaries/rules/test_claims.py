"""What may be so is not told as so, and who says it stays who says it."""

import pytest

from articles.summaries.rules.claims import Claims
from articles.summaries.sentences import read
from tests.articles.summaries.rules.bench import DOC, ask, loud, spans


@pytest.mark.parametrize(
    ("text", "evidence", "wrong"),
    [
        ("Northline bribed two officials.", 10, "bribed"),
        ("Osei's office said he visits in May.", 7, "visits"),
    ],
)
def test_a_hedge_that_was_dropped_is_found(text: str, evidence: int, wrong: str) -> None:
    assert spans(ask(Claims, text, evidence), text) == [("hedge", "warn", wrong)]


def test_a_copied_sentence_without_its_hedge_is_found_whatever_else_it_hedges() -> None:
    text = "Osei's office said he visit in May, perhaps."
    assert spans(ask(Claims, text, 7), text) == [("hedge", "warn", "visit")]


@pytest.mark.parametrize("hedge", ["may", "is expected to", "wants to", "is likely to"])
def test_what_may_be_is_not_what_will_be(hedge: str) -> None:
    doc = read("Quay", "", [f"The board {hedge} close the old quay in spring, if money is found."])
    text = "The board will close the old quay in spring, if money is found."
    assert spans(ask(Claims, text, 1, doc=doc), text) == [("hedge", "warn", "will close")]
    assert loud(ask(Claims, "The board may close the old quay in spring.", 1, doc=doc)) == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Northline is said to have bribed two officials.", 10),
        ("Prosecutors accuse Northline of bribing two officials.", 10),
        ("Osei might visit in May.", 7),
        ("A visit by Osei in May is possible.", 7),
    ],
)
def test_another_hedge_is_let_through(text: str, evidence: int) -> None:
    assert loud(ask(Claims, text, evidence)) == []


def test_another_speaker_is_found() -> None:
    text = "O'Hara said the port will not wait."
    found = ask(Claims, text, 4)
    assert spans(found, text) == [("attribution", "warn", "O'Hara")]
    assert found[0].message == "‘O'Hara’ says it here, ‘Brandt’ in the sentence"
    assert ask(Claims, "Ada Brandt said the port will not wait.", 4) == []


def test_an_official_source_that_was_dropped_is_only_mentioned() -> None:
    text = "The harbour board voted by 31 to 12 to widen the canal."
    assert spans(ask(Claims, text, 1), text) == [("attribution", "info", text)]


def test_no_sentence_of_the_article_accuses_itself() -> None:
    assert [loud(ask(Claims, one.text, one.id)) for one in DOC.sentences] == [[] for _ in DOC.sentences]
