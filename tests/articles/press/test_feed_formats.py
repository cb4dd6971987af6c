"""The three formats beside each other, and each against the rules of its specification."""

from __future__ import annotations

import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.taxonomy import Section
from tests.articles.press.conftest import picture, soup
from tests.factories import stories

pytestmark = pytest.mark.django_db

FEEDS = (
    "latest",
    "corrections",
    "digest",
    "section/city",
    "topic/harbour",
    "author/ada",
)
ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
MEDIA = "{http://search.yahoo.com/mrss/}"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
# What JSON Feed 1.1 knows, so that a misspelt member is seen.
MEMBERS = {
    "version", "title", "home_page_url", "feed_url", "description", "icon", "favicon", "authors", "language", "items",
}  # fmt: skip
ITEM_MEMBERS = {
    "id", "url", "title", "content_html", "summary", "image", "date_published", "date_modified", "authors", "tags",
    "language",
}  # fmt: skip
FORBIDDEN_IN_CONTENT = "script, style, iframe, form, object, embed, [style], [onclick], [onload]"


@pytest.fixture
def read(client):
    def ask(name: str, ending: str) -> Any:
        response = client.get(f"/feeds/{name}.{ending}")
        assert response.status_code == 200
        if ending == "json":
            return json.loads(response.content)
        return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed

    return ask


@pytest.fixture
def full(paper):
    """A paper with a corrected story, one in Arabic and one without anything beside its text."""
    told = paper.live(box=True, slug="one", hero=picture(), hero_alt="A bridge", headline="Ships & <sails>")
    paper.live(slug="two", language="ar", headline="الجسر مفتوح", standfirst="عاد الترام")
    paper.live(slug="three", standfirst="", body='<p>See <a href="/city/one/">this</a>.</p>' + stories.BODY)
    note = actions.Note(CorrectionKind.CORRECTION, "It was eleven < twelve months.")
    actions.correct(article=told, actor=paper.ben, now=paper.clock.tick(), note=note)
    # The digest tells of days that are over.
    paper.clock.tick(days=1)
    return told


def as_rss(tree: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": item.findtext("guid"),
            "link": item.findtext("link"),
            "title": item.findtext("title"),
            "published": parsedate_to_datetime(item.findtext("pubDate")),
            "updated": datetime.fromisoformat(item.findtext(f"{ATOM}updated")),
            "content": item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded"),
            "summary": soup(item.findtext("description").encode()).get_text(),
            "names": [one.text for one in item.iter("{http://purl.org/dc/elements/1.1/}creator")],
            "tags": [one.text for one in item.iter("category")],
            "language": item.findtext("{http://purl.org/dc/elements/1.1/}language") or "",
            "picture": [one.get("url") for one in item.iter(f"{MEDIA}content")],
        }
        for item in tree.iter("item")
    ]


def as_atom(tree: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": entry.findtext(f"{ATOM}id"),
            "link": entry.find(f"{ATOM}link[@rel='alternate']").get("href"),
            "title": entry.findtext(f"{ATOM}title"),
            "published": datetime.fromisoformat(entry.findtext(f"{ATOM}published")),
            "updated": datetime.fromisoformat(entry.findtext(f"{ATOM}updated")),
            "content": entry.findtext(f"{ATOM}content"),
            "summary": entry.findtext(f"{ATOM}summary") or "",
            "names": [one.findtext(f"{ATOM}name") for one in entry.iter(f"{ATOM}author")],
            "tags": [one.get("term") for one in entry.iter(f"{ATOM}category")],
            "language": entry.get(f"{XML}lang") or "",
            "picture": [one.get("url") for one in entry.iter(f"{MEDIA}content")],
        }
        for entry in tree.iter(f"{ATOM}entry")
    ]


def as_json(feed: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": item["id"],
            "link": item["url"],
            "title": item["title"],
            "published": datetime.fromisoformat(item["date_published"]),
            "updated": datetime.fromisoformat(item["date_modified"]),
            "content": item["content_html"],
            "summary": item.get("summary", ""),
            "names": [one["name"] for one in item.get("authors", [])],
            "tags": item.get("tags", []),
            "language": item.get("language", ""),
            "picture": [item["image"]] if "image" in item else [],
        }
        for item in feed["items"]
    ]


@pytest.mark.parametrize("name", FEEDS)
def test_the_formats_say_the_same(full, read, name):
    rss, atom, feed = as_rss(read(name, "rss")), as_atom(read(name, "atom")), as_json(read(name, "json"))

    assert rss
    assert rss == atom == feed
    assert [one["id"] for one in rss] == list(dict.fromkeys(one["id"] for one in rss))


@pytest.mark.parametrize("name", FEEDS)
def test_content_is_whole_html_with_absolute_addresses(full, read, name):
    for entry in as_atom(read(name, "atom")):
        found = soup(entry["content"].encode())

        assert not found.select(FORBIDDEN_IN_CONTENT)
        for tag, attribute in (("a", "href"), ("img", "src")):
            assert all(one[attribute].startswith(("http", "mailto:")) for one in found.select(tag))
        # Balanced: what a strict parser reads is what stands there.
        ElementTree.fromstring(f"<x>{entry['content']}</x>")  # noqa: S314 - our own feed


