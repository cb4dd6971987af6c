"""The bell counts and lists what a person was told of stories that they may still know of, and leads to them."""

import pytest

from articles import actions, notices
from articles.models.notice import About, Notice
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.stories import draft, waiting

pytestmark = pytest.mark.django_db

BELL, COUNT, READ = "/admin/bell/", "/admin/bell/count/", "/admin/bell/read/"


def tell(article, person, by, now, about=About.MENTIONED, text="Look at the second figure."):
    (notice,) = notices.tell(article=article, people=[person], about=about, by=by, now=now, text=text)
    return notice


def number(response):
    found = page(response).select_one(".bell-number")
    return found.get_text() if found else ""


def test_the_bar_of_every_page_counts_what_is_unread(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    tell(article, ben, ada, clock.tick())
    tell(article, ben, ada, clock.tick())

    for where in ("/admin/", BELL, address(article, "history"), "/admin/me/"):
        assert number(browser(ben).get(where)) == "2", where
    assert number(browser(ada).get("/admin/")) == ""


def test_the_page_lists_the_newest_first_with_who_and_why(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    tell(article, ben, ada, clock.tick(), text="The older one.")
    tell(article, ben, ada, clock.tick(), text="The newer one.")

    shown = words(browser(ben).get(BELL))

    assert shown.index("The newer one.") < shown.index("The older one.")
    assert "You are mentioned by Ada Brandt" in shown
    assert article.headline in shown


def test_an_empty_bell_says_what_it_is_for(ben):
    assert "Nothing was told to you yet." in words(browser(ben).get(BELL))


@pytest.mark.parametrize(
    ("about", "place"),
    [
        (About.ASKED, "review"),
        (About.SECOND_READ, "review"),
        (About.FAILED, "review"),
        (About.MENTIONED, "notes"),
        (About.RETURNED, "change"),
        (About.APPROVED, "change"),
        (About.PUBLISHED, "change"),
    ],
)
def test_opening_a_line_leads_to_the_work_and_reads_it(ada, ben, clock, about, place):
    article = draft(by=ada, now=clock.now)
    notice = tell(article, ben, ada, clock.tick(), about=about)
    client = browser(ben)

    response = client.get(f"/admin/bell/{notice.pk}/")

    assert response["Location"] == address(article, place)
    assert number(client.get(BELL)) == ""


def test_the_count_answers_only_when_it_changed(ada, ben, clock):
    tell(draft(by=ada, now=clock.now), ben, ada, clock.tick())
    client = browser(ben)

    assert client.get(COUNT, {"shown": "1"}).status_code == 204
    answer = client.get(COUNT, {"shown": "0"})
    assert (answer.status_code, number(answer)) == (200, "1")
    assert "shown=1" in page(answer).select_one("#bell-count")["hx-get"]


def test_the_count_is_one_query_of_the_notices(ada, ben, clock, django_assert_max_num_queries):
    article = draft(by=ada, now=clock.now)
    for _ in range(5):
        tell(article, ben, ada, clock.tick())
    client = browser(ben)

    # Session, person and roles come before it, as on every page of the desk.
    with django_assert_max_num_queries(4) as seen:
        client.get(COUNT, {"shown": "0"})

    assert len([one for one in seen.captured_queries if "articles_notice" in one["sql"]]) == 1


@pytest.mark.parametrize("many", [5, 50])
def test_a_longer_list_asks_no_more_of_the_database(ada, ben, clock, many, django_assert_max_num_queries):
    article = draft(by=ada, now=clock.now)
    for _ in range(many):
        tell(article, ben, ada, clock.tick())
    client = browser(ben)

    with django_assert_max_num_queries(8):
        client.get(BELL)


def test_marking_all_read_leaves_what_came_since(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    tell(article, ben, ada, clock.tick())
    client = browser(ben)
    newest = page(client.get(BELL)).select_one("input[name=newest]")["value"]
    tell(article, ben, ada, clock.tick(), text="Came later.")

    shown = client.post(READ, {"newest": newest}, follow=True)

    assert "1 marked as read." in words(shown)
    assert number(shown) == "1"


@pytest.mark.parametrize("newest", ["", "all", "-1", "9" * 30])
def test_marking_nonsense_read_reads_nothing(ada, ben, clock, newest):
    tell(draft(by=ada, now=clock.now), ben, ada, clock.tick())

    assert browser(ben).post(READ, {"newest": newest}).status_code == 302

    assert Notice.objects.unread().count() == 1


def test_a_story_that_one_may_no_longer_know_of_is_at_no_door(ada, ben, clock):
    article = draft(by=ada, now=clock.now, headline="The quay is sold")
    notice = tell(article, ben, ada, clock.tick())
    article.confidential = True
    article.save(update_fields=["confidential"])
    client = browser(ben)

    assert "The quay is sold" not in client.get(BELL).content.decode()
    assert number(client.get("/admin/")) == ""
    assert number(client.get(COUNT)) == ""
    assert client.get(f"/admin/bell/{notice.pk}/").status_code == 404
    client.post(READ, {"newest": notice.pk})
    assert Notice.objects.unread().filter(pk=notice.pk).exists()


@pytest.mark.parametrize("key", [0, 10**30])
def test_a_notice_of_somebody_else_is_not_there(ada, ben, cleo, clock, key):
    notice = tell(draft(by=ada, now=clock.now), ben, ada, clock.tick())
    client = browser(cleo)

    assert client.get(f"/admin/bell/{key or notice.pk}/").status_code == 404
    assert Notice.objects.unread().count() == 1


def test_older_lines_stand_on_the_next_page(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    for turn in range(52):
        tell(article, ben, ada, clock.tick(), text=f"Number {turn}.")
    client = browser(ben)

    first = page(client.get(BELL))
    second = words(client.get(BELL + first.select_one(".bell-older a")["href"]))

    assert "Number 0." not in first.get_text()
    assert "Number 0." in second
    assert client.get(BELL + "?before=nonsense").status_code == 404


def test_the_bell_asks_for_an_account(client):
    for where in (BELL, COUNT):
        assert "/login/" in client.get(where)["Location"]


def test_a_returned_story_rings(ada, ben, clock):
    article = waiting(by=ada, now=clock.now)
    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")

    assert "New Returned to you by Ben Osei" in words(browser(ada).get(BELL))
