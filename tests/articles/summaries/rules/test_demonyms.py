"""A country and its people are one place."""

import pytest

from articles.summaries.rules.demonyms import same_place


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("french", "france"),
        ("dutch", "netherlands"),
        ("britain", "uk"),
        ("american", "usa"),
        ("kestrian", "kestria"),
        ("varnish", "varnland"),
        ("orrish", "orrland"),
        ("palvonians", "palvonia"),
    ],
)
def test_a_place_and_its_people_belong_together(one: str, other: str) -> None:
    assert same_place(one, other)
    assert same_place(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("french", "spain"), ("kestrian", "kestholm"), ("martin", "marta")]
)
def test_two_places_stay_apart(one: str, other: str) -> None:
    assert not same_place(one, other)
