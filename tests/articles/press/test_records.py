"""The paper's own record of its corrections."""

from __future__ import annotations

import pytest

from articles import actions
from articles.models.correction import CorrectionKind
from tests.articles.press.conftest import soup

pytestmark = pytest.mark.django_db


def correct(paper, article, text, kind=CorrectionKind.CORRECTION):
    note = actions.Note(kind, text)
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)


def notes(client):
    found = soup(client.get("/corrections/").content)
    return [(entry.h2.text, entry.select_one(".note").text) for entry in found.select("article.correction")]


def test_corrections_are_listed_newest_first_with_their_story(paper, client):
    correct(paper, paper.live(headline="One", slug="one"), "First note.")
    correct(paper, paper.live(headline="Two", slug="two"), "Second note.")

    assert notes(client) == [("Two", "Second note."), ("One", "First note.")]


def test_of_a_withdrawn_story_only_the_retraction_stays_without_headline(paper, client, cleo):
    article = paper.live(headline="Mayor accused", slug="one")
    correct(paper, article, "A sum was wrong.")
    correct(paper, article, "The letter was forged.", CorrectionKind.RETRACTION)
    actions.withdraw(article=article, actor=cleo, now=paper.clock.tick(), reason="Forged.")

    assert notes(client) == [("A story that was withdrawn", "The letter was forged.")]
