"""The page that says who may know of a story."""

import pytest

from articles.models.article import Article
from tests.articles.desk.desk import address, browser, form_of, page, words
from tests.factories.stories import draft, live

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(ada, clock):
    return draft(by=ada, now=clock.now)


def decide(client, article, **typed):
    return client.post(address(article, "confide"), typed)


def test_a_story_is_kept_to_named_people_and_given_back(article, ada, ben, cleo):
    client = browser(ada)

    kept = decide(client, article, who="named", people=[ben.pk])

    assert kept.status_code == 302
    shown = client.get(kept["Location"])
    assert [one.get_text() for one in page(shown).select(".people-list li")] == [
        "Ada Brandt",
        "Ben Osei",
        "Cleo Varga",
    ]
    assert "Confidential" in [one.get_text() for one in page(shown).select(".badge")]
    typed = form_of(shown, "form[method=post][novalidate]")
    assert (typed["who"], typed["people"]) == ("named", str(ben.pk))

    decide(client, article, who="all", people=[ben.pk])

    article.refresh_from_db()
    assert not article.confidential
    assert not article.known_to.exists()


def test_the_page_is_for_the_writer_and_chiefs(article, ben, cleo, dora):
    assert browser(cleo).get(address(article, "confide")).status_code == 200
    assert browser(ben).get(address(article, "confide")).status_code == 403
    assert browser(ben).post(address(article, "confide"), {"who": "named"}).status_code == 403
    assert browser(dora).get(address(article, "confide")).status_code == 404
    link = address(article, "confide")
    assert not page(browser(ben).get(address(article, "review"))).select(f"a[href='{link}']")
    assert page(browser(cleo).get(address(article, "review"))).select(f"a[href='{link}']")


@pytest.mark.parametrize("typed", [{}, {"who": "nobody"}, {"who": "named", "people": ["99999"]}])
def test_what_was_not_offered_is_refused(article, ada, typed):
    assert decide(browser(ada), article, **typed).status_code == 409
    assert not Article.objects.get(pk=article.pk).confidential


def test_it_says_that_what_is_live_stays(ada, ben, cleo, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    client = browser(cleo)

    assert "Readers see this story" in words(client.get(address(article, "confide")))
    decide(client, article, who="named")

    assert browser(ben).get(address(article, "review")).status_code == 404
    assert browser(ben).get(f"/city/{article.slug}/").status_code == 200
