"""The sitemaps as a search engine reads them: addresses that answer, dates that are those of the page, nothing kept back."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree

import pytest

from articles import actions
from articles.models.kind import Kind
from articles.models.taxonomy import Section, Topic
from articles.press import chrome, sitemaps

pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
OWN = [
    "/",
    "/about/",
    "/follow/",
    "/corrections/",
    "/archive/",
    "/city/",
    "/topics/harbour/",
    "/authors/ada/",
    "/archive/2026/05/12/",
]


def read(client, address="/sitemap.xml"):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own page


def places(tree):
    return [node.text for node in tree.iter(f"{MAP}loc")]


def test_it_names_what_is_live_and_nothing_else(paper, client, cleo, settings):
    paper.live(slug="one")
    gone = paper.live(slug="two")
    actions.withdraw(article=gone, actor=cleo, now=paper.clock.tick(), reason="By mistake.")
    kept = paper.live(slug="three")
    actions.keep_from_search(article=kept, actor=paper.ben, now=paper.clock.tick(), kept=True)
    Topic.objects.create(name="Nothing yet", slug="nothing-yet")
    Section.objects.create(name="Weather", slug="weather")

    found = places(read(client))

    assert found == [f"{settings.SITE_URL}{path}" for path in (*OWN, "/city/one/")]
    assert {client.get(place.removeprefix(settings.SITE_URL)).status_code for place in found} == {200}


def test_its_questions_do_not_grow_with_the_paper(paper, client, django_assert_max_num_queries):
    paper.live(slug="one")
    chrome.current()
    with django_assert_max_num_queries(6):
        client.get("/sitemap.xml")
    for number in range(4):
        paper.live(slug=f"more-{number}")
    chrome.current()
    with django_assert_max_num_queries(6):
        client.get("/sitemap.xml")


def test_a_large_paper_gets_a_list_of_files_that_hold_every_story_once(paper, client, settings, monkeypatch):
    monkeypatch.setattr(sitemaps, "STORIES_IN_A_FILE", 2)
    stories = [paper.live(slug=f"story-{number}") for number in range(4)]
    whole = read(client)

    assert whole.tag == f"{MAP}sitemapindex"
    files = [place.removeprefix(settings.SITE_URL) for place in places(whole)]
    assert files[0] == "/sitemaps/pages.xml"
    assert places(read(client, files[0])) == [f"{settings.SITE_URL}{path}" for path in OWN]
    inside = [place for file in files[1:] for place in places(read(client, file))]
    assert sorted(inside) == sorted(f"{settings.SITE_URL}/city/{story.slug}/" for story in stories)
    assert client.get("/sitemaps/stories-999.xml").status_code == 404


def test_the_news_of_two_days_stand_with_name_language_date_and_title(paper, client, settings):
    old = paper.live(slug="old", headline="Old")
    paper.clock.tick(days=2)
    fresh = paper.live(slug="fresh", headline="Fresh & new", language="de-AT")

    urls = list(read(client, "/news-sitemap.xml").iter(f"{MAP}url"))

    assert [url.findtext(f"{MAP}loc") for url in urls] == [f"{settings.SITE_URL}/city/fresh/"]
    news = urls[0].find(f"{NEWS}news")
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "The Newsroom"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "de"
    assert news.findtext(f"{NEWS}title") == "Fresh & new"
    published = datetime.fromisoformat(news.findtext(f"{NEWS}publication_date"))
    assert published == paper.version(fresh).published_at.replace(microsecond=0)
    assert paper.version(old).published_at < published


def test_without_news_the_newest_story_stands_there_as_none(paper, client, settings):
    assert places(read(client, "/news-sitemap.xml")) == [f"{settings.SITE_URL}/"]
    paper.live(slug="older")
    paper.live(slug="old")
    paper.clock.tick(days=3)

    tree = read(client, "/news-sitemap.xml")

    assert places(tree) == [f"{settings.SITE_URL}/city/old/"]
    assert not list(tree.iter(f"{NEWS}news"))


def test_what_a_kind_or_an_editor_keeps_back_is_no_news(paper, client, settings):
    paper.live(slug="one")
    notice = Kind.objects.create(name="Notice", slug="notice", in_news_sitemap=False)
    paper.live(slug="two", kind=notice)
    kept = paper.live(slug="three")
    actions.keep_from_search(article=kept, actor=paper.ben, now=paper.clock.tick(), kept=True)

    assert places(read(client, "/news-sitemap.xml")) == [f"{settings.SITE_URL}/city/one/"]


def test_no_more_than_a_thousand_are_news(paper, client, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
    for number in range(3):
        paper.live(slug=f"story-{number}")

    assert [place.rsplit("/", 2)[1] for place in places(read(client, "/news-sitemap.xml"))] == [
        "story-2",
        "story-1",
    ]


@pytest.mark.parametrize(
    ("tag", "language"),
    [("en-GB", "en"), ("de", "de"), ("zh-Hant-HK", "zh-tw"), ("zh", "zh-cn"), ("ckb-Arab", "ckb")],
)
def test_languages_are_named_as_news_want_them(tag, language):
    assert sitemaps.language_of_news(tag) == language


@pytest.mark.parametrize("part", ["230584300921368", "230584300921369", "9" * 40])
def test_a_file_that_no_story_can_be_in_is_not_there(paper, client, part):
    paper.live()

    assert client.get(f"/sitemaps/stories-{part}.xml").status_code == 404
