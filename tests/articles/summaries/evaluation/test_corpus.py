"""Reading a set of articles."""

import json
from datetime import date

import pytest

from articles.summaries.evaluation.corpus import CorpusError, load, nearest, read_case

BODY = """\
The board bought a ferry on Tuesday. “It floats,” said Ada Lind.

## What it cost

It paid 4 million marks.

- First stop: Ellery
- Second stop: Hexby
"""


def case(**more):
    return read_case("ferry", {"headline": "Board buys ferry", "date": "2026-03-05", "body": BODY, **more})


def test_headings_are_in_the_text_and_never_cited():
    found = case()

    assert "What it cost" in found.doc.text
    assert [one.text for one in found.doc.sentences] == [
        "The board bought a ferry on Tuesday.",
        "“It floats,” said Ada Lind.",
        "It paid 4 million marks.",
        "First stop: Ellery",
        "Second stop: Hexby",
    ]
    assert "What it cost" not in found.blocks


def test_sentences_stand_where_their_offsets_say():
    found = case()

    assert all(found.doc.text[one.start : one.end] == one.text for one in found.doc.sentences)
    assert found.doc.dated == date(2026, 3, 5)


def test_evidence_is_found_by_its_first_words_whatever_the_quotation_marks():
    found = case(bullets=[{"text": "It floats.", "evidence": ["It floats,”", "It paid"]}])

    assert found.references[0].evidence == (2, 3)


def test_evidence_that_begins_no_sentence_is_refused():
    with pytest.raises(CorpusError, match="0 sentences begin with “She paid”"):
        case(bullets=[{"text": "It floats.", "evidence": ["She paid"]}])


def test_a_bullet_without_evidence_is_held_against_the_sentences_that_have_its_words():
    found = case(bullets=[{"text": "The ferry cost 4 million marks."}])

    assert found.references[0].evidence == (1, 3)


def test_a_bullet_that_shares_no_word_rests_on_nothing():
    assert nearest(case().doc.sentences, "Snow fell.") == ()


def test_an_unknown_kind_of_error_is_refused():
    with pytest.raises(CorpusError, match="“typo” is no kind of error"):
        case(wrong=[{"text": "It sank.", "evidence": ["It paid"], "kind": "typo"}])


def test_a_day_that_is_none_is_refused():
    with pytest.raises(CorpusError, match="is no date"):
        case(date="March")


def test_json_files_are_read_as_yaml_ones_are(tmp_path):
    (tmp_path / "a.json").write_text(
        json.dumps({"body": BODY, "bullets": [{"text": "The board bought a ferry."}]})
    )
    (tmp_path / "b.yaml").write_text("body: |\n  Rain fell. Wind blew.\n")

    assert [one.slug for one in load(tmp_path)] == ["a", "b"]
    assert load(tmp_path)[1].doc.dated is None


def test_two_files_of_one_name_are_refused(tmp_path):
    for name in ("a.json", "a.yaml"):
        (tmp_path / name).write_text('{"body": "Rain fell."}')

    with pytest.raises(CorpusError, match="one name"):
        load(tmp_path)


@pytest.mark.parametrize("text", ["{", "headline: none", "- a\n- b"])
def test_a_file_that_is_no_article_is_refused_by_name(tmp_path, text):
    (tmp_path / "broken.yaml").write_text(text)

    with pytest.raises(CorpusError, match=r"broken\.yaml"):
        load(tmp_path)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="no article"):
        load(tmp_path)
