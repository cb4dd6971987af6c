"""The pages on which the paper speaks of itself: follow and about."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from newsroom.models.masthead import Crawlers, Masthead
from tests.articles.press.conftest import soup

pytestmark = pytest.mark.django_db


def page(client, address, **masthead):
    if masthead:
        Masthead.objects.update(**masthead)
        cache.clear()
    return soup(client.get(address).content)


def test_follow_shows_every_feed_in_every_format_with_its_whole_address(paper, client, settings):
    paper.live(box=True)

    found = page(client, "/follow/", follow_text="Stay with us")

    assert found.h1.text == "Stay with us"
    links = found.select("dl.feeds a")
    shown = {link.text for link in links}
    for name in ("latest", "digest", "corrections", "section/city", "topic/harbour", "author/ada"):
        for ending in ("rss", "atom", "json"):
            assert f"{settings.SITE_URL}/feeds/{name}.{ending}" in shown
    assert len(links) == len(shown)
    for link in links:
        assert client.get(link["href"]).status_code == 200


def test_whom_nothing_is_published_by_is_not_listed(paper, client):
    assert "Ada Brandt" not in page(client, "/follow/").main.text
    paper.live()

    assert "Ada Brandt" in page(client, "/follow/").main.text
    assert "Ben Osei" not in page(client, "/follow/").main.text


def test_follow_names_the_papers_own_channels_and_the_preferred_source(client, db):
    channels = [{"label": "Letter <daily>", "url": "https://letter.example/"}]
    found = page(
        client,
        "/follow/",
        channels=channels,
        google_url="https://search.example/preferences/source?q=courier.example",
        google_text="Prefer us",
    )

    assert [(link.text, link["href"]) for link in found.select(".channels a")] == [
        ("Letter <daily>", "https://letter.example/")
    ]
    assert found.find("a", string="Prefer us")["href"].startswith("https://search.example/")


def test_about_says_who_answers_and_by_which_rules(client, db):
    found = page(
        client,
        "/about/",
        responsible_editor="Cleo Varga",
        contact_email="desk@courier.example",
        principles="We ask twice.\n\nWe print once.",
        corrections_policy="We say what was wrong.",
        summaries_policy="A programme drafts, an editor decides.",
    )

    for anchor, words in (
        ("responsible", "Cleo Varga"),
        ("principles", "We ask twice."),
        ("corrections", "We say what was wrong."),
        ("quick-takes", "A programme drafts"),
        ("contact", "desk@courier.example"),
    ):
        heading = found.find(id=anchor)
        assert words in heading.find_next_sibling("p").text
    assert [link["href"] for link in found.select('.foot a[href="/about/"]')] == ["/about/"]


def test_what_the_masthead_does_not_say_has_no_heading(client, db):
    found = page(client, "/about/", principles="", responsible_editor="", contact_email="")

    assert [one["id"] for one in found.select("h2[id]")] == ["corrections", "quick-takes", "crawlers"]


def test_about_tells_the_policy_for_crawlers_in_words(client, db):
    said = {
        policy: page(client, "/about/", ai_crawlers=policy).find(id="crawlers").find_next_sibling("p").text
        for policy in Crawlers.values
    }

    assert len(set(said.values())) == 3
    assert "not to" not in said[Crawlers.ALLOW]
    assert "train" in said[Crawlers.SEARCH]
    assert "every crawler" in said[Crawlers.REFUSE]
