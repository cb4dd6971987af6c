"""Writing in a real browser: a crash, two people at once, counters, keys and the preview; nothing typed is lost."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models.revision import Revision
from articles.models.unsaved import UnsavedText
from tests.browser.windows import expect
from tests.factories.stories import SectionFactory, draft

pytestmark = pytest.mark.browser


@pytest.fixture
def story(ada, clock):
    return draft(by=ada, now=clock.now, body="<p>One stood.</p><p>Two stood.</p>")


def write_page(windows, person, story, **size):
    page = windows.open(person, **size)
    page.goto(reverse("admin:articles_article_change", args=[story.pk]))
    expect(page.locator(".ProseMirror")).to_be_visible()
    return page


def type_in_body(page, words):
    page.locator(".ProseMirror p").last.click()
    page.keyboard.press("End")
    page.keyboard.type(words)


def test_what_was_typed_survives_a_killed_browser(windows, ada, story):
    page = write_page(windows, ada, story)
    page.locator("#id_headline").fill("The bridge is open")
    type_in_body(page, " Three was typed.")
    expect(page.locator("[data-state]")).to_contain_text("Kept", timeout=9000)
    page.context.close()

    page = write_page(windows, ada, story)
    offer = page.get_by_role("region", name="Unsaved text")
    expect(offer).to_contain_text("Three was typed.")
    offer.get_by_role("link", name="Take it up").click()
    expect(page.locator("#id_headline")).to_have_value("The bridge is open")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    story.refresh_from_db()
    assert story.headline == "The bridge is open"
    assert "Two stood. Three was typed." in story.body
    assert not UnsavedText.objects.exists()


def test_closing_the_tab_keeps_the_last_words(windows, ada, story):
    page = write_page(windows, ada, story)
    page.locator("#id_headline").fill("Typed a second ago")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/admin/")

    page.goto(reverse("admin:articles_article_change", args=[story.pk]))
    expect(page.get_by_role("region", name="Unsaved text")).to_contain_text("Typed a second ago")


def test_without_a_connection_the_foot_bar_says_so_and_tries_again(windows, ada, story):
    page = write_page(windows, ada, story)
    windows.forgive("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    page.locator("#id_headline").fill("Typed in a tunnel")
    expect(page.locator("[data-state]")).to_contain_text("Not kept: no connection", timeout=9000)

    page.context.set_offline(False)
    expect(page.locator("[data-state]")).to_contain_text("Kept", timeout=9000)
    assert str(UnsavedText.objects.get()) == "Typed in a tunnel"


def test_after_a_log_out_nothing_is_kept_until_somebody_logs_in_again(windows, ada, story):
    page = write_page(windows, ada, story)
    page.context.clear_cookies()
    windows.forgive("403", "400")
    page.locator("#id_headline").fill("Typed while logged out")
    expect(page.locator("[data-state]")).to_contain_text("logged out", timeout=9000)

    tab = page.context.new_page()
    tab.goto("/admin/login/")
    tab.get_by_label("Username").fill("ada")
    tab.get_by_label("Password").fill("newsroom")
    tab.get_by_role("button", name="Log in").click()
    expect(tab.get_by_role("navigation", name="Desk")).to_be_visible()
    page.locator("#id_headline").fill("Typed after logging in again")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    story.refresh_from_db()
    assert story.headline == "Typed after logging in again"


def test_in_two_windows_of_one_person_the_second_is_told_and_the_console_stays_silent(windows, ada, story):
    first, second = write_page(windows, ada, story), write_page(windows, ada, story)
    first.locator("#id_headline").fill("Typed in the first")
    expect(first.locator("[data-state]")).to_contain_text("Kept", timeout=9000)

    second.locator("#id_headline").fill("Typed in the second")

    expect(second.locator("[data-state]")).to_contain_text("another window", timeout=9000)
    assert str(UnsavedText.objects.get()) == "Typed in the first"


def test_opening_a_story_changes_nothing(windows, ada, story):
    page = write_page(windows, ada, story)
    page.wait_for_timeout(600)

    expect(page.locator("[data-state]")).to_contain_text("Saved")
    assert not UnsavedText.objects.exists()


def test_two_people_see_each_other_and_lose_no_word(windows, ada, ben, story):
    hers, his = write_page(windows, ada, story), write_page(windows, ben, story)
    expect(his.locator("#presence")).to_contain_text("Ada Brandt has had this open since")

    his.locator("#id_standfirst").fill("His standfirst.")
    his.locator("#id_headline").fill("His headline")
    his.get_by_role("button", name="Save", exact=True).click()
    expect(his.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    hers.locator("#id_headline").fill("Her headline")
    type_in_body(hers, " Three is hers.")
    hers.get_by_role("button", name="Save", exact=True).click()
    expect(hers.get_by_role("heading", name="Theirs and yours")).to_be_visible()
    expect(hers.get_by_role("group", name="Headline").get_by_label("Mine")).to_be_checked()
    expect(hers.get_by_role("group", name="Standfirst").get_by_label("Theirs")).to_be_checked()
    hers.get_by_role("button", name="Save what I chose").click()
    expect(hers.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    story.refresh_from_db()
    assert (story.headline, story.standfirst) == ("Her headline", "His standfirst.")
    assert "Two stood. Three is hers." in story.body
    assert Revision.objects.filter(article=story, headline="His headline").exists()


def test_counters_speak_when_a_limit_is_crossed(windows, ada, story):
    section = SectionFactory()
    section.headline_limit = 20
    section.save()
    page = write_page(windows, ada, story)
    counter, said = page.locator('[data-counts="headline"]'), page.locator("[data-limit-said]")

    page.locator("#id_headline").fill("Short")
    expect(counter).to_have_text("5 of 20 characters")
    page.locator("#id_headline").fill("A headline of thirty-two letters")
    expect(counter).to_have_text("32 of 20 characters, 12 over")
    expect(said).to_have_text("Headline: longer than 20 characters.")
    page.locator("#id_headline").fill("Short again")
    expect(said).to_have_text("Headline: within 20 characters again.")


def test_keys_save_and_explain_themselves(windows, ada, story):
    page = write_page(windows, ada, story)
    page.locator("#main").focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("Keys on this page")
    page.keyboard.press("Escape")
    page.keyboard.press("h")
    page.keyboard.type("? h ")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    story.refresh_from_db()
    assert "? h" in story.headline


def test_the_preview_stands_beside_the_form_and_shows_what_is_typed(windows, ada, story):
    page = write_page(windows, ada, story)
    page.locator("#id_headline").fill("Only typed so far")
    page.get_by_role("link", name="Preview").last.click()

    frame = page.frame_locator(".preview-frame")
    expect(frame.get_by_role("heading", name="Only typed so far")).to_be_visible()
    page.get_by_role("button", name="Desktop").click()
    expect(page.get_by_role("button", name="Desktop")).to_have_attribute("aria-pressed", "true")
    page.locator("#id_headline").fill("Typed on")
    expect(frame.get_by_role("heading", name="Typed on")).to_be_visible()
