"""An open first page: another person's change is seen within ten seconds, and nothing under the hands moves."""

from __future__ import annotations

import pytest

from tests.browser.windows import expect
from tests.factories.stories import draft, edit

pytestmark = pytest.mark.browser

TEN_SECONDS = 10_000


def test_a_colleagues_story_comes_without_reloading_and_focus_and_scroll_stay(windows, ada, ben, clock):
    for number in range(8):
        mine = draft(by=ada, now=clock.tick(), headline=f"Draft {number}")
    page = windows.open(ben, height=500)
    page.goto("/admin/")
    page.evaluate("window.untouched = true")
    page.locator(f"#draft-{mine.pk}").focus()
    page.mouse.wheel(0, 120)
    page.wait_for_timeout(200)
    before = page.evaluate("window.scrollY")

    edit(mine, by=ada, now=clock.tick(), headline="The story has another headline")

    expect(page.get_by_role("link", name="The story has another headline")).to_be_visible(timeout=TEN_SECONDS)
    assert page.evaluate("document.activeElement.id") == f"draft-{mine.pk}"
    assert page.evaluate("window.scrollY") == before
    assert page.evaluate("window.untouched") is True


def test_a_change_of_the_counts_is_said_once_to_those_who_cannot_see_it(windows, ada, ben, clock):
    draft(by=ada, now=clock.now, headline="The first")
    page = windows.open(ben)
    page.goto("/admin/")

    draft(by=ada, now=clock.tick(), headline="The second")

    expect(page.get_by_role("link", name="The second")).to_be_visible(timeout=TEN_SECONDS)
    expect(page.locator("#today-said")).to_contain_text("Draft 2")


def test_focus_goes_to_the_heading_when_its_story_has_left(windows, ada, ben, clock):
    leaving = draft(by=ada, now=clock.now, headline="Leaving")
    for number in range(8):
        draft(by=ada, now=clock.tick(), headline=f"Newer {number}")
    edit(leaving, by=ada, now=clock.tick(), headline="Leaving soon")
    page = windows.open(ben)
    page.goto("/admin/")
    page.locator(f"#draft-{leaving.pk}").focus()

    draft(by=ada, now=clock.tick(), headline="One more")
    for number in range(8):
        draft(by=ada, now=clock.tick(), headline=f"Newest {number}")

    expect(page.get_by_role("link", name="Newest 7")).to_be_visible(timeout=TEN_SECONDS)
    assert page.evaluate("document.activeElement.id") == "board"


def test_a_hidden_page_asks_nothing(windows, ada, clock):
    page = windows.open(ada)
    page.clock.install()
    page.goto("/admin/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))

    page.evaluate("Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true})")
    page.clock.run_for(30_000)
    assert [url for url in asked if "/today/" in url] == []

    page.evaluate("delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_timeout(500)
    assert len([url for url in asked if "/today/" in url]) == 1


def test_whoever_was_logged_out_is_told(windows, ada, clock):
    page = windows.open(ada)
    page.goto("/admin/")

    page.context.clear_cookies()

    expect(page.locator("#today-said")).to_contain_text("You are logged out.", timeout=TEN_SECONDS)
