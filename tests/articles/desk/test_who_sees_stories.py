"""Who meets which story on the desk, in lists and pages; and that the list stays quick."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models.article import Article
from newsroom.roles import Role
from tests.articles.desk.desk import address, browser, change_form, page, words
from tests.factories.people import person
from tests.factories.stories import draft, live, waiting

pytestmark = pytest.mark.django_db


def test_a_contributor_meets_only_their_own_stories(ada, dora, clock):
    theirs, own = draft(by=ada, now=clock.now), draft(by=dora, now=clock.now, headline="Dora's own story")
    client = browser(dora)

    listed = words(client.get(reverse("admin:articles_article_changelist")))

    assert "Dora's own story" in listed
    assert theirs.headline not in listed
    for name in ("change", "review", "history"):
        assert client.get(address(theirs, name)).status_code in {302, 404}, name
        assert client.get(address(own, name)).status_code == 200, name
    assert client.post(address(theirs, "change"), {"headline": "Taken over"}).status_code == 302
    theirs.refresh_from_db()
    assert theirs.headline != "Taken over"


def test_a_picture_editor_reads_and_does_not_write(ada, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(person("pia", "Pia", "Holm", Role.PICTURE_EDITOR))

    shown = client.get(address(article, "change"))
    posted = client.post(address(article, "change"), {"headline": "Mine", "base": "1"})

    article.refresh_from_db()
    assert shown.status_code == 200
    assert page(shown).select_one("textarea[name=headline]") is None
    assert "4.2 million marks" in words(shown)
    assert posted.status_code == 403
    assert article.version == 1


@pytest.mark.parametrize("superuser", [False, True])
def test_an_administrator_sees_no_story(ada, clock, superuser):
    article = draft(by=ada, now=clock.now)
    admin = person("root", "Rut", "Nes", Role.ADMINISTRATOR)
    admin.is_superuser = superuser
    admin.save()
    client = browser(admin)

    assert client.get(reverse("admin:articles_article_changelist")).status_code == 403
    assert client.get(reverse("admin:articles_article_add")).status_code == 403
    for name in ("change", "review", "history"):
        assert client.get(address(article, name)).status_code in {302, 403, 404}
    assert article.headline not in words(client.get("/admin/"))


def test_nothing_can_be_deleted_or_done_in_bulk(ada, cleo, clock):
    article = draft(by=ada, now=clock.now)
    client = browser(cleo)

    assert client.post(address(article, "delete"), {"post": "yes"}).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"}
    client.post(reverse("admin:articles_article_changelist"), data)
    assert Article.objects.filter(pk=article.pk).exists()


def test_a_race_that_the_form_did_not_see_keeps_the_typed_words(ada, clock, monkeypatch):
    from articles import actions
    from articles.actions import SaveConflict

    article = draft(by=ada, now=clock.now)
    client = browser(ada)
    data = change_form(client, article, headline="Words of mine")

    def refuse(**kwargs):
        raise SaveConflict(article.current)

    monkeypatch.setattr(actions, "save_revision", refuse)
    response = client.post(address(article, "change"), data)

    assert response.status_code == 409
    assert "Words of mine" in response.content.decode()


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(ada, ben, clock):
    client = browser(ben)
    url = reverse("admin:articles_article_changelist")
    counts = []
    for _ in range(2):
        waiting(by=ada, now=clock.tick())
        live(by=ada, reviewer=ben, now=clock.tick())
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200
        counts.append(len(asked))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=hangers", True),
        ("?q=zeppelin", False),
        ("?standing=live", True),
        ("?standing=none", False),
        ("?standing=withdrawn", False),
        ("?stage__exact=published", True),
        ("?stage__exact=draft", False),
    ],
)
def test_the_list_can_be_searched_and_filtered(ada, ben, clock, query, found):
    article = live(by=ada, reviewer=ben, now=clock.now)

    shown = words(browser(ben).get(reverse("admin:articles_article_changelist") + query))

    assert (article.headline in shown) == found


def test_the_editor_has_its_nonce_and_no_page_has_an_inline_style(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    client = browser(ben)

    form = client.get(address(article, "change"))

    nonce = page(form).select_one("script[type=importmap]")["nonce"]
    assert nonce
    assert f"'nonce-{nonce}'" in form.headers["Content-Security-Policy"]
    for url in (
        "/admin/",
        address(article, "change"),
        address(article, "review"),
        address(article, "history"),
    ):
        soup = page(client.get(url))
        assert not soup.select("[style], style"), url
        # Data is not run, so the policy asks nothing of it.
        inline = soup.select("script:not([src]):not([type='application/json'])")
        assert not [one for one in inline if not one.get("nonce")], url
