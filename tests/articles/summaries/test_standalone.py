"""A bullet is read without the sentence before it, so it must name what it speaks of."""

import pytest

from articles.summaries.standalone import carries_on, leans, points_back, shortened, stands_alone

GOOD = [
    "The council of Veldhaven voted by 31 to 12 to repair the harbour bridge.",
    "“We will not wait another year for the money,” said Ada Brandt, the port’s director.",
    "Ada Brandt, who leads the port, said she would not wait for the money.",
    "Lorries may use the bridge again from Monday (cars could all along).",
    "Some 400 people in Harrow Sound signed the letter to the council.",
    "Itchen Line, a ferry company, ordered two boats for the winter.",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_sentence_that_names_everything_stands_alone(text: str) -> None:
    assert stands_alone(text)
    assert not carries_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "He told the council that the bridge would open again in May.",
        "This would cost the city more than six million crowns a year.",
        "“It was a mistake to close the harbour bridge,” said Ada Brandt of the port.",
        "Some were told to leave their houses by the river in the night.",
        "The latter is the cheaper of the two ways across the river.",
        "The vote was a mistake, she said, and would cost the city dear.",
        "“We will not wait another year for the money from the city.”",
        "“We will not wait another year for the money, said Ada Brandt.",
        "We asked the council of Veldhaven for the minutes of the meeting.",
        "Will the council of Veldhaven ever repair the harbour bridge?",
        "The city has three plans for the old harbour bridge:",
        "The bridge is open.",
        "Read more about the repair of the harbour bridge in our archive.",
        "Copyright 2026 The Veldhaven Courier, all words and pictures in this story.",
        "Contact the newsroom with what you know at tips@courier.example today.",
        "Photograph: the harbour bridge on Friday, seen from the fish market.",
    ],
)
def test_a_sentence_that_leans_on_another_does_not(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text", ["But the bridge stayed shut.", "That said, it opened.", "Meanwhile the port paid."]
)
def test_openings_that_carry_a_thought_on_are_known(text: str) -> None:
    assert carries_on(text) or points_back(text)


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("The last boat had been held for her on the mayor’s orders.", True),
        ("The mayor’s side turned that down on Friday.", True),
        ("Three of them stayed in the harbour.", True),
        ("The mayor, Runa Tolvik, said she had read the letter.", False),
    ],
)
def test_a_pronoun_without_its_person_is_noticed(text: str, leaning: bool) -> None:
    assert leans(text) is leaning


HEAD = "The council of Veldhaven voted by 31 to 12 on Tuesday to repair the old harbour bridge with stone"


def test_a_short_sentence_is_left_as_it_is() -> None:
    assert shortened(f"{HEAD}.", 32) == f"{HEAD}."


def test_a_last_clause_that_adds_colour_is_dropped() -> None:
    assert (
        shortened(f"{HEAD}, which stands beside the fish market and is the pride of its people.", 20)
        == f"{HEAD}."
    )


@pytest.mark.parametrize(
    "tail",
    [
        "which the mayor said was too dear for the city and its people",
        "which was not what the port had wanted from the city at all",
        "which will cost 6 million crowns more than the port wanted to give",
        "which opens only if the port finds the money for the work in time",
        "which is old, and will be paid for by the port and by the city",
        "who stands beside the fish market and is the pride of its people",
        "which residents call “the rust” when they think of the state of the thing",
    ],
)
def test_no_clause_is_dropped_that_may_matter(tail: str) -> None:
    assert shortened(f"{HEAD}, {tail}.", 20) is None


def test_a_cut_inside_another_clause_is_not_made() -> None:
    text = "The council, which met on Tuesday in the old hall beside the river, which is cold and has no good chairs in it."
    assert shortened(text, 15) is None
