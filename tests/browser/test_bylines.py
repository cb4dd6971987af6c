"""The names over a story in a real browser: ordered by keys, by buttons and by dragging, and found again after a crash."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models.article import Byline
from tests.browser.windows import expect
from tests.factories.people import AuthorFactory
from tests.factories.stories import draft, edit

pytestmark = pytest.mark.browser


@pytest.fixture
def story(ada, ben, clock):
    story = draft(by=ada, now=clock.now)
    story.bylines.all().delete()
    AuthorFactory(name="Ines Falk", slug="ines")
    for place, slug in enumerate(("ada", "ben", "cleo"), 1):
        author = AuthorFactory(slug=slug, name={"cleo": "Cleo Varga"}.get(slug, slug))
        Byline.objects.create(article=story, author=author, position=place)
    edit(story, by=ada, now=clock.tick())
    return story


def write_page(windows, ada, story, **options):
    page = windows.open(ada, **options)
    page.goto(reverse("admin:articles_article_change", args=[story.pk]))
    expect(page.locator(".ProseMirror")).to_be_visible()
    return page


def rows(page):
    return page.locator("#bylines-group .inline-related:not(.empty-form)")


def shown(page):
    names = page.locator("#bylines-group .inline-related:not(.empty-form) select[name$=-author]")
    return [
        name.split()[0] for name in names.evaluate_all("all => all.map(one => one.selectedOptions[0].text)")
    ]


def save(page, story):
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    return [row.author.name.split()[0] for row in story.bylines.order_by("position")]


def test_names_move_by_keys_and_the_focus_goes_with_them(windows, ada, story):
    page = write_page(windows, ada, story)
    role = rows(page).nth(2).get_by_label("Role")
    role.fill("pictures")

    role.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.type("!")

    assert shown(page) == ["Cleo", "Ada", "Ben"]
    expect(rows(page).first.get_by_label("Role")).to_have_value("pictures!")
    expect(page.locator("#bylines-group [role=status]")).to_have_text("Cleo Varga: 1 of 3.")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#bylines-group [role=status]")).to_have_text("Cleo Varga is first already.")
    assert save(page, story) == ["Cleo", "Ada", "Ben"]


def test_names_move_by_buttons(windows, ada, story):
    page = write_page(windows, ada, story, width=360)

    page.get_by_role("button", name="Down: Ada Brandt").press("Enter")
    expect(page.get_by_role("button", name="Down: Ada Brandt")).to_be_focused()
    page.get_by_role("button", name="Down: Ada Brandt").press("Enter")

    assert save(page, story) == ["Ben", "Cleo", "Ada"]


def test_names_are_dragged_by_their_number(windows, ada, story):
    page = write_page(windows, ada, story)

    rows(page).nth(2).locator("[data-place]").drag_to(rows(page).first, target_position={"x": 30, "y": 4})

    assert shown(page) == ["Cleo", "Ada", "Ben"]
    assert save(page, story) == ["Cleo", "Ada", "Ben"]


def test_a_new_name_is_put_first_and_another_new_one_taken_away_again(windows, ada, story):
    page = write_page(windows, ada, story)
    add = page.locator("#bylines-group .add-row a")
    add.click()
    rows(page).nth(3).locator(".select2-selection").click()
    page.locator(".select2-search__field").last.fill("Ines")
    page.get_by_role("option", name="Ines Falk").click()
    for _ in range(3):
        page.get_by_role("button", name="Up: Ines Falk").click()
    add.click()
    rows(page).nth(4).locator(".inline-deletelink").click()

    assert shown(page) == ["Ines", "Ada", "Ben", "Cleo"]
    assert save(page, story) == ["Ines", "Ada", "Ben", "Cleo"]


def test_an_order_that_was_not_saved_survives_a_killed_browser(windows, ada, story):
    page = write_page(windows, ada, story)
    page.get_by_role("button", name="Up: Cleo Varga").click()
    expect(page.locator("[data-state]")).to_contain_text("Kept", timeout=9000)
    page.context.close()

    page = write_page(windows, ada, story)
    expect(page.get_by_role("region", name="Unsaved text")).to_contain_text("Byline")
    page.get_by_role("link", name="Take it up").click()
    expect(rows(page)).to_have_count(3)

    assert shown(page) == ["Ada", "Cleo", "Ben"]
    assert save(page, story) == ["Ada", "Cleo", "Ben"]


def test_without_scripts_the_place_is_a_number(windows, ada, story):
    page = windows.open(ada, java_script_enabled=False)
    page.goto(reverse("admin:articles_article_change", args=[story.pk]))

    page.locator("#id_bylines-0-position").fill("9")
    page.get_by_role("button", name="Save", exact=True).click()

    assert [row.author.name.split()[0] for row in story.bylines.order_by("position")] == [
        "Ben",
        "Cleo",
        "Ada",
    ]
