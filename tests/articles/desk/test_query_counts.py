"""One story among five or among five hundred: its own pages ask the same number of questions; lists have theirs in test_crowded_desk."""

import pytest
from django.utils import timezone

from articles import actions
from tests.articles.desk.crowds import drafts, questions
from tests.articles.desk.desk import address, browser
from tests.factories.stories import draft, edit, waiting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["change", "review", "history", "compare", "notes"])
def test_a_storys_pages_cost_the_same_among_five_stories_or_five_hundred(ada, ben, name):
    now, client = timezone.now(), browser(ben)
    article = waiting(by=ada, now=now)
    edit(article, by=ada, now=now, standfirst="Trams are back.")
    drafts(4, by=ada, now=now)
    url = address(article, name)
    client.get(url)
    few = questions(client, url)

    drafts(495, by=ada, now=now)

    assert questions(client, url) == few
    assert few < 60


@pytest.mark.parametrize("name", ["change", "history", "notes"])
def test_a_storys_pages_cost_the_same_with_five_or_fifty_notes_and_revisions(ada, ben, name):
    now, client = timezone.now(), browser(ben)
    article = draft(by=ada, now=now)
    url = address(article, name)

    def talk_and_save(times):
        for number in range(times):
            edit(article, by=ada, now=now, standfirst=f"Trams are back on line {article.version} {number}.")
            actions.add_note(article=article, actor=ada, now=now, text=f"@ben note {number}")
        return questions(client, url)

    talk_and_save(5)

    assert questions(client, url) == talk_and_save(45)
