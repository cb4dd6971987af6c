"""Beginnings of stories: kept by editors, offered by “New story”, and never a story by themselves."""

import pytest
from django.urls import reverse

from articles.models.article import Article
from articles.models.story_template import StoryTemplate
from tests.articles.desk.desk import browser, form_of, page, words
from tests.factories.stories import KindFactory, SectionFactory

pytestmark = pytest.mark.django_db

NEW = reverse("admin:articles_article_add")


@pytest.fixture
def match_report(db):
    return StoryTemplate.objects.create(
        name="Match report",
        kind=KindFactory.create(name="Report", slug="report"),
        headline="Home – away, score",
        standfirst="Who, where, what it means.",
        body="<h2>How it went</h2><p>First half.</p>",
    )


def offered(response):
    return [one.get_text() for one in page(response).select(".beginnings a")]


def test_a_new_story_is_blank_first_and_offers_what_there_is(ada, match_report):
    shown = browser(ada).get(NEW)

    assert offered(shown) == ["Blank", "Match report"]
    assert page(shown).select_one(".beginnings [aria-current]").get_text() == "Blank"
    assert form_of(shown)["headline"] == ""


def test_a_template_fills_headline_standfirst_body_and_kind(ada, match_report):
    shown = browser(ada).get(NEW, {"template": match_report.pk})
    typed = form_of(shown)

    assert typed["headline"] == match_report.headline
    assert typed["standfirst"] == match_report.standfirst
    assert "First half." in typed["body"]
    assert typed["kind"] == str(match_report.kind_id)
    assert not Article.objects.exists()


def test_a_story_begun_from_a_template_is_saved_like_any_other(ada, match_report):
    client = browser(ada)
    url = f"{NEW}?template={match_report.pk}"
    typed = form_of(client.get(url))

    client.post(url, typed | {"section": SectionFactory().pk, "slug": "match", "headline": "Skarholm 2–1"})

    article = Article.objects.get()
    assert (article.headline, article.version) == ("Skarholm 2–1", 1)
    assert StoryTemplate.objects.get().headline == match_report.headline


@pytest.mark.parametrize("key", ["99999", "x", "", "-1", "1" * 40])
def test_a_template_that_is_gone_leaves_the_form_blank(ada, match_report, key):
    shown = browser(ada).get(NEW, {"template": key})

    assert shown.status_code == 200
    assert form_of(shown)["headline"] == ""


def test_without_templates_nothing_is_offered(ada):
    assert not offered(browser(ada).get(NEW))


def test_editors_keep_templates_and_writers_do_not(ada, ben, match_report):
    add = reverse("admin:articles_storytemplate_add")
    change = reverse("admin:articles_storytemplate_change", args=[match_report.pk])
    assert browser(ada).get(add).status_code == 403
    client = browser(ben)
    data = form_of(client.get(change), "form.plain-form") | {"name": "Cup report"}

    assert client.post(change, data).status_code == 302
    match_report.refresh_from_db()
    assert match_report.name == "Cup report"


def test_a_template_keeps_what_a_story_may_hold_and_refuses_what_it_may_not(ben):
    client, add = browser(ben), reverse("admin:articles_storytemplate_add")
    data = {"name": "Night", "kind": KindFactory().pk, "headline": "", "standfirst": ""}

    client.post(add, data | {"body": "<p onclick='x()'>Words<script>x()</script></p>"})
    assert StoryTemplate.objects.get().body == "<p>Words</p>"

    refused = client.post(add, data | {"name": "Other", "headline": "A \u202e headline", "body": "<p>W</p>"})
    assert "error" in page(refused).title.get_text().lower()
    refused = client.post(
        add, data | {"name": "Other", "body": '<p>W</p><img src="https://else.example/a.jpg">'}
    )
    assert StoryTemplate.objects.count() == 1 or "else.example" not in StoryTemplate.objects.latest("pk").body


def test_its_form_has_the_editor_with_its_nonce(ben):
    shown = browser(ben).get(reverse("admin:articles_storytemplate_add"))

    assert page(shown).select_one("script[type=importmap]")["nonce"]
    assert "What the story begins with" in words(shown)
