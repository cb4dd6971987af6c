"""The sanitiser lets through what an article may hold; the walk finds sentences and never changes the text."""

import re
import unicodedata
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.markup import MarkupError, plain, render, sanitise, strip_anchors, word_count
from articles.summaries.words import collapse

INLINE = ("strong", "em", "a", "b", "i", "cite", "sup", "span", "del", "")
BLOCK = (
    "p",
    "h2",
    "h3",
    "li",
    "ul",
    "blockquote",
    "figcaption",
    "td",
    "table",
    "tr",
    "div",
    "section",
    "button",
    "aside",
)
CARRIES = {"a": ' href="/x"', "aside": ' class="fact-box"'}
SCRAPS = (
    "The council voted by 31 to 12. ",
    "“We are late,” said Ada Brandt. “Go!” ",
    "Dr. Lind paid £1.5m… ",
    " & <3 ",
    "\u00a0\n\t ",
    "e\u0301te\u0301",
    "\u0301",
    "\u0338",
    "\u1100\u1161\u11a8",
    "नमस्ते। क्‍ष ",
    "مرحبا. ",
    "👩‍🚀. ",
    "un\u200bse\u00aden\u200e ",
    "\u200f",
    "No. 5 ",
    ";",
    ". ",
    "<br>",
    '<img src="/a.jpg" alt="A bridge">',
)


@st.composite
def fragments(draw: st.DrawFn, depth: int = 3) -> str:
    out = []
    for _ in range(draw(st.integers(0, 4))):
        if depth and draw(st.booleans()):
            tag = draw(st.sampled_from(BLOCK + INLINE))
            inner = draw(fragments(depth=depth - 1))
            out.append(f"<{tag}{CARRIES.get(tag, '')}>{inner}</{tag}>" if tag else inner)
        else:
            out.append(draw(st.sampled_from(SCRAPS) | st.text(max_size=8)))
    return "".join(out)


def cleaned(html: str) -> str:
    try:
        return sanitise(html)
    except MarkupError:
        return ""


@pytest.mark.parametrize(
    ("given_html", "expected"),
    [
        ("<b>Loud</b> <i>soft</i>", "<strong>Loud</strong> <em>soft</em>"),
        ('<p style="color:red" class="a" id="b" data-x="1" onclick="x()">Hi</p>', "<p>Hi</p>"),
        ("<mark>kept words</mark>", "kept words"),
        ("<h1>Big</h1>", "Big"),
        ("a<script>alert(1)</script>b<style>p{}</style>c", "abc"),
        ("<p>It was <del>not</del><ins>never</ins> so</p>", "<p>It was never so</p>"),
        ("10<sup>2</sup> and CO<sub>2</sub>, 1<sup>st</sup>", "10² and CO₂, 1st"),
        ('<a href="https://a.example/?x=1&y=2">a</a>', '<a href="https://a.example/?x=1&amp;y=2">a</a>'),
        ('<a href="mailto:ada@courier.example">a</a>', '<a href="mailto:ada@courier.example">a</a>'),
        ('<a href="/city/bridge/">a</a>', '<a href="/city/bridge/">a</a>'),
        (
            '<img src="/m/a.jpg" alt="A" width="3" height="2">',
            '<img src="/m/a.jpg" alt="A" width="3" height="2">',
        ),
        ('<img src="/m/a.jpg" width="3px" onerror="x()">', '<img src="/m/a.jpg">'),
        ('<th scope="col" colspan="2">x</th>', "x"),
        (
            '<table><tr><th scope="col" colspan="2">x</th><td rowspan="x">y</td></tr></table>',
            '<table><tbody><tr><th scope="col" colspan="2">x</th><td>y</td></tr></tbody></table>',
        ),
        ("<!-- note -->x", "x"),
        ('<img src="/a.jpg" alt="1 < 2 <b>">', '<img src="/a.jpg" alt="1 &lt; 2 &lt;b&gt;">'),
    ],
)
def test_sanitise_keeps_what_an_article_may_hold(given_html: str, expected: str) -> None:
    assert sanitise(given_html) == expected


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:x",
        "data:text/html,x",
        "//evil.example/",
        "/\\evil.example",
        "/\t/evil.example",
        "\\\\evil.example",
        "ftp://a.example/",
        "relative/path",
        "#top",
        "https:///x",
        "",
    ],
)
def test_a_link_that_leads_astray_loses_its_tag_but_not_its_words(target: str) -> None:
    assert sanitise(f'<a href="{target}">words</a>') == "words"


@pytest.mark.parametrize(
    "source", ["https://a.example/x.jpg", "//a.example/x.jpg", "data:image/png,x", "x.jpg", ""]
)
def test_a_picture_from_elsewhere_goes(source: str) -> None:
    assert sanitise(f'<p>a<img src="{source}" alt="x">b</p>') == "<p>ab</p>"


@pytest.mark.parametrize("char", [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0)])
def test_characters_that_turn_text_round_are_refused(char: str) -> None:
    with pytest.raises(MarkupError, match=f"U\\+{ord(char):04X}"):
        sanitise(f"<p>pay {char}001 crowns</p>")


def test_a_turning_character_written_as_a_reference_is_refused() -> None:
    with pytest.raises(MarkupError):
        sanitise("<p>pay &#x202e;001</p>")


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(MarkupError):
        sanitise("<p>\ud800</p>")


def test_joiners_are_kept() -> None:
    assert sanitise("<p>क्‍ष می‌روم</p>") == "<p>क्‍ष می‌روم</p>"


