"""A reader reports a problem with a summary: without account, cookie or script, and without losing a word."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.cache import cache

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.report import ReaderReport
from articles.press.reports import seal
from newsroom.models.masthead import Masthead
from tests.articles.press.conftest import soup
from tests.articles.press.reporting import FORM, THANKS, opened, sent

pytestmark = pytest.mark.django_db

# Tables of the desk, which a reader's report has no business with.
DESK = ("articles_article", "articles_revision", "articles_review", "articles_quicktake", "articles_bullet")


@pytest.fixture(autouse=True)
def _nothing_counted_yet():
    cache.clear()


@pytest.fixture
def story(paper):
    return paper.live(box=True, slug="bridge")


def test_the_form_offers_every_point_and_the_whole(story, paper, client):
    response = client.get(FORM)
    page = soup(response.content)

    texts = [bullet["text"] for bullet in paper.version(story).bullet_list]
    labels = [label.text.strip() for label in page.select("#div_id_point fieldset label")]
    assert labels == [*texts, "The whole summary, or something that is missing"]
    assert len(page.select("#div_id_fault input[type=radio]")) == 4
    assert page.select_one("main form")["method"] == "post"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert b"csrfmiddlewaretoken" not in response.content
    assert b"<script" not in response.content
    assert response["Cache-Control"] == "no-store"
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_box_and_page_about_it_lead_to_the_form(story, client):
    for address in ("/city/bridge/", "/city/bridge/how/"):
        assert soup(client.get(address).content).find("a", href=FORM).text == "Report a problem"


def test_a_report_is_tied_to_the_version_and_to_the_point(story, paper, client):
    sealed = opened(client, paper)
    response = sent(client, sealed, email="nils@example.org")

    assert (response.status_code, response["Location"]) == (303, THANKS)
    assert not response.cookies
    report = ReaderReport.objects.get()
    version = paper.version(story)
    assert (report.article_id, report.version, report.bullet) == (story.pk, version, 2)
    assert report.bullet_text == version.bullet_list[1]["text"]
    assert (report.fault, report.words, report.email) == ("wrong", "It was ten months.", "nils@example.org")
    assert report.made_at == paper.clock.now
    assert "Thank you" in soup(client.get(THANKS).content).h1.text


def test_a_report_may_be_about_the_whole_box(story, paper, client):
    sent(client, opened(client, paper), point="0", words="")

    report = ReaderReport.objects.get()
    assert (report.bullet, report.bullet_text, report.words, report.email) == (None, "", "", "")


@pytest.mark.parametrize(
    ("fields", "place", "words"),
    [
        ({"point": ""}, "point", "Please choose one of these."),
        ({"point": "9"}, "point", "not one of the available choices"),
        ({"fault": "boring"}, "fault", "not one of the available choices"),
        ({"fault": "other", "words": " "}, "words", "Please say in a few words what it is."),
        ({"words": "x" * 2001}, "words", "at most 2000 characters"),
        ({"email": "nils"}, "email", "valid email"),
    ],
)
def test_a_mistake_is_told_beside_its_field_and_nothing_is_lost(story, paper, client, fields, place, words):
    response = sent(client, opened(client, paper), **{"words": "It was ten months.", **fields})

    page = soup(response.content)
    assert response.status_code == 400
    assert words in page.select_one(f"#div_id_{place} .errorlist").text
    assert "not sent yet" in page.select_one("[role=alert]").text
    assert page.textarea.text.strip() == {"words": "It was ten months.", **fields}["words"].strip()
    assert not ReaderReport.objects.exists()
    # The page can be sent again as it is, once it is mended.
    paper.clock.tick(seconds=5)
    again = page.find("input", {"name": "seal"})["value"]
    assert sent(client, again).status_code == 303


def test_two_thousand_characters_are_counted_as_a_browser_counts_them(story, paper, client):
    sent(client, opened(client, paper), words="a\r\n" * 1000)

    assert ReaderReport.objects.get().words == ("a\n" * 1000).strip()


def test_hidden_characters_reach_nobody(story, paper, client):
    sent(client, opened(client, paper), words="ten\u202e months\x00\x1b[2J")

    assert ReaderReport.objects.get().words == "ten months[2J"


def test_words_of_a_reader_cannot_break_out_of_the_page(story, paper, client):
    response = sent(client, opened(client, paper), words="</textarea><script>alert(1)</script>", fault="")

    assert b"<script" not in response.content


def test_what_falls_into_the_trap_is_not_stored_but_told(story, paper, client):
    response = sent(client, opened(client, paper), website="https://spam.example/")

    assert response.status_code == 400
    assert "field that people do not see" in response.content.decode()
    assert not ReaderReport.objects.exists()


def test_a_report_about_what_was_seen_is_taken_when_the_story_moved_on(story, paper, client):
    sealed, seen = opened(client, paper), paper.version(story)
    note = actions.Note(CorrectionKind.CORRECTION, "It was eleven months.")
    actions.correct(article=story, actor=paper.ben, now=paper.clock.tick(), note=note)

    told = sent(client, sealed, fault="").content.decode()
    assert "The story has changed since you opened this page" in told
    assert f"version {seen.number}" in told
    assert sent(client, sealed).status_code == 303
    assert ReaderReport.objects.get().version == seen
    assert paper.version(story) != seen


def test_a_box_that_was_hidden_meanwhile_may_still_be_reported(story, paper, client, cleo):
    sealed = opened(client, paper)
    actions.hide_quick_take(article=story, actor=cleo, now=paper.clock.tick(), reason="Wrong.")

    assert client.get(FORM).status_code == 404
    assert sent(client, sealed).status_code == 303
    assert ReaderReport.objects.get().bullet_text


def test_a_box_that_was_hidden_meanwhile_is_not_shown_again_by_the_form(story, paper, client, cleo):
    sealed, points = opened(client, paper), paper.version(story).bullet_list
    actions.hide_quick_take(article=story, actor=cleo, now=paper.clock.tick(), reason="Wrong.")

    response = sent(client, sealed, fault="", words="It never happened.")

    page = soup(response.content)
    assert response.status_code == 400
    assert not [point["text"] for point in points if point["text"] in page.text]
    assert "Point 2" in page.text
    assert "no longer shown" in page.select_one(".flag").text
    assert page.textarea.text.strip() == "It never happened."
    paper.clock.tick(minutes=3)
    again = sent(client, page.find("input", {"name": "seal"})["value"])
    assert again.status_code == 303
    assert ReaderReport.objects.get().bullet_text == points[1]["text"]


def test_a_box_that_was_hidden_before_may_not(story, paper, client, cleo):
    actions.hide_quick_take(article=story, actor=cleo, now=paper.clock.tick(), reason="Wrong.")
    late = seal.seal(paper.version(story), now=paper.clock.tick())
    paper.clock.tick()

    assert sent(client, late.text).status_code == 404
    assert sent(client, "").status_code == 404
    assert not ReaderReport.objects.exists()


def test_a_version_that_is_not_out_yet_cannot_be_reported(story, paper, client):
    first = paper.version(story)
    note = actions.Note(CorrectionKind.CORRECTION, "It was eleven months.")
    actions.correct(article=story, actor=paper.ben, now=paper.clock.tick(hours=2), note=note)
    early = seal.seal(paper.version(story), now=paper.clock.now)

    paper.clock.tick(hours=-1)

    assert paper.version(story) == first
    assert sent(client, early.text).status_code == 404


def test_a_withdrawn_story_is_gone_for_reports_too(story, paper, client, cleo):
    sealed = opened(client, paper)
    actions.withdraw(article=story, actor=cleo, now=paper.clock.tick(), reason="Not ours.")

    assert client.get(FORM).status_code == 410
    assert sent(client, sealed).status_code == 410
    assert client.get(THANKS).status_code == 410
    assert story.headline not in client.get(FORM).content.decode()


@pytest.mark.parametrize("address", ["/report/city/nowhere/", "/report/city/nowhere/thanks/", "/report/"])
def test_where_nothing_stands_nothing_can_be_reported(story, client, address):
    assert client.get(address).status_code == 404


def test_files_are_not_even_read(story, paper, client):
    sealed = opened(client, paper)
    given = {"point": "2", "fault": "wrong", "seal": sealed, "website": "", "words": "", "email": ""}
    response = client.post(FORM, {**given, "photo": BytesIO(b"x" * 3_000_000)})

    assert response.status_code == 403
    assert not hasattr(response.wsgi_request, "_post")
    assert "did not come from our own form" in soup(response.content).select_one("[role=alert]").text
    assert not ReaderReport.objects.exists()


def test_a_story_without_a_box_has_no_form(paper, client):
    paper.live(slug="plain")

    assert client.get("/report/city/plain/").status_code == 404
    assert client.post("/report/city/plain/", {"point": "0", "fault": "wrong"}).status_code == 404


def test_other_methods_are_refused(story, client):
    assert client.put(FORM).status_code == 405
    assert client.post(THANKS).status_code == 405


def test_the_form_reads_no_table_of_the_desk_and_writes_one(story, paper, client, tables_read):
    sealed = opened(client, paper)
    sent(client, sealed)
    client.get(THANKS)

    assert not [sql for sql in tables_read if any(f'FROM "{table}"' in sql for table in DESK)]
    written = [sql for sql in tables_read if sql.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert len(written) == 1
    assert written[0].startswith('INSERT INTO "articles_readerreport"')


def test_the_form_costs_one_query(story, count_queries):
    count_queries(FORM, 1)


def test_points_in_another_language_say_so(paper, client):
    Masthead.objects.filter(pk=1).update(language="de")
    cache.clear()
    paper.live(box=True, slug="bridge")

    page = soup(client.get(FORM).content)

    assert page.html["lang"] == "de"
    assert page.select_one("#div_id_point label bdi")["lang"] == "en"
