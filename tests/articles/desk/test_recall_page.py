"""The page for recalling what an engine made: who opens it, what it lists, and what forged posts do not do."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import actions
from articles.actions.recall import RECALL, SUBJECT, Scope
from articles.models.quicktake import QuickTake
from articles.models.version import PublishedVersion
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.articles.desk.desk import browser, form_of, page, words
from tests.articles.outside_engine import PATH
from tests.factories import stories
from tests.factories.people import person

pytestmark = pytest.mark.django_db

WHY = "It mixes up the two bridges."
PAGE = "/admin/recall/"


@pytest.fixture
def article(ada, ben, clock, settings):
    """A live story that an external engine drafted."""
    settings.SUMMARY_ENGINE = PATH
    return stories.live(by=ada, reviewer=ben, now=clock.now)


@pytest.fixture
def chief(cleo):
    return browser(cleo)


def link_of(client):
    """Return where “Look and recall” of the first row leads."""
    return page(client.get(PAGE)).select_one("table tbody a")["href"]


def has_box(article):
    return PublishedVersion.objects.filter(article_id=article.pk).latest("number").has_quick_take


def fields(client, **typed):
    return {**form_of(client.get(link_of(client)), "section form[method=post]"), **typed}


def test_the_page_has_its_address():
    assert reverse("admin:recall") == PAGE


@pytest.mark.parametrize(
    "role", [Role.CONTRIBUTOR, Role.WRITER, Role.PICTURE_EDITOR, Role.EDITOR, Role.ADMINISTRATOR]
)
def test_nobody_but_a_chief_opens_or_posts_it(article, role):
    client = browser(person("otto", "Otto", "Lund", role))

    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"engine": "outside", "reason": WHY}).status_code == 403
    assert has_box(article)


def test_a_stranger_is_sent_to_the_log_in(article):
    assert Client().get(PAGE).status_code == 302
    assert Client().post(PAGE, {"engine": "outside", "reason": WHY}).status_code == 302
    assert has_box(article)


def test_a_post_from_elsewhere_is_refused(article, cleo):
    client = browser(cleo, enforce_csrf_checks=True)

    assert client.post(PAGE, {"engine": "outside", "reason": WHY}).status_code == 403
    assert has_box(article)


def test_the_first_page_leads_chiefs_there_and_nobody_else(ben, chief):
    assert PAGE in chief.get("/admin/").content.decode()
    assert PAGE not in browser(ben).get("/admin/").content.decode()


def test_an_empty_house_says_so(chief):
    shown = words(chief.get(PAGE))

    assert "No Quick Take was drafted yet." in shown
    assert "Hidden before" not in shown


def test_the_list_says_who_drafted_what(article, chief):
    row = page(chief.get(PAGE)).select_one("table tbody tr")

    cells = [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]
    key = QuickTake.objects.get().prompt_id
    assert cells[:4] == ["outside 3", "pica-2-0311", f"quick-take 1 (key {key})", "1"]
    assert cells[5] == "1"


def test_a_maker_shows_what_readers_see_and_what_waits_on_the_desk(article, ada, clock, chief):
    waiting = stories.waiting(by=ada, now=clock.tick(), headline="The ferry stops for good")

    soup = page(chief.get(link_of(chief)))

    linked = [link["href"] for link in soup.select(".plain-list a")]
    assert f"/{article.pk}/history/" in linked[0]
    assert f"/{waiting.pk}/review/" in linked[1]
    assert "Hide all 1" in soup.get_text()


def test_a_recall_hides_the_boxes_and_is_listed_and_can_be_taken_back(article, chief):
    response = chief.post(PAGE, fields(chief, reason=WHY), follow=True)
    hidden = has_box(article)
    listed = words(response)
    undo = page(response).select_one("button[name=undo]")["value"]

    back = chief.post(PAGE, {"undo": undo}, follow=True)

    assert (response.redirect_chain, hidden) == ([(PAGE, 302)], False)
    assert "Hidden: readers see nothing of it any more, in 1 story." in listed
    assert f"1 story. {WHY}" in listed
    assert "What that recall hid is shown again, in 1 story." in words(back)
    assert has_box(article)


def test_what_readers_no_longer_see_cannot_be_hidden_again(article, chief):
    link = link_of(chief)
    chief.post(PAGE, fields(chief, reason=WHY))

    shown = chief.get(link)

    assert "Readers see no Quick Take of it." in words(shown)
    assert page(shown).select("textarea") == []


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_goes_and_the_page_says_why(article, chief, reason):
    response = chief.post(PAGE, fields(chief, reason=reason))

    field = page(response).select_one("textarea[name=reason]")
    assert response.status_code == 409
    assert field["aria-invalid"] == "true"
    assert has_box(article)


@pytest.mark.parametrize(
    "forged",
    [
        {},
        {"engine": ""},
        {"engine": "outside", "prompt": "abc"},
        {"section": "x"},
        {"section": "0"},
        {"site": "yes"},
        {"site": "all", "engine": "outside"},
        {"site": "all", "section": "x"},
        {"engine": "outside", "prompt": "-1"},
        {"engine": "outside", "prompt": "0"},
        {"engine": "outside", "prompt": "1 OR 1=1"},
        {"engine": "outside", "prompt": "9" * 30},
        {"engine": "outside", "model": "\0"},
        {"undo": ""},
        {"undo": "²"},
        {"undo": "9" * 30},
        {"undo": "1"},
    ],
    ids=str,
)
def test_a_forged_post_hides_nothing_and_is_refused_in_words(article, chief, forged):
    response = chief.post(PAGE, {"reason": WHY, **forged})

    assert response.status_code == 409
    assert page(response).select_one("[role=alert]").get_text().strip()
    assert has_box(article)
    assert not AuditEntry.objects.filter(subject=SUBJECT).exists()


@pytest.mark.parametrize(
    "other",
    [{"engine": "outs"}, {"engine": "outside" + "x" * 99}, {"engine_version": "3" * 99}, {"model": "pica"}],
    ids=str,
)
def test_a_name_that_is_only_alike_hides_nothing(article, chief, other):
    chief.post(PAGE, fields(chief, reason=WHY) | other)

    assert has_box(article)


def test_an_undo_of_something_that_was_no_recall_changes_nothing(article, chief, cleo, clock):
    actions.hide_quick_take(article=article, actor=cleo, now=clock.tick(), reason="A wrong name.")
    entry = AuditEntry.objects.latest("number")

    response = chief.post(PAGE, {"undo": str(entry.number)})

    assert response.status_code == 409
    assert not has_box(article)


@pytest.mark.parametrize(
    "query", ["engine=", "engine=outside&prompt=x", "prompt=1", "engine=nobody", "engine=%00"]
)
def test_any_address_shows_the_page(article, chief, query):
    assert chief.get(f"{PAGE}?{query}").status_code == 200


def test_a_name_with_signs_of_an_address_is_found_again(article, chief, clock):
    QuickTake.objects.create(
        revision=article.head, engine="a&b=c", engine_version="1+1 #2", model="<i>é%41", created_at=clock.now
    )

    shown = chief.get(link_of(chief))

    assert "Hide all Quick Takes of a&b=c 1+1 #2 <i>é%41" in words(shown)
    assert page(shown).select("h2 i") == []


def test_a_row_without_a_model_counts_what_its_recall_would_hide(article, chief, clock):
    QuickTake.objects.create(
        revision=article.head, engine="outside", engine_version="3", created_at=clock.now
    )

    rows = [row.select("td") for row in page(chief.get(PAGE)).select("table tbody tr")]

    assert [(cells[1].get_text(), cells[5].get_text()) for cells in rows] == [
        ("–", "1"),
        ("pica-2-0311", "1"),
    ]


def test_the_page_asks_the_same_number_of_questions_for_two_makers_and_for_twenty(
    article, chief, cleo, clock, django_assert_num_queries
):
    def makers(count):
        for number in range(count):
            QuickTake.objects.create(
                revision=article.head, engine=f"engine-{QuickTake.objects.count()}", created_at=clock.now
            )
            actions.recall(scope=Scope(f"engine-{number}"), actor=cleo, now=clock.tick(), reason=WHY)

    makers(2)
    chief.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        chief.get(PAGE)
    makers(18)

    with django_assert_num_queries(len(few)):
        chief.get(PAGE)
    assert AuditEntry.objects.filter(action=RECALL).count() == 20


def test_the_page_offers_the_site_sections_and_instructions_beside_the_makers(article, chief):
    rows = {
        row.select_one("span").text: row.select_one("a")["href"]
        for row in page(chief.get(PAGE)).select(".recall-row")
    }

    assert list(rows)[:2] == ["The whole site", "City"]
    assert rows["The whole site"].endswith("?site=all")
    assert any(name.startswith("quick-take 1 (key ") for name in rows)
    for address in rows.values():
        shown = words(chief.get(address))
        assert "Hide all 1" in shown
        assert "A Quick Take that is approved later comes out as usual" in shown


def test_a_section_is_hidden_and_shown_again_on_the_page(article, chief):
    form = form_of(chief.get(f"{PAGE}?section={article.section_id}"), "section form[method=post]")
    response = chief.post(PAGE, {**form, "reason": WHY}, follow=True)
    hidden = has_box(article)
    undo = page(response).select_one("button[name=undo]")["value"]

    back = chief.post(PAGE, {"undo": undo}, follow=True)

    assert not hidden
    assert f"City, 1 story. {WHY}" in words(response)
    assert has_box(article)
    assert "Shown again since." in words(back)
