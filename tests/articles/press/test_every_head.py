"""The head of every page: where it is, what it is about, the picture that other sites show, and facts for machines."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.cache import cache

from articles.models.address import Address
from articles.press.json_ld import POLICIES
from newsroom.models.image import Image
from newsroom.models.masthead import Masthead
from tests.articles.press.conftest import picture, soup

pytestmark = pytest.mark.django_db

# Page → the kind that schema.org has for it.
PAGES = {
    "/": "WebSite",
    "/city/": "CollectionPage",
    "/topics/harbour/": "CollectionPage",
    "/authors/ada/": "ProfilePage",
    "/archive/": "CollectionPage",
    "/archive/2026/05/": "CollectionPage",
    "/archive/2026/05/12/": "CollectionPage",
    "/corrections/": "CollectionPage",
    "/about/": "AboutPage",
    "/follow/": "WebPage",
    "/city/bridge/how/": "WebPage",
}


def head(client: Any, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, address
    return soup(response.content).head


def said(found: Any, name: str) -> str:
    (meta,) = found.select(f'meta[property="{name}"], meta[name="{name}"]')
    return str(meta["content"])


def facts(found: Any) -> list[Any]:
    return [json.loads(one.string) for one in found.select('script[type="application/ld+json"]')]


@pytest.mark.parametrize("address", PAGES)
def test_each_page_says_where_it_is_what_it_is_about_and_shows_a_picture(paper, client, settings, address):
    paper.live(box=True, slug="bridge")
    Masthead.objects.update(strapline="News from the harbour")
    cache.clear()

    found = head(client, address)

    assert found.select_one('link[rel="canonical"]')["href"] == said(found, "og:url")
    assert said(found, "og:url") == settings.SITE_URL + address
    assert said(found, "description") == said(found, "og:description") != ""
    assert said(found, "og:title")
    assert said(found, "og:image:alt")
    shown = client.get(said(found, "og:image").removeprefix(settings.SITE_URL))
    assert shown["Content-Type"] == said(found, "og:image:type") == "image/png"
    assert said(found, "twitter:card") == "summary_large_image"


@pytest.mark.parametrize(("address", "kind"), PAGES.items())
def test_each_page_has_facts_for_machines(paper, client, settings, address, kind):
    paper.live(box=True, slug="bridge")

    first, *others = facts(head(client, address))

    assert first["@type"] == kind
    way = [one for one in others if one["@type"] == "BreadcrumbList"]
    if address != "/":
        assert way[0]["itemListElement"][-1]["item"] == settings.SITE_URL + address


@pytest.mark.parametrize(
    "address", ["/", "/city/", "/topics/harbour/", "/archive/2026/05/12/", "/city/bridge/how/"]
)
def test_a_page_shares_the_first_picture_on_it(paper, client, settings, address):
    hero = picture()
    paper.live(box=True, slug="bridge", hero=hero, hero_alt="A bridge at dawn")

    found = head(client, address)

    assert said(found, "og:image") == settings.SITE_URL + hero.file.url
    assert said(found, "og:image:alt") == "A bridge at dawn"
    assert (said(found, "og:image:width"), said(found, "og:image:height")) == ("640", "427")


def test_an_author_shares_a_face(paper, client, settings):
    author = paper.ada.author
    author.portrait = picture("Ada")
    Image.objects.update(renditions={"square": {"webp": [96], "jpeg": [400]}})
    author.save()

    found = head(client, "/authors/ada/")

    assert said(found, "og:image").endswith("-square-400.jpg")
    assert said(found, "og:image:alt") == author.name
    assert said(found, "twitter:card") == "summary"


def test_a_later_page_of_a_list_is_called_the_same_everywhere(paper, client, monkeypatch):
    monkeypatch.setattr("articles.press.stories.STORIES_ON_A_PAGE", 1)
    for number in range(3):
        paper.live(slug=f"s{number}")
    older = soup(client.get("/topics/harbour/").content).select_one('.pager a[rel="next"]')["href"]

    found = head(client, f"/topics/harbour/{older}")

    assert "before=" in said(found, "og:url")
    assert said(found, "og:url") == found.select_one('link[rel="canonical"]')["href"]


def test_the_papers_card_follows_its_words(client, db):
    first = said(head(client, "/about/"), "og:image")
    Masthead.objects.update(name="Another Paper")
    cache.clear()

    assert said(head(client, "/about/"), "og:image") != first
    assert client.get("/cards/0123.png").status_code == 404


def test_how_a_quick_take_was_made_is_kept_from_search_engines_with_its_story(paper, client):
    paper.live(box=True, slug="bridge")
    Address.objects.update(no_index=True)

    assert said(head(client, "/city/bridge/how/"), "robots") == "noindex"


class TestStory:
    """What is new in the facts of a story."""

    def test_without_a_picture_the_card_stands_for_it(self, paper, client, settings):
        paper.live(slug="bridge")
        found = head(client, "/city/bridge/")

        (image,) = facts(found)[0]["image"]

        assert image["url"] == said(found, "og:image")
        assert (image["width"], image["height"]) == (1200, 630)

    def test_a_picture_says_who_made_it_and_on_what_terms(self, paper, client):
        hero = picture()
        hero.creator, hero.copyright, hero.rights = "Ines Falk", "© Falk", "https://licence.example/by"
        hero.save()
        paper.live(slug="bridge", hero=hero, hero_alt="A bridge")

        (image,) = facts(head(client, "/city/bridge/"))[0]["image"]

        assert image["creator"] == {"@type": "Person", "name": "Ines Falk"}
        assert image["copyrightNotice"] == "© Falk"
        assert image["license"] == "https://licence.example/by"

    def test_terms_in_words_are_no_address(self, paper, client):
        hero = picture()
        hero.rights = "One week, see https://licence.example/by"
        hero.save()
        paper.live(slug="bridge", hero=hero, hero_alt="A bridge")

        (image,) = facts(head(client, "/city/bridge/"))[0]["image"]

        assert {"license", "creator", "copyrightNotice"} & set(image) == set()


def test_a_policy_is_named_once_it_says_something_and_leads_to_its_heading(client, db):
    assert not set(facts(head(client, "/about/"))[0]["mainEntity"]) & set(POLICIES)
    Masthead.objects.update(**{column: f"Words of {column}." for _, column in POLICIES.values()})
    cache.clear()

    page = soup(client.get("/about/").content)
    named = facts(page.head)[0]["mainEntity"]

    for name, (_, column) in POLICIES.items():
        heading = page.find(id=named[name].partition("#")[2])
        assert heading.name == "h2"
        assert heading.find_next_sibling("p").text == f"Words of {column}."
