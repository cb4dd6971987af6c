"""The frame speaks the masthead's language, each story its own; nobody's browser has a say in either."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from articles import actions
from articles.models.correction import CorrectionKind
from newsroom.models.masthead import Masthead
from tests.articles.press.conftest import soup

pytestmark = pytest.mark.django_db

CLAIM = {
    "en-GB": "Summary is AI generated, newsroom reviewed.",
    "de-AT": "Zusammenfassung von KI erstellt, von der Redaktion geprüft.",
    "ar": "الملخّص مُعدّ بالذكاء الاصطناعي، وراجعته هيئة التحرير.",
}


@pytest.fixture(autouse=True)
def _english_again():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def speaks():
    def change(language):
        Masthead.objects.filter(pk=1).update(language=language)
        cache.clear()

    return change


@pytest.mark.parametrize("language", CLAIM)
def test_the_claim_is_in_the_language_of_the_frame_and_says_which(paper, client, speaks, language):
    speaks(language)
    paper.live(box=True, slug="bridge")

    page = soup(client.get("/city/bridge/").content)

    sentence = page.select_one(".quick-take .sentence bdi")
    assert sentence.text == CLAIM[language]
    assert page.html["lang"] == language
    assert page.article["lang"] == "en"
    assert sentence.get("lang", "en") == ("en" if language == "en-GB" else language)
    assert CLAIM[language] in client.get("/feeds/latest.rss").content.decode()


def test_an_arabic_frame_runs_from_right_to_left_around_an_english_story(paper, client, speaks):
    speaks("ar")
    paper.live(box=True, slug="bridge")

    page, front = soup(client.get("/city/bridge/").content), soup(client.get("/").content)

    assert (page.html["dir"], page.article["dir"]) == ("rtl", "ltr")
    assert page.select_one(".byline .meta bdi")["dir"] == "rtl"
    assert "مايو" in page.select_one(".byline .meta time").text
    assert front.select_one("article.lead")["dir"] == "ltr"
    assert front.select_one(".skip").text == "انتقل إلى النص"


def test_a_hebrew_story_says_so_on_page_front_list_and_feed(paper, client):
    paper.live(slug="bridge", language="he", headline="הגשר נפתח מחדש")

    page, front = soup(client.get("/city/bridge/").content), soup(client.get("/").content)
    listed = soup(client.get("/city/").content).select_one(".entry")

    assert "dir" not in page.html.attrs
    for marked in (page.article, front.select_one("article.lead"), listed):
        assert (marked["lang"], marked["dir"]) == ("he", "rtl")
    # Words of the frame among those of the story.
    assert page.select_one(".byline .meta bdi")["lang"] == "en-GB"
    assert listed.select_one(".meta bdi")["dir"] == "ltr"
    assert "he" in client.get("/feeds/latest.json").json()["items"][0]["language"]


@pytest.mark.parametrize(
    ("language", "way"), [("az-Arab", "rtl"), ("pa-PK", "rtl"), ("ku", "ltr"), ("ckb", "rtl")]
)
def test_a_storys_direction_knows_scripts_and_countries(paper, client, language, way):
    paper.live(slug="bridge", language=language)

    assert soup(client.get("/city/bridge/").content).article["dir"] == way


def test_lists_say_nothing_where_the_language_is_the_same(paper, client):
    paper.live(slug="bridge", language="en")

    assert not soup(client.get("/city/").content).main.select("[lang]")


def test_kinds_of_corrections_are_said_in_german_on_page_list_and_feed(paper, client, speaks):
    speaks("de")
    article = paper.live(slug="bridge", box=True)
    note = actions.Note(CorrectionKind.CLARIFICATION, "It was eleven months.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    for address in ("/city/bridge/", "/corrections/", "/feeds/corrections.rss", "/feeds/latest.rss"):
        said = client.get(address).content.decode()
        assert "Klarstellung" in said, address
        assert "Clarification" not in said, address


@pytest.mark.parametrize("address", ["/", "/city/", "/city/bridge/", "/feeds/latest.rss", "/nowhere/"])
def test_the_readers_browser_has_no_say(paper, client, address):
    paper.live(slug="bridge", box=True)

    answers = [client.get(address, HTTP_ACCEPT_LANGUAGE=tag) for tag in ("de", "ar", "")]

    assert len({answer.content for answer in answers}) == 1
    assert all("Accept-Language" not in answer.get("Vary", "") for answer in answers)


def test_where_nothing_stands_is_said_in_the_house_language_too(paper, client, speaks, cleo):
    speaks("de")
    article = paper.live(slug="bridge")
    actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(), reason="Not ours.")

    assert "Hier ist keine Seite" in client.get("/city/nowhere/").content.decode()
    assert "wurde zurückgezogen" in client.get("/city/bridge/").content.decode()


def test_a_preview_speaks_as_the_page_will_and_the_desk_stays_english(paper, ada, client, speaks):
    speaks("de")
    article = paper.live(slug="bridge", box=True)
    client.force_login(ada)

    preview = client.get(f"/preview/{article.pk}/").content.decode()

    assert "Veröffentlicht" in preview
    assert "Preview, not public." in preview
    assert (
        "Veröffentlicht" not in client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    )


def test_feeds_without_a_story_of_their_own_speak_the_house_language(paper, client, speaks):
    speaks("ar")
    paper.live(box=True, slug="bridge")
    paper.clock.tick(days=1)

    corrections = client.get("/feeds/corrections.json").json()
    told = soup(client.get("/feeds/digest.json").json()["items"][0]["content_html"].encode())

    assert "Corrections" not in corrections["title"]
    assert "wrong" not in corrections["description"]
    assert told.div["lang"] == "en"
    for frame in (told.small, told.select("a")[-1]):
        assert (frame["lang"], frame["dir"]) == ("ar", "rtl")