@pytest.mark.parametrize("char", [*"\u200b\ufeff\u00ad\u2060\u200e\u200f\u061c", "\U000e0000", "\U000e007f"])
@pytest.mark.parametrize("form", ["{}", "&#x{:x};"])
def test_characters_that_show_nothing_are_taken_out_without_a_word(char: str, form: str) -> None:
    unseen = form.format(char if form == "{}" else ord(char))
    assert sanitise(f"<p>the{unseen}rapist, e{unseen}\u0301</p>") == "<p>therapist, é</p>"
    image = f'<img src="/a{unseen}.jpg" alt="a{unseen}b">'
    assert sanitise(f'<a href="/x{unseen}y">{image}</a>') == '<a href="/xy"><img src="/a.jpg" alt="ab"></a>'


def test_an_unseen_character_hides_no_dangerous_link() -> None:
    assert sanitise('<a href="java\u200bscript:alert(1)">a</a><a href="/\u200b/evil.example/">b</a>') == "ab"


def test_direction_marks_stay_in_right_to_left_text() -> None:
    assert sanitise("<p>שלום!\u200f abc</p><p>x\u200e</p>") == "<p>שלום!\u200f abc</p><p>x\u200e</p>"
    assert sanitise('<p>x\u200e<img src="/a.jpg" alt="שלום!\u200f"></p>') == (
        '<p>x<img src="/a.jpg" alt="שלום!\u200f"></p>'
    )


@settings(max_examples=150, deadline=None)
@given(fragments())
def test_sanitising_twice_changes_nothing(html: str) -> None:
    clean = cleaned(html)
    assert sanitise(clean) == clean
    tags = set(re.findall(r"</?([a-z0-9]+)", re.sub(r'"[^"]*"', "", clean)))
    assert not tags & {"mark", "sup", "sub", "b", "i", "del", "span", "div", "button", "section"}


@settings(max_examples=200, deadline=None)
@given(fragments())
def test_anchors_never_change_the_text(html: str) -> None:
    clean = cleaned(html)
    found = render(clean)
    assert strip_anchors(found.html, ()) == clean
    assert plain(clean) == plain(found.html) == found.text
    assert found.text == unicodedata.normalize("NFC", " ".join(found.text.split())) == collapse(found.text)
    assert sum(int(block.rpartition(" ")[2]) for block in found.blocks) == len(found.text.split())
    assert render(found.html).blocks == found.blocks
    ids = re.findall(r'id="s(\d+)"', found.html)
    assert ids == [str(n) for n in range(1, len(found.sentences) + 1)]


@settings(max_examples=200, deadline=None)
@given(fragments())
@example("<p>One. <strong>A</strong>\u0301</p>")
@example("A<br>\u0301")
def test_every_mark_holds_exactly_its_sentence(html: str) -> None:
    found = render(cleaned(html))
    for sentence in found.sentences:
        assert found.text[sentence.start : sentence.end] == sentence.text == sentence.text.strip() != ""
        runs = "".join(re.findall(rf'<mark (?:id|class)="s{sentence.id}">([^<]*)</mark>', found.html))
        # Without the space between them an accent melts into the letter before it.
        whole, wanted = (
            unicodedata.normalize("NFC", "".join(text.split())) for text in (unescape(runs), sentence.text)
        )
        assert whole == wanted


def test_a_sentence_over_several_runs_has_one_id_and_then_classes() -> None:
    found = render("<p>The <em>long</em> road. It ends.</p>")
    assert found.html == (
        '<p><mark id="s1">The </mark><em><mark class="s1">long</mark></em><mark class="s1"> road.</mark>'
        ' <mark id="s2">It ends.</mark></p>'
    )
    assert [(s.id, s.block, s.text) for s in found.sentences] == [
        (1, 0, "The long road."),
        (2, 0, "It ends."),
    ]


def test_headings_captions_and_cells_are_text_but_no_sentences() -> None:
    found = render(
        "<h2>A head.</h2><p>One.</p><figure><figcaption>A caption.</figcaption></figure><h3>B.</h3>"
        "<table><caption>T.</caption><tbody><tr><th>C.</th><td><p>D.</p></td></tr></tbody></table><p>Two.</p>"
    )
    assert found.text == "A head. One. A caption. B. T. C. D. Two."
    assert [s.text for s in found.sentences] == ["One.", "Two."]


def test_block_edges_and_breaks_are_one_space_and_inline_tags_none() -> None:
    found = render("<ul><li>One\n  two<br>three</li><li>fo<em>ur</em></li></ul>\n<p>\u00a0five&nbsp;six </p>")
    assert found.text == "One two three four five six"


def test_an_accent_in_another_tag_than_its_letter_is_composed_in_the_text() -> None:
    found = render(sanitise("<p>caf<em>e</em>\u0301 is open. Yes.</p>"))
    assert found.text == "café is open. Yes."
    assert [s.text for s in found.sentences] == ["café is open.", "Yes."]


def test_the_render_lists_links_pictures_and_their_words() -> None:
    found = render(
        '<p><a href="/a/?b=1&amp;c=2">x</a><img src="/m/a.jpg" alt="A &amp; B"><img src="/m/b.jpg" alt=""></p>'
    )
    assert found.hrefs == ("/a/?b=1&c=2 x",)
    assert found.images == ("/m/a.jpg", "/m/b.jpg")
    assert found.alts == ("A & B",)


def test_only_the_cited_anchors_stay() -> None:
    found = render("<p>One <em>is</em> here. Two. Three.</p>")
    assert strip_anchors(found.html, {2}) == '<p>One <em>is</em> here. <mark id="s2">Two.</mark> Three.</p>'
    assert strip_anchors(found.html, {1, 2, 3}) == found.html


def test_words_are_counted_as_a_sub_editor_counts_them() -> None:
    assert word_count("The well-known bridge — 1,500 m long — isn’t “safe”.") == 8
    assert word_count(" \n ") == 0
