"""The render says where each stretch of text stands, what is set off and where links lead, so that a digest covers it."""

import pytest

from articles.markup import render, sanitise


def test_the_render_says_where_each_stretch_of_text_stands() -> None:
    found = render(
        sanitise(
            "bare words<h2>A head</h2><p>One two three.</p><p>Four.</p><blockquote><p>He lied.</p></blockquote>"
            "<ul><li>a</li><li><p>b</p><p>c d</p></li></ul><ul><li>e</li></ul>"
            "<table><thead><tr><th>f</th></tr></thead><tbody><tr><td></td><td>g h</td></tr></tbody></table>"
        )
    )
    assert found.blocks == (
        "text 2",
        "h2 2",
        "p 3",
        "p 1",
        "blockquote/p 2",
        "ul/li 1",
        "ul/li:2/p 1",
        "ul/li:2/p 2",
        "ul:2/li 1",
        "table/tr/th 1",
        "table/tr:2/td:2 2",
    )


TABLE = "<table><tbody><tr><td>A</td><td>B C</td></tr><tr><td>D</td><td>E</td></tr></tbody></table>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (TABLE, TABLE.replace("A</td><td>B C", "A B</td><td>C")),
        (
            TABLE,
            TABLE.replace("</td></tr><tr><td>D", "</td><td>D").replace("E</td>", "</td></tr><tr><td>E</td>"),
        ),
        (TABLE, TABLE.replace("<tr><td>A", "<tr><td></td><td>A")),
        (TABLE, TABLE.replace("<td>A</td>", "<th>A</th>")),
        ("<ul><li>No deaths</li><li>reported</li></ul>", "<ul><li>No</li><li>deaths reported</li></ul>"),
        ("<ul><li>a</li><li>b</li></ul>", "<ol><li>a</li><li>b</li></ol>"),
        ("<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("<blockquote><p>He lied.</p></blockquote>", "<p>He lied.</p>"),
        ("<h2>What critics say</h2><p>It kills.</p>", "<p>What critics say</p><p>It kills.</p>"),
        ("<p>One. Two.</p><p>Three.</p>", "<p>One.</p><p>Two. Three.</p>"),
    ],
)
def test_the_same_words_in_another_shape_have_other_blocks(before: str, after: str) -> None:
    one, other = render(sanitise(before)), render(sanitise(after))
    assert one.text == other.text
    assert one.blocks != other.blocks


def test_mark_up_inside_a_line_leaves_the_blocks_alone() -> None:
    one = render(sanitise("<p>He never paid a bill.</p>"))
    other = render(sanitise("<p>He <em>never</em><br>paid <b>a</b> bill.</p>"))
    assert one.blocks == other.blocks == ("p 5",)


def test_a_blockquote_is_one_quotation_whatever_it_holds() -> None:
    found = render(
        sanitise(
            "<blockquote><p>He <em>lied</em>.</p><blockquote><p>Inside.</p></blockquote><p>Twice.</p></blockquote>"
            "<p>So she said.</p><blockquote></blockquote><blockquote>Bare.</blockquote>"
        )
    )
    assert found.quotes == ("He lied. Inside. Twice.", "Bare.")


@pytest.mark.parametrize(
    ("html", "hrefs"),
    [
        ('<p><a href="/a">He</a> met her.</p>', ("/a He",)),
        ('<p>He met <a href="/a">her</a>.</p>', ("/a her",)),
        (
            '<p><a href="/a">The <em>city</em><br>council</a> <a href="/b"><img src="/i.jpg"></a></p>',
            ("/a The city council", "/b"),
        ),
        ('<a href="/a"><p>One</p><p>two</p></a>', ("/a One two",)),
    ],
)
def test_a_link_is_its_target_with_the_words_that_lead_there(html: str, hrefs: tuple[str, ...]) -> None:
    assert render(sanitise(html)).hrefs == hrefs
