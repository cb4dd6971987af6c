"""Forged posts: what the screen does not offer is refused when it is posted all the same, and nothing changes."""

import pytest

from articles.models.article import Article
from articles.models.quicktake import Verdict
from articles.models.review import Review
from articles.models.version import PublishedVersion
from newsroom.workflow import Move, Stage
from tests.articles.desk.desk import address, browser, change_form
from tests.factories import stories

pytestmark = pytest.mark.django_db


def forged(article, **more):
    """Return a review form as nobody was shown it: every bullet accepted."""
    quick_take = stories.newest_quick_take(article)
    rows = {f"b{bullet.pk}": bullet.text for bullet in quick_take.bullets.all()}
    fields = {f"{key}-verdict": "accepted" for key in rows}
    fields |= {f"{key}-{part}": text for key, text in rows.items() for part in ("text", "was")}
    return {"seen": article.head_id, **fields, **more}


@pytest.mark.parametrize("decision", ["both", "text", "save"])
def test_a_writer_cannot_review_by_a_forged_post(ada, clock, decision):
    article = stories.waiting(by=ada, now=clock.now)

    answer = browser(ada).post(address(article, "review"), forged(article, decision=decision))

    article.refresh_from_db()
    assert answer.status_code in {403, 409, 422}
    assert (article.stage, Review.objects.count()) == (Stage.AI_SUMMARY, 0)
    verdicts = stories.newest_quick_take(article).bullets.values_list("verdict", flat=True)
    assert set(verdicts) == {Verdict.UNDECIDED}


@pytest.mark.parametrize("decision", ["both", "text"])
def test_an_editor_cannot_review_their_own_text_by_a_forged_post(ben, clock, decision):
    article = stories.waiting(by=ben, now=clock.now)
    client = browser(ben)
    shown = client.get(address(article, "review")).content.decode()
    digest = shown.split('name="shown" value="')[1].split('"')[0]

    answer = client.post(address(article, "review"), forged(article, decision=decision, shown=digest))

    article.refresh_from_db()
    assert answer.status_code == 422
    assert "You worked on this text" in answer.content.decode()
    assert (article.stage, Review.objects.count()) == (Stage.AI_SUMMARY, 0)


@pytest.mark.parametrize("move", [Move.PUBLISH, Move.PUBLISH_ALONE, Move.UPDATE_NOW, Move.SCHEDULE])
def test_nothing_goes_out_by_a_forged_move_of_a_writer(ada, clock, move):
    article = stories.waiting(by=ada, now=clock.now)
    data = {"reason": "Because.", "kind": "update", "text": "Because.", "at": "2090-01-01T06:00"}

    answer = browser(ada).post(address(article, "move", move.value), data)

    assert answer.status_code in {403, 409}
    assert not PublishedVersion.objects.exists()


def test_a_page_that_was_open_too_long_says_what_was_kept(ben, clock):
    answer = browser(ben, enforce_csrf_checks=True).post("/admin/articles/article/add/", {})

    assert answer.status_code == 403
    assert "what you typed is still there" in answer.content.decode()


def test_stage_head_and_version_posted_with_a_story_have_no_effect(ada, clock):
    article = stories.draft(by=ada, now=clock.now)
    client = browser(ada)
    data = change_form(client, article, stage="published", version="9", head="", needs_second_read="on")

    client.post(address(article, "change"), data)

    stored = Article.objects.get(pk=article.pk)
    assert (stored.stage, stored.head_id, stored.version) == (Stage.DRAFT, article.head_id, 1)
