"""Asks axe about pages, light and dark, at every width; which pages are asked for is in the tests of accessibility."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from django.urls import reverse

from articles.models.article import Article

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (1280, 768)
PHONE = (360,)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def of(article: Article, name: str, *more: object) -> str:
    """Return the address of a story's own page."""
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def faults(page: Page, widths: Iterable[int] = WIDTHS) -> list[str]:
    """Return what axe finds on the page at every width, light and dark, and where the page is wider than its window."""
    from axe_playwright_python.sync_playwright import Axe

    found: set[str] = set()
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.add(f"wider than its window: {wide} at {width}")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            violations: list[dict[str, Any]] = Axe().run(page).response["violations"]
            found |= {
                f"{fault['id']}: {node['target']} {node['html'][:120]} at {width}, {scheme}"
                for fault in violations
                for node in fault["nodes"]
            }
    return sorted(found)


def walk(page: Page, urls: Iterable[str], widths: Iterable[int] = WIDTHS) -> dict[str, list[str]]:
    """Open each page and return what is wrong with which."""
    wrong: dict[str, list[str]] = {}
    for url in urls:
        answer = page.goto(url)
        assert answer is not None
        found = [f"answers {answer.status}"] if not answer.ok else faults(page, widths)
        if found:
            wrong[url] = found
    return wrong
