"""The rules find invented facts and never doubt a sentence that was taken word for word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.summaries.grounding import RuleCheck
from articles.summaries.sentences import read
from articles.summaries.types import DraftBullet, Finding, Severity

BLOCKS = [
    "The council of Veldhaven voted by 31 to 12 on Tuesday to spend £6.5m on the bridge.",
    "“We will not wait another year,” said Ada Brandt, the port’s director, who has led it since 1998.",
    "About six thousand lorries use the road, and 40 per cent of them come from O’Hara’s quarry at –3 degrees.",
    "Ben Osei did not answer; the ‘old guard’ wasn't there at 14:02, nor was it asked by Northline.",
]
DOC = read("Bridge", "", BLOCKS)


def findings(text: str, *evidence: int) -> list[Finding]:
    return list(RuleCheck().check(DOC, [DraftBullet(text, evidence)]))


def codes(text: str, *evidence: int) -> list[str]:
    return [finding.code for finding in findings(text, *evidence)]


@pytest.mark.parametrize("sentence", DOC.sentences, ids=lambda one: str(one.id))
def test_a_verbatim_sentence_raises_nothing(sentence) -> None:
    assert findings(sentence.text, sentence.id) == []


def test_sentences_taken_together_word_for_word_raise_nothing() -> None:
    first, second, *_ = DOC.sentences

    assert findings(f"{first.text} {second.text}", second.id, first.id) == []
    assert findings(f"{first.text} {second.text}", first.id) != []


SCRAPS = "“We ” ‘x’ \" ' O’Hara’s £6.5m 1,500 -3 40% two hundred not isn’t Ada Brandt: A-b … ’90s (No) one 5 million; é 10²"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS.split()) | st.text(max_size=5), min_size=1))
def test_no_sentence_whatever_accuses_itself(pieces: list[str]) -> None:
    doc = read("", "", [" ".join(pieces)])
    bullets = [DraftBullet(one.text, (one.id,)) for one in doc.sentences]
    assert RuleCheck().check(doc, bullets) == ()


@pytest.mark.parametrize(
    ("text", "evidence", "code", "wrong"),
    [
        ("The council voted by 31 to 13.", 1, "number", "13"),
        ("The city will spend £6.5bn.", 1, "number", "£6.5bn"),
        ("The city will spend $6.5m.", 1, "number", "$6.5m"),
        ("About 6,001 lorries use the road.", 3, "number", "6,001"),
        ("Some 40 of them come from the quarry.", 3, "number", "40"),
        ("The road has 3 degrees.", 3, "number", "3"),
        ("There are seven councillors.", 1, "number", "seven"),
        ("She said “we will wait”.", 2, "quote", "we will wait"),
        ("The ‘new guard’ was not there.", 4, "quote", "new guard"),
        ("Ada Lind spoke.", 2, "name", "Lind"),
        ("Lindqvist said the port will not wait.", 2, "name", "Lindqvist"),
    ],
)
def test_an_invented_fact_is_blocked_where_it_stands(text: str, evidence: int, code: str, wrong: str) -> None:
    found = [one for one in findings(text, evidence) if one.code == code]
    assert found, findings(text, evidence)
    first = found[0]
    assert first.severity is Severity.BLOCK
    assert f"‘{wrong}’" in first.message
    assert text[first.start : first.end].strip("“”‘’") == wrong


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("About 6,000 lorries use the road.", 3),
        ("6000 lorries use it, 40% of them from a quarry.", 3),
        ("The bridge gets £6.5 million.", 1),
        ("Plans for the bridge cost £6.5m.", 1),
        ("The council’s vote was 31 to 12.", 1),
        ("One director spoke: “We will not wait”, she said.", 2),
        ("Brandt, the director, has led the port since 1998 and will not wait.", 2),
        ("O'Hara sends 40 per cent.", 3),
    ],
)
def test_another_way_to_say_the_same_is_let_through(text: str, evidence: int) -> None:
    assert codes(text, evidence) == []


def test_a_denial_that_came_or_went_is_worth_a_look() -> None:
    came = findings("The council did not vote.", 1)
    assert [(one.code, one.severity, one.message) for one in came] == [
        ("negation", Severity.WARN, "‘not’ is in the bullet; these sentences do not deny it")
    ]
    for evidence in [(2,), (1, 2)]:
        went = findings("The port will wait another year.", *evidence)
        assert [(one.code, one.sentence) for one in went if one.severity is Severity.WARN] == [
            ("negation", 2)
        ]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The council voted by 31 to 12 to spend £6.5m on the bridge.", 1),
        ("The council of Veldhaven voted on Tuesday.", 1),
        ("“We will not wait another year,” said Ada Brandt, who has led it since 1998.", 2),
        ("Ben Osei did not answer; the ‘old guard’ wasn't there at 14:02.", 4),
    ],
)
def test_a_sentence_that_was_only_cut_raises_no_more_than_a_hint(text: str, evidence: int) -> None:
    assert [one for one in findings(text, evidence) if one.severity is not Severity.INFO] == []


def test_two_rules_that_point_at_one_word_speak_once() -> None:
    found = findings("The council of Veldhaven voted by 12 to 31 on Tuesday.", 1)
    places = [(one.code, one.start) for one in found]
    assert places
    assert len(places) == len(set(places))


def test_a_bullet_without_evidence_is_marked_and_not_judged() -> None:
    found = findings("Anna Berg spent 9,999 crowns.")
    assert [(one.code, one.severity) for one in found] == [("id", Severity.WARN)]
    assert codes("The council voted.", 1, 99) == ["id"]
    assert codes("The council voted.", 99) == ["id"]


def test_findings_name_the_bullet_they_are_about() -> None:
    bullets = [DraftBullet(BLOCKS[0], (1,)), DraftBullet("They paid 7 crowns.", (1,))]
    assert [one.bullet for one in RuleCheck().check(DOC, bullets)] == [1]
