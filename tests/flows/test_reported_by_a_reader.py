"""A reader says that a bullet is wrong, and it ends where readers see it: from the form to the desk, the correction and the record."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from articles import actions
from articles.models.report import ReaderReport
from newsroom import audit
from tests.articles.desk.desk import address, browser, form_of, page, words
from tests.articles.press.reporting import posted
from tests.factories import stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(ada, ben, clock, time_machine):
    time_machine.move_to(clock.now, tick=False)
    return stories.live(by=ada, reviewer=ben, now=clock.now)


def report_of(article, clock, time_machine, **typed):
    """Do what a reader does: open the form at the foot of the box, fill it in, send it."""
    reader = Client(enforce_csrf_checks=True)
    url = reverse("press:report", args=[article.section.slug, article.slug])
    form = BeautifulSoup(reader.get(url).content.decode(), "html.parser")
    sealed = form.find("input", {"name": "seal"})["value"]
    time_machine.move_to(clock.tick(), tick=False)
    sent = {"point": "1", "fault": "wrong", "words": "It was nine months.", "seal": sealed, "website": ""}
    assert posted(reader, url, {**sent, "email": "", **typed}).status_code == 303
    return ReaderReport.objects.latest("pk")


def test_a_readers_report_ends_in_a_correction_and_stays_on_record(article, ada, ben, clock, time_machine):
    first = stories.public(article, clock.now).bullet_list[0]["text"]
    report = report_of(article, clock, time_machine)
    client = browser(ben)

    line = page(client.get("/admin/")).select_one(f'.waiting a[href="/admin/reader-reports/{report.pk}/"]')
    assert line.get_text() == f"Look at it: {article.headline}"
    shown = client.get(line["href"])
    assert first in words(shown)
    assert "It was nine months." in words(shown)

    correct = address(article, "move", "correct")
    assert page(shown).select_one(f'a[href="{correct}"]') is not None
    typed = {
        **form_of(client.get(correct), "form[method=post][novalidate]"),
        "kind": "correction",
        "text": "The repairs took nine months, not eleven.",
    }
    time_machine.move_to(clock.tick(), tick=False)
    assert client.post(correct, typed).status_code == 302
    time_machine.move_to(clock.tick(), tick=False)
    done = client.post(line["href"], {"settlement": "changed", "words": "The note is out."}, follow=True)

    assert "Settled." in words(done)
    assert "Look at it" not in words(client.get("/admin/"))
    assert "The repairs took nine months" in Client().get(article_url(article)).content.decode()
    history = words(browser(ada).get(address(article, "history")))
    told = ("A reader reported bullet 1", "Readers were told: correction", "settled a reader’s report")
    assert [one for one in told if one not in history] == []
    assert audit.verify() is None


def article_url(article):
    return reverse("press:article", args=[article.section.slug, article.slug])


def test_a_report_about_a_story_that_became_confidential_waits_for_those_who_know(
    article, ada, ben, cleo, clock, time_machine
):
    report = report_of(article, clock, time_machine)
    actions.confide(article=article, actor=cleo, now=clock.tick(), confidential=True)

    url = f"/admin/reader-reports/{report.pk}/"
    assert url not in browser(ben).get("/admin/").content.decode()
    assert browser(ben).get(url).status_code == 404
    assert url in browser(cleo).get("/admin/").content.decode()
    assert browser(cleo).get(url).status_code == 200
