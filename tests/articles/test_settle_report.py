"""A reader's report is settled once, by those who review, with what was really done."""

import json
from threading import Thread

import pytest
from django.db import connection

from articles import actions
from articles.actions import Settlement
from articles.models.correction import CorrectionKind
from articles.models.report import ReaderReport
from newsroom import audit
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.factories.people import person
from tests.factories.reports import reported
from tests.factories.stories import SectionFactory, live

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(ada, ben, clock):
    return live(by=ada, reviewer=ben, now=clock.now)


@pytest.fixture
def report(article, clock):
    return reported(article, now=clock.tick())


def settle(report, by, clock, settlement=Settlement.RIGHT, words="The port authority confirms it."):
    return actions.settle_report(
        report=report, actor=by, now=clock.tick(), settlement=settlement, words=words
    )


def test_a_report_is_closed_with_what_was_done_and_by_whom(report, ben, clock):
    settle(report, ben, clock, words="  The port authority\n confirms it. ")

    report.refresh_from_db()
    entry = AuditEntry.objects.get(action="settle_report")
    assert report.outcome == "Nothing was changed: it is right as it stands. The port authority confirms it."
    assert (report.settled_by, report.settled_at) == (ben, clock.now)
    assert (entry.actor, entry.subject) == (ben, report.article.subject)
    assert json.loads(entry.data)["reason"] == "The port authority confirms it."
    assert not ReaderReport.objects.open().exists()
    assert audit.verify() is None


@pytest.mark.parametrize("words", ["", "  \n ", "x" * 1001, "right\u202eside"])
def test_nothing_is_settled_without_plain_words(report, ben, clock, words):
    with pytest.raises(actions.TransitionBlocked):
        settle(report, ben, clock, words=words)

    assert ReaderReport.objects.open().exists()
    assert not AuditEntry.objects.filter(action="settle_report").exists()


def test_a_correction_is_claimed_only_when_there_is_one(article, report, ben, clock):
    with pytest.raises(actions.TransitionBlocked, match="correct it first"):
        settle(report, ben, clock, Settlement.CHANGED)

    note = actions.Note(kind=CorrectionKind.CORRECTION, text="It was eleven weeks.")
    actions.correct(article=article, actor=ben, now=clock.tick(), note=note)
    assert settle(report, ben, clock, Settlement.CHANGED).outcome.startswith(
        "What readers see was corrected."
    )


def test_a_correction_before_the_report_settles_nothing(article, ben, clock):
    note = actions.Note(kind=CorrectionKind.CORRECTION, text="It was eleven weeks.")
    actions.correct(article=article, actor=ben, now=clock.tick(), note=note)
    later = reported(article, now=clock.tick())

    with pytest.raises(actions.TransitionBlocked, match="correct it first"):
        settle(later, ben, clock, Settlement.CHANGED)


def test_a_box_is_said_to_be_hidden_only_when_it_is(article, report, ben, cleo, clock):
    with pytest.raises(actions.TransitionBlocked, match="hide it first"):
        settle(report, ben, clock, Settlement.HIDDEN)

    actions.hide_quick_take(article=article, actor=cleo, now=clock.tick(), reason="It misleads.")
    assert settle(report, ben, clock, Settlement.HIDDEN).settled_by == ben


def test_a_withdrawn_story_shows_no_box_either(article, report, ben, cleo, clock):
    actions.withdraw(article=article, actor=cleo, now=clock.tick(), reason="It never happened.")

    assert settle(report, ben, clock, Settlement.HIDDEN).settled_by == ben


def test_a_report_is_settled_once(report, ben, cleo, clock):
    settle(report, cleo, clock)

    with pytest.raises(actions.TransitionBlocked, match="Cleo Varga settled this report meanwhile"):
        settle(report, ben, clock, words="Me too.")
    report.refresh_from_db()
    assert report.settled_by == cleo


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.WRITER, Role.PICTURE_EDITOR, Role.ADMINISTRATOR])
def test_who_does_not_review_settles_nothing(report, role, clock):
    with pytest.raises(actions.TransitionBlocked, match="role"):
        settle(report, person("otto", "Otto", "Lund", role), clock)


def test_who_is_held_to_another_section_settles_nothing(report, ben, clock):
    SectionFactory(name="Science", slug="science").people.add(ben)

    with pytest.raises(actions.TransitionBlocked):
        settle(report, ben, clock)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite's test database is one connection")
def test_two_who_settle_at_once_leave_one_outcome(report, ben, cleo, clock):
    refused = []

    def go(who):
        try:
            settle(report, who, clock, words=f"{who.first_name} looked.")
        except actions.TransitionBlocked:
            refused.append(who)
        finally:
            connection.close()

    threads = [Thread(target=go, args=(who,)) for who in (ben, cleo)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(refused) == 1
    assert AuditEntry.objects.filter(action="settle_report").count() == 1
