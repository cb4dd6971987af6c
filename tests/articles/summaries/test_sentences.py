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
    ],
)
def test_quotes_and_abbreviations_do_not_cut_a_sentence(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_a_very_long_sentence_is_cut_at_its_semicolons() -> None:
    clause = " ".join(["word"] * 25)
    parts = cut(f"First {clause}; second {clause}; third {clause}: fourth {clause}.")
    assert [count_words(part) for part in parts] == [52, 52]
    assert parts[0].endswith(";")


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
