"""What comes in with a body is an article's HTML and nothing else."""

import re
from dataclasses import replace

import pytest

from articles.exchange import bodies
from articles.exchange.faults import Refused, Unfit
from articles.exchange.records import record_of
from tests.articles.exchange.wire import GOOD, the


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Fine <script>alert(1)</script> day.", False),
        ("<p>Fine <script>alert(1)</script> day.</p>", True),
        ("[x](javascript:alert(1)) day.", False),
        ("<p onclick=alert(1)>Fine <a href='javascript:alert(1)'>x</a> day.</p>", True),
    ],
)
def test_no_script_comes_in_with_a_body(bring, body, html):
    bring({"body_html": body, "body": None} if html else {"body": body})
    stored = the("a1").current.html

    assert "<script" not in stored
    assert "onclick" not in stored
    assert 'href="javascript' not in stored


def test_tables_and_headings_survive():
    record = reading_record("# One\n\n#### Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")

    html = bodies.html_of(record, {})

    assert "<h2>One</h2>" in html
    assert "<h3>Two</h3>" in html
    assert "<td>1</td>" in html


@pytest.mark.parametrize(
    "body", ["![x](x.jpg)", "![x](https://other.example/x.jpg)", "![x](//other.example/x.jpg)"]
)
def test_a_picture_in_the_body_is_refused_instead_of_lost(body):
    with pytest.raises(Unfit, match="only “image” is imported"):
        bodies.html_of(reading_record(body), {})


def test_a_body_of_markup_alone_is_refused():
    with pytest.raises(Unfit, match="no words"):
        bodies.html_of(replace(reading_record("x"), body="<p> </p><script>x</script>", is_html=True), {})


BOXES = """Before.
::: fact-box
### The bridge

- It lifts *twice* a day.
:::

::: pull-quote
“It slept.”
:::
After.

::: link-card
[The bridge, told](/city/bridge/)
:::
"""


def test_the_boxes_of_a_story_are_written_between_colons():
    html = re.sub(r"\s*\n\s*", "", bodies.html_of(reading_record(BOXES), {}))

    assert html == (
        '<p>Before.</p><aside class="fact-box"><h3>The bridge</h3><ul><li>It lifts <em>twice</em> a day.</li></ul></aside>'
        '<aside class="pull-quote"><p>“It slept.”</p></aside><p>After.</p>'
        '<aside class="link-card"><p><a href="/city/bridge/">The bridge, told</a></p></aside>'
    )


def test_a_card_may_lead_to_a_story_of_the_same_import():
    record = reading_record("::: link-card\n[Told](story:a2)\n:::")

    assert 'class="link-card"><p><a href="/city/a2/">' in bodies.html_of(record, {"a2": "/city/a2/"}).replace(
        "\n", ""
    )


def test_a_box_that_nobody_closes_is_refused_instead_of_guessed(bring):
    with pytest.raises(Unfit, match="“::: fact-box” is never closed"):
        bodies.html_of(reading_record("Words.\n\n::: fact-box\nIt lifts."), {})

    with pytest.raises(Refused, match="never closed"):
        bring({"body": "::: fact-box\nIt lifts."})


def test_colons_that_name_no_box_of_ours_are_words():
    assert "::: sidebar" in bodies.html_of(reading_record("::: sidebar\nIt lifts.\n:::"), {})


def test_a_record_in_html_keeps_its_boxes():
    box = '<aside class="fact-box"><p>It lifts.</p></aside>'
    assert (
        bodies.html_of(replace(reading_record("x"), body=f"{box}<aside>b</aside>", is_html=True), {})
        == f"{box}b"
    )


def reading_record(body):
    said = {key: value for key, value in GOOD.items() if key != "body"}
    record, _ = record_of(said, place="x", body=body, is_html=False)
    return record


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (
            '![A quay](/media/pictures/a.jpg "The quay & more.")',
            '<figure><img src="/media/pictures/a.jpg" alt="A quay"><figcaption>The quay &amp; more.</figcaption></figure>',
        ),
        (
            "![A quay](/media/pictures/a.jpg)",
            '<figure><img src="/media/pictures/a.jpg" alt="A quay"></figure>',
        ),
        ("See ![a quay](/media/a.jpg) here.", '<p>See <img src="/media/a.jpg" alt="a quay"> here.</p>'),
    ],
)
def test_a_picture_alone_in_its_paragraph_is_a_figure_with_its_title_as_caption(written, wanted):
    assert bodies.html_of(reading_record(f"{written}\n\nWords."), {}) == f"{wanted}\n<p>Words.</p>\n"
