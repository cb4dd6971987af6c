"""Sentences are cut where a reader would pause, and their offsets always cover the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.summaries.sentences import SPLITTER, read, split
from articles.summaries.words import collapse, count_words

PIECES = "The Dr. no. “Go!” end. ; : … ? ” ’ ( ) 1.5 é \u0301 A. — x,y Foo.Bar"


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Lind met Mr. J. R. Osei of No. 5 St. Mary St. at 5 p.m. on Friday.", "They agreed."],
        ["“We will not,” said Ada Brandt.", "“Not ever.”", "She left."],
        ["“Stop!” he cried."],
        ["It cost £1.5m.", "“Too much,” said Cllr. Holm of Nos. 3 and 4."],
        ["Rev. Lind spoke for 3.5 per cent of members, i.e. six people.", "Nobody else did."],
        ["He said: “We are late.", "We must go.”", "Then they left."],
        ["What now?", "(Nobody knew.)", "The U.S. Senate voted."],
        [
            "She rises at 6 a.m. on weekdays.",
            "The shop opens at 9 a.m.",
            "It fell 1.5 points.",
        ],
        ["(NW) -- The port of Harrow will close.", "SELBY, Orland (Northwire) -- The bridge is shut."],
        ["`` We will not go .", "We will stay . ''", "She left ."],
        ["By Jo Lind Last updated at 1:23 PM on 5th March 2012", "A man was found in Harrow Sound."],
        ["UPDATED: .", "07:01 GMT, 3 May 2013 .", "A man was found in Harrow Sound ."],
        ["It was 40 deg. C. on Friday at No. 3 Hill St. and at J. R. Holm Inc. of Selby.", "Nobody minded."],
    ],
)
def test_quotes_and_abbreviations_do_not_cut_a_sentence(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_a_very_long_sentence_is_cut_at_its_semicolons() -> None:
    clause = " ".join(["word"] * 25)
    parts = cut(f"First {clause}; second {clause}; third {clause}: fourth {clause}.")
    assert [count_words(part) for part in parts] == [52, 52]
    assert parts[0].endswith(";")


def test_a_very_long_sentence_is_cut_at_clauses_when_it_has_no_semicolon() -> None:
    clause = " ".join(["word"] * 25)
    assert len(cut(f"First {clause}, and second {clause}, but third {clause}.")) == 2
    assert len(cut(f"First {clause} -- second {clause} -- third {clause}.")) == 2


def test_a_very_long_sentence_is_not_cut_inside_its_quotation() -> None:
    clause = " ".join(["word"] * 25)
    parts = cut(f"First “{clause}; {clause},” said Ada Brandt; then {clause}.")
    assert [part.count("“") for part in parts] == [part.count("”") for part in parts]
    assert len(parts) == 2


def test_a_long_sentence_without_a_place_to_cut_stays_whole() -> None:
    text = " ".join(["word"] * 80) + "."
    assert cut(text) == [text]


def test_nothing_gives_no_sentence() -> None:
    assert split("") == []


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES.split()) | st.text(max_size=4)))
def test_sentences_cover_every_word_in_order(pieces: list[str]) -> None:
    text = collapse(" ".join(pieces))
    spans = split(text)
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    assert all(start < end for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_a_document_from_paragraphs_has_offsets_into_the_whole() -> None:
    doc = read(" Head ", "Stand", ["One. Two.", " ", "Three  is\nhere."], digest="d")
    assert (doc.headline, doc.text, doc.digest, doc.splitter) == (
        "Head",
        "One. Two. Three is here.",
        "d",
        SPLITTER,
    )
    assert [(s.id, s.block, doc.text[s.start : s.end]) for s in doc.sentences] == [
        (1, 0, "One."),
        (2, 0, "Two."),
        (3, 1, "Three is here."),
    ]
    assert doc.sentences[0].digest == read("", "", ["Zero. One."]).sentences[1].digest
    assert SPLITTER.startswith("syntok 1.")
