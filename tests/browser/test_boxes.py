"""Pull quote, fact box and link card in the body editor, with the keyboard alone: put in, saved, taken away again."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.browser import axe
from tests.browser.windows import expect
from tests.factories.stories import draft

pytestmark = pytest.mark.browser

BODY = "<p>One stood there.</p><p>Two stood there.</p>"


@pytest.fixture
def story(ada, clock):
    return draft(by=ada, now=clock.now, body=BODY)


@pytest.fixture
def page(windows, ada, story):
    page = windows.open(ada)
    page.goto(reverse("admin:articles_article_change", args=[story.pk]))
    expect(page.get_by_role("toolbar", name="Formatting")).to_be_visible()
    return page


def press(page, name):
    # The editor hears where the cursor went a moment after the page does, and not at all once a button has the focus.
    # No hand is that quick; this test is.
    page.wait_for_timeout(250)
    page.get_by_role("toolbar", name="Formatting").get_by_role("button", name=name, exact=True).press("Enter")


def save(page, story):
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    story.refresh_from_db()
    return story.body


def go_to(page, text):
    page.locator(".ProseMirror p", has_text=text).click()
    page.keyboard.press("End")


def test_chosen_words_are_repeated_in_a_pull_quote_and_taken_away_again(page, story):
    go_to(page, "One stood")
    page.keyboard.press("Shift+Home")

    press(page, "Pull quote")

    expect(page.get_by_role("group", name="Pull quote")).to_contain_text("One stood there.")
    quote = '<aside class="pull-quote"><p>One stood there.</p></aside>'
    assert save(page, story) == f"<p>One stood there.</p>{quote}<p>Two stood there.</p>"

    page.get_by_role("group", name="Pull quote").locator("p").click()
    expect(page.get_by_role("button", name="Pull quote")).to_have_attribute("aria-pressed", "true")
    press(page, "Pull quote")

    assert save(page, story) == "<p>One stood there.</p><p>One stood there.</p><p>Two stood there.</p>"


def test_a_fact_box_is_written_and_left_by_keys(page, story):
    go_to(page, "Two stood")

    press(page, "Fact box")
    page.keyboard.type("The two")
    page.keyboard.press("ArrowDown")
    press(page, "List")
    page.keyboard.type("They stand.")
    for _ in range(3):
        page.keyboard.press("Enter")
    page.keyboard.type("Three came.")

    assert save(page, story) == (
        '<p>One stood there.</p><p>Two stood there.</p><aside class="fact-box"><h2>The two</h2>'
        "<ul><li><p>They stand.</p></li></ul></aside><p>Three came.</p>"
    )


def test_chosen_paragraphs_go_into_a_fact_box(page, story):
    page.locator(".ProseMirror").focus()
    page.keyboard.press("Control+a")

    press(page, "Fact box")

    assert save(page, story) == f'<aside class="fact-box">{BODY}</aside>'


def test_a_card_is_made_of_what_is_typed_and_asks_again_for_an_address_that_is_none(page, story):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    go_to(page, "One stood")

    press(page, "Link card")
    page.get_by_label("Address").last.fill("javascript:alert(1)")
    page.get_by_label("Words that lead there").fill("The port, told")
    page.get_by_label("What to expect there").fill("In full.")
    page.get_by_label("What to expect there").press("Enter")

    expect(page.get_by_role("dialog")).to_contain_text("An address begins with")
    expect(page.get_by_label("Words that lead there")).to_have_value("The port, told")
    page.get_by_label("Address").last.fill("port.veldhaven.example/told")
    page.get_by_label("Address").last.press("Enter")
    expect(page.get_by_role("group", name="Link card")).to_be_visible()

    assert not [url for url in asked if "veldhaven" in url]
    assert save(page, story) == (
        '<p>One stood there.</p><aside class="link-card"><p><a href="https://port.veldhaven.example/told">'
        "The port, told</a></p><p>In full.</p></aside><p>Two stood there.</p>"
    )


def test_what_readers_saw_is_pasted_with_its_boxes_and_no_others(page, story):
    go_to(page, "Two stood")
    html = (
        '<p>Pasted.</p><aside class="fact-box"><p>It lifts.</p></aside>'
        '<aside class="advert"><p>Buy.</p></aside><aside class="quick-take"><p>Short.</p></aside>'
    )
    page.locator(".ProseMirror").evaluate(
        """(box, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        html,
    )

    assert save(page, story).endswith(
        'Pasted.</p><aside class="fact-box"><p>It lifts.</p></aside><p>Buy.</p><p>Short.</p>'
    )


def test_axe_finds_nothing_while_boxes_are_written_and_names_ordered(windows, ada, clock):
    boxes = (
        '<h2>One</h2><aside class="pull-quote"><p>One stood there.</p><p>Ada</p></aside>'
        '<aside class="fact-box"><h3>Two</h3><ul><li>They stand.</li></ul></aside>'
        '<aside class="link-card"><p><a href="/city/other/">The other story</a></p></aside>'
    )
    page = windows.open(ada)
    page.goto(
        reverse("admin:articles_article_change", args=[draft(by=ada, now=clock.now, body=BODY + boxes).pk])
    )
    expect(page.get_by_role("group", name="Link card")).to_be_visible()

    assert not axe.faults(page, (1280, 360))
