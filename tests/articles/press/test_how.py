"""The page that tells how a Quick Take was made."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from articles import actions
from articles.models.correction import CorrectionKind
from articles.models.quicktake import Verdict
from newsroom.models.masthead import Masthead
from tests.articles.press.conftest import soup
from tests.factories import stories

pytestmark = pytest.mark.django_db


def facts(client, article):
    cache.clear()
    found = soup(client.get(f"/city/{article.slug}/how/").content)
    terms = found.select(".facts dt")
    return {term.text: " ".join(term.find_next_sibling("dd").text.split()) for term in terms}


def test_it_says_who_drafted_who_reviewed_and_who_answers(paper, client):
    article = paper.live(box=True)
    Masthead.objects.update(responsible_editor="Cleo Varga")

    said = facts(client, article)

    assert "engine" in said["Drafted by"]
    assert said["Reviewed by"].startswith("Ben Osei, ")
    assert said["Responsible"] == "Cleo Varga"


def test_the_reviewers_name_is_the_mastheads_to_show(paper, client):
    article = paper.live(box=True)
    Masthead.objects.update(name_reviewers=False)

    said = facts(client, article)

    assert "Ben Osei" not in client.get(f"/city/{article.slug}/how/").content.decode()
    assert said["Reviewed by"].startswith("Editor")


def test_it_counts_what_was_taken_rewritten_added_and_refused(paper, client, ada, ben, clock):
    article = stories.waiting(by=ada, now=clock.tick(), slug="counted")
    first, second, *others = stories.newest_quick_take(article).bullets.all()
    actions.decide_bullet(
        bullet=first, actor=ben, now=clock.tick(), verdict=Verdict.ACCEPTED, text=f"Note: {first.text}"
    )
    actions.decide_bullet(bullet=second, actor=ben, now=clock.tick(), verdict=Verdict.REJECTED)
    for bullet in others:
        actions.decide_bullet(bullet=bullet, actor=ben, now=clock.tick(), verdict=Verdict.ACCEPTED)
    actions.approve(article=article, actor=ben, now=clock.tick(), seen=article.head_id)
    actions.publish(article=article, actor=ben, now=clock.tick())

    said = facts(client, article)["Points"]

    assert said == f"{len(others)} taken as drafted. 1 rewritten. 1 refused."


def test_it_tells_what_was_put_right_since(paper, client):
    article = paper.live(box=True)
    note = actions.Note(CorrectionKind.CLARIFICATION, "The authority owns the bridge.")
    actions.correct(article=article, actor=paper.ben, now=paper.clock.tick(), note=note)

    found = soup(client.get(f"/city/{article.slug}/how/").content)

    assert "The authority owns the bridge." in found.main.text
    assert found.select_one('main a[href="/about/#quick-takes"]')
    assert found.select_one(f'main a[href="/report/city/{article.slug}/"]')


def test_there_is_no_such_page_without_a_quick_take(paper, client, cleo):
    plain = paper.live(box=False)
    hidden = paper.live(box=True)
    actions.hide_quick_take(article=hidden, actor=cleo, now=paper.clock.tick(), reason="A number is wrong.")

    for article in (plain, hidden):
        assert client.get(f"/city/{article.slug}/how/").status_code == 404
