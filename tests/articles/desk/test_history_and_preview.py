"""What became of a story, and how readers would see it: both to read only, both for people with an account."""

import pytest
from django.test import Client
from django.urls import reverse

from articles.models.version import PublishedVersion
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.people import picture
from tests.factories.stories import accept_all, draft, edit, live, waiting

pytestmark = pytest.mark.django_db


def test_the_history_names_revisions_reviews_versions_and_acts(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)

    shown = words(browser(ada).get(address(article, "history")))

    for expected in (
        "Version 1",
        "with Quick Take",
        "Ben Osei , Editor: text yes, Quick Take yes",
        "Revision 1",
        "Ben Osei : Publish",
        "Ada Brandt : Send for review",
        "The machine : Quick Take drafted",
    ):
        assert expected in shown, expected


def test_the_history_asks_the_same_number_of_questions_however_long_it_is(
    ada, ben, clock, django_assert_max_num_queries
):
    article = live(by=ada, reviewer=ben, now=clock.now)
    for number in range(5):
        edit(article, by=ada, now=clock.tick(), standfirst=f"It cost {number} marks.")

    with django_assert_max_num_queries(40):
        browser(ada).get(address(article, "history"))


def test_a_revision_shows_what_it_changed_word_by_word(ada, clock):
    article = draft(by=ada, now=clock.now)
    body = article.body.replace("4.2 million", "4.4 million")
    edit(article, by=ada, now=clock.tick(), body=body, headline="Harbour bridge reopens after twelve months")

    soup = page(browser(ada).get(address(article, "revision", 2)))

    assert [one.get_text() for one in soup.select(".change del")] == ["eleven", "4.2"]
    assert [one.get_text() for one in soup.select(".change ins")] == ["twelve", "4.4"]
    assert "paragraphs unchanged" in soup.get_text()


def test_there_is_no_revision_that_was_never_saved(ada, clock):
    article = draft(by=ada, now=clock.now)

    assert browser(ada).get(address(article, "revision", 2)).status_code == 404


def test_the_preview_is_the_readers_page_with_a_bar(ada, clock):
    image = picture()
    article = waiting(by=ada, now=clock.now, hero=image, hero_alt="A bridge at dawn")

    response = browser(ada).get(reverse("preview", args=[article.pk]))

    assert response.status_code == 200
    assert "Preview, not public." in words(response)
    assert article.headline in page(response).select_one("article h1").get_text()
    assert "Harbour" in words(response)
    assert page(response).select_one("meta[name=robots]")["content"].startswith("noindex")
    assert "no-store" in response.headers["Cache-Control"]
    assert "private" in response.headers["Cache-Control"]
    assert not PublishedVersion.objects.exists()


def test_the_preview_shows_the_box_once_bullets_are_kept(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    client, url = browser(ada), reverse("preview", args=[article.pk])
    before = words(client.get(url))

    accept_all(article, by=ben, now=clock.now)

    assert "Summary is AI generated, newsroom reviewed." not in before
    assert "Summary is AI generated, newsroom reviewed." in words(client.get(url))


def test_the_preview_is_for_those_who_may_know_the_story(ada, dora, clock):
    article = draft(by=ada, now=clock.now)
    url = reverse("preview", args=[article.pk])

    assert Client().get(url).status_code == 302
    assert browser(dora).get(url).status_code == 404
