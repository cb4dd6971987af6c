"""Search and archive can be reached from every public page, and from where nothing stands."""

from __future__ import annotations

import pytest

from tests.articles.press.conftest import soup

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/city/", "/city/bridge/", "/follow/", "/nowhere/"])
def test_every_page_has_a_field_and_a_link_to_the_search(client, paper, address):
    paper.live(slug="bridge")

    head = soup(client.get(address).content).header

    assert head.select_one("a.find-link")["href"] == "/search/"
    form = head.select_one("form[role=search]")
    assert (form["action"], form.get("method", "get")) == ("/search/", "get")
    assert form.select_one("input[name=q]")["aria-label"]
    assert form["aria-label"]


@pytest.mark.parametrize("address", ["/", "/city/bridge/", "/search/"])
def test_the_foot_of_every_page_leads_to_the_archive(client, paper, address):
    paper.live(slug="bridge")

    assert soup(client.get(address).content).select_one('.foot a[href="/archive/"]')


def test_whoever_meets_nothing_may_search(client, db):
    response = client.get("/city/never/")

    assert response.status_code == 404
    assert {link["href"] for link in soup(response.content).main.select("a")} >= {"/search/", "/archive/"}


def test_the_page_of_the_search_itself_may_be_in_search_engines(client):
    page = soup(client.get("/search/").content)

    assert page.select_one("meta[name=robots]")["content"] == "max-image-preview:large"
    assert page.select_one("link[rel=canonical]")["href"].endswith("/search/")
