"""Readers' pages in a real browser: accessible, quiet, whole at any size and on paper, and the same without scripts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from tests.browser.axe import faults
from tests.press_checks.paper import print_paper

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (320, 768, 1280)
# What a person can reach with Tab, and whether it shows when it is reached.
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  return one === document.body ? null : {
    words: (one.innerText || one.getAttribute("aria-label") || one.name || "").trim().slice(0, 60),
    shown: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none",
    inside: box.width > 0 && box.right > 0 && box.left < innerWidth,
    place: [...document.querySelectorAll("*")].indexOf(one),
    top: box.top + scrollY,
    bottom: box.bottom + scrollY,
  };
}"""
# A link inside a sentence may be as low as its line; everything else is for a thumb.
SMALL_TARGETS = """() => [...document.querySelectorAll("main a, header a, footer a, button, input, select, summary, label")]
  .filter((one) => one.type !== "radio" && !one.closest(".unseen"))
  .filter((one) => !one.closest("p, .prose, figcaption, li p, h1, h2, h3, .skip") && one.getClientRects().length)
  .map((one) => [one.textContent.trim().slice(0, 40), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 24 && box.width > 0)
  .map(([words, box]) => `${words}: ${Math.round(box.width)} × ${Math.round(box.height)}`)"""
# Text at twice its size, as a reader with weak eyes sets it.
TWICE = "document.documentElement.style.fontSize = '200%'"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def pages(desk_server, ada, ben, cleo) -> dict[str, str]:
    return print_paper(writer=ada, reviewer=ben, chief=cleo, now=timezone.now())


def test_axe_finds_nothing_and_nothing_is_wider_than_its_window(windows, pages):
    windows.forgive("400", "404", "410")
    page = windows.open()
    wrong = {}
    for name, address in pages.items():
        page.goto(address)
        if found := faults(page, (320, 1280)):
            wrong[name] = found

    assert wrong == {}


def test_a_reader_gets_no_cookie_no_script_and_nothing_from_elsewhere(windows, pages):
    windows.forgive("400", "404", "410")
    page = windows.open()
    asked: list[str] = []
    answers: list[Response] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a built-in cannot be marked as seen
    for address in pages.values():
        page.goto(address, wait_until="networkidle")

    assert [url for url in asked if not url.startswith(windows.url)] == []
    assert [answer.url for answer in answers if "set-cookie" in answer.all_headers()] == []
    assert [
        answer.url for answer in answers if "javascript" in (answer.header_value("content-type") or "")
    ] == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("width", [320, 412])
def test_a_word_can_be_read_while_it_is_typed_in_text_of_twice_its_size(windows, pages, width):
    page = windows.open(width=width)
    page.goto(pages["search"])
    assert page.locator(".ask").bounding_box()["height"] < 90, "as usual the button stands beside the field"
    page.evaluate(TWICE)

    assert page.locator("#search-q").bounding_box()["width"] > 200


def test_text_of_twice_its_size_needs_no_sideways_scrolling(windows, pages):
    windows.forgive("400", "404", "410")
    page = windows.open(width=320)
    wide = {}
    for name, address in pages.items():
        page.goto(address)
        page.evaluate(TWICE)
        if more := page.evaluate(SIDEWAYS):
            wide[name] = more

    assert wide == {}


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (768, "dark"), (1280, "light"), (1280, "dark")]
)
def test_tab_goes_down_every_page_and_every_stop_shows(windows, pages, width, scheme):
    windows.forgive("400", "404", "410")
    page = windows.open(width=width, scheme=scheme)
    wrong = {}
    for name, address in pages.items():
        page.goto(address)
        stops = _stops(page)
        assert stops[0]["words"] == "Skip to the text", name
        assert len(stops) > 8, name
        if found := _astray(stops, columns=width > 320):
            wrong[name] = found

    assert wrong == {}


def _astray(stops: list[dict[str, Any]], *, columns: bool) -> list[str]:
    """Return the stops that cannot be seen, and those that come before what stands above them."""
    found = [stop["words"] for stop in stops if not (stop["shown"] and stop["inside"])]
    for before, stop in pairwise(stops):
        # As the source has it: nothing was moved by tabindex.
        if stop["place"] < before["place"]:
            found.append(f"{stop['words']} stands earlier in the source than {before['words']}")
        # In one column the next stop is never above the last; the skip link lies over the masthead.
        if not columns and stop["bottom"] <= before["top"] and before is not stops[0]:
            found.append(f"{stop['words']} stands above {before['words']}")
    return found


