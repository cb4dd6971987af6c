"""Errors made of the article's own numbers and names."""

import pytest

from articles.summaries.evaluation.planting import exchanged


def test_a_number_is_taken_from_elsewhere_in_the_article(plant):
    edits = plant(exchanged.numbers_moved, "It carries 320 cars.")

    assert {edit.text for edit in edits} <= {
        "It carries 180 cars.",
        "It carries 51 cars.",
        "It carries 44 cars.",
    }
    assert edits


def test_two_numbers_of_a_sort_change_places(plant):
    edits = plant(exchanged.numbers_exchanged, "It carries 320 cars and 180 people.")

    assert {edit.text for edit in edits} == {"It carries 180 cars and 320 people."}


@pytest.mark.parametrize(
    "text",
    [
        "Between 18 and 24 came.",
        "They won 3-1.",
        "It took 320 cars and 12% of the fares.",
        "Of 7, seven stayed.",
    ],
)
def test_ranges_scores_and_numbers_of_two_sorts_are_left_alone(plant, text):
    assert not plant(exchanged.numbers_exchanged, text)


def test_from_one_to_another_is_a_direction(plant):
    edits = plant(exchanged.numbers_exchanged, "It fell from 320 to 180.")

    assert {edit.text for edit in edits} == {"It fell from 180 to 320."}


def test_a_person_becomes_another_person_of_the_article(plant):
    edits = plant(exchanged.names_moved, "Its chairman, Bo Osei, said so.")

    assert {edit.change for edit in edits} <= {"Bo Osei → Ada Lind", "Bo Osei → Lind", "Bo Osei → Rolf Dahl"}
    assert edits


def test_two_people_change_places(plant):
    edits = plant(exchanged.names_exchanged, "Ada Lind accused Osei of haste.")

    assert {edit.text for edit in edits} == {"Osei accused Ada Lind of haste."}


@pytest.mark.parametrize(
    "text",
    ["Ada Lind and Osei left.", "Ada Lind met Osei.", "Ada Lind accused Lind.", "Ada Lind left Varnholm."],
)
def test_pairs_meetings_and_unlike_names_are_left_alone(plant, text):
    assert not plant(exchanged.names_exchanged, text)
