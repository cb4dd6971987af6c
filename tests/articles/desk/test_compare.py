"""Comparing texts: nothing is lost, and what did not change is not marked."""

from hypothesis import given
from hypothesis import strategies as st

from articles.desk import compare

TEXTS = st.text(alphabet="ab ,.\n", max_size=40)


@given(before=TEXTS, after=TEXTS)
def test_kept_and_new_pieces_make_the_later_text(before, after):
    pieces = compare.words(before, after)

    assert " ".join(piece.text for piece in pieces if piece.change != "del").split() == after.split()


@given(before=TEXTS, after=TEXTS)
def test_gone_and_kept_words_make_the_earlier_text(before, after):
    pieces = compare.words(before, after)

    assert " ".join(p.text for p in pieces if p.change != "ins").split() == before.split()


def test_one_changed_word_is_one_change():
    pieces = compare.words("The repairs cost 4.2 million marks.", "The repairs cost 4.4 million marks.")

    assert [(p.change, p.text) for p in pieces] == [
        ("same", "The repairs cost"),
        ("del", "4.2"),
        ("ins", "4.4"),
        ("same", "million marks."),
    ]


def test_a_word_added_at_the_end_does_not_mark_the_word_before_it():
    pieces = compare.words("It rains", "It rains again")

    assert [p.text for p in pieces if p.change != "same"] == ["again"]


def test_unchanged_paragraphs_fold():
    before = "<p>One.</p><p>Two.</p><p>Three.</p>"
    after = "<p>One.</p><p>Two.</p><p>Four.</p>"

    first, second = compare.bodies(before, after)

    assert first.unchanged == 2
    assert [p.change for p in second.pieces] == ["del", "ins"]


def test_anchors_are_no_change():
    assert all(
        paragraph.unchanged
        for paragraph in compare.bodies(
            '<p><mark id="s1">One.</mark></p>', '<p><mark id="s2">One.</mark></p>'
        )
    )
