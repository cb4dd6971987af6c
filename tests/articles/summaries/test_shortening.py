"""A long sentence loses what it can spare and nothing that it may not."""

import pytest

from articles.summaries.shortening import shortened
from articles.summaries.words import count_words

HEAD = "The council of Veldhaven voted by 31 to 12 on Tuesday to repair the old harbour bridge with stone"


def test_a_short_sentence_is_left_as_it_is() -> None:
    assert shortened(f"{HEAD}.", 32) == f"{HEAD}."


@pytest.mark.parametrize(
    "tail",
    [
        ", which stands beside the fish market and is the pride of its people",
        ", adding six years to a plan that began under another mayor",
        ", leaving the port without a road to the coast for the whole of the winter",
        ", the largest sum that it has ever spent on a road",
        ", after the rust of forty winters had eaten through its northern piers",
        ", with the first lorries due to cross it in the spring of next year",
        " — the third such vote in a single year and the first to pass",
        "; the port had asked for steel and for a new road beside it",
        ", and the port agreed to give the stone for it from its own quay",
        ", watched by the crews of the fish market and by a school class",
        ", five days after the port had warned that its northern piers would not last another winter",
    ],
)
def test_an_end_that_adds_to_the_news_is_dropped(tail: str) -> None:
    assert shortened(f"{HEAD}{tail}.", 20) == f"{HEAD}."


@pytest.mark.parametrize(
    "tail",
    [
        ", which the mayor said was too dear for the city and its people",
        ", which was not what the port had wanted from the city at all",
        ", which opens only if the port finds the money for the work in time",
        ", which is old, and will be paid for by the port and by the city",
        ", denying that the port had offered to build a better one for less",
        ", citing a report by the port that nobody else has seen so far",
        ", although the port had offered to build a better one for less",
        ", if the port finds the money for the work in time for the winter",
        ", but the port has the last word and wants a new one of steel",
        ", a road, a quay and the northern wall of the fish market too",
        ", saying that the “rust of forty winters, the shame of the town",
    ],
)
def test_no_end_is_dropped_that_may_matter(tail: str) -> None:
    assert shortened(f"{HEAD}{tail}.", 20) is None


@pytest.mark.parametrize(
    ("long", "short"),
    [
        (
            "Ada Brandt, who has led the port since the spring of last year, told the council on Tuesday that the harbour bridge would cost six million crowns.",
            "Ada Brandt told the council on Tuesday that the harbour bridge would cost six million crowns.",
        ),
        (
            "Ada Brandt, the director of the port of Veldhaven, told the council on Tuesday that the harbour bridge would cost six million crowns.",
            "Ada Brandt told the council on Tuesday that the harbour bridge would cost six million crowns.",
        ),
        (
            "The harbour bridge (built in 1936 from the timbers of a wreck) will be closed to lorries from Monday until the end of the year.",
            "The harbour bridge will be closed to lorries from Monday until the end of the year.",
        ),
        (
            "Three towns - Selby, Harrow Sound and Pell Point with all their farms - will have no bridge to the coast before the end of the year.",
            "Three towns will have no bridge to the coast before the end of the year.",
        ),
        (
            "After a night of talks in the old hall beside the fish market, the council of Veldhaven agreed to repair the harbour bridge with stone.",
            "The council of Veldhaven agreed to repair the harbour bridge with stone.",
        ),
        (
            "The harbour bridge of Veldhaven was closed to lorries on Tuesday after two of its northern piers moved in the storm.",
            "The harbour bridge of Veldhaven was closed to lorries on Tuesday.",
        ),
    ],
)
def test_what_stands_between_or_before_is_dropped(long: str, short: str) -> None:
    assert shortened(long, 17) == short


def test_the_source_at_the_end_stays_whatever_is_cut_before_it() -> None:
    text = "The harbour bridge will be closed to lorries from Monday, cutting the port off from its road, police said."
    assert shortened(text, 14) == "The harbour bridge will be closed to lorries from Monday, police said."
    told = f"{HEAD}, police in the harbour town of Veldhaven said on Tuesday night."
    assert shortened(told, 20) is None


@pytest.mark.parametrize(
    "text",
    [
        "The council, which met on Tuesday in the old hall beside the river, which is cold and has no good chairs in it.",
        "A man from Harrow Sound held by the police after a fight on the old bridge in the night has died.",
        "The council did not close the bridge because two of its northern piers had moved in the storm of May.",
        "The council met a teacher, a priest from the old town of Selby, and the master of the harbour school.",
        "The bridge was closed two years after the storm of May had moved two of its old northern piers.",
        "In the old town of Selby, Harrow Sound and Pell Point, nobody had seen the boat or its crew.",
        "Jo Lind was elected, to the surprise of many, as head of the council that runs the old bridge.",
    ],
)
def test_a_cut_that_would_break_the_sentence_is_not_made(text: str) -> None:
    assert shortened(text, 12) is None


def test_a_quotation_is_never_cut_in_two() -> None:
    text = "“The bridge will be closed, leaving the port without a road, and nobody in the council seems to care at all,” said Ada Brandt."
    assert shortened(text, 18) is None


def test_two_cuts_are_made_when_one_is_too_little() -> None:
    text = (
        "Ada Brandt, the director of the port, said on Tuesday the harbour bridge would be closed to lorries for the whole"
        " of the winter, with the first of them due to cross it in spring."
    )
    left = shortened(text, 20)
    assert (
        left
        == "Ada Brandt said on Tuesday the harbour bridge would be closed to lorries for the whole of the winter."
    )
    assert count_words(left) <= 20


def test_of_two_cuts_the_one_that_keeps_names_apart_is_made() -> None:
    text = (
        "Ada Brandt, the transport minister of Tarsk, resigned on Wednesday from the cabinet, five days after the port had"
        " opened its books."
    )
    assert (
        shortened(text, 14)
        == "Ada Brandt, the transport minister of Tarsk, resigned on Wednesday from the cabinet."
    )
