"""Several people at the same moment, with real connections; SQLite takes turns by its one write lock, so PostgreSQL is asked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles import actions
from articles.models.article import Article
from articles.models.revision import Revision
from articles.models.version import PublishedVersion
from tests.factories import stories

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

CONTENDERS = 6


def contend(work, things):
    """Run ``work`` for each thing at the same moment and return what each returned or raised."""
    start = Barrier(len(things))

    def run(thing):
        try:
            start.wait(timeout=20)
            return work(thing)
        except Exception as error:  # noqa: BLE001 - whatever was raised is the outcome
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(things)) as pool:
        return list(pool.map(run, things))


def test_one_of_many_saves_wins_and_the_others_are_told_whose(ada, ben, clock):
    article = stories.draft(by=ada, now=clock.now)

    def save(number):
        mine = Article.objects.get(pk=article.pk)
        mine.headline = f"Headline {number}"
        return actions.save_revision(article=mine, actor=ben, now=clock.now, base=1)

    outcomes = contend(save, range(CONTENDERS))

    won = [outcome for outcome in outcomes if isinstance(outcome, Revision)]
    refused = [outcome for outcome in outcomes if isinstance(outcome, actions.SaveConflict)]
    assert (len(won), len(refused)) == (1, CONTENDERS - 1), outcomes
    assert {error.theirs.headline for error in refused} == {won[0].headline}


def test_one_of_two_stories_gets_an_address(ada, ben, clock):
    articles = [
        stories.reviewed(by=ada, reviewer=ben, now=clock.now, slug="the-bridge", box=False) for _ in range(2)
    ]

    def publish(article):
        return actions.publish(article=article, actor=ben, now=clock.now)

    outcomes = contend(publish, articles)

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Article", "TransitionBlocked"], (
        outcomes
    )
    assert PublishedVersion.objects.live(clock.now).count() == 1


def test_a_story_is_published_once_by_two_people(ada, ben, cleo, clock):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)

    def publish(actor):
        return actions.publish(article=Article.objects.get(pk=article.pk), actor=actor, now=clock.now)

    outcomes = contend(publish, [ben, cleo])

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Article", "TransitionBlocked"], (
        outcomes
    )
    assert PublishedVersion.objects.count() == 1