def _stops(page: Page) -> list[dict[str, Any]]:
    """Press Tab until the page is left; return what was reached."""
    stops: list[dict[str, Any]] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        # A window without a frame begins anew where another goes on to the address bar.
        if stop is None or (len(stops) > 1 and stop["place"] == stops[0]["place"]):
            return stops
        stops.append(stop)
    raise AssertionError("Tab never leaves the page")


def test_skip_link_leads_to_the_text(windows, pages):
    page = windows.open()
    page.goto(pages["article"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url.endswith("#main")


def test_targets_are_large_enough_for_a_thumb(windows, pages):
    windows.forgive("400", "404", "410")
    page = windows.open(width=320)
    small = {}
    for name, address in pages.items():
        page.goto(address)
        if found := page.evaluate(SMALL_TARGETS):
            small[name] = found

    assert small == {}


def test_a_bullet_leads_to_its_sentence_and_marks_it(windows, pages):
    page = windows.open()
    page.goto(pages["article"])
    page.get_by_role("link", name="In the text: where point 1 comes from").click()
    sentence = page.locator("mark:target")

    assert sentence.count() == 1
    assert sentence.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 240, 184)"


def test_paper_shows_the_story_and_its_claim_and_no_navigation(windows, pages):
    page = windows.open(scheme="dark")
    page.goto(pages["article"])
    page.emulate_media(media="print", color_scheme="dark")

    assert page.get_by_text("Summary is AI generated, newsroom reviewed.").is_visible()
    assert page.locator("nav:visible").count() == 0
    assert page.locator(".prose p").first.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in {
        "rgb(255, 255, 255)",
        "rgba(0, 0, 0, 0)",
    }


def test_nothing_moves(windows, pages):
    page = windows.open(reduced_motion="reduce")
    page.goto(pages["home"])
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
             const style = getComputedStyle(one);
             return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 ||
               style.scrollBehavior === "smooth";
           }).map((one) => one.outerHTML.slice(0, 80))"""
    )

    assert moving == []


def test_lines_stay_where_the_system_sets_the_colours(windows, pages):
    page = windows.open(forced_colors="active")
    page.goto(pages["article"])
    rule = page.locator(".quick-take").evaluate("one => getComputedStyle(one).borderInlineStartStyle")

    assert rule == "solid"


def test_page_is_the_same_without_javascript(windows, pages):
    texts = []
    for javascript in (True, False):
        page = windows.open(java_script_enabled=javascript)
        page.goto(pages["article"])
        texts.append(page.locator("main").inner_text())

    assert texts[0] == texts[1]


def test_nothing_shifts_while_the_page_loads(windows, pages):
    page = windows.open(width=320)
    page.add_init_script(
        """window.shift = 0;
           new PerformanceObserver((list) => list.getEntries().forEach((one) => { window.shift += one.value; }))
             .observe({type: "layout-shift", buffered: true});"""
    )
    shifts = {}
    for name in ("home", "section", "article", "long", "everything", "search", "author"):
        page.goto(pages[name], wait_until="networkidle")
        shifts[name] = page.evaluate("window.shift")

    assert {name: shift for name, shift in shifts.items() if shift > 0.01} == {}


def test_no_picture_is_larger_than_its_place_needs(windows, pages):
    """A picture of which there are cuts is never fetched whole."""
    page = windows.open(width=320, device_scale_factor=2)
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    for name in ("home", "section", "article", "everything", "author"):
        page.goto(pages[name], wait_until="networkidle")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        for picture in page.locator("img").all():
            picture.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
    pictures = {url.rsplit("/", 1)[1] for url in fetched if "/media/" in url}

    assert any("-whole-" in name for name in pictures)
    assert any("-standard-" in name for name in pictures)
    assert {name for name in pictures if not name.endswith(".avif")} == set()
    assert {name for name in pictures if int(name.rsplit("-", 1)[1].split(".")[0]) > 960} == set()
