"""The browser at hand: people get in, scripts run, and a console that speaks fails a test."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.browser.windows import expect
from tests.factories.stories import draft, newest_quick_take, waiting

pytestmark = pytest.mark.browser


def test_ada_logs_in_by_the_form(windows, ada):
    page = windows.open()
    page.goto("/admin/")

    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password").fill("newsroom")
    page.get_by_role("button", name="Log in").click()

    expect(page.get_by_role("navigation", name="Desk")).to_be_visible()


def test_a_page_with_every_script_is_silent(windows, ada, clock):
    article = draft(by=ada, now=clock.now)
    page = windows.open(ada)

    page.goto(reverse("admin:articles_article_change", args=[article.pk]))

    assert page.evaluate("typeof htmx") == "object"
    expect(page.locator("#id_headline")).to_have_value(article.headline)


def test_the_machine_drafts_beside_the_browser(windows, worker, ada, clock):
    article = draft(by=ada, now=clock.now)
    page = windows.open(ada)
    page.goto(reverse("admin:articles_article_move", args=[article.pk, "request_summary"]))
    page.get_by_role("button", name="Send for review").click()

    worker()
    page.goto(reverse("admin:articles_article_review", args=[article.pk]))

    article.refresh_from_db()
    drafted = [bullet.text for bullet in newest_quick_take(article).bullets.order_by("position")]
    expect(page.locator("#bullets .bullet-text")).to_have_text(drafted)


def test_an_error_on_the_console_is_noticed(windows, ada, clock):
    waiting(by=ada, now=clock.now)
    page = windows.open(ada)
    page.goto("/admin/")

    page.evaluate("document.body.setAttribute('onclick', 'alert(1)'); console.error('ink on the floor')")
    page.locator("body").click()
    page.wait_for_timeout(100)

    said = " ".join(windows.complaints)
    windows.forgive("ink on the floor", "CSP", "Content Security Policy")
    assert "ink on the floor" in said
    assert "script-src" in said
