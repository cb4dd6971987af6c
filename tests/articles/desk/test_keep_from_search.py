"""The page on which editors say what search engines are told of a story."""

import pytest

from tests.articles.desk.desk import address, browser, form_of, page
from tests.factories.stories import live

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(ada, ben, clock):
    return live(by=ada, reviewer=ben, now=clock.now)


def test_an_editor_asks_and_takes_it_back(article, ben):
    client, link = browser(ben), address(article, "search_engines")

    asked = client.post(link, {"what": "kept", "reason": "A court asked."})
    shown = client.get(asked["Location"])

    article.refresh_from_db()
    assert article.no_index
    assert form_of(shown, "form[method=post][novalidate]")["what"] == "kept"
    assert page(shown).select_one(f".badges a[href='{link}']").text == "Kept out of search engines"
    client.post(link, {"what": "shown"})
    article.refresh_from_db()
    assert not article.no_index


def test_it_is_no_page_for_writers(article, ada, ben, dora):
    link = address(article, "search_engines")

    assert browser(ada).get(link).status_code == 403
    assert browser(ada).post(link, {"what": "kept"}).status_code == 403
    assert browser(dora).get(link).status_code == 404
    assert not page(browser(ada).get(address(article, "review"))).select(f"a[href='{link}']")
    assert page(browser(ben).get(address(article, "review"))).select(f"a[href='{link}']")


@pytest.mark.parametrize("typed", [{}, {"what": "gone"}, {"what": "kept", "reason": "x" * 301}])
def test_what_was_not_offered_is_refused(article, ben, typed):
    assert browser(ben).post(address(article, "search_engines"), typed).status_code == 409
    article.refresh_from_db()
    assert not article.no_index
