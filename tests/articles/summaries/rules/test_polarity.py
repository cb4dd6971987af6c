"""What was denied stays denied, and what rose did not fall."""

import pytest

from articles.summaries.rules.opposites import table
from articles.summaries.rules.polarity import Polarity
from articles.summaries.sentences import read
from tests.articles.summaries.rules.bench import DOC, ask, spans


@pytest.mark.parametrize(
    ("text", "evidence", "wrong"),
    [
        ("The board did not vote to widen the canal.", 1, "not"),
        ("Ada Brandt never welcomed the vote.", 2, "never"),
        ("Northline's shares didn't rise.", 9, "didn't"),
        ("The firm failed to bribe two officials.", 10, "failed"),
        ("The guards at the gate did not accept theirs.", 11, "not"),
        ("The director didn't hail the vote.", 2, "didn't"),
    ],
)
def test_a_denial_that_was_added_is_found(text: str, evidence: int, wrong: str) -> None:
    assert spans(ask(Polarity, text, evidence), text) == [("negation", "warn", wrong)]


@pytest.mark.parametrize(
    ("text", "evidence", "wrong"),
    [
        ("The port will wait another year.", 4, "wait"),
        ("Osei attended the meeting in Varnland.", 6, "attended"),
        ("“We will wait another year,” Brandt said.", 4, "wait"),
    ],
)
def test_a_denial_that_was_dropped_is_found(text: str, evidence: int, wrong: str) -> None:
    found = ask(Polarity, text, evidence)
    assert spans(found, text) == [("negation", "warn", wrong)]
    assert found[0].message == "The sentence says ‘not’, the bullet does not"
    assert found[0].sentence == evidence


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Osei failed to attend the meeting.", 6),
        ("Osei missed the meeting.", 6),
        ("The union did not accept the offer.", 11),
        ("The union rejected the offer.", 11),
        ("The port refuses to wait another year.", 4),
        ("No more than 12 voted otherwise.", 1),
    ],
)
def test_the_same_denial_in_other_words_is_let_through(text: str, evidence: int) -> None:
    assert ask(Polarity, text, evidence) == []


@pytest.mark.parametrize(
    ("text", "evidence", "wrong"),
    [
        ("Shares in Northline fell from 14 to 19 crowns.", 9, "fell"),
        ("Veldhaven lost to Norrby 3-2 in the final.", 8, "lost"),
        ("The ships are too small.", 5, "small"),
    ],
)
def test_a_word_turned_into_its_opposite_is_found(text: str, evidence: int, wrong: str) -> None:
    assert spans(ask(Polarity, text, evidence), text) == [("antonym", "warn", wrong)]


def test_a_denied_opposite_says_the_same() -> None:
    assert [one.code for one in ask(Polarity, "Shares in Northline did not fall from 14 crowns.", 9)] == []


def test_a_pair_may_be_seen_from_its_other_side() -> None:
    doc = read("Regatta", "", ["Ines O'Hara finished 71 seconds ahead of Lemma Adarro in the last race."])
    text = "Adarro finished 71 seconds behind in the last race."
    assert ask(Polarity, text, 1, doc=doc) == []
    assert [one.code for one in ask(Polarity, "O'Hara finished 71 seconds behind.", 1, doc=doc)] == [
        "antonym"
    ]


def test_the_table_of_opposites_goes_both_ways() -> None:
    pairs = {(one, other) for one, (against, _) in table().items() for other in against}
    assert len(pairs) >= 500
    assert all((other, one) in pairs for one, other in pairs)


def test_no_sentence_of_the_article_accuses_itself() -> None:
    assert [ask(Polarity, one.text, one.id) for one in DOC.sentences] == [[] for _ in DOC.sentences]
