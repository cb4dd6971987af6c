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


def test_a_new_paragraph_stands_beside_nothing_and_the_others_beside_their_own():
    before = ["The bridge is open again.", "Line 6 runs every eight minutes."]
    after = ["The bridge is open at last.", "A ferry sank in the bay.", "Line 6 runs every nine minutes."]

    found = compare.paragraphs(before, after)

    assert [" ".join(piece.text for piece in one.before) for one in found] == [before[0], "", before[1]]
    assert [" ".join(piece.text for piece in one.after) for one in found] == after


def test_what_folds_can_be_unfolded():
    (fold,) = compare.paragraphs(["One.", "Two."], ["One.", "Two."])

    assert fold.kept == ("One.", "Two.")


@given(before=st.lists(TEXTS, max_size=6), after=st.lists(TEXTS, max_size=6))
def test_no_paragraph_is_lost(before, after):
    found = compare.paragraphs(before, after)

    now = [text for one in found for text in one.kept or (" ".join(piece.text for piece in one.after),)]
    assert " ".join(now).split() == " ".join(after).split()


def test_a_very_long_rewrite_is_compared_all_the_same():
    before, after = [f"Old {n} words." for n in range(80)], [f"New {n} lines." for n in range(70)]

    assert len(compare.paragraphs(before, after)) == 80
