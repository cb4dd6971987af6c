"""Ordering a front in a browser: by keyboard alone, without scripts, and two people at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles import actions
from articles.models.front import FrontOrder, Slot
from tests.browser.windows import expect
from tests.factories import stories
from tests.factories.people import picture

pytestmark = pytest.mark.browser


@pytest.fixture
def paper(ada, ben, clock):
    """Three stories, placed on the front page as they were written."""
    found = [
        stories.live(by=ada, reviewer=ben, now=clock.tick(), box=False, headline=f"Story {number}")
        for number in range(3)
    ]
    slots = [Slot(article.pk) for article in found]
    actions.order_front(section=None, slots=slots, seen=0, actor=ben, now=clock.now)
    return found


def in_force():
    return [slot.article for slot in FrontOrder.objects.of(None).first().places]


def test_a_front_is_ordered_by_keyboard_and_the_focus_goes_with_the_story(windows, paper, ben):
    page = windows.open(ben)
    page.goto(reverse("admin:front_home"))

    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.locator("#front-said")).to_have_text("Now at place 2.")
    expect(page.locator(f"#down-{paper[0].pk}")).to_be_focused()
    page.keyboard.press("d")
    expect(page.locator("#front-said")).to_have_text("Now at place 3.")
    assert in_force() == [article.pk for article in paper]
    page.get_by_role("button", name="Put this order out").press("Enter")

    expect(page.get_by_text("Order 2 is out.")).to_be_visible()
    assert in_force() == [paper[1].pk, paper[2].pk, paper[0].pk]


def test_a_story_is_dragged_to_its_place_by_its_number(windows, paper, ben):
    page = windows.open(ben)
    page.goto(reverse("admin:front_home"))
    expect(page.get_by_text("Or drag a story by its number.")).to_be_visible()
    last = page.locator(f"#slot-{paper[2].pk}")

    last.locator(".front-number").drag_to(
        page.locator(f"#slot-{paper[0].pk}"), target_position={"x": 60, "y": 4}
    )

    expect(page.locator("#front-said")).to_have_text("Now at place 1.")
    expect(page.locator(".front-headline").first).to_contain_text("Story 2")
    assert in_force() == [article.pk for article in paper]
    page.get_by_role("button", name="Put this order out").click()
    expect(page.get_by_text("Order 2 is out.")).to_be_visible()
    assert in_force() == [paper[2].pk, paper[0].pk, paper[1].pk]


def test_a_places_picture_is_chosen_from_small_ones_also_after_a_move(windows, paper, ben):
    image = picture("The harbour at dawn")
    page = windows.open(ben)
    page.goto(reverse("admin:front_home"))
    page.locator(f"#down-{paper[0].pk}").click()
    expect(page.locator("#front-said")).to_have_text("Now at place 2.")
    slot = page.locator(f"#slot-{paper[0].pk}")
    slot.locator("summary").click()

    expect(slot.locator(".picker-clear")).to_be_hidden()
    slot.get_by_role("button", name="Choose a picture").click()
    page.locator(".picker-dialog .picture-choice").click()

    expect(slot.locator(".picker-chosen img")).to_be_visible()
    expect(slot.locator(".picker-clear")).to_be_visible()
    expect(slot.get_by_label("What this picture shows")).to_be_focused()
    page.keyboard.type("Cranes before sunrise")
    page.get_by_role("button", name="Put this order out").click()
    expect(page.get_by_text("Order 2 is out.")).to_be_visible()
    placed = FrontOrder.objects.of(None).first().places[1]
    assert (placed.article, placed.picture, placed.picture_alt) == (
        paper[0].pk,
        image.pk,
        "Cranes before sunrise",
    )


def test_who_orders_without_scripts_meets_the_order_of_another_and_loses_nothing(
    windows, paper, ben, cleo, clock
):
    page = windows.open(ben, java_script_enabled=False)
    page.goto(reverse("admin:front_home"))
    page.locator(f"button[value='remove:{paper[0].pk}']").click()
    slots = [Slot(paper[2].pk)]
    actions.order_front(section=None, slots=slots, seen=1, actor=cleo, now=clock.tick())

    page.get_by_role("button", name="Put this order out").click()

    expect(page.get_by_text("Cleo Varga put order 2 out")).to_be_visible()
    expect(page.locator(".front-theirs li")).to_have_count(1)
    expect(page.locator("[data-slot]")).to_have_count(2)
    windows.forgive("409")
    page.get_by_role("button", name="Put mine out").click()
    expect(page.get_by_text("Order 3 is out.")).to_be_visible()
    assert in_force() == [paper[1].pk, paper[2].pk]
