"""What machines read on fronts, lists and author pages."""

from __future__ import annotations

import json

import pytest
from django.core.cache import cache

from newsroom.models.masthead import Masthead
from tests.articles.press.conftest import picture, soup

pytestmark = pytest.mark.django_db


def scripts(client, address):
    cache.clear()
    found = soup(client.get(address).content).select('script[type="application/ld+json"]')
    facts = [json.loads(one.string) for one in found]
    assert all(one["@context"] == "https://schema.org" for one in facts)
    return {one["@type"]: one for one in facts}


def listed(page):
    return [(row["position"], row["url"]) for row in page["mainEntity"]["itemListElement"]]


def test_the_front_page_tells_of_the_site_its_search_and_its_stories(paper, client, settings):
    for number in range(8):
        paper.live(slug=f"story-{number}")

    found = scripts(client, "/")

    site = found["WebSite"]
    assert site["name"] == "The Newsroom"
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{settings.SITE_URL}/search/?q={{words}}"
    on_the_page = [
        link["href"] for link in soup(client.get("/").content).main.select("h2 a, h3 a, .latest a")
    ]
    rows = listed(found["CollectionPage"])
    assert [position for position, _ in rows] == list(range(1, 9))
    assert sorted(url for _, url in rows) == sorted(f"{settings.SITE_URL}{path}" for path in on_the_page)


@pytest.mark.parametrize(("address", "name"), [("/city/", "City"), ("/topics/harbour/", "Harbour")])
def test_a_list_says_what_is_on_it_and_where_it_stands(paper, client, settings, address, name):
    paper.live(slug="one")
    paper.live(slug="two")

    found = scripts(client, address)

    assert found["CollectionPage"]["name"] == name
    assert listed(found["CollectionPage"]) == [
        (1, f"{settings.SITE_URL}/city/two/"),
        (2, f"{settings.SITE_URL}/city/one/"),
    ]
    assert [(step["name"], step["item"]) for step in found["BreadcrumbList"]["itemListElement"]] == [
        ("The Newsroom", f"{settings.SITE_URL}/"),
        (name, f"{settings.SITE_URL}{address}"),
    ]


def test_an_author_is_a_person_with_what_the_page_shows(paper, client, ada, settings):
    ada.author.bio, ada.author.title = "Writes about </script> the harbour.", "Harbour correspondent"
    ada.author.links = [{"label": "Elsewhere", "url": "https://elsewhere.example/@ada"}]
    ada.author.portrait = picture("Ada")
    ada.author.save()
    paper.live()

    person = scripts(client, "/authors/ada/")["ProfilePage"]["mainEntity"]

    assert person["@type"] == "Person"
    assert person["description"] == "Writes about </script> the harbour."
    assert person["sameAs"] == ["https://elsewhere.example/@ada"]
    assert person["jobTitle"] == "Harbour correspondent"
    assert person["image"]["url"].startswith("http")
    assert person["worksFor"]["name"] == "The Newsroom"


def test_the_paper_names_only_policies_that_are_there(paper, client, settings):
    paper.live()
    bare = scripts(client, "/")["WebSite"]["publisher"]
    Masthead.objects.update(
        principles="We ask twice.",
        responsible_editor="Cleo Varga",
        contact_email="desk@courier.example",
        channels=[{"label": "Letter", "url": "https://letter.example/"}],
    )
    full = scripts(client, "/")["WebSite"]["publisher"]

    assert "publishingPrinciples" not in bare
    assert full["@type"] == "NewsMediaOrganization"
    assert full["sameAs"] == ["https://letter.example/"]
    about = soup(client.get("/about/").content)
    policies = (
        "publishingPrinciples",
        "ethicsPolicy",
        "correctionsPolicy",
        "masthead",
        "actionableFeedbackPolicy",
    )
    for policy in policies:
        page, _, anchor = full[policy].partition("#")
        assert page == f"{settings.SITE_URL}/about/"
        assert about.find(id=anchor)


def test_the_logo_is_the_mastheads_or_the_papers_sign(paper, client):
    sign = scripts(client, "/")["WebSite"]["publisher"]["logo"]
    Masthead.objects.update(logo=picture("Logo"))
    own = scripts(client, "/")["WebSite"]["publisher"]["logo"]

    assert sign["url"].endswith(".png")
    assert (sign["width"], sign["height"]) == (512, 512)
    assert (own["width"], own["height"]) == (640, 427)
