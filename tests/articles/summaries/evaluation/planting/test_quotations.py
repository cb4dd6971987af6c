"""The generator's own reading of quotations."""

import pytest

from articles.summaries.evaluation.planting.quotations import is_inside, quoted


@pytest.mark.parametrize(
    "text",
    ["“It floats,” she said.", '"It floats," she said.', "‘It floats,’ she said.", "'It floats,' she said."],
)
def test_every_kind_of_mark_is_read(text):
    assert [text[a:b] for a, b in quoted(text)] == ["It floats,"]


def test_apostrophes_open_and_close_nothing():
    assert quoted("The board's ferry and the crew's pay aren't theirs.") == []


def test_an_apostrophe_inside_single_marks_does_not_close_them():
    text = "'It doesn't float,' she said."

    assert [text[a:b] for a, b in quoted(text)] == ["It doesn't float,"]


def test_a_mark_that_is_never_closed_makes_all_of_the_text_quoted():
    assert is_inside("“It floats, she said.", 0, 3)
    assert not is_inside("“It floats,” she said.", 14, 17)
