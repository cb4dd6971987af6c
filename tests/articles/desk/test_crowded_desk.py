"""Five stories or five hundred: home, calendar and list ask the same number of questions."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions
from articles.models.article import Article
from newsroom.workflow import Stage
from tests.articles.desk.crowds import drafts, questions
from tests.articles.desk.desk import browser
from tests.factories.stories import draft, live, reviewed, waiting

pytestmark = pytest.mark.django_db

PAGES = ("/admin/", "/admin/today/", "/admin/calendar/", "/admin/reports/", "/admin/articles/article/")
MOST_QUESTIONS = 35


def one_of_each(ada, ben, now):
    """Put a story into every column, and one under embargo."""
    draft(by=ada, now=now)
    waiting(by=ada, now=now)
    reviewed(by=ada, reviewer=ben, now=now, box=False)
    live(by=ada, reviewer=ben, now=now, box=False)
    later = reviewed(by=ada, reviewer=ben, now=now, box=False)
    actions.schedule(article=later, actor=ben, now=now, at=now + timedelta(hours=1))
    held = draft(by=ada, now=now)
    actions.set_embargo(article=held, actor=ben, now=now, until=now + timedelta(hours=2))


def test_five_stories_or_five_hundred_cost_the_same_questions(ada, ben):
    now, client = timezone.now(), browser(ben)
    one_of_each(ada, ben, now)
    for address in PAGES:
        client.get(address)
    few = {address: questions(client, address) for address in PAGES}

    for _ in range(5):
        one_of_each(ada, ben, now)
    drafts(240, by=ada, now=now, embargo_until=now + timedelta(hours=2))
    drafts(240, by=ada, now=now, due_at=now, reviewer=ben)
    # As an import would leave them: this is about counting, not about how they came there.
    assert Article.objects.filter(reviewer=ben).update(stage=Stage.AI_SUMMARY) == 240

    assert Article.objects.count() > 500
    assert {address: questions(client, address) for address in PAGES} == few
    assert max(few.values()) < MOST_QUESTIONS, few
