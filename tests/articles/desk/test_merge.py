"""Two bodies that grew from one: who changed what, and that nothing gets lost between them."""

from hypothesis import given
from hypothesis import strategies as st

from articles.desk import merge

BASE = "<p>One.</p><p>Two.</p><p>Three.</p>"
BODIES = st.lists(
    st.sampled_from(["<p>One.</p>", "<p>Two.</p>", "<h2>Three</h2>", "<ul><li>Four</li></ul>"])
).map("".join)


def chosen(theirs, mine, base=BASE):
    return [hunk.chosen for hunk in merge.hunks(theirs, mine, base) if not hunk.alike]


def test_blocks_are_the_top_level_of_a_body():
    html = '<p>One <a href="/a/">two</a>.</p>\n<ul><li><p>x</p></li></ul>loose <em>words</em><h2>End</h2>'

    assert merge.blocks(html) == [
        '<p>One <a href="/a/">two</a>.</p>',
        "<ul><li><p>x</p></li></ul>",
        "loose <em>words</em>",
        "<h2>End</h2>",
    ]


def test_what_the_editor_wraps_and_spaces_anew_is_no_change():
    assert merge.alike("<ul>\n<li>One</li>\n</ul>\n<p>Two</p>", "<ul><li><p>One</p></li></ul><p>Two</p>")
    assert not merge.alike("<p>One <em>two</em></p>", "<p>One <strong>two</strong></p>")


def test_what_only_they_changed_is_theirs_at_first():
    assert chosen("<p>One.</p><p>Two, they say.</p><p>Three.</p>", BASE) == ["theirs"]
    assert chosen("<p>One.</p><p>Three.</p>", BASE) == ["theirs"]
    assert chosen("<p>One.</p><p>New.</p><p>Two.</p><p>Three.</p>", BASE) == ["theirs"]


def test_what_only_i_changed_stays_mine():
    assert chosen(BASE, "<p>One.</p><p>Two, I say.</p><p>Three.</p>") == ["mine"]
    assert chosen(BASE, "<p>One.</p><p>Three.</p>") == ["mine"]
    assert chosen(BASE, "<p>One.</p><p>New.</p><p>Two.</p><p>Three.</p>") == ["mine"]


def test_changes_in_different_paragraphs_are_chosen_apart():
    theirs = "<p>One, they say.</p><p>Two.</p><p>Three.</p>"
    mine = "<p>One.</p><p>Two, I say.</p><p>Three.</p>"

    found = [hunk for hunk in merge.hunks(theirs, mine, BASE) if not hunk.alike]
    choice = {hunk.name: hunk.chosen for hunk in found}

    assert list(choice.values()) == ["theirs", "mine"]
    assert (
        merge.compose(theirs, mine, choice.__getitem__)
        == "<p>One, they say.</p><p>Two, I say.</p><p>Three.</p>"
    )


@given(theirs=BODIES, mine=BODIES)
def test_choosing_one_side_everywhere_gives_that_side(theirs, mine):
    assert merge.compose(theirs, mine, lambda name: "mine") == mine
    assert merge.alike(merge.compose(theirs, mine, lambda name: "theirs"), theirs)


def test_a_choice_falls_on_the_text_that_was_shown_and_on_no_other():
    shown = merge.hunks("<p>Theirs.</p>", "<p>Mine.</p>")[0].name

    body = merge.compose("<p>Theirs.</p>", "<p>Mine, typed on.</p>", {shown: "theirs"}.get)

    assert body == "<p>Mine, typed on.</p>"
