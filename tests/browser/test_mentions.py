"""A colleague's name while it is typed in a note: found and taken by keys or by a click, left alone with Escape."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models.notice import Notice
from tests.browser.windows import expect
from tests.factories.stories import draft

pytestmark = pytest.mark.browser


@pytest.fixture
def page(windows, ada, ben, cleo, clock):
    story = draft(by=ada, now=clock.now)
    page = windows.open(ada)
    page.goto(reverse("admin:articles_article_notes", args=[story.pk]))
    return page


def note(page):
    return page.get_by_label("New note")


def offered(page):
    return page.get_by_role("listbox", name="Colleagues")


def test_a_name_is_chosen_by_arrows_and_taken_by_enter(page):
    note(page).press_sequentially("Please look, @")
    expect(offered(page).get_by_role("option")).to_have_text(["Ben Osei @ben", "Cleo Varga @cleo"])
    expect(note(page)).to_have_attribute("aria-activedescendant", "person-ben")
    page.keyboard.press("ArrowDown")
    expect(note(page)).to_have_attribute("aria-activedescendant", "person-cleo")
    page.keyboard.press("Enter")

    expect(note(page)).to_have_value("Please look, @cleo ")
    expect(offered(page)).to_be_hidden()
    page.keyboard.type("at line two.")
    page.get_by_role("button", name="Add the note").press("Enter")
    expect(page.locator("#notes-said")).to_have_text("Note added. Cleo Varga was told.")
    assert Notice.objects.get().person.username == "cleo"

    # The form came anew, and its field suggests as the first one did.
    note(page).press_sequentially("@os")
    expect(offered(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(note(page)).to_have_value("@ben ")


def test_escape_leaves_the_list_and_enter_is_a_new_line_again(page):
    note(page).press_sequentially("@be")
    expect(offered(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(offered(page)).to_be_hidden()
    expect(note(page)).not_to_have_attribute("aria-activedescendant", "person-ben")
    page.keyboard.press("Enter")

    expect(note(page)).to_have_value("@be\n")


def test_a_click_takes_a_name_in_the_middle_of_a_note(page):
    note(page).fill("For : look.")
    note(page).press("Home")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.keyboard.type("@b")
    offered(page).get_by_role("option", name="Ben Osei").click()

    expect(note(page)).to_have_value("For @ben : look.")
    expect(note(page)).to_be_focused()


def test_a_mail_address_and_an_unknown_name_suggest_nobody(page):
    with page.expect_request("**/people/**"):
        note(page).press_sequentially("@zz")
    note(page).press_sequentially(" ben@co")
    page.wait_for_timeout(400)

    expect(offered(page)).to_be_hidden()
