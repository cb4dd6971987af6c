"""The audit log calls stories by their headlines, for those who may know of them; the row keeps its number."""

import pytest
from django.db import transaction
from django.urls import reverse

from articles import actions
from newsroom import audit
from newsroom.models.audit import AuditEntry
from tests.articles.desk.crowds import drafts, questions
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.stories import draft

pytestmark = pytest.mark.django_db

LIST = reverse("admin:newsroom_auditentry_changelist")


def test_a_story_is_called_by_its_headline_in_the_list_and_on_the_page(ada, ben, clock):
    article = draft(by=ada, now=clock.now, headline="Trams <back> on line 6")
    entry = AuditEntry.objects.filter(subject=article.subject).last()

    listed = page(browser(ben).get(LIST))
    one = browser(ben).get(reverse("admin:newsroom_auditentry_change", args=[entry.pk]))

    link = listed.select_one(f"td.field-about a[href='{address(article, 'history')}']")
    assert link.get_text() == "Trams <back> on line 6"
    assert "Trams <back> on line 6" in words(one)
    assert article.subject in words(one)


def test_of_a_confidential_story_not_even_the_headline_is_told(ada, ben, cleo, clock):
    article = draft(by=ada, now=clock.now, headline="The minister resigns")
    actions.confide(article=article, actor=ada, now=clock.tick(), confidential=True, people=[])

    assert "The minister resigns" in words(browser(cleo).get(LIST))
    shown = words(browser(ben).get(LIST))
    assert "The minister resigns" not in shown
    assert article.subject not in shown


def test_what_is_no_story_is_called_as_before(ben, cleo, clock):
    with transaction.atomic():
        audit.record(actor=cleo, action="change_section", subject="section:4", now=clock.now)

    assert page(browser(ben).get(LIST)).select_one("td.field-about").get_text() == "section:4"


def test_fifty_names_cost_one_question(ada, ben, clock):
    client = browser(ben)
    drafts(2, by=ada, now=clock.now)
    client.get(LIST)
    few = questions(client, LIST)

    drafts(40, by=ada, now=clock.now)

    assert questions(client, LIST) == few
