"""What every public answer promises to caches and clients: alike for everyone, validated, no state."""

from __future__ import annotations

import gzip

import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from articles.press import respond

pytestmark = pytest.mark.django_db

LISTS = ["/", "/city/", "/topics/harbour/", "/authors/ada/", "/corrections/"]
FEEDS = [
    "/feeds/latest.rss",
    "/feeds/section/city.rss",
    "/feeds/topic/harbour.rss",
    "/feeds/author/ada.rss",
    "/feeds/corrections.rss",
]
OTHERS = [
    "/city/bridge/",
    "/city/bridge/how/",
    "/about/",
    "/follow/",
    "/robots.txt",
    "/sitemap.xml",
    "/news-sitemap.xml",
]
# The desk's tables; whoever reads one of them on a public address has climbed over the wall.
DESK = (
    "articles_article",
    "articles_revision",
    "articles_review",
    "articles_quicktake",
    "articles_bullet",
    "newsroom_user",
)


@pytest.fixture
def story(paper):
    article = paper.live(box=True, slug="bridge")
    note = actions.Note(CorrectionKind.CORRECTION, "It was eleven months.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)
    return article


@pytest.mark.parametrize("address", LISTS + FEEDS + OTHERS)
def test_public_answers_are_alike_for_everyone(story, client, address):
    response = client.get(address, HTTP_COOKIE="sessionid=abc; csrftoken=def")

    assert response.status_code == 200
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"
    assert response["Cache-Control"] == "public, max-age=0, must-revalidate, s-maxage=5"
    assert b"csrf" not in response.content
    assert response.content == client.get(address, HTTP_USER_AGENT="Feedreader/1.0").content


@pytest.mark.parametrize("address", LISTS + FEEDS + OTHERS)
def test_a_known_etag_is_answered_with_304(story, client, address):
    etag = client.get(address)["ETag"]
    assert not etag.startswith("W/")

    for sent in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        response = client.get(address, HTTP_IF_NONE_MATCH=sent)
        assert response.status_code == 304
        assert not response.content
        assert response["ETag"] == etag
        assert response["Vary"] == "Accept-Encoding"
        assert response["Cache-Control"].startswith("public")
    assert client.get(address, HTTP_IF_NONE_MATCH='"other"').status_code == 200


@pytest.mark.parametrize("address", LISTS + FEEDS + OTHERS)
def test_head_answers_like_get_and_post_is_refused(story, client, address):
    got, head = client.get(address), client.head(address)

    assert head.status_code == 200
    assert not head.content
    assert head["ETag"] == got["ETag"]
    assert head["Content-Type"] == got["Content-Type"]
    assert int(head["Content-Length"]) == len(got.content)
    assert client.post(address).status_code == 405


def test_nothing_travels_behind_a_head(rf):
    """Django takes a body away from HEAD only where it serves itself."""
    answer = respond.document(rf.head("/"), b"words", content_type=respond.HTML)

    assert (answer.content, answer["Content-Length"]) == (b"", "5")


@pytest.mark.parametrize("address", LISTS + FEEDS)
def test_lists_and_feeds_take_two_queries(story, count_queries, address):
    count_queries(address, 2)


@pytest.mark.parametrize("address", LISTS + FEEDS + OTHERS)
def test_no_public_address_reads_a_table_of_the_desk(story, client, tables_read, address):
    client.get(address)

    assert tables_read or address == "/robots.txt"
    assert not [sql for sql in tables_read if any(f'"{table}"' in sql for table in DESK)]


def test_an_unknown_query_is_tolerated(story, client):
    assert client.get("/?utm_source=post").status_code == 200
    assert client.get("/feeds/latest.rss?x=1").status_code == 200


@pytest.mark.parametrize("address", LISTS + FEEDS + OTHERS)
def test_answers_are_compressed_for_those_who_ask(story, client, address):
    plain = client.get(address)
    packed = client.get(address, HTTP_ACCEPT_ENCODING="br;q=1.0, gzip;q=0.8, *;q=0.1")

    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert packed["Content-Length"] == str(len(packed.content))
    assert packed["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] != plain["ETag"]
    assert not packed["ETag"].startswith("W/")
    again = client.get(address, HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=packed["ETag"])
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize(
    "header", ["", "identity", "gzip;q=0", "gzip; q=0.0", "br", "gzip;q=often", "gzipped"]
)
def test_answers_stay_plain_for_those_who_do_not(story, client, header):
    assert "Content-Encoding" not in client.get("/", HTTP_ACCEPT_ENCODING=header)


def test_a_missing_page_is_compressed_as_well(client):
    packed = client.get("/nothing/here/", HTTP_ACCEPT_ENCODING="gzip")

    assert packed.status_code == 404
    assert b"<!doctype html>" in gzip.decompress(packed.content)
