"""A number that is nowhere is blocked, one that is elsewhere is worth a look, and another way to say it is let through."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.summaries.rules.claim import Claim
from articles.summaries.rules.numbers import Numbers
from articles.summaries.sentences import read
from articles.summaries.types import Finding, Sentence, Severity, SourceDoc
from tests.articles.summaries.rules.bench import ask, loud

DOC = replace(
    read(
        "Ferry line loses a third of its crews",
        "The harbour at Lindmark lost 5,400 passengers in one week.",
        [
            "The Norby line carried 6,512,000 passengers last year, 480 of them on crutches.",
            "It paid £6.5m for two ferries, five tugs and seven pilots, and 12.4% of its crews left.",
            "Norby beat Ulvik 3-1 after 18 minutes at –7 degrees, and the board voted 31 to 12 against a strike.",
            "Ada Brandt, Ben Osei and Cleo Holm lead a fleet of 61 ships, and 20 of its 94 berths are shut.",
            "The first ferry ran in 1972 and the last in 1979, on a track of 9 miles and at 3 pm each day.",
            "About 40 per cent of the boats are old, one in five is empty, and dozens leak.",
        ],
    ),
    dated=date(2026, 3, 4),
)


def findings(text: str, *evidence: int, doc: SourceDoc = DOC) -> list[Finding]:
    chosen = tuple(sentence for sentence in doc.sentences if sentence.id in evidence)
    return list(Numbers(doc).findings(Claim(0, text, chosen)))


def verdicts(text: str, *evidence: int) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in findings(text, *evidence)]


def test_the_document_is_cut_into_six_sentences() -> None:
    assert [sentence.id for sentence in DOC.sentences] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("sentence", DOC.sentences, ids=lambda one: str(one.id))
def test_a_verbatim_sentence_raises_nothing(sentence) -> None:
    assert findings(sentence.text, sentence.id) == []


@pytest.mark.parametrize(
    ("text", "evidence", "wrong"),
    [
        ("481 of them came on crutches.", 1, "481"),
        ("The line paid £6.5bn for ferries.", 2, "£6.5bn"),
        ("The line paid $6.5m for ferries.", 2, "$6.5m"),
        ("It bought two ferries and fifteen tugs.", 2, "fifteen"),
        ("12.9% of its crews left.", 2, "12.9%"),
        ("Norby beat Ulvik 4-1.", 3, "4"),
        ("Norby won in 7 degrees.", 3, "7"),
        ("The board voted 32 to 12.", 3, "32"),
        ("Its fleet has 61% of the ships.", 4, "61%"),
        ("About 80 of the boats are old.", 6, "80"),
        ("Some 40 of them are old.", 6, "40"),
        ("One in six boats is empty.", 6, "One in six"),
        ("Two-thirds of the boats are old.", 6, "Two-thirds"),
        ("Thousands of boats leak.", 6, "Thousands"),
        ("The ferry leaves at 4 p.m. each day.", 5, "4 p.m."),
        ("More than 9,000,000 passengers came.", 1, "9,000,000"),
        ("About 6,512,300 passengers came.", 1, "6,512,300"),
    ],
)
def test_a_number_that_is_nowhere_is_blocked_where_it_stands(text: str, evidence: int, wrong: str) -> None:
    found = findings(text, evidence)
    assert [(one.code, one.severity) for one in found] == [("number", Severity.BLOCK)]
    assert text[found[0].start : found[0].end] == wrong
    assert found[0].message.startswith(f"‘{wrong}’ is not in the article")
    assert found[0].sentence == evidence


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("It spent 6.5 million pounds on two ferries.", 2),
        ("It spent £6,500,000 on a pair.", 2),
        ("The line carried about 6.5 million people.", 1),
        ("More than 6.5 million passengers came.", 1),
        ("Nearly 500 came on crutches.", 1),
        ("Fewer than 500 came on crutches.", 1),
        ("The board’s vote was 31-12.", 3),
        ("Norby won 3–1 in minus seven degrees.", 3),
        ("The ferry left at 15:00.", 5),
        ("The ferry left at 3pm.", 5),
        ("Two-fifths of the boats are old.", 6),
        ("20% are empty, as is a fifth.", 6),
        ("Some 40 percent are old.", 6),
        ("Nine miles of track.", 5),
        ("About a fifth of its 94 berths are shut.", 4),
        ("No one came first, and one was second.", 1),
    ],
)
def test_another_way_to_say_the_same_is_let_through(text: str, evidence: int) -> None:
    assert verdicts(text, evidence) == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The fleet has 61 ships.", 1),
        ("The harbour lost 5,400 passengers.", 3),
        ("A third of its crews left.", 2),
    ],
)
def test_a_number_from_elsewhere_in_the_article_is_worth_a_look(text: str, evidence: int) -> None:
    assert verdicts(text, evidence) == [("number-far", Severity.WARN)]


def test_a_number_that_counts_something_else_is_worth_a_look() -> None:
    found = findings("It bought five pilots.", 2)
    assert [(one.code, one.severity) for one in found] == [("number-far", Severity.WARN)]
    assert found[0].message == "These sentences say ‘seven’ of the pilots, not ‘five’"
    assert verdicts("The track has 9 weeks.", 5) == [("number-far", Severity.WARN)]


def test_rounding_without_a_word_for_it_is_worth_a_look() -> None:
    assert verdicts("The line carried 7 million passengers.", 1) == [("number", Severity.WARN)]
    assert verdicts("The line carried 6.5 million passengers.", 1) == [("number", Severity.INFO)]


def test_a_limit_on_the_wrong_side_is_worth_a_look() -> None:
    found = findings("More than 500 came on crutches.", 1)
    assert [(one.code, one.severity) for one in found] == [("number", Severity.WARN)]
    assert found[0].message == "‘480’ in these sentences lies on the other side of ‘500’"


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("All three lead the fleet.", 4),
        ("Some 74 berths are open.", 4),
        ("The ferry ran for seven years, the eighth boat being lost.", 5),
    ],
)
def test_what_may_have_been_worked_out_is_not_blocked(text: str, evidence: int) -> None:
    assert all(severity is not Severity.BLOCK for _, severity in verdicts(text, evidence)[:1])


def test_the_message_says_what_the_evidence_has() -> None:
    found = findings("About 90 per cent of the boats are old.", 6)
    assert found[0].message == "‘90 per cent’ is not in the article; these sentences say ‘40 per cent’"


def test_the_day_of_a_date_is_no_count_of_anything() -> None:
    doc = read("", "", ["The board met on 12 March.", "It met twice."])
    assert [one.code for one in findings("The board has 12 members.", 1, doc=doc)] == ["number"]
    assert findings("The board met on 14 March.", 1, doc=doc) == []


@given(st.sampled_from(DOC.sentences), st.integers(0, 5), st.integers(1, 3))
def test_a_sentence_with_a_clause_cut_out_is_never_blocked(
    sentence: Sentence, first: int, count: int
) -> None:
    clauses = sentence.text.split(", ")
    left = ", ".join(clauses[:first] + clauses[first + count :])
    assert all(one.severity is not Severity.BLOCK for one in findings(left, sentence.id))


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("The fault closed 14 of the 16 platforms.", "All but two of the 16 platforms were closed."),
        ("Trains run on Mondays, Wednesdays and Fridays.", "Trains run three nights a week."),
        ("She left in 1972 and returned in 1979.", "She left in 1972 and came back seven years later."),
        ("He is the third minister to leave.", "The cabinet has lost three ministers."),
        ("It was his third victory in the city.", "He won in the city for a third time."),
        ("It is the second failure in 18 months.", "It is the second failure in a year and a half."),
    ],
)
def test_a_number_that_was_plainly_worked_out_is_no_warning(said: str, text: str) -> None:
    doc = read("Head", "", [said])
    assert loud(ask(Numbers, text, 1, doc=doc)) == []
