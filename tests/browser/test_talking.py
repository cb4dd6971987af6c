"""Talking in open pages: notes without reloading, the keyboard stays, a colleague's bell counts on, a log-out loses nothing."""

from __future__ import annotations

import pytest
from django.conf import settings

from tests.browser.windows import expect
from tests.factories.stories import draft

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A_POLL_AND_A_BIT = 30_000


@pytest.fixture
def notes(ada, clock):
    """The address of the notes of a story by Ada."""
    return f"/admin/articles/article/{draft(by=ada, now=clock.now).pk}/notes/"


def test_a_note_rings_at_a_colleagues_open_page_and_the_keyboard_stays(windows, ada, ben, notes):
    hers, his = windows.open(ada), windows.open(ben)
    hers.goto("/admin/me/")
    his.goto(notes)

    his.get_by_label("New note").fill("@ada, is the second figure right?")
    his.get_by_role("button", name="Add the note").press("Enter")

    expect(his.locator("#notes-said")).to_have_text("Note added. Ada Brandt was told.")
    expect(his.locator("#notes-count")).to_have_text("1 open")
    expect(his.get_by_label("New note")).to_have_value("")
    expect(his.get_by_role("button", name="Add the note")).to_be_focused()
    expect(hers.locator(".bell-number")).to_have_text("1", timeout=A_POLL_AND_A_BIT)

    his.get_by_role("button", name="Resolve").press("Enter")

    expect(his.locator("#notes-said")).to_have_text("The note is resolved.")
    expect(his.get_by_role("button", name="Reopen")).to_be_focused()


def test_what_was_typed_outlives_the_log_in(windows, ben, notes):
    page = windows.open(ben)
    page.goto(notes)
    page.get_by_label("New note").fill("Long thought about.")
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)

    page.get_by_role("button", name="Add the note").click()

    expect(page.get_by_role("alert")).to_contain_text("You are logged out.")
    expect(page.get_by_label("New note")).to_have_value("Long thought about.")

    windows.log_in(page, ben)
    page.get_by_role("button", name="Add the note").click()

    expect(page.locator("#notes-said")).to_have_text("Note added.")
