"""Readers' reports on the desk: whom they wait for, where they are seen, and what a press of “Settle” does."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import actions
from articles.desk.waiting import waiting_for
from articles.models.correction import CorrectionKind
from articles.models.report import Fault, ReaderReport
from newsroom.roles import Role
from tests.articles.desk.crowds import questions
from tests.articles.desk.desk import address, browser, page, screen, words
from tests.factories.people import person
from tests.factories.reports import reported
from tests.factories.stories import SectionFactory, live, public

pytestmark = pytest.mark.django_db

LIST = "/admin/reader-reports/"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def article(ada, ben, now):
    return live(by=ada, reviewer=ben, now=now - timedelta(hours=5))


@pytest.fixture
def report(article, now):
    return reported(article, now=now - timedelta(hours=1), email="reader@example.org")


def lines(person_, now):
    return [one for one in waiting_for(person_, now) if one.verb == "Look at it"]


def test_a_report_waits_for_those_who_review(article, report, ada, ben, cleo, now):
    for who in (ben, cleo):
        (one,) = lines(who, now)
        assert one.article == article
        assert one.url == f"{LIST}{report.pk}/"
        assert one.why == "A reader reports its Quick Take: “It says something that is wrong”"
        assert not one.late
    assert not lines(ada, now)
    assert "Look at it" in words(browser(ben).get("/admin/"))


def test_several_reports_of_a_story_are_one_line_and_late_after_a_day(article, report, ben, now):
    old = reported(article, now=now - timedelta(hours=4), fault=Fault.OTHER)
    ReaderReport.objects.filter(pk=old.pk).update(made_at=now - timedelta(hours=25))

    (one,) = lines(ben, now)

    assert one.url == f"{LIST}{old.pk}/"
    assert one.late
    assert one.why == (
        "Late: a reader reports its Quick Take: “Something else”, and 1 more say something is wrong"
    )


def test_the_list_has_the_oldest_first_and_the_settled_apart(article, report, ben, now):
    first = reported(article, now=now - timedelta(hours=2), bullet=None, words="The whole box")
    client = browser(ben)

    shown = page(client.get(LIST))
    links = [link["href"] for link in shown.select(".bell-headline")]
    assert links == [f"{LIST}{first.pk}/", f"{LIST}{report.pk}/"]
    assert report.bullet_text in words(client.get(LIST))
    actions.settle_report(
        report=first, actor=ben, now=now, settlement=actions.Settlement.RIGHT, words="Checked."
    )

    assert [link["href"] for link in page(client.get(LIST)).select(".bell-headline")] == [
        f"{LIST}{report.pk}/"
    ]
    assert "it is right as it stands. Checked. Ben Osei" in words(client.get(f"{LIST}?settled"))
    assert client.get(f"{LIST}?settled&before=nonsense").status_code == 404


def test_a_report_is_shown_with_what_the_reader_saw_and_what_is_there_now(article, report, ben, now):
    shown = words(browser(ben).get(f"{LIST}{report.pk}/"))

    assert report.bullet_text in shown
    assert "It was eleven weeks." in shown
    assert "reader@example.org" in shown
    assert "The story with a Quick Take, version 1." in shown
    assert "Add a correction" in shown


def test_only_a_chief_is_led_to_hiding(article, report, ben, cleo):
    hide = address(article, "move", "hide_quick_take")

    links = [
        {
            link.get("href")
            for link in page(browser(who).get(f"{LIST}{report.pk}/")).select(".field-buttons a")
        }
        for who in (ben, cleo)
    ]

    assert (hide in links[0], hide in links[1]) == (False, True)


def test_settling_asks_for_what_was_done(article, report, ben):
    client, url = browser(ben), f"{LIST}{report.pk}/"

    empty = client.post(url, {})
    unproved = client.post(url, {"settlement": "changed", "words": "I corrected it, I think."})

    assert (empty.status_code, unproved.status_code) == (409, 409)
    assert "This field is required." in words(empty)
    assert "correct it first" in words(unproved)
    assert "I corrected it, I think." in words(unproved)
    assert ReaderReport.objects.open().exists()


def test_a_correction_and_a_press_settle_it(article, report, ben, now):
    note = actions.Note(kind=CorrectionKind.CORRECTION, text="It was eleven weeks.")
    actions.correct(article=article, actor=ben, now=now, note=note)
    client = browser(ben)

    response = client.post(
        f"{LIST}{report.pk}/", {"settlement": "changed", "words": "Weeks, not months."}, follow=True
    )

    assert "Settled." in words(response)
    assert not lines(ben, now)
    assert "Settled by Ben Osei" in words(client.get(f"{LIST}{report.pk}/"))
    history = words(client.get(address(article, "history")))
    assert "A reader reported bullet 1" in history
    assert "Ben Osei settled a reader’s report" in history


def test_who_comes_second_is_told_what_the_first_did(article, report, ben, cleo, now):
    client = browser(ben)
    client.get(f"{LIST}{report.pk}/")
    actions.settle_report(
        report=report, actor=cleo, now=now, settlement=actions.Settlement.RIGHT, words="I rang the port."
    )

    response = client.post(f"{LIST}{report.pk}/", {"settlement": "right", "words": "Looks fine."})

    assert response.status_code == 409
    assert "Cleo Varga settled this report meanwhile" in words(response)


def test_the_review_screen_shows_reports_beside_their_bullets(article, report, ada, ben, now):
    reported(article, now=now, bullet=None, fault=Fault.MISLEADING)

    shown = page(screen(browser(ben), article))

    rows = shown.select(".bullet-row")
    assert "A reader says: It says something that is wrong." in rows[0].get_text()
    assert all("A reader says" not in row.get_text() for row in rows[1:])
    assert len(shown.select(".review-bullets .flag li")) == 2
    # A writer reads the history, where it is told as well; settling is not theirs.
    assert "Look at it" not in words(screen(browser(ada), article))
    assert "reader@example.org" not in words(browser(ada).get(address(article, "history")))


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.WRITER, Role.PICTURE_EDITOR, Role.ADMINISTRATOR])
def test_reports_are_for_those_who_review(report, role):
    client = browser(person("otto", "Otto", "Lund", role))

    assert client.get(LIST).status_code == 403
    assert client.get(f"{LIST}{report.pk}/").status_code == 403
    assert client.post(f"{LIST}{report.pk}/", {"settlement": "right", "words": "x"}).status_code == 403
    assert LIST not in client.get("/admin/").content.decode()


def test_reports_about_what_one_may_not_know_of_are_nowhere(article, report, ben, cleo, now):
    SectionFactory(name="Science", slug="science").people.add(ben)
    client = browser(ben)

    assert not lines(ben, now)
    assert "No reader’s report is open" in words(client.get(LIST))
    assert client.get(f"{LIST}{report.pk}/").status_code == 404
    assert client.post(f"{LIST}{report.pk}/", {"settlement": "right", "words": "x"}).status_code == 404
    assert client.get(f"{LIST}{10**30}/").status_code == 404
    assert len(lines(cleo, now)) == 1


def test_five_reports_or_fifty_cost_the_same_questions(article, report, ben, now):
    client = browser(ben)
    pages = (LIST, f"{LIST}{report.pk}/", "/admin/", address(article, "review"), address(article, "history"))

    def asked(number):
        for _ in range(number):
            reported(article, now=now, words="Wrong.")
        return [questions(client, url) for url in pages]

    asked(4)

    assert asked(0) == asked(45)


def test_a_report_stands_by_the_version_that_the_reader_saw(article, report, ben, now):
    version = public(article, now)
    note = actions.Note(kind=CorrectionKind.UPDATE, text="More trams.")
    actions.correct(article=article, actor=ben, now=now, note=note)

    link = page(browser(ben).get(f"{LIST}{report.pk}/")).select_one(".answers a")
    assert link["href"] == address(article, "version", version.number)
