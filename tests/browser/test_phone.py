"""A chief with a phone of 360 px: approves, publishes, corrects, hides a Quick Take and withdraws, by thumb alone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models.version import PublishedVersion
from newsroom.models.audit import AuditEntry
from tests.browser.windows import expect
from tests.factories.stories import waiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def fits(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def thumb(page, article, move, label, **typed):
    """Make a move on its own page."""
    page.goto(reverse("admin:articles_article_move", args=[article.pk, move]))
    fits(page)
    if "kind" in typed:
        page.get_by_label("Kind of note").select_option(label=typed.pop("kind"))
    for name, words in typed.items():
        page.get_by_label(name.capitalize(), exact=True).fill(words)
    button = page.locator(".move form").get_by_role("button", name=label)
    assert button.bounding_box()["height"] >= 44
    button.tap()
    page.wait_for_url("**/change/")


def test_a_chief_on_the_way_home_does_all_that_cannot_wait(windows, ada, cleo):
    article = waiting(by=ada, now=timezone.now())
    page = windows.open(cleo, width=360, height=740, has_touch=True, is_mobile=True)
    page.goto(reverse("admin:articles_article_review", args=[article.pk]))
    fits(page)
    asking = page.locator("#bullets > [data-open]")
    for left in range(asking.count() - 1, -1, -1):
        asking.first.get_by_role("button", name="Accept").tap()
        expect(asking).to_have_count(left)
    page.get_by_role("button", name="I checked these").tap()
    page.wait_for_url("**/change/")

    thumb(page, article, "publish", "Publish")
    assert PublishedVersion.objects.get().has_quick_take
    thumb(page, article, "correct", "Add a correction", kind="Correction", note="It was 4.4 million marks.")
    thumb(page, article, "hide_quick_take", "Hide Quick Take", reason="A reader doubts it.")
    thumb(page, article, "withdraw", "Withdraw", reason="The source took it back.")

    assert not PublishedVersion.objects.live(timezone.now()).exists()
    acts = ["approve", "publish", "correct", "hide_quick_take", "withdraw"]
    done = AuditEntry.objects.filter(actor=cleo, action__in=acts).order_by("number")
    assert list(done.values_list("action", flat=True)) == acts
