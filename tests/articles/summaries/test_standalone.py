"""A bullet is read without the sentence before it, so it must name what it speaks of."""

import pytest

from articles.summaries.standalone import carries_on, is_usable, is_vague, leans, points_back, stands_alone

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
        ("In return they would give up two days.", True),
        ("The boats they built were sold in Selby.", False),
        ("The mayor, Runa Tolvik, said she had read the letter.", False),
    ],
)
def test_a_pronoun_without_its_person_is_noticed(text: str, leaning: bool) -> None:
    assert leans(text) is leaning


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("The company said the harbour bridge would cost six million crowns.", True),
        ("The 34-year-old told the court that he had never seen the boat.", True),
        ("The decision surprised nobody in the old town.", True),
        ("The company that built the harbour bridge has closed its yard.", False),
        ("The Veldhaven company said the bridge would cost six million crowns.", False),
        ("The government said the bridge would cost six million crowns.", False),
    ],
)
def test_a_subject_named_before_is_noticed(text: str, vague: bool) -> None:
    assert is_vague(text) is vague


@pytest.mark.parametrize(
    "text",
    [
        "`` We will not wait another year , '' said Ada Brandt of the port .",
        "'We won't wait another year for the players' said Ada Brandt, of the port.",
        "The mayor -LRB- above the law , he thinks -RRB- sold the bridge to the port .",
    ],
)
def test_typewritten_marks_are_read_as_quotations(text: str) -> None:
    assert is_usable(text)


@pytest.mark.parametrize(
    "text",
    [
        "`` We will not wait another year for the bridge , said Ada Brandt .",
        "'We will not wait another year for the bridge.",
        "We will not wait another year for the bridge,' said Ada Brandt.",
        "The mayor -LRB- in his second term sold the bridge to the port .",
    ],
)
def test_half_a_quotation_is_no_bullet(text: str) -> None:
    assert not is_usable(text)


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("The first flight of the Simurg was called off on Wednesday.", False),
        ("The second phase of a plan for the port begins in June.", False),
        ("The first was called off on Wednesday.", True),
        ("The second one of the two was sold to the port in June.", True),
        ("The third said that nobody had asked the port.", True),
    ],
)
def test_an_ordinal_points_back_unless_it_says_of_what(text: str, back: bool) -> None:
    assert points_back(text) is back
