"""robots.txt, read as a crawler reads it."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest
from django.core.cache import cache

from newsroom.models.masthead import Crawlers, Masthead

pytestmark = pytest.mark.django_db
READABLE = ("/", "/city/bridge/", "/feeds/latest.rss", "/sitemap.xml", "/search/?q=bridge")


@pytest.fixture
def rules(client, settings):
    def ask(policy=None):
        if policy is not None:
            Masthead.objects.update(ai_crawlers=policy)
            cache.clear()
        parser = RobotFileParser()
        parser.parse(client.get("/robots.txt").content.decode().splitlines())
        return lambda agent, path: parser.can_fetch(agent, f"{settings.SITE_URL}{path}")

    return ask


@pytest.mark.parametrize("policy", Crawlers.values)
@pytest.mark.parametrize("agent", ["Googlebot", "Bingbot", "NetNewsWire", "Applebot", "Mozilla/5.0"])
def test_search_engines_and_readers_may_read_all_but_the_desk(rules, policy, agent):
    may = rules(policy)

    assert all(may(agent, path) for path in READABLE)
    assert not may(agent, "/admin/")
    assert not may(agent, "/preview/7/")


@pytest.mark.parametrize(
    ("policy", "training", "search"),
    [(Crawlers.ALLOW, True, True), (Crawlers.SEARCH, False, True), (Crawlers.REFUSE, False, False)],
)
def test_crawlers_of_machine_learning_are_told_what_the_masthead_says(rules, policy, training, search):
    may = rules(policy)

    for agent in ("GPTBot", "ClaudeBot", "CCBot", "Google-Extended", "Applebot-Extended", "Bytespider",
                  "meta-externalagent", "Amazonbot"):  # fmt: skip
        assert may(agent, "/city/bridge/") is training
        assert may(agent, "/feeds/latest.rss") is training
    for agent in ("OAI-SearchBot", "ChatGPT-User", "PerplexityBot", "Claude-SearchBot"):
        assert may(agent, "/city/bridge/") is search


def test_a_new_paper_refuses_training_and_allows_search(rules):
    may = rules()

    assert not may("GPTBot", "/")
    assert may("PerplexityBot", "/")


def test_it_names_both_sitemaps_with_their_host(client, settings):
    lines = client.get("/robots.txt").content.decode().splitlines()

    assert [line for line in lines if line.startswith("Sitemap")] == [
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
        f"Sitemap: {settings.SITE_URL}/news-sitemap.xml",
    ]
