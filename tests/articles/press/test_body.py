"""What readers get of a text: pictures with cuts, size and credit, tables that scroll, boxes with a name."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings

from articles.models.version import PublishedVersion
from articles.press import body, pictures
from newsroom.images import WIDTHS, Ratio
from newsroom.models.image import Image
from newsroom.picture_withdrawal import withdraw
from tests.articles import doors
from tests.articles.press.conftest import picture, soup
from tests.articles.press.test_feeds import read
from tests.factories import stories

TABLE = "<table>{caption}<tr><th>Year</th><td>1931</td></tr></table>"
SIZE = ("960", "640")


def image_of(name: str, size: tuple[int, int] = (2400, 1601), **more: object) -> dict[str, Image]:
    image = Image(file=f"pictures/{name}.jpg", width=size[0], height=size[1], credit="Ines Falk", **more)
    return {image.file.url: image}


def page(html: str, shown: dict[str, Image] | None = None) -> Any:
    return soup(body.for_page(html, shown or {})[0].encode())


def in_feed(html: str, shown: dict[str, Image]) -> Any:
    return soup(body.for_feed(html, shown).encode())


def figure(name: str, caption: str = "<figcaption>The quay.</figcaption>") -> str:
    return f'<figure><img src="/media/pictures/{name}.jpg" alt="A &amp; B">{caption}</figure>'


def cut_to(ratio: Ratio) -> dict[str, object]:
    return {"renditions": {ratio: {"avif": list(WIDTHS[ratio]), "webp": [480, 960], "jpeg": [960]}}}


@pytest.mark.parametrize(
    ("size", "ratio", "height"),
    [
        ((2400, 1601), "standard", "640"),
        ((1601, 901), "wide", "540"),
        ((1600, 1200), "whole", "720"),
        ((1600, 2400), "whole", "1440"),
    ],
)
def test_a_picture_in_the_text_has_its_cuts_and_its_whole_shape(size, ratio, height):
    found = page(figure("a"), image_of("a", size, **cut_to(ratio))).picture

    assert [source["type"] for source in found.select("source")] == ["image/avif", "image/webp"]
    assert found.source["srcset"].startswith(f"/media/pictures/a-{ratio}-{WIDTHS[ratio][0]}.avif")
    assert found.img["src"] == f"/media/pictures/a-{ratio}-960.jpg"
    assert (found.img["width"], found.img["height"]) == ("960", height)
    assert found.img["loading"] == "lazy"
    assert found.img["alt"] == "A & B"


def test_while_nothing_is_cut_the_whole_picture_states_its_size():
    found = page(figure("a"), image_of("a"))

    assert (found.img["width"], found.img["height"]) == ("2400", "1601")
    assert not found.select(".uncut"), "that class crops to 3:2, and a picture in a text keeps its shape"


def test_one_that_is_higher_than_wide_is_narrower_than_the_column():
    tall = page(figure("a"), image_of("a", (1600, 2400), **cut_to("whole"))).picture
    square = page(figure("a"), image_of("a", (900, 900), **cut_to("whole"))).picture

    assert tall["class"] == ["tall"]
    assert "26rem" in tall.source["sizes"]
    assert not square.get("class")


def test_a_picture_that_is_not_in_the_store_stays_as_it_is():
    found = page('<p>a</p><p>b <img src="/old/site.jpg" alt="Old"></p>')

    assert found.img.attrs == {"loading": "lazy", "src": "/old/site.jpg", "alt": "Old"}


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        (figure("a"), "The quay. Ines Falk"),
        (figure("a", ""), "Ines Falk"),
        (figure("a", "<figcaption></figcaption>"), "Ines Falk"),
        (figure("a", "<figcaption>The quay. Photo: Ines Falk</figcaption>"), "The quay. Photo: Ines Falk"),
        ('<p><img src="/media/pictures/a.jpg" alt="A"></p>', "Ines Falk"),
    ],
)
def test_each_picture_is_credited_once(html, wanted):
    for found in (page(html, image_of("a")), in_feed(html, image_of("a"))):
        assert [caption.get_text() for caption in found.select("figure > figcaption")] == [wanted]
        assert len(found.select("figure")) == 1


def test_two_pictures_in_one_figure_are_credited_together():
    two = (
        '<figure><img src="/media/pictures/a.jpg" alt="A"><img src="/media/pictures/b.jpg" alt="B"></figure>'
    )
    other = image_of("b")
    other["/media/pictures/b.jpg"].credit = "<Veld> & Co"

    found = page(two, {**image_of("a"), **other})

    assert found.select_one(".credit").get_text() == "Ines Falk · <Veld> & Co"


def test_a_feed_gets_one_jpeg_with_its_size_and_its_host():
    found = in_feed(figure("a"), image_of("a", **cut_to("standard")))

    assert not found.select("picture, source")
    assert found.img["src"] == f"{settings.SITE_URL}/media/pictures/a-standard-960.jpg"
    assert (found.img["width"], found.img["height"]) == SIZE
    assert found.img["alt"] == "A & B"


def test_a_table_scrolls_in_a_place_that_keyboards_reach_and_that_has_a_name():
    named, second = TABLE.format(caption="<caption>The bridge</caption>"), TABLE.format(caption="")

    first, other = page(f"{named}<p>a</p>{second}").select("div.scroll")

    assert first["tabindex"] == other["tabindex"] == "0"
    assert first.caption["id"] == first["aria-labelledby"]
    assert other["aria-label"] == "Table 2"


def test_a_table_within_a_table_has_one_place_to_scroll():
    inner = TABLE.format(caption="")
    found = page(inner.replace("1931", inner))

    assert len(found.select(".scroll")) == 1
    assert len(found.select(".scroll > table table")) == 1


def test_no_title_in_a_box_is_a_part_of_the_story_whatever_stands_before_it():
    box = f'<aside class="fact-box"><h2>One</h2>{TABLE.format(caption="")}<h2>Two</h2></aside><h2>Part</h2>'

    _, parts = body.for_page(box, {})

    assert [part.words for part in parts] == ["Part"]


def test_boxes_of_facts_have_names_of_their_own_and_other_boxes_are_no_landmarks():
    facts = '<aside class="fact-box"><h3>The bridge</h3><p>It lifts.</p></aside>'
    rest = (
        '<aside class="fact-box"><p>No title.</p></aside><aside class="pull-quote"><p>“It lifts.”</p></aside>'
    )

    found = page(facts + rest + facts)

    names = [box["aria-labelledby"] for box in found.select("aside")]
    assert len(set(names)) == 2
    assert [found.select_one(f"#{name}").get_text() for name in names] == ["The bridge", "The bridge"]
    assert [box["class"] for box in found.select("div")] == [["fact-box"], ["pull-quote"]]


@pytest.mark.django_db
class TestPublished:
    """The way from the desk to a page."""

    def test_a_version_knows_the_pictures_in_its_text_and_needs_no_second_query(self, paper, count_queries):
        image, other = picture("Inside"), picture("Elsewhere", "#775533")
        article = paper.live(body=stories.BODY + self.shown(image))

        assert list(paper.version(article).pictures.all()) == [image]
        found = soup(count_queries(f"/city/{article.slug}/", 1).content)
        inside = found.select_one(".prose picture img")
        assert (inside["width"], inside["height"]) == ("640", "427")
        assert other.file.name not in str(found)

    def test_a_feed_needs_no_more_queries_for_them(self, paper, client, count_queries):
        paper.live(body=stories.BODY + self.shown(picture("Inside")))

        count_queries("/feeds/latest.rss", 2)

        inside = soup(read(client).entries[0].content[0].value.encode()).img
        assert (inside["width"], inside["height"]) == ("640", "427")
        assert "Ines Falk / The Courier" in read(client).entries[0].content[0].value

    def test_a_preview_of_what_is_not_stored_shows_them_as_well(self, paper, client):
        image = picture("Inside")
        version = PublishedVersion(html=self.shown(image))

        assert body.for_page(version.html, pictures.in_text(version))[0].count("<picture>") == 1

    def test_versions_from_before_are_given_theirs(self, paper, monkeypatch):
        image = picture("Inside")
        with monkeypatch.context() as patch:
            patch.setattr(pictures, "names_in", lambda html: set())
            article = paper.live(body=stories.BODY + self.shown(image))
        assert not paper.version(article).pictures.exists()

        import_module("articles.migrations.0006_pictures_in_a_text").note_pictures(apps, None)

        assert list(paper.version(article).pictures.all()) == [image]

    def test_no_other_picture_can_be_noted_and_none_be_taken_off(self, paper, tmp_path):
        image, other = picture("Inside"), picture("Elsewhere", "#775533")
        version = paper.version(paper.live(body=stories.BODY + self.shown(image)))
        through = PublishedVersion.pictures.through

        doors.refuses_insert(lambda: through(publishedversion=version, image=other), tmp_path)
        with pytest.raises(Exception, match="A version is immutable"):
            version.pictures.clear()

    def test_a_withdrawn_one_is_left_out_with_its_credit(self, paper, client, cleo):
        image = picture("Inside")
        article = paper.live(body=stories.BODY + self.shown(image))
        withdraw(image=image, actor=cleo, now=paper.clock.tick(), reason="Taken back.")

        html = client.get(f"/city/{article.slug}/").content.decode()

        assert image.file.name not in html
        assert image.credit not in html

    @staticmethod
    def shown(image: Image) -> str:
        return f'<figure><img src="{image.file.url}" alt="A scene"></figure>'
