"""A picture's way in a real browser: sent with others, given its focal point by a click, chosen in a story with its alt text."""

from __future__ import annotations

import io
import re

import pytest
from django.urls import reverse
from PIL import Image as Pillow

from newsroom.models.image import Image
from newsroom.pictures_store import cut_again
from tests.browser.windows import expect
from tests.factories.people import picture
from tests.factories.stories import draft
from tests.newsroom.made_pictures import RED, encoded, halves, near

pytestmark = pytest.mark.browser


def sent(name: str, data: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": "image/jpeg", "buffer": data}


def send(page) -> Image:
    """Send one picture that is one and one that is none; return what is in the store then."""
    page.goto(reverse("admin:newsroom_image_upload"))
    page.locator("#id_files").set_input_files(
        [
            sent("harbour at dusk.jpg", encoded(halves((1200, 600)))),
            sent("not a picture.jpg", b"<svg onload=alert(1)>" * 50),
        ]
    )
    page.get_by_label("Credit").fill("Ines Falk / The Courier")
    page.get_by_role("button", name="Add pictures").click()
    expect(page.locator(".upload-count")).to_have_text("1 of 2 are in the store.")
    expect(page.locator(".upload-refused")).to_contain_text("not a picture.jpg")
    return Image.objects.get()


def test_a_picture_is_sent_given_its_focal_point_and_chosen_in_a_story(windows, ada, clock):
    page = windows.open(ada)
    image = send(page)
    assert image.credit == "Ines Falk / The Courier"

    page.get_by_role("link", name=image.title).click()
    figure = page.locator(".focal")
    box = figure.locator(".focal-image").bounding_box()
    figure.click(position={"x": box["width"] * 0.1, "y": box["height"] * 0.5})
    expect(page.locator("#id_focal_x")).to_have_value("0.10")
    expect(page.locator(".cut-image[data-ratio=square]")).to_have_attribute("src", _asks_for("x=0.1"))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".toasts")).to_be_visible()
    image.refresh_from_db()
    assert (image.focal_x, image.focal_y) == (0.1, 0.5)

    story = draft(by=ada, now=clock.now)
    page.goto(reverse("admin:articles_article_change", args=[story.pk]))
    page.get_by_role("button", name="Choose a picture").click()
    page.locator(f".picture-choice[data-key='{image.pk}']").click()
    # Without words for those who cannot see it nothing goes on: the focus waits there.
    expect(page.locator("#id_hero_alt")).to_be_focused()
    page.keyboard.type("Cranes before a red sky")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    story.refresh_from_db()
    assert (story.hero, story.hero_alt) == (image, "Cranes before a red sky")


def test_the_ring_moves_by_keyboard_and_the_cut_follows_it(windows, ada):
    page = windows.open(ada)
    image = send(page)
    page.goto(reverse("admin:newsroom_image_change", args=[image.pk]))

    page.locator(".focal").focus()
    for _ in range(4):
        page.keyboard.press("Shift+ArrowLeft")
    expect(page.locator("#id_focal_x")).to_have_value("0.10")
    cut = page.locator(".cut-image[data-ratio=square]")
    expect(cut).to_have_attribute("src", _asks_for("x=0.1"))
    answer = page.request.get(cut.get_attribute("src"))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".toasts")).to_be_visible()

    assert near(Pillow.open(io.BytesIO(answer.body())).getpixel((240, 240)), RED)
    image.refresh_from_db()
    cut_again(image)
    assert image.focal_x == 0.1


def test_a_picture_is_sent_from_within_the_story_and_chosen_at_once(windows, ada, clock):
    picture("An older one")
    story = draft(by=ada, now=clock.now)
    page = windows.open(ada)
    page.goto(reverse("admin:articles_article_change", args=[story.pk]))

    page.get_by_role("button", name="Choose a picture").click()
    dialog = page.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_text("Add a picture").click()
    dialog.locator("input[type=file]").set_input_files(
        sent("harbour at dusk.jpg", encoded(halves((1200, 600))))
    )
    dialog.get_by_label("Credit", exact=True).fill("Ines Falk")
    dialog.get_by_role("button", name="Add and choose it").click()

    expect(page.locator(".picker-chosen img")).to_be_visible()
    expect(page.locator("#id_hero_alt")).to_be_focused()
    fresh = Image.objects.latest("pk")
    expect(page.locator(".picker select")).to_have_value(str(fresh.pk))


def _asks_for(words: str):
    return re.compile(re.escape(words))