@pytest.mark.parametrize("name", FEEDS)
def test_rss_keeps_the_rules_of_its_profile(full, read, settings, name):
    channel = read(name, "rss").find("channel")

    assert all(channel.findtext(part) for part in ("title", "link", "description", "language", "ttl"))
    itself = channel.find(f"{ATOM}link")
    assert (itself.get("rel"), itself.get("type")) == ("self", "application/rss+xml")
    assert itself.get("href") == f"{settings.SITE_URL}/feeds/{name}.rss"
    shown = channel.find("image")
    assert (shown.findtext("title"), shown.findtext("link")) == (
        channel.findtext("title"),
        channel.findtext("link"),
    )
    assert int(shown.findtext("width")) <= 144
    for item in channel.iter("item"):
        assert item.find("guid").get("isPermaLink") == "false"
        assert item.findtext("guid").startswith("urn:uuid:")
        names = [child.tag.rpartition("}")[2] for child in item]
        assert names.index("description") < names.index("encoded")
        assert re.fullmatch(
            r"\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000", item.findtext("pubDate")
        ) or name.startswith("digest")


@pytest.mark.parametrize("name", FEEDS)
def test_atom_keeps_the_rules_of_rfc_4287(full, read, settings, name):
    feed = read(name, "atom")

    assert feed.tag == f"{ATOM}feed"
    for part in ("id", "title", "updated", "subtitle", "icon"):
        assert len(feed.findall(f"{ATOM}{part}")) == 1
    links = {one.get("rel"): one for one in feed.findall(f"{ATOM}link")}
    assert set(links) == {"self", "alternate"}
    assert links["self"].get("href") == f"{settings.SITE_URL}/feeds/{name}.atom"
    assert links["self"].get("type") == "application/atom+xml"
    assert feed.get(f"{XML}lang") == "en-GB"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    for entry in feed.iter(f"{ATOM}entry"):
        for part in ("id", "title", "updated", "published", "content"):
            assert len(entry.findall(f"{ATOM}{part}")) == 1
        assert entry.find(f"{ATOM}content").get("type") == "html"
        assert all(RFC_3339.fullmatch(entry.findtext(f"{ATOM}{part}")) for part in ("updated", "published"))
        assert all(one.text.startswith("http") for one in entry.iter(f"{ATOM}uri"))
    assert RFC_3339.fullmatch(feed.findtext(f"{ATOM}updated"))


@pytest.mark.parametrize("name", FEEDS)
def test_json_keeps_the_rules_of_json_feed(full, read, settings, name):
    feed = read(name, "json")

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{settings.SITE_URL}/feeds/{name}.json"
    assert set(feed) <= MEMBERS
    for item in feed["items"]:
        assert set(item) <= ITEM_MEMBERS
        assert isinstance(item["id"], str)
        assert item["content_html"]
        assert RFC_3339.fullmatch(item["date_published"])
        assert RFC_3339.fullmatch(item["date_modified"])


@pytest.mark.parametrize(
    ("ending", "media_type"),
    [("rss", "application/rss+xml"), ("atom", "application/atom+xml"), ("json", "application/feed+json")],
)
@pytest.mark.parametrize("name", FEEDS)
def test_each_answers_as_itself_within_two_queries(full, client, count_queries, name, ending, media_type):
    response = count_queries(f"/feeds/{name}.{ending}", 2)

    assert response["Content-Type"] == f"{media_type}; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Vary"] == "Accept-Encoding"
    assert "Link" not in response
    again = client.get(f"/feeds/{name}.{ending}", HTTP_IF_MODIFIED_SINCE=response["Last-Modified"])
    assert again.status_code == 304
    assert client.get(f"/feeds/{name}.{ending}", HTTP_IF_NONE_MATCH=response["ETag"]).status_code == 304


@pytest.mark.parametrize("ending", ["rss", "atom"])
def test_a_reader_program_takes_it(full, client, ending):
    parsed = feedparser.parse(client.get(f"/feeds/latest.{ending}").content)

    assert not parsed.bozo, parsed.get("bozo_exception")
    assert [item.title for item in parsed.entries][-1] == "Ships & <sails>"
    assert all(item.updated_parsed >= item.published_parsed for item in parsed.entries)


def test_a_story_brings_its_language_and_direction(full, read):
    found = next(one for one in as_atom(read("latest", "atom")) if one["language"] == "ar")

    around = soup(found["content"].encode()).div
    assert (around["lang"], around["dir"]) == ("ar", "rtl")


def test_only_a_significant_change_moves_updated(paper, client, read):
    article = paper.live(box=False, slug="one")
    before, modified = as_atom(read("latest", "atom"))[0], client.get("/feeds/latest.atom")["Last-Modified"]
    mended = stories.BODY.replace("again and the ferry", "again, and the ferry")
    stories.edit(article, by=paper.ada, now=paper.clock.tick(), body=mended)
    actions.publish(article=article, actor=paper.ben, now=paper.clock.tick())
    typo = as_atom(read("latest", "atom"))[0]
    moved = client.get("/feeds/latest.atom")["Last-Modified"]
    note = actions.Note(CorrectionKind.CORRECTION, "A name was wrong.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)
    corrected = as_atom(read("latest", "atom"))[0]

    assert "again, and the ferry" in typo["content"]
    assert (typo["updated"], typo["published"]) == (before["updated"], before["published"])
    assert parsedate_to_datetime(moved) > parsedate_to_datetime(modified)
    assert corrected["updated"] > typo["updated"]
    assert corrected["published"] == before["published"]


def test_an_empty_atom_feed_is_valid_and_does_not_change(client, read, paper):
    stories.SectionFactory()

    feed = read("section/city", "atom")

    assert feed.findtext(f"{ATOM}updated") == Section.objects.get().changed_at.isoformat(timespec="seconds")
    assert client.get("/feeds/section/city.atom")["ETag"] == client.get("/feeds/section/city.atom")["ETag"]
    assert read("section/city", "json")["items"] == []


def test_an_unknown_format_is_not_there(full, client):
    assert client.get("/feeds/latest.xml").status_code == 404
    assert client.get("/feeds/section/city.jso").status_code == 404
