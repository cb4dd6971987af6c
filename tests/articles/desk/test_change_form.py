"""Writing on the desk: the admin's change form saves through actions, and loses nobody's words."""

import pytest
from django.urls import reverse

from articles.models.article import Article
from articles.models.revision import Revision
from newsroom.models.audit import AuditEntry
from newsroom.workflow import Stage
from tests.articles.desk.desk import address, browser, change_form, form_of, page, words
from tests.factories.people import picture
from tests.factories.stories import KindFactory, SectionFactory, draft, edit, live

pytestmark = pytest.mark.django_db


def test_a_new_story_is_a_draft_with_its_byline_in_the_first_revision(ada):
    client = browser(ada)
    data = form_of(client.get(reverse("admin:articles_article_add")))
    data |= {
        "headline": "Ferry fares\nfrozen",
        "body": "<p>Fares stay as they are.</p>",
        "section": SectionFactory().pk,
        "kind": KindFactory().pk,
        "slug": "ferry-fares",
        "language": "en",
        "bylines-TOTAL_FORMS": "1",
        "bylines-0-author": ada.author.pk,
        "bylines-0-role": "in Skarholm",
        "bylines-0-position": "0",
    }

    response = client.post(reverse("admin:articles_article_add"), data)

    article = Article.objects.get()
    assert response.status_code == 302, words(response)
    assert (article.stage, article.version, article.created_by) == (Stage.DRAFT, 1, ada)
    assert article.headline == "Ferry fares frozen"
    assert [(row["name"], row["role"]) for row in article.current.bylines] == [("Ada Brandt", "in Skarholm")]
    assert AuditEntry.objects.filter(subject=article.subject, actor=ada).exists()


def test_saving_makes_the_next_revision_with_the_new_byline(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)
    data = change_form(client, article, headline="Harbour bridge reopens early")
    data |= {
        "bylines-TOTAL_FORMS": "2",
        "bylines-1-author": ben.author.pk,
        "bylines-1-role": "",
        "bylines-1-position": "2",
    }

    response = client.post(address(article, "change"), data)

    article.refresh_from_db()
    assert response.status_code == 302, words(response)
    assert article.version == 2
    assert article.current.headline == article.headline == "Harbour bridge reopens early"
    assert [row["name"] for row in article.current.bylines] == ["Ada Brandt", "Ben Osei"]


def test_a_name_can_be_taken_off_the_byline(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)

    client.post(address(article, "change"), change_form(client, article) | {"bylines-0-DELETE": "on"})

    article.refresh_from_db()
    assert article.current.bylines == []


def test_saving_nothing_makes_no_revision(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)

    client.post(address(article, "change"), change_form(client, article))

    assert Revision.objects.filter(article=article).count() == 1


def test_the_second_save_is_refused_with_both_texts_on_the_page(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)
    mine = change_form(client, article, headline="My headline about the bridge", standfirst="My standfirst")
    edit(article, by=ben, now=clock.tick(), headline="Their headline about the bridge")

    response = client.post(address(article, "change"), mine)

    article.refresh_from_db()
    shown = words(response)
    assert response.status_code == 200
    assert (article.version, article.headline) == (2, "Their headline about the bridge")
    assert "Ben Osei saved at" in shown
    assert "Their headline about the bridge" in shown
    kept = form_of(response)
    assert (kept["headline"], kept["standfirst"]) == ("My headline about the bridge", "My standfirst")
    assert page(response).select_one(".clash .clash-words mark").get_text(strip=True) == "Their"


def test_after_seeing_both_texts_the_next_save_goes_through(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)
    mine = change_form(client, article, headline="My headline about the bridge")
    edit(article, by=ben, now=clock.tick(), headline="Their headline about the bridge")
    refused = client.post(address(article, "change"), mine)

    response = client.post(address(article, "change"), form_of(refused))

    article.refresh_from_db()
    assert response.status_code == 302
    assert [r.headline for r in Revision.objects.filter(article=article).order_by("number")] == [
        "Harbour bridge reopens after eleven months",
        "Their headline about the bridge",
        "My headline about the bridge",
    ]


@pytest.mark.parametrize("base", ["", "0", "7", "nonsense"])
def test_a_made_up_base_saves_nothing(ada, clock, base):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)

    client.post(address(article, "change"), change_form(client, article, headline="Other words", base=base))

    article.refresh_from_db()
    assert article.version == 1


def test_posting_a_stage_has_no_effect(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)
    data = change_form(
        client, article, headline="Other words", stage="published", needs_second_read="on", version="9"
    )

    client.post(address(article, "change"), data)

    article.refresh_from_db()
    assert (article.stage, article.needs_second_read, article.version) == (Stage.DRAFT, False, 2)


@pytest.mark.parametrize("field", ["headline", "standfirst", "body", "hero_caption"])
def test_characters_that_turn_words_round_are_a_mistake_in_the_form(ada, clock, field):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)
    data = change_form(client, article) | {field: "Safe \u202e words"}

    response = client.post(address(article, "change"), data)

    article.refresh_from_db()
    assert response.status_code == 200
    assert "U+202E" in words(response)
    assert article.version == 1


def test_what_is_no_language_is_a_mistake_in_the_form(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)

    response = client.post(address(article, "change"), change_form(client, article) | {"language": "jp"})

    article.refresh_from_db()
    assert "“jp” is no language" in words(response)
    assert (article.language, article.version) == ("en", 1)


def test_a_language_is_kept_as_it_is_usually_spelled(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)

    client.post(address(article, "change"), change_form(client, article) | {"language": "az-arab"})

    article.refresh_from_db()
    assert article.language == "az-Arab"


def test_a_picture_needs_words_for_those_who_cannot_see_it(ada, clock):
    article, image = draft(by=ada, now=clock.now), picture()
    client = browser(ada)

    refused = client.post(address(article, "change"), change_form(client, article, hero=image.pk))
    saved = client.post(
        address(article, "change"), change_form(client, article, hero=image.pk, hero_alt="A bridge")
    )

    article.refresh_from_db()
    assert "Say what the picture shows" in words(refused)
    assert saved.status_code == 302
    assert (article.hero, article.current.hero_alt) == (image, "A bridge")


def test_a_picture_from_elsewhere_is_refused_by_name(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)
    body = '<p>Look:</p><figure><img src="/media/pictures/nobody-has-this.jpg" alt="x"></figure>'

    response = client.post(address(article, "change"), change_form(client, article, body=body))

    assert "nobody-has-this.jpg" in words(response)
    assert "not in the picture store" in words(response)


def test_send_for_review_saves_first(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)

    client.post(address(article, "change"), change_form(client, article, headline="Fresh words", _send="1"))

    article.refresh_from_db()
    assert (article.stage, article.current.headline) == (Stage.AI_SUMMARY, "Fresh words")


def test_sending_what_cannot_be_sent_keeps_what_was_saved(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(ada)

    response = client.post(
        address(article, "change"), change_form(client, article, body="", _send="1"), follow=True
    )

    article.refresh_from_db()
    assert article.stage == Stage.DRAFT
    assert "Saved, but not sent: There is no text yet." in words(response)


def test_writing_on_a_live_story_changes_nothing_for_readers(ada, ben, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    client = browser(ada)

    client.post(
        address(article, "change"), change_form(client, article, headline="Bridge closed after 31 days")
    )

    article.refresh_from_db()
    shown = words(client.get(address(article, "change")))
    assert article.stage == Stage.DRAFT
    assert "Draft" in shown
    assert "Live since" in shown
