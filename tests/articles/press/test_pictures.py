"""A withdrawn picture is on no public page: hero, body, lists, feeds, what other sites show; and it comes back."""

from datetime import timedelta

import pytest
from django.utils.http import http_date

from articles.press.pictures import without
from newsroom.picture_withdrawal import bring_back, withdraw
from tests.articles.press.conftest import picture, soup
from tests.factories.stories import BODY

pytestmark = pytest.mark.django_db
PAGES = ("/", "/city/", "/topics/harbour/", "/feeds/latest.rss", "/feeds/section/city.rss")


def body_with(*images):
    figures = "".join(
        f'<figure><img src="{one.file.url}" alt="A scene"><figcaption>Caption of {one.title}.</figcaption></figure>'
        for one in images
    )
    return BODY + figures


@pytest.fixture
def shown(paper):
    hero, inside, stays = picture("Hero"), picture("Inside", "#775533"), picture("Stays", "#557733")
    article = paper.live(
        hero=hero, hero_alt="A bridge", hero_caption="At dawn.", body=body_with(inside, stays)
    )
    address = paper.version(article).get_absolute_url()
    return hero, inside, stays, address


def test_it_leaves_every_page_and_comes_back(shown, client, cleo, clock):
    hero, inside, stays, address = shown
    before = {page: client.get(page).content for page in (address, *PAGES)}
    assert all(hero.file.name.encode() in content for content in before.values())

    for image in (hero, inside):
        withdraw(image=image, actor=cleo, now=clock.tick(), reason="The agency took it back.")

    after = {page: client.get(page).content.decode() for page in (address, *PAGES)}
    for content in after.values():
        assert hero.file.name not in content
        assert inside.file.name not in content
    # The drawn card takes its place.
    assert "/cards/city/" in soup(after[address]).find("meta", {"property": "og:image"})["content"]
    assert "At dawn." not in after[address]
    assert "Caption of Inside" not in after[address]
    assert stays.file.url in after[address]
    assert stays.file.url in after["/feeds/latest.rss"]

    for image in (hero, inside):
        bring_back(image=image, actor=cleo, now=clock.tick())
    again = {page: client.get(page).content for page in (address, "/", "/city/")}
    assert again == {page: before[page] for page in again}


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_a_search_quotes_no_caption_of_it(shown, client, cleo, clock, order):
    asked = f"/search/?q=caption+stays+inside&order={order}"
    assert "Caption of Inside" in soup(client.get(asked).content).select_one(".entries").text

    withdraw(image=shown[1], actor=cleo, now=clock.tick(), reason="The agency took it back.")

    found = soup(client.get(asked).content).select_one(".entries").text
    assert "Inside" not in found
    assert "Caption of Stays" in found
    bring_back(image=shown[1], actor=cleo, now=clock.tick())
    assert "Caption of Inside" in soup(client.get(asked).content).select_one(".entries").text


def test_a_withdrawn_portrait_is_on_no_page(paper, client, ada, cleo, clock):
    face = picture("Ada")
    ada.author.portrait = face
    ada.author.save()
    version = paper.version(paper.live())
    pages = (version.get_absolute_url(), ada.author.get_absolute_url())
    assert all(face.file.name.encode() in client.get(page).content for page in pages)

    withdraw(image=face, actor=cleo, now=clock.tick(), reason="She asked for it.")

    assert not any(face.file.name.encode() in client.get(page).content for page in pages)


def test_a_feed_reader_that_compares_dates_learns_of_it(shown, client, cleo, clock):
    _, inside, _, _ = shown
    seen = {"HTTP_IF_MODIFIED_SINCE": http_date(clock.tick(hours=1).timestamp())}
    assert client.get("/feeds/latest.rss", **seen).status_code == 304

    withdraw(image=inside, actor=cleo, now=clock.tick(hours=1), reason="The agency took it back.")
    assert client.get("/feeds/latest.rss", **seen).status_code == 200

    seen = {"HTTP_IF_MODIFIED_SINCE": http_date((clock.now + timedelta(minutes=1)).timestamp())}
    bring_back(image=inside, actor=cleo, now=clock.tick(hours=1))
    assert client.get("/feeds/latest.rss", **seen).status_code == 200


def test_it_costs_no_query_more(shown, count_queries, cleo, clock):
    *images, address = shown
    for image in images:
        withdraw(image=image, actor=cleo, now=clock.tick(), reason="The agency took it back.")

    count_queries(address, 1)
    count_queries("/feeds/latest.rss", 2)
    count_queries("/", 2)


@pytest.mark.parametrize(
    ("html", "left"),
    [
        (
            '<p>a</p><figure><img alt="x" src="/media/a.jpg"><figcaption>c</figcaption></figure><p>b</p>',
            "<p>a</p><p>b</p>",
        ),
        ('<p><img src="/media/a.jpg" alt=""></p><p>b</p>', "<p>b</p>"),
        ('<p>a <a href="/x/"><img src="/media/a.jpg" alt=""></a> b</p>', "<p>a  b</p>"),
        ('<figure><img src="/media/b.jpg"></figure>', '<figure><img src="/media/b.jpg"></figure>'),
        (
            '<figure><img src="/media/a.jpg"><img src="/media/b.jpg"></figure>',
            '<figure><img src="/media/b.jpg"></figure>',
        ),
        ("<p>Of /media/a.jpg we read.</p>", "<p>Of /media/a.jpg we read.</p>"),
    ],
)
def test_what_stood_around_the_picture_goes_or_stays(html, left):
    assert without(html, {"/media/a.jpg"}) == left
