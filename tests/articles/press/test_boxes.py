"""Pull quotes, fact boxes and link cards as readers of pages and feeds get them."""

import pytest

from articles.press.pictures import without
from tests.articles.press.conftest import soup
from tests.articles.press.test_feeds import read
from tests.factories import stories

pytestmark = pytest.mark.django_db

BOXES = (
    '<aside class="pull-quote"><p>Eleven months of it.</p></aside>'
    '<aside class="fact-box"><h2>The bridge</h2><p>It lifts twice a day.</p></aside>'
    '<aside class="link-card"><p><a href="/city/other/">The other story</a></p></aside>'
)


def test_a_page_has_the_boxes_and_no_evidence_in_a_repetition(paper, client):
    article = paper.live(box=True, body=stories.BODY + BOXES)

    page = soup(client.get(paper.version(article).get_absolute_url()).content)

    assert [box["class"] for box in page.select(".pull-quote, .fact-box, .link-card")] == [
        ["pull-quote"],
        ["fact-box"],
        ["link-card"],
    ]
    assert not page.select(".pull-quote mark, .link-card mark")
    assert page.select(".prose mark")


def test_the_title_of_a_box_is_no_part_of_the_story(paper, client):
    parts = "".join(f"<h2>Part {number}</h2><p>It stood.</p>" for number in range(5))
    article = paper.live(body=stories.BODY + BOXES + parts)

    page = soup(client.get(paper.version(article).get_absolute_url()).content)

    titles = {link.get_text(strip=True) for link in page.select(".contents a")}
    assert titles >= {f"Part {number}" for number in range(5)}
    assert "The bridge" not in titles
    assert not page.select('.fact-box [id^="part-"]')


def test_a_feed_sets_the_boxes_off_without_our_classes(paper, client):
    paper.live(body=stories.BODY + BOXES)

    text = read(client).entries[0].content[0].value

    assert "<blockquote><p>Eleven months of it.</p></blockquote>" in text
    assert "<aside" not in text
    assert "class=" not in text


def test_a_box_of_nothing_but_a_withdrawn_picture_goes_with_it():
    figure = '<figure><img src="/media/a.jpg" alt="A"><figcaption>A</figcaption></figure>'
    html = f'<p>a</p><aside class="fact-box">{figure}</aside><aside class="fact-box"><p>b</p>{figure}</aside>'

    assert without(html, {"/media/a.jpg"}) == '<p>a</p><aside class="fact-box"><p>b</p></aside>'
