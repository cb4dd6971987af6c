"""What comes in with a body is an article's HTML and nothing else."""

from dataclasses import replace

import pytest

from articles.exchange import bodies
from articles.exchange.faults import Unfit
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


def reading_record(body):
    said = {key: value for key, value in GOOD.items() if key != "body"}
    record, _ = record_of(said, place="x", body=body, is_html=False)
    return record
