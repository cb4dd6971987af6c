"""The paper's own records: corrections, follow, robots.txt, sitemap."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from newsroom.models.masthead import Masthead
from tests.articles.press.conftest import soup

pytestmark = pytest.mark.django_db
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def correct(paper, article, text, kind=CorrectionKind.CORRECTION):
    note = actions.Note(kind, text)
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)


def notes(client):
    found = soup(client.get("/corrections/").content)
    return [(entry.h2.text, entry.select_one(".note").text) for entry in found.select("article.correction")]


def test_corrections_are_listed_newest_first_with_their_story(paper, client):
    correct(paper, paper.live(headline="One", slug="one"), "First note.")
    correct(paper, paper.live(headline="Two", slug="two"), "Second note.")

    assert notes(client) == [("Two", "Second note."), ("One", "First note.")]


def test_of_a_withdrawn_story_only_the_retraction_stays_without_headline(paper, client, cleo):
    article = paper.live(headline="Mayor accused", slug="one")
    correct(paper, article, "A sum was wrong.")
    correct(paper, article, "The letter was forged.", CorrectionKind.RETRACTION)
    actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(), reason="Forged.")

    assert notes(client) == [("A story that was withdrawn", "The letter was forged.")]


def test_follow_names_every_feed_with_its_whole_address(paper, client, settings):
    paper.live()
    Masthead.objects.update(follow_text="Stay with us")

    found = soup(client.get("/follow/").content)

    assert found.h1.text == "Stay with us"
    addresses = [link.text for link in found.select("dl.feeds a")]
    assert f"{settings.SITE_URL}/feeds/latest.rss" in addresses
    for link in found.select("dl.feeds a"):
        assert client.get(link["href"]).status_code == 200


def test_robots_may_read_all_but_the_desk(client, db, settings):
    text = client.get("/robots.txt").content.decode()

    assert [line for line in text.splitlines() if line.startswith("Disallow")] == [
        "Disallow: /admin/",
        "Disallow: /preview/",
    ]
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in text


def test_the_sitemap_names_what_is_live_and_nothing_else(
    paper, client, cleo, settings, django_assert_max_num_queries
):
    paper.live(slug="one")
    gone = paper.live(slug="two")
    actions.withdraw(article=gone, actor=cleo, now=paper.clock.tick(), reason="By mistake.")
    client.get("/")

    with django_assert_max_num_queries(1):
        response = client.get("/sitemap.xml")
    places = [node.text for node in ElementTree.fromstring(response.content).iter(LOC)]  # noqa: S314 - our own page

    assert places == [f"{settings.SITE_URL}{path}" for path in ("/", "/city/", "/city/one/")]
