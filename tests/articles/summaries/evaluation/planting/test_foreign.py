"""Numbers, dates, names and quotations that are nowhere in the article."""

from articles.summaries.evaluation.planting import foreign
from articles.summaries.evaluation.planting.figures import is_foreign, values
from articles.summaries.evaluation.planting.quotations import quoted
from articles.summaries.evaluation.planting.setting import is_foreign_name

COST = "It cost £4.5 million and carries 320 cars."


def test_a_number_becomes_one_that_the_article_has_under_no_reading(plant, grounds):
    edits = plant(foreign.numbers, COST)

    assert edits
    for edit in edits:
        new = values(edit.text) - values(COST)
        assert any(is_foreign(value, grounds[0].values) for value in new), edit


def test_a_number_keeps_its_sign_and_its_scale(plant):
    assert all("£" in edit.text and " million" in edit.text for edit in plant(foreign.numbers, COST))


def test_million_becomes_billion_and_a_figure_gains_noughts(plant):
    changes = {edit.change for edit in plant(foreign.magnitudes, COST)}

    assert "million → billion" in changes
    assert changes & {"320 → 3,200", "320 → 320,000"}


def test_a_weekday_becomes_one_that_nothing_in_the_article_means(plant):
    # Tuesday is named, the article was written on a Thursday, and 3 July is a Friday in 2026, a Thursday in 2025.
    days = {edit.change.split(" → ")[1] for edit in plant(foreign.dates, "It was bought on Tuesday.")}

    assert days
    assert not days & {"Tuesday", "Thursday", "Friday", "Saturday"}


def test_a_day_of_a_month_becomes_another_of_the_same_month(plant):
    edits = plant(foreign.dates, "It has leaked since July 3rd.")

    assert edits
    assert all("since July " in edit.text and "3rd" not in edit.text.replace("23rd", "") for edit in edits)


def test_a_name_becomes_one_without_any_part_in_the_article(plant, grounds):
    edits = plant(foreign.names, "Its chairman, Bo Osei, said so.")

    assert edits
    assert all(is_foreign_name(edit.change.split(" → ")[1], grounds[0]) for edit in edits)


def test_a_quotation_becomes_that_of_another_article(plant):
    edits = plant(foreign.quotations, "“Nobody asked the crews about the night service,” Lind said.")

    assert {edit.text for edit in edits} == {"“Every second stop is closed to wheelchairs,” Lind said."}


def test_a_quotation_is_edited_by_one_word_inside_its_marks(plant, grounds):
    text = "“Nobody asked the crews about the night service,” Lind said."
    edits = plant(foreign.quotation_edits, text)

    assert {edit.change.split(":")[0] for edit in edits} == {"changed", "added", "dropped"}
    for edit in edits:
        ((start, end),) = quoted(edit.text)
        assert edit.text[start:end] not in grounds[0].text
        assert edit.text.endswith("” Lind said.")


def test_nothing_inside_a_quotation_is_taken_for_a_fact_of_the_paper(plant):
    assert not plant(foreign.numbers, "“It carries 320 cars,” Lind said.")
