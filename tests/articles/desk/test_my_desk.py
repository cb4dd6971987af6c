"""The first page: what waits for this person and no other, and every story by where it stands."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import actions, jobs
from articles.models.job import SummaryJob
from newsroom.roles import Role
from tests.articles.desk.desk import browser, page, words
from tests.factories.people import person
from tests.factories.stories import draft, live, reviewed, waiting

pytestmark = pytest.mark.django_db


def rows(user):
    """Return what waits for a person, as headline → verb."""
    found = page(browser(user).get("/admin/")).select(".waiting-row")
    return {
        row.select_one(".waiting-headline").get_text(): row.select_one("a").find(string=True).strip()
        for row in found
    }


def test_a_story_waits_for_those_who_may_read_it_and_did_not_write_it(ada, ben, cleo, clock):
    waiting(by=ben, now=clock.now, headline="Written by Ben")

    assert rows(cleo) == {"Written by Ben": "Review"}
    assert rows(ben) == rows(ada) == {}


def test_a_returned_story_waits_for_its_writer(ada, ben, clock):
    article = waiting(by=ada, now=clock.now, headline="Come back")
    actions.return_to_writer(article=article, actor=ben, now=clock.tick(), reason="Who says so?")

    assert rows(ada) == {"Come back": "Fix"}
    assert "Who says so?" in words(browser(ada).get("/admin/"))
    assert rows(ben) == {}


def test_a_story_that_went_out_alone_waits_for_a_second_read_first_and_in_red(ada, ben, cleo, clock):
    waiting(by=ada, now=clock.now, headline="An old one")
    alone = draft(by=cleo, now=clock.tick(), headline="Out alone")
    actions.publish_alone(article=alone, actor=cleo, now=clock.tick(), reason="Nobody else is here.")

    soup = page(browser(ben).get("/admin/"))

    assert list(rows(ben)) == ["Out alone", "An old one"]
    assert soup.select_one(".waiting-why.late").get_text() == "Out without a second read"
    assert "Out alone" not in rows(cleo)


def test_a_failed_summary_can_be_retried_by_whoever_sees_the_story(ada, ben, clock):
    article = draft(by=ada, now=clock.now, headline="No box")
    actions.request_summary(article=article, actor=ada, now=clock.now)
    job = jobs.claim(job_id=SummaryJob.objects.get().pk, now=clock.now)
    jobs.fail(job=job, now=clock.now, reason="Too short.")

    assert rows(ada) == rows(ben) == {"No box": "Retry"}


def test_the_board_sorts_stories_by_where_they_stand(ada, ben, clock):
    now = timezone.now()
    draft(by=ada, now=now, headline="In draft")
    waiting(by=ada, now=now, headline="In review")
    reviewed(by=ada, reviewer=ben, now=now, headline="Ready")
    later = reviewed(by=ada, reviewer=ben, now=now, headline="Tomorrow")
    actions.schedule(article=later, actor=ben, now=now, at=now + timezone.timedelta(hours=30))
    live(by=ada, reviewer=ben, now=now, headline="Out")

    columns = page(browser(ben).get("/admin/")).select(".column")

    assert [[card.get_text() for card in column.select(".story-card a")] for column in columns] == [
        ["In draft"],
        ["In review"],
        ["Ready"],
        ["Tomorrow"],
        ["Out"],
    ]


def test_eight_cards_then_the_number_of_the_others(ada, clock):
    for number in range(10):
        draft(by=ada, now=clock.tick(), headline=f"Draft {number}")

    column = page(browser(ada).get("/admin/")).select_one(".column")

    assert len(column.select(".story-card")) == 8
    assert "2 more" in column.get_text()
    assert column.select_one("h3 .quiet").get_text() == "10"


def test_an_empty_desk_says_so(ada):
    shown = words(browser(ada).get("/admin/"))

    assert "Nothing waits for you. 0 stories are in draft." in shown
    assert "Nothing is scheduled." in shown


def test_the_first_page_asks_the_same_number_of_questions_however_much_there_is(ada, ben, clock):
    client = browser(ben)
    counts = []
    for _ in range(2):
        now = timezone.now()
        draft(by=ada, now=now)
        waiting(by=ada, now=now)
        reviewed(by=ada, reviewer=ben, now=now)
        live(by=ada, reviewer=ben, now=now)
        with CaptureQueriesContext(connection) as asked:
            client.get("/admin/")
        counts.append(len(asked))

    assert counts[0] == counts[1]
    assert counts[0] < 32


def test_a_contributors_first_page_knows_only_their_own(ada, dora, clock):
    draft(by=ada, now=clock.now, headline="Ada's secret")
    draft(by=dora, now=clock.now, headline="Dora's own")

    shown = words(browser(dora).get("/admin/"))

    assert "Dora's own" in shown
    assert "Ada's secret" not in shown


def test_an_administrator_is_told_why_there_is_no_story(db):
    admin = person("root", "Rut", "Nes", Role.ADMINISTRATOR)

    shown = words(browser(admin).get("/admin/"))

    assert "no story is shown to it" in shown
    assert "Users" in shown
