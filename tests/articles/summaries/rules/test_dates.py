"""A day that is nowhere is blocked, whether the article says it as a weekday, a date or “yesterday”."""

from dataclasses import replace
from datetime import date

import pytest

from articles.summaries.rules.claim import Claim
from articles.summaries.rules.dates import Dates
from articles.summaries.sentences import read
from articles.summaries.types import Finding, Severity, SourceDoc

WEDNESDAY = date(2026, 3, 4)
DOC = replace(
    read(
        "Bridge opens",
        "",
        [
            "The council of Veldhaven voted on Tuesday to open the bridge on 18 March.",
            "It was begun in May 2019, during the 1990s’ longest debt, and priced in the autumn of 2021.",
            "Two years ago the council fell; last month it came back and on Friday it rested.",
            "Ada Brandt, in her fifties, has led it since 1998 and may march on.",
            "Yesterday’s vote was the last this year.",
        ],
    ),
    dated=WEDNESDAY,
)


def findings(text: str, *evidence: int, doc: SourceDoc = DOC) -> list[Finding]:
    chosen = tuple(sentence for sentence in doc.sentences if sentence.id in evidence)
    return list(Dates(doc).findings(Claim(0, text, chosen)))


def severities(text: str, *evidence: int, doc: SourceDoc = DOC) -> list[Severity]:
    found = findings(text, *evidence, doc=doc)
    assert {one.code for one in found} <= {"date"}
    return [one.severity for one in found]


@pytest.mark.parametrize("sentence", DOC.sentences, ids=lambda one: str(one.id))
def test_a_verbatim_sentence_raises_nothing(sentence) -> None:
    assert findings(sentence.text, sentence.id) == []


@pytest.mark.parametrize(
    ("text", "evidence", "wrong"),
    [
        ("The council voted on Monday.", 1, "Monday"),
        ("The bridge opens on 19 March.", 1, "19 March"),
        ("The bridge opens on 18 April.", 1, "18 April"),
        ("The bridge was begun in May 2018.", 2, "May 2018"),
        ("The bridge was begun in June.", 2, "June"),
        ("It was priced in the winter of 2021.", 2, "winter of 2021"),
        ("The council fell three years ago.", 3, "three years ago"),
        ("The council came back next month.", 3, "next month"),
        ("The council came back last year.", 3, "last year"),
        ("Brandt has led it since 1997.", 4, "1997"),
        ("Brandt is in her sixties.", 4, "sixties"),
        ("The vote was tomorrow.", 5, "tomorrow"),
        ("The longest debt of the 1980s.", 2, "1980s"),
    ],
)
def test_a_day_that_is_nowhere_is_blocked_where_it_stands(text: str, evidence: int, wrong: str) -> None:
    found = findings(text, evidence)
    assert [one.severity for one in found] == [Severity.BLOCK]
    assert text[found[0].start : found[0].end] == wrong
    assert found[0].message.startswith(f"‘{wrong}’ is not in the article")


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The council voted yesterday.", 1),
        ("The council voted on 3 March.", 1),
        ("The council voted on March 3rd, 2026.", 1),
        ("The council voted this week.", 1),
        ("The council voted on Tuesday, March 3.", 1),
        ("The vote was on Tuesday.", 5),
        ("The vote was the last of 2026.", 5),
        ("The bridge opens on 18/03/2026.", 1),
        ("The bridge opens this month.", 1),
        ("Work began in 2019.", 2),
        ("It was priced in autumn.", 2),
        ("The council fell in 2024 and came back in February.", 3),
        ("The leader since ’98.", 4),
    ],
)
def test_another_way_to_say_the_same_day_is_let_through(text: str, evidence: int) -> None:
    assert severities(text, evidence) == []


def test_a_day_from_elsewhere_that_the_sentences_contradict_is_worth_a_look() -> None:
    found = findings("The council voted on Friday.", 1)
    assert [one.severity for one in found] == [Severity.WARN]
    assert "these sentences say" not in found[0].message or "Tuesday" in found[0].message


def test_a_day_from_elsewhere_that_nothing_contradicts_is_only_noted() -> None:
    assert severities("Ada Brandt won on Tuesday.", 4) == [Severity.INFO]


def test_verbs_and_names_are_no_months() -> None:
    assert severities("The bridge may open. May Lind will march.", 1) == []


def test_without_a_day_of_writing_a_weekday_may_be_yesterday() -> None:
    doc = replace(DOC, dated=None)
    assert severities("The vote was on Monday.", 5, doc=doc) == [Severity.WARN]
    assert severities("The vote was on Monday.", 1, doc=doc) == [Severity.BLOCK]
    assert severities("The council fell in 2009.", 4, doc=doc) == [Severity.BLOCK]


def test_the_day_of_writing_is_no_invention() -> None:
    assert severities("Ada Brandt spoke on Wednesday.", 4) == [Severity.WARN]
    assert severities("Ada Brandt spoke on Sunday.", 4) == [Severity.BLOCK]
