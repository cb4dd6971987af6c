"""The checklist on the desk: on the review screen, before a move, and on its own page; with a script and without."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import actions
from articles.checklists import checklist_of
from articles.models.tick import Tick
from newsroom.roles import Role
from newsroom.workflow import Stage
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.people import person
from tests.factories.stories import KindFactory, draft

pytestmark = pytest.mark.django_db

FAMILY = "Has the family been told?"
AGE = "Is the age checked?"
WHY = "The family is at sea; the brother agreed."
HTMX = {"HX-Request": "true"}


@pytest.fixture
def article(ada, clock):
    items = [{"text": FAMILY, "blocks": True}, {"text": AGE, "blocks": False}]
    kind = KindFactory.create(name="Obituary", slug="obituary", checklist=items)
    return draft(by=ada, now=clock.now, kind=kind)


def answer(client, article, do, *, question=FAMILY, headers=None, **more):
    data = {"question": question, "do": do, "seen": article.head_id, "place": "review", **more}
    return client.post(address(article, "checklist"), data, headers=headers)


@pytest.mark.parametrize("where", ["review", "checklist"])
def test_the_questions_stand_where_the_decision_is_made(article, ben, where):
    shown = browser(ben).get(address(article, where))

    assert "0 of 2 answered, 1 must be before this goes on" in words(shown)
    assert [one.get_text(strip=True) for one in page(shown).select(".checklist-question > span[dir]")] == [
        FAMILY,
        AGE,
    ]
    assert page(shown).select_one("details#checklist")["open"] == ""


def test_a_move_that_goes_out_shows_them_and_links_to_them(article, cleo):
    shown = page(browser(cleo).get(address(article, "move", "publish_alone")))

    link = shown.select_one(".flag-stop a[href='#checklist']")
    assert FAMILY in link.get_text()
    assert shown.select_one("#checklist")
    assert shown.select_one("textarea[name=without]")


def test_a_move_that_puts_nothing_out_does_not_ask(article, ben):
    assert not page(browser(ben).get(address(article, "move", "set_embargo"))).select("#checklist")


def test_an_answer_without_a_script_leads_back_to_where_it_was_given(article, ben):
    client = browser(ben)

    given = answer(client, article, "tick")

    assert given.status_code == 302
    assert given["Location"] == address(article, "review") + "#checklist"
    assert "Yes: Ben Osei" in words(client.get(given["Location"]))
    assert answer(client, article, "untick", place="publish")["Location"].endswith("/move/publish/#checklist")
    assert answer(client, article, "tick", place="https://else.example/")["Location"].endswith(
        "/checklist/#checklist"
    )


def test_an_answer_by_htmx_changes_the_checklist_alone(article, ben):
    shown = answer(browser(ben), article, "tick", headers=HTMX)

    assert shown.status_code == 200
    assert page(shown).select_one("html") is None
    assert "1 of 2 answered" in words(shown)
    assert Tick.objects.get().person == ben


def test_a_refusal_says_so_and_keeps_what_was_typed(article, cleo):
    client = browser(cleo)
    for headers, status in ((None, 409), (HTMX, 200)):
        shown = answer(client, article, "waive", because="Too short", headers=headers)

        assert shown.status_code == status
        assert "at least 15 characters" in page(shown).select_one("#checklist [role=alert]").get_text()
        assert page(shown).select_one("textarea[name=because]").get_text().strip() == "Too short"
        assert page(shown).select_one("details.checklist-waive[open]")
    assert not Tick.objects.exists()


def test_a_chief_goes_on_without_and_history_has_the_reason(article, ben, cleo):
    assert not page(browser(ben).get(address(article, "review"))).select(".checklist-waive")
    client = browser(cleo)

    answer(client, article, "waive", because=WHY)

    assert f"Cleo Varga went on without: {WHY}" in words(client.get(address(article, "review")))
    assert WHY in words(client.get(address(article, "history")))


@pytest.mark.parametrize("more", [{"do": "approve"}, {"do": ""}])
def test_a_made_up_answer_changes_nothing(article, ben, more):
    client = browser(ben)

    assert client.post(address(article, "checklist"), {"question": FAMILY, **more}).status_code == 409
    assert client.post(address(article, "checklist"), {"do": "tick"}).status_code == 409
    assert answer(client, article, "tick", question="Is it long enough?").status_code == 409
    assert answer(client, article, "tick", seen="x").status_code == 409
    assert not Tick.objects.exists()


def test_whoever_only_reads_sees_the_answers_and_no_button(article):
    pia = person("pia", "Pia", "Holm", Role.PICTURE_EDITOR)
    client = browser(pia)

    assert not page(client.get(address(article, "review"))).select("#checklist button")
    assert answer(client, article, "tick").status_code == 409


def test_publishing_alone_takes_both_reasons_in_one_form(article, cleo):
    client = browser(cleo)
    url = address(article, "move", "publish_alone")

    refused = client.post(url, {"reason": "Nobody else is in the building."})
    short = client.post(url, {"reason": "Nobody else is in the building.", "without": "No time"})
    done = client.post(url, {"reason": "Nobody else is in the building.", "without": WHY})

    article.refresh_from_db()
    assert (refused.status_code, short.status_code, done.status_code) == (409, 409, 302)
    assert article.stage == Stage.PUBLISHED


def test_publishing_alone_asks_one_reason_where_nothing_is_open(article, ada, cleo, clock):
    actions.tick(article=article, actor=ada, now=clock.now, question=FAMILY)

    assert not page(browser(cleo).get(address(article, "move", "publish_alone"))).select("[name=without]")


def test_a_kind_without_a_checklist_shows_none(ada, ben, clock):
    article = draft(by=ada, now=clock.now)

    shown = browser(ben).get(address(article, "review"))

    assert "Checklist" not in words(shown)
    assert "no checklist" in words(browser(ben).get(address(article, "checklist")))


def test_a_long_checklist_asks_no_more_of_the_database(article, ada, ben, clock):
    client, counts = browser(ben), []
    for length in (5, 50):
        article.kind.checklist = [{"text": f"Question {n}?", "blocks": True} for n in range(length)]
        article.kind.save()
        for item in checklist_of(article).items:
            actions.tick(article=article, actor=ada, now=clock.now, question=item.text)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address(article, "checklist")).status_code == 200
        counts.append(len(asked))

    assert counts[0] == counts[1]
