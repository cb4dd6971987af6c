"""The facts of a bullet are marked by what the checks said, letter for letter."""

import pytest

from articles.desk.highlights import FOUND, LOOK, MISSING, Run, Span, pieces, runs, spans
from articles.summaries.grounding import RuleCheck
from articles.summaries.sentences import read
from articles.summaries.types import DraftBullet, Finding, Severity

BLOCKS = [
    "The council of Veldhaven voted by 31 to 12 on Tuesday to spend 6.5 million marks on the bridge.",
    "“We will not wait another year,” said Ragna Thorsen, who leads the works.",
    "Painters stay on the western tower until August.",
]
DOC = read("Bridge", "", BLOCKS)
REMARKED = "Veldhaven voted by 31 to 12."


def marked(text: str, *evidence: int) -> dict[str, str]:
    findings = RuleCheck().check(DOC, [DraftBullet(text, evidence)])
    return {run.text: run.tone for run in runs(text, spans(text, findings, DOC)) if run.tone}


def test_numbers_days_and_names_that_the_sentence_has_are_found():
    tones = marked("Veldhaven voted by 31 to 12 on Tuesday for the bridge.", 1)

    assert tones["Veldhaven"] == FOUND
    assert set(tones.values()) == {FOUND}
    assert any("31" in text for text in tones)
    assert any("Tuesday" in text for text in tones)


def test_a_number_that_the_text_does_not_have_is_missing():
    assert (
        marked("Veldhaven voted to spend 9 million marks on the bridge.", 1).get("9 million marks") == MISSING
    )


def test_a_name_from_nowhere_is_missing_and_the_rest_is_still_found():
    tones = marked("Hedda Lindqvist said works will not wait another year.", 2)

    assert tones["Hedda Lindqvist"] == MISSING
    assert tones["said"] == FOUND


def test_a_quotation_taken_word_for_word_is_found():
    tones = marked(BLOCKS[1], 2)

    assert tones["“We will not wait another year,”"] == FOUND
    assert tones["Ragna Thorsen"] == FOUND


def test_a_bullet_that_rests_on_nothing_has_nothing_found():
    assert marked("Veldhaven voted by 31 to 12 on Tuesday.") == {}


def test_what_a_remark_is_about_is_not_called_found():
    remark = Finding(0, "number", Severity.INFO, "‘31’ is in the article but not in these sentences", 19, 21)

    tones = {run.text: run.tone for run in runs(REMARKED, spans(REMARKED, [remark], DOC))}

    assert REMARKED[19:21] == "31"
    assert FOUND not in [tone for text, tone in tones.items() if "31" in text]
    assert tones["Veldhaven"] == FOUND


def test_where_two_spans_overlap_the_graver_is_drawn():
    assert runs("abcdef", [Span(0, 4, LOOK), Span(2, 6, MISSING), Span(0, 1, FOUND)]) == (
        Run(LOOK, "ab"),
        Run(MISSING, "cdef"),
    )


@pytest.mark.parametrize("text", ["", "x", "It cost 9 million marks, Hedda said on Tuesday."])
def test_no_letter_is_lost_or_doubled(text):
    findings = RuleCheck().check(DOC, [DraftBullet(text, (1,))])

    shown = pieces(text, "It cost 6.5 million marks on the bridge.", spans(text, findings, DOC))

    kept = [run.text for piece in shown if piece.change != "del" for run in piece.runs]
    assert "".join(kept).replace(" ", "") == text.replace(" ", "")


def test_an_edited_bullet_shows_what_came_and_went_with_its_facts():
    text = "It cost 9 million marks."
    findings = RuleCheck().check(DOC, [DraftBullet(text, (1,))])

    shown = pieces(text, "It cost much.", spans(text, findings, DOC))

    assert [piece.change for piece in shown] == ["same", "del", "ins"]
    assert Run(MISSING, "9 million marks") in shown[-1].runs
