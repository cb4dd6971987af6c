"""The feeds as a reader's program sees them."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

import feedparser
import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.kind import Kind
from articles.models.version import MACHINE_SENTENCE
from tests.articles.press.conftest import picture
from tests.factories import stories

pytestmark = pytest.mark.django_db
LATEST = "/feeds/latest.rss"


def read(client, address=LATEST):
    response = client.get(address)
    assert response.status_code == 200
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def last_modified(client, address=LATEST):
    return client.get(address)["Last-Modified"]


def test_an_item_says_who_what_when_and_never_changes_its_id(paper, client, settings):
    article = paper.live(box=True, hero=picture(), hero_alt="A bridge")

    item = read(client).entries[0]

    assert item.id == article.uuid.urn
    assert item.guidislink is False
    assert item.title == article.headline
    assert item.link == f"{settings.SITE_URL}/city/{article.slug}/"
    assert item.summary == article.standfirst
    assert [tag.term for tag in item.tags] == ["City", "Harbour"]
    assert item.author == "Ada Brandt"
    assert item.published == "Tue, 12 May 2026 12:01:00 +0000"
    assert item.media_content[0]["height"] == "427"


def test_the_text_carries_notes_then_the_quick_take_then_the_body(paper, client, settings):
    article = paper.live(
        box=True, body=stories.BODY + '<p>More in <a href="/city/other/">the other story</a> of Monday.</p>'
    )
    note = actions.Note(CorrectionKind.CORRECTION, "It was eleven months & a day.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    text = read(client).entries[0].content[0].value
    first_point = paper.version(article).bullet_list[0]["text"]

    places = [
        text.index(part)
        for part in (
            "eleven months &amp; a day",
            "Quick Take",
            MACHINE_SENTENCE,
            first_point[:20],
            "What changes",
        )
    ]
    assert places == sorted(places)
    assert "<mark" not in text
    assert f'href="{settings.SITE_URL}/city/other/"' in text
    assert not re.search(r'(?:href|src)="/', text)


def test_the_summary_stands_before_the_text(paper, client):
    paper.live()

    raw = client.get(LATEST).content

    assert raw.index(b"<description>", raw.index(b"<item>")) < raw.index(b"<content:encoded>")


def test_the_channel_says_what_it_is(paper, client, settings):
    paper.live()
    paper.clock.tick()
    response = client.get("/feeds/section/city.rss")
    channel = read(client, "/feeds/section/city.rss").feed

    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert channel.title.startswith("City – ")
    assert channel.link == f"{settings.SITE_URL}/city/"
    assert channel.language == "en-gb"
    self_link = next(link for link in channel.links if link.rel == "self")
    assert (self_link.href, self_link.type) == (
        f"{settings.SITE_URL}/feeds/section/city.rss",
        "application/rss+xml",
    )
    assert channel.updated == response["Last-Modified"].replace("GMT", "+0000")


def test_characters_that_xml_forbids_do_not_break_the_feed(paper, client):
    paper.live(standfirst="A bell \x07 and a form feed \x0c and \ufffe here & <there>.")

    assert read(client).entries[0].summary == "A bell  and a form feed and  here &amp; &lt;there&gt;."


def test_what_a_kind_keeps_out_of_feeds_is_not_in_them(paper, client):
    paper.live(headline="In", slug="in")
    paper.live(
        headline="Out", slug="out", kind=Kind.objects.create(name="Notice", slug="notice", in_feeds=False)
    )

    assert [item.title for item in read(client).entries] == ["In"]


def test_an_empty_feed_is_a_feed(client, paper):
    stories.SectionFactory()

    parsed = read(client, "/feeds/section/city.rss")

    assert parsed.entries == []
    assert parsed.feed.title.startswith("City")


def test_every_change_moves_both_validators_forward(paper, client, cleo):
    article = paper.live(box=True, slug="one")
    seen = [(last_modified(client), client.get(LATEST)["ETag"])]

    def changed():
        seen.append((last_modified(client), client.get(LATEST)["ETag"]))

    note = actions.Note(CorrectionKind.CORRECTION, "A name was wrong.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)
    changed()
    other = paper.live(slug="two")
    changed()
    actions.hide_quick_take(article=article, actor=cleo, now=paper.clock.tick(), reason="A number is wrong.")
    changed()
    actions.withdraw(article=other, actor=cleo, now=paper.clock.tick(), reason="Forged.")
    changed()

    moments = [parsedate_to_datetime(moment) for moment, _ in seen]
    assert moments == sorted(set(moments))
    assert len({etag for _, etag in seen}) == len(seen)


def test_dates_are_compared_only_without_an_etag(paper, client):
    paper.live()
    paper.clock.tick()
    when, etag = last_modified(client), client.get(LATEST)["ETag"]

    assert client.get(LATEST, HTTP_IF_MODIFIED_SINCE=when).status_code == 304
    assert client.get(LATEST, HTTP_IF_MODIFIED_SINCE="Mon, 01 Jun 2026 00:00:00 GMT").status_code == 304
    assert client.get(LATEST, HTTP_IF_MODIFIED_SINCE="Mon, 01 Jun 2020 00:00:00 GMT").status_code == 200
    assert client.get(LATEST, HTTP_IF_MODIFIED_SINCE="yesterday").status_code == 200
    assert client.get(LATEST, HTTP_IF_MODIFIED_SINCE=when, HTTP_IF_NONE_MATCH='"x"').status_code == 200
    assert client.get(LATEST, HTTP_IF_MODIFIED_SINCE="yesterday", HTTP_IF_NONE_MATCH=etag).status_code == 304


def test_a_correction_keeps_id_date_and_place(paper, client):
    article = paper.live(slug="one")
    paper.live(slug="two")
    before = [(item.id, item.published) for item in read(client).entries]
    note = actions.Note(CorrectionKind.CORRECTION, "A name was wrong.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    assert [(item.id, item.published) for item in read(client).entries] == before


def test_corrections_have_a_feed_of_their_own(paper, client):
    article = paper.live(headline="Bridge open")
    note = actions.Note(CorrectionKind.CORRECTION, "A name was wrong.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    item = read(client, "/feeds/corrections.rss").entries[0]

    assert item.title == "Correction: Bridge open"
    assert item.summary == "A name was wrong."
    assert item.id.startswith("urn:uuid:")
    assert item.id != article.uuid.urn


def test_readers_of_the_corrections_hear_that_a_story_was_withdrawn(paper, client, cleo):
    for slug in ("bridge", "ferry"):
        article = paper.live(slug=slug, headline=f"The {slug}")
        note = actions.Note(CorrectionKind.CORRECTION, "It was eleven months.")
        actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)
    before = client.get("/feeds/corrections.atom")
    actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(minutes=2), reason="Wrong.")

    after = client.get("/feeds/corrections.atom", HTTP_IF_MODIFIED_SINCE=before["Last-Modified"])

    assert b"The ferry" in before.content
    assert after.status_code == 200
    assert b"The bridge" in after.content
    assert b"The ferry" not in after.content
    assert after["Last-Modified"] > before["Last-Modified"]
