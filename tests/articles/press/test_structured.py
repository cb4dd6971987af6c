"""What machines read in the head of a story."""

from __future__ import annotations

import json

import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from tests.articles.press.conftest import picture, soup

pytestmark = pytest.mark.django_db


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
    assert facts["image"][0].startswith("http")


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
