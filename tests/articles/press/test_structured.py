"""What machines read in the head of a story."""

from __future__ import annotations

import json
from datetime import datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.version import PublishedVersion
from articles.press.structured import digital_source
from tests.articles.press.conftest import picture, soup

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def head(client, article):
    return soup(client.get(f"/city/{article.slug}/").content).head


def test_the_facts_are_those_of_the_page(paper, client):
    article = paper.live(hero=picture(), hero_alt="A bridge", headline="Ships & <sails>")
    note = actions.Note(CorrectionKind.CORRECTION, "It was </script> eleven.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    facts = json.loads(head(client, article).select_one('script[type="application/ld+json"]').string)

    assert facts["@type"] == "NewsArticle"
    assert facts["headline"] == "Ships & <sails>"
    assert facts["author"][0]["name"] == "Ada Brandt"
    assert facts["correction"][0]["text"] == "It was </script> eleven."
    assert facts["image"][0]["url"].startswith("http")
    assert (facts["image"][0]["width"], facts["image"][0]["creditText"]) == (640, "Ines Falk / The Courier")
    assert facts["keywords"] == ["Harbour"]
    assert facts["wordCount"] == paper.version(article).word_count
    assert facts["isAccessibleForFree"] is True
    assert "alternativeHeadline" not in facts


def test_one_address_stands_everywhere(paper, client, settings):
    article = paper.live()
    found = head(client, article)
    address = f"{settings.SITE_URL}/city/{article.slug}/"

    assert found.select_one('link[rel="canonical"]')["href"] == address
    assert found.select_one('meta[property="og:url"]')["content"] == address
    assert json.loads(found.script.string)["mainEntityOfPage"] == address


def test_the_pages_own_feed_is_named_first(paper, client):
    article = paper.live()

    for address, own in (
        (f"/city/{article.slug}/", "/feeds/section/city.rss"),
        ("/city/", "/feeds/section/city.rss"),
        ("/topics/harbour/", "/feeds/topic/harbour.rss"),
        ("/authors/ada/", "/feeds/author/ada.rss"),
        ("/corrections/", "/feeds/corrections.rss"),
    ):
        found = soup(client.get(address).content)
        feeds = [link["href"] for link in found.select('link[type="application/rss+xml"]')]
        assert feeds == [own, "/feeds/latest.rss"]
        assert client.get(own).status_code == 200


def facts_of(client, article):
    return json.loads(head(client, article).select_one('script[type="application/ld+json"]').string)


def test_the_way_to_a_story_is_told(paper, client, settings):
    article = paper.live()
    scripts = head(client, article).select('script[type="application/ld+json"]')

    steps = json.loads(scripts[1].string)["itemListElement"]

    assert [step["item"] for step in steps] == [
        f"{settings.SITE_URL}{path}" for path in ("/", "/city/", f"/city/{article.slug}/")
    ]


def test_the_quick_take_is_the_abstract_and_says_where_it_comes_from(paper, client, cleo):
    article = paper.live(box=True)
    facts, version = facts_of(client, article), paper.version(article)

    assert facts["abstract"] == " ".join(bullet["text"] for bullet in version.bullet_list)
    assert facts["hasPart"]["description"] == version.sentence
    # The engine of the tests picks sentences; nothing was trained.
    assert facts["hasPart"]["digitalSourceType"] == "https://schema.org/AlgorithmicMediaDigitalSource"
    assert "digitalSourceType" not in facts
    box = soup(client.get(f"/city/{article.slug}/").content).select(facts["hasPart"]["cssSelector"])
    assert len(box) == 1

    actions.hide_quick_take(article=article, actor=cleo, now=paper.clock.tick(), reason="A number is wrong.")

    hidden = facts_of(client, article)
    assert "abstract" not in hidden
    assert "hasPart" not in hidden


@pytest.mark.parametrize(
    ("origins", "model", "said"),
    [
        (["machine", "machine"], "quill-2", "TrainedAlgorithmicMediaDigitalSource"),
        (["machine", "edited"], "quill-2", "CompositeWithTrainedAlgorithmicMediaDigitalSource"),
        (["machine", "newsroom"], "quill-2", "CompositeWithTrainedAlgorithmicMediaDigitalSource"),
        (["machine", "edited"], "", "AlgorithmicMediaDigitalSource"),
        (["newsroom"], "quill-2", ""),
    ],
)
def test_the_origin_is_said_in_the_words_of_iptc(origins, model, said):
    bullets = json.dumps([{"text": "A point.", "origin": origin, "evidence": []} for origin in origins])
    version = PublishedVersion(bullets=bullets, provenance={"model": model} if model else {})

    assert digital_source(version).removeprefix("https://schema.org/") == said


def test_page_feeds_structured_data_and_sitemaps_agree_to_the_second(paper, client, settings):
    paper.clock.tick(microseconds=123456)
    article = paper.live(box=True, slug="one")
    note = actions.Note(CorrectionKind.CORRECTION, "A name was wrong.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(seconds=7), note=note)
    version, facts = paper.version(article), facts_of(client, article)
    page = soup(client.get("/city/one/").content)
    shown = [one["datetime"] for one in page.select(".byline time")]
    meta = {
        name: page.select_one(f'meta[property="article:{name}_time"]')["content"]
        for name in ("published", "modified")
    }
    feed = json.loads(client.get("/feeds/latest.json").content)["items"][0]
    atom = ElementTree.fromstring(client.get("/feeds/latest.atom").content)  # noqa: S314 - our own feed
    rss = ElementTree.fromstring(client.get("/feeds/latest.rss").content)  # noqa: S314
    places = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    news = ElementTree.fromstring(client.get("/news-sitemap.xml").content)  # noqa: S314

    published = [
        shown[0],
        meta["published"],
        facts["datePublished"],
        feed["date_published"],
        atom.findtext(f".//{ATOM}entry/{ATOM}published"),
        parsedate_to_datetime(rss.findtext(".//item/pubDate")).isoformat(),
        news.findtext(".//{http://www.google.com/schemas/sitemap-news/0.9}publication_date"),
    ]
    updated = [
        shown[1],
        meta["modified"],
        facts["dateModified"],
        facts["correction"][0]["datePublished"],
        feed["date_modified"],
        atom.findtext(f".//{ATOM}entry/{ATOM}updated"),
        rss.findtext(f".//item/{ATOM}updated"),
        places.findtext(".//{http://www.sitemaps.org/schemas/sitemap/0.9}lastmod"),
    ]
    assert {datetime.fromisoformat(one) for one in published} == {version.published_at.replace(microsecond=0)}
    assert {datetime.fromisoformat(one) for one in updated} == {version.updated_at.replace(microsecond=0)}


def test_other_sites_are_told_who_wrote_it_and_what_about(paper, client, settings):
    article = paper.live(hero=picture(), hero_alt="A bridge")
    found = head(client, article)

    def said(name):
        return [one["content"] for one in found.select(f'meta[property="{name}"]')]

    assert said("article:author") == [f"{settings.SITE_URL}/authors/ada/"]
    assert said("article:section") == ["City"]
    assert said("article:tag") == ["Harbour"]
    assert said("og:type") == ["article"]
    assert said("og:image:alt") == ["A bridge"]
    assert (said("og:image:type"), said("og:image:width")) == (["image/jpeg"], ["640"])
    assert [len(said(f"og:{name}")) for name in ("title", "description", "url", "site_name", "image")] == [
        1
    ] * 5


def test_a_story_without_a_picture_is_shared_with_a_card(paper, client):
    found = head(client, paper.live())

    assert found.select_one('meta[property="og:image:type"]')["content"] == "image/png"
    assert found.select_one('meta[property="og:image"]')["content"].startswith("http")


def test_every_page_has_one_canonical_address_that_answers(paper, client, settings):
    article = paper.live(box=True, slug="one")
    pages = ("/", "/city/", "/topics/harbour/", "/authors/ada/", "/corrections/", "/follow/", "/about/")

    for address in (*pages, f"/city/{article.slug}/", f"/city/{article.slug}/how/"):
        found = soup(client.get(address).content)
        assert [one["href"] for one in found.select('link[rel="canonical"]')] == [
            f"{settings.SITE_URL}{address}"
        ]
        shared = [one["content"] for one in found.select('meta[property="og:url"]')]
        assert shared in ([], [f"{settings.SITE_URL}{address}"])
