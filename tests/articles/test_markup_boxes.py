"""Pull quotes, fact boxes and link cards: exactly three classes survive, and each counts for what it is."""

import pytest

from articles.desk import merge
from articles.markup import render, sanitise, strip_anchors

QUOTE = '<aside class="pull-quote"><p>It slept.</p></aside>'
FACTS = '<aside class="fact-box"><h3>The bridge</h3><p>It opened in 1931.</p><ul><li>It lifts twice a day.</li></ul></aside>'
CARD = '<aside class="link-card"><p><a href="/city/bridge/">The bridge, told</a></p><p>Ours.</p></aside>'


@pytest.mark.parametrize("box", [QUOTE, FACTS, CARD])
def test_a_box_of_ours_stays_as_it_is(box: str) -> None:
    assert sanitise(f"<p>Before.</p>{box}<p>After.</p>") == f"<p>Before.</p>{box}<p>After.</p>"


@pytest.mark.parametrize(
    "opening",
    [
        "<aside>",
        '<aside class="">',
        '<aside class="advert">',
        '<aside class="pull-quote advert">',
        '<aside class="Pull-Quote">',
        '<aside id="pull-quote">',
        '<div class="pull-quote">',
    ],
)
def test_another_box_leaves_its_words_and_goes(opening: str) -> None:
    closing = "</aside>" if opening.startswith("<aside") else "</div>"
    assert sanitise(f"{opening}<p>Words.</p>{closing}") == "<p>Words.</p>"


@pytest.mark.parametrize("tag", ["p", "h2", "ul", "blockquote", "figure", "table", "a", "strong"])
def test_the_classes_of_boxes_survive_nowhere_else(tag: str) -> None:
    assert "class" not in sanitise(f'<{tag} class="pull-quote" href="/x">Words</{tag}>')


def test_a_box_keeps_no_other_attribute() -> None:
    assert sanitise('<aside class="fact-box" id="x" role="note" onclick="x()"><p>a</p></aside>') == (
        '<aside class="fact-box"><p>a</p></aside>'
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (f"<ul><li><p>One.</p>{QUOTE}</li></ul>", "<ul><li><p>One.</p><p>It slept.</p></li></ul>"),
        (f"<blockquote>{QUOTE}</blockquote>", "<blockquote><p>It slept.</p></blockquote>"),
        (
            f'<aside class="fact-box">{QUOTE}<p>More.</p></aside>',
            '<aside class="fact-box"><p>It slept.</p><p>More.</p></aside>',
        ),
    ],
)
def test_a_box_stands_in_nothing_else(given: str, kept: str) -> None:
    assert sanitise(given) == kept


@pytest.mark.parametrize("inside", ["", " ", "<p></p>", "<p><br></p>", "<h2></h2><ul><li><p></p></li></ul>"])
def test_an_empty_box_goes(inside: str) -> None:
    assert sanitise(f'<p>a</p><aside class="fact-box">{inside}</aside><p>b</p>') == "<p>a</p><p>b</p>"


def test_a_box_with_a_picture_alone_is_not_empty() -> None:
    box = '<aside class="fact-box"><figure><img src="/m/a.jpg" alt="A"></figure></aside>'
    assert sanitise(box) == box


@pytest.mark.parametrize("target", ["javascript:x", "//evil.example/", "tolven"])
def test_a_card_that_leads_nowhere_is_a_paragraph(target: str) -> None:
    card = f'<aside class="link-card"><p><a href="{target}">Words</a></p></aside>'
    assert sanitise(card) == "<p>Words</p>"


def test_a_dead_card_takes_nothing_from_the_box_behind_it() -> None:
    assert (
        sanitise(f'<aside class="link-card"><p>Dead.</p></aside>{QUOTE}{CARD}')
        == f"<p>Dead.</p>{QUOTE}{CARD}"
    )


def test_the_render_says_which_box_the_words_are_in() -> None:
    assert render(QUOTE + FACTS + QUOTE + CARD).blocks == (
        "pull-quote/p 2",
        "fact-box/h3 2",
        "fact-box/p 4",
        "fact-box/ul/li 5",
        "pull-quote:2/p 2",
        "link-card/p 3",
        "link-card/p 1",
    )


def test_the_same_words_in_another_box_are_another_digest() -> None:
    one, other = render(QUOTE), render(QUOTE.replace("pull-quote", "fact-box"))
    bare = render("<p>It slept.</p>")
    assert one.text == other.text == bare.text
    assert len({one.blocks, other.blocks, bare.blocks}) == 3


def test_the_words_of_every_box_are_in_the_text_and_no_bullet_rests_on_a_repetition() -> None:
    found = render(f"<p>The bridge slept. It slept.</p>{QUOTE}{FACTS}{CARD}<p>It woke.</p>")
    assert found.text == (
        "The bridge slept. It slept. It slept. The bridge It opened in 1931. It lifts twice a day. "
        "The bridge, told Ours. It woke."
    )
    assert [one.text for one in found.sentences] == [
        "The bridge slept.",
        "It slept.",
        "It opened in 1931.",
        "It lifts twice a day.",
        "It woke.",
    ]
    assert all(found.text[one.start : one.end] == one.text for one in found.sentences)
    assert (
        strip_anchors(found.html, ())
        == f"<p>The bridge slept. It slept.</p>{QUOTE}{FACTS}{CARD}<p>It woke.</p>"
    )


def test_where_a_card_leads_is_covered_by_the_digest() -> None:
    assert render(CARD).hrefs == ("/city/bridge/ The bridge, told",)


def test_two_people_choose_over_a_box_as_over_a_paragraph() -> None:
    hers, his = f"<p>One.</p>{FACTS}", f"<p>One.</p>{FACTS.replace('1931', '1932')}"
    assert [hunk.alike for hunk in merge.hunks(hers, his)] == [True, False]
    assert merge.compose(hers, his, lambda _: "theirs") == hers
    assert merge.alike(
        FACTS, FACTS.replace("<li>It lifts twice a day.</li>", "<li><p>It lifts twice a day.</p></li>")
    )
