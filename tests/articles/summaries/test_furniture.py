"""Captions, bylines, credits and invitations are known for what they are, and news is not taken for them."""

import pytest

from articles.summaries.furniture import is_furniture, is_kicker, without_asides


@pytest.mark.parametrize(
    "text",
    [
        "Pictured: the harbour bridge on Friday.",
        "Scroll down for video of the harbour bridge.",
        "Ada Brandt, left, and Jo Lind at the harbour bridge on Friday.",
        "The harbour bridge (right) and the fish market in the storm.",
        "Above: the harbour bridge on Friday.",
        "By . Jo Lind .",
        "By Jo Lind and Ada Brandt, harbour correspondent",
        "PUBLISHED: .",
        "Last updated at 1:23 PM on 5th March 2012",
        "07 : 01 , 3 .",
        "Read more about the harbour bridge in our archive.",
        "Sign up for our morning letter about the harbour.",
        "Jo Lind in Selby contributed to this report.",
        "Copyright 2026 The Veldhaven Courier.",
        "For confidential support, call the harbour line.",
        "Click here to see the harbour bridge in the storm.",
        "Have your say on the harbour bridge below.",
        "This article was first published in the spring.",
        "Write to us at tips@courier.example with what you know.",
    ],
)
def test_what_stands_round_a_story_is_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "By Monday the harbour bridge of Veldhaven will be open again.",
        "The council left the bridge as it was, Ada Brandt said.",
        "The right to cross the bridge belongs to the port.",
        "Jo Lind published a book about the harbour bridge.",
        "The picture of the harbour bridge was sold for six million crowns.",
        "Veldhaven has updated its plan for the bridge.",
    ],
)
def test_news_is_no_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_an_opening_with_a_label_is_that_of_a_caption() -> None:
    assert is_kicker("Closed: The harbour bridge has no road to it.")
    assert is_kicker("Storm damage: 'The piers moved,' said Jo Lind.")
    assert not is_kicker("Jo Lind said: “The piers moved.”")
    assert not is_kicker("The council has three plans: stone, steel and wood.")


def test_an_aside_to_a_picture_is_left_out() -> None:
    text = "Jo Lind (pictured left), 34, shut the bridge (above) on Friday (see video)."
    assert without_asides(text) == "Jo Lind, 34, shut the bridge on Friday."
    assert (
        without_asides("The bridge (six million crowns) is shut.")
        == "The bridge (six million crowns) is shut."
    )
