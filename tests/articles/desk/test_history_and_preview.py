"""What became of a story, and how readers would see it: both to read only, both for people with an account."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.source import AiProcessing
from articles.models.version import PublishedVersion
from newsroom.models.audit import AuditEntry
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.people import picture
from tests.factories.stories import BODY, SourceFactory, accept_all, draft, edit, live, reviewed, waiting

pytestmark = pytest.mark.django_db


def test_the_history_tells_who_did_what_in_sentences(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)

    shown = words(browser(ada).get(address(article, "history")))

    for expected in (
        "Ada Brandt started the story",
        "Ada Brandt saved revision 1",
        "Ada Brandt sent the story for review",
        "The machine drafted a Quick Take of revision 1 Engine: extractive 2.",
        "Ben Osei decided on a bullet",
        "Ben Osei approved text and Quick Take of revision 1",
        "Ben Osei published the story: version 1 as readers saw it Reviewed, with Quick Take.",
    ):
        assert expected in shown, expected


def test_no_raw_name_of_an_act_is_shown(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)

    shown = words(browser(ada).get(address(article, "history")))

    assert not [
        act for act in AuditEntry.objects.values_list("action", flat=True) if "_" in act and act in shown
    ]


def test_the_history_shows_by_whose_hand(ada, ben, clock):
    client, article = browser(ada), live(by=ada, reviewer=ben, now=clock.now)

    machine = words(client.get(address(article, "history"), {"only": "machine"}))
    public = words(client.get(address(article, "history"), {"only": "public"}))

    assert "The machine drafted" in machine
    assert "Ben Osei published" not in machine
    assert "Ben Osei published" in public
    assert client.get(address(article, "history"), {"only": "nonsense"}).status_code == 200


def test_a_carried_review_is_told_with_what_was_changed(ada, ben, clock):
    # Too short to stand alone, so that no bullet rests on it.
    body = f"{BODY}<p>The rails are grey and lamps are green.</p>"
    article = live(by=ada, reviewer=ben, now=clock.now, body=body)
    edit(article, by=ada, now=clock.tick(), body=body.replace("grey and", "grey, and"))

    soup = page(browser(ada).get(address(article, "history")))

    (carried,) = (one for one in soup.select(".moment") if "carried over" in one.get_text())
    assert [one.get_text() for one in carried.select("del, ins")] == ["grey", "grey,"]


def test_a_correction_is_told_with_its_words(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    note = actions.Note(kind=CorrectionKind.CORRECTION, text="It was 4.2 million marks.")
    actions.correct(article=article, actor=ben, now=clock.tick(), note=note)

    shown = words(browser(ada).get(address(article, "history")))

    assert "Readers were told: correction It was 4.2 million marks." in shown
    assert "version 2 as readers saw it" in shown


def test_what_is_scheduled_stands_on_top_as_to_come(ada, ben, clock):
    clock.now = timezone.now()
    article = reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(hours=2))

    first = page(browser(ada).get(address(article, "history"))).select_one(".moment")

    assert "This goes out: version 1" in " ".join(first.get_text(" ").split())
    assert "to come" in first.get_text()


def test_a_failed_draft_says_why(ada, clock):
    source = SourceFactory(name="Wire", ai_processing=AiProcessing.NO)
    article = draft(by=ada, now=clock.now, sources=(source,))
    actions.request_summary(article=article, actor=ada, now=clock.now)

    shown = words(browser(ada).get(address(article, "history")))

    assert "The machine drafted no Quick Take Wire does not let a machine read its copy." in shown


def test_the_history_asks_the_same_number_of_questions_however_long_it_is(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)

    def questions(saves):
        for number in range(saves):
            edit(article, by=ada, now=clock.tick(), standfirst=f"It cost {clock.now:%H%M} marks, {number}.")
        client = browser(ada)
        with CaptureQueriesContext(connection) as asked:
            client.get(address(article, "history"))
        return len(asked)

    assert questions(2) == questions(20)


def test_a_revision_shows_what_it_changed_word_by_word(ada, clock):
    article = draft(by=ada, now=clock.now)
    body = article.body.replace("4.2 million", "4.4 million")
    edit(article, by=ada, now=clock.tick(), body=body, headline="Harbour bridge reopens after twelve months")

    soup = page(browser(ada).get(address(article, "revision", 2)))

    assert [one.get_text() for one in soup.select(".pair-both del")] == ["eleven", "4.2"]
    assert [one.get_text() for one in soup.select(".pair-both ins")] == ["twelve", "4.4"]
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
