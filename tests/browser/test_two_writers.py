"""Two sessions in one story: whoever saves second is refused and chooses, and every word typed by either is still there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models.revision import Revision
from tests.browser.windows import expect
from tests.factories.stories import draft

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def story(desk_server, ada, clock):
    return draft(by=ada, now=clock.now, body="<p>One stood.</p><p>Two stood.</p>")


def write_page(windows, person, story):
    page = windows.open(person)
    page.goto(reverse("admin:articles_article_change", args=[story.pk]))
    expect(page.locator(".ProseMirror")).to_be_visible()
    return page


def type_over(page, name):
    """Change headline, standfirst and body to words that name who typed them."""
    page.locator("#id_headline").fill(f"{name} wrote the headline")
    page.locator("#id_standfirst").fill(f"{name} wrote the standfirst.")
    page.locator(".ProseMirror p").last.click()
    page.keyboard.press("End")
    page.keyboard.type(f" {name} wrote here.")


def save(page, button="Save"):
    page.get_by_role("button", name=button, exact=True).click()


def all_words(story):
    rows = Revision.objects.filter(article=story)
    return " ".join(f"{row.headline} {row.standfirst} {row.text}" for row in rows)


def test_nothing_typed_by_either_is_lost(windows, ada, ben, story):
    hers, his = write_page(windows, ada, story), write_page(windows, ben, story)
    type_over(his, "Ben")
    type_over(hers, "Ada")

    save(his)
    expect(his.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    save(hers)
    expect(hers.get_by_role("heading", name="Theirs and yours")).to_be_visible()
    hers.get_by_role("group", name="Standfirst").get_by_label("Theirs").check()
    save(hers, "Save what I chose")
    expect(hers.get_by_role("status").filter(has_text="Saved")).to_be_visible()

    story.refresh_from_db()
    assert story.headline == "Ada wrote the headline"
    assert story.standfirst == "Ben wrote the standfirst."
    for name in ("Ada", "Ben"):
        assert f"{name} wrote the headline" in all_words(story)
        assert f"{name} wrote here." in all_words(story)


def test_whoever_is_refused_and_switches_the_machine_off_finds_the_words_again(windows, ada, ben, story):
    hers, his = write_page(windows, ada, story), write_page(windows, ben, story)
    type_over(his, "Ben")
    save(his)
    expect(his.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    type_over(hers, "Ada")
    save(hers)
    expect(hers.get_by_role("heading", name="Theirs and yours")).to_be_visible()
    expect(hers.locator("[data-state]")).to_contain_text("Kept")
    hers.context.close()

    again = write_page(windows, ada, story)
    offer = again.get_by_role("region", name="Unsaved text")
    expect(offer).to_contain_text("Ada wrote the standfirst.")
    expect(offer).to_contain_text("Ada wrote here.")
    story.refresh_from_db()
    assert story.headline == "Ben wrote the headline"
