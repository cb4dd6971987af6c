"""An opening loses its dateline and its “But”, and nothing that the sentence is about."""

import pytest

from articles.summaries.openings import without_connective, without_dateline

NEWS = "The harbour bridge of Veldhaven is shut."


@pytest.mark.parametrize(
    "dateline",
    [
        "VARNHOLM, March 5 (Northwire) - ",
        "VARNHOLM, Nov. 3 (Northwire) — ",
        "(NWN) -- ",
        "(NWN)",
        "(NWN) ",
        "SELBY, Orland (Northwire) -- ",
        "PORT ELLERY (NWN) – ",
        "Port Ellery (NWN) -- ",
        "Port Ellery, Orland (NWN)",
        "Selby (NWN) ",
        "SELBY — ",
        "ST. ODO, Orland -- ",
        "-LRB- NWN -RRB- -- ",
        "SELBY , Orland -LRB- Northwire -RRB- -- ",
        "ÅLESTAD, 5 March (Northwire) - ",
        "(Northwire Sport) -- ",
    ],
)
def test_a_dateline_is_taken_off(dateline: str) -> None:
    assert without_dateline(dateline + NEWS) == NEWS


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "Lund (LND) said the bridge was shut.",
        "Bank of Selby (BOS) chairman Jo Lind resigned.",
        "BOS - the old bank of Selby - is shut.",
        "The PHS (Plant Health Service) shut the bridge.",
        "Selby — once a port — has no bridge.",
    ],
)
def test_what_only_looks_like_a_dateline_stays(text: str) -> None:
    assert without_dateline(text) == text


@pytest.mark.parametrize(
    "connective",
    [
        "But ",
        "And ",
        "However, ",
        "Meanwhile, ",
        "But, ",
        "In addition, ",
        "And, however, ",
        "Yet ",
        "However , ",
    ],
)
def test_a_connective_is_taken_off(connective: str) -> None:
    assert without_connective(connective + NEWS[0].lower() + NEWS[1:]) == NEWS


@pytest.mark.parametrize(
    "text",
    [
        "But for the storm, the bridge would be open.",
        "Andover has shut its bridge.",
        "However hard it tried, the council had no money.",
        "Still waters shut the bridge of Veldhaven.",
        "Yet to be repaired, the bridge is shut.",
    ],
)
def test_a_word_that_belongs_to_the_sentence_stays(text: str) -> None:
    assert without_connective(text) == text


def test_a_name_keeps_its_own_spelling() -> None:
    assert without_connective("But eDahl has shut its bridge.") == "eDahl has shut its bridge."
