"""One day of one story at real screens: written, lost and found, read, scheduled, out, corrected, its box hidden."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models.article import Article
from articles.models.quicktake import Bullet, Verdict
from articles.models.version import PublishedVersion
from newsroom.models.audit import AuditEntry
from newsroom.workflow import Stage
from tests.browser.windows import expect
from tests.factories.stories import BODY, KindFactory, SectionFactory

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEADLINE = "Harbour bridge reopens after eleven months"
SENTENCE = "Summary is AI generated, newsroom reviewed."
ADD = "/admin/articles/article/add/"
CORRECTION = "An earlier version gave the cost as 4.2 million marks."


@pytest.fixture
def house(ada, ben, cleo):
    """A section and a kind to write for; Ada is a writer, who puts nothing before readers herself."""
    SectionFactory(), KindFactory()


def of(article, name, *more):
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def log_in(page, username):
    page.goto("/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill("newsroom")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("navigation", name="Desk")).to_be_visible()


def write(page):
    """Type headline and standfirst, and paste the body as from another window."""
    page.goto(ADD)
    page.locator("#id_headline").fill(HEADLINE)
    page.locator("#id_standfirst").fill("Repairs cost 4.2 million marks.")
    page.locator(".ProseMirror").click()
    page.evaluate(
        """html => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            document.querySelector(".ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        BODY,
    )
    expect(page.locator("[data-state]")).to_contain_text("Kept", timeout=20_000)


def recover_and_send(page):
    """Find what the killed browser left, say where it belongs, and ask for a summary."""
    page.goto(ADD)
    offer = page.get_by_role("region", name="Unsaved text")
    expect(offer).to_contain_text(HEADLINE)
    offer.get_by_role("link", name="Take it up").click()
    expect(page.locator("#id_headline")).to_have_value(HEADLINE)
    expect(page.locator(".ProseMirror")).to_contain_text("Engineers replaced 312 steel hangers")
    page.locator("#id_section").select_option(label="City")
    page.locator("#id_kind").select_option(label="News")
    page.locator("#id_slug").fill("harbour-bridge")
    page.get_by_role("button", name="Send for review").click()
    expect(page.get_by_role("status").filter(has_text="sent for review")).to_be_visible()


def review_by_keyboard(page, article):
    """Accept each bullet that asks with one key and approve with one more; no key before the eye has moved on."""
    page.goto(of(article, "review"))
    asking = page.locator("#bullets > [data-open]")
    expect(page.locator("#bullets > .bullet-row").first).to_be_visible()
    for left in range(asking.count() - 1, -1, -1):
        bullet = page.locator("#bullets > [data-open][aria-current]")
        expect(bullet).to_have_count(1)
        key = bullet.get_attribute("id")
        page.keyboard.press("a")
        expect(asking).to_have_count(left)
        expect(page.locator(f"#{key}.bullet-accepted")).to_have_count(1)
        page.wait_for_function("!document.querySelector('.htmx-request, .htmx-settling, .htmx-swapping')")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/change/")


def schedule(page, article, seconds):
    page.goto(of(article, "move", "schedule"))
    at = timezone.localtime(timezone.now() + timedelta(seconds=seconds))
    page.locator("#id_at").fill(at.strftime("%Y-%m-%dT%H:%M:%S"))
    page.locator(".move form").get_by_role("button", name="Schedule").click()
    expect(page.get_by_role("status").filter(has_text="Scheduled")).to_be_visible()


def correct(page, article):
    """Change a number; whoever does is asked at once what readers are told."""
    page.goto(of(article, "change"))
    page.locator("#id_standfirst").fill("Repairs cost 4.4 million marks.")
    page.get_by_role("button", name="Save", exact=True).click()
    owed = page.get_by_role("region", name="Owed to readers")
    expect(owed).to_contain_text("A number changed")
    owed.get_by_role("link", name="Say what readers are told").click()
    expect(page.locator(".for-readers ins")).to_contain_text("4.4")
    keep = page.get_by_role("button", name="Keep this note")
    keep.click()
    expect(page.locator(".move form")).to_contain_text("This changes what readers were told")
    page.get_by_label("Kind of note").select_option(label="Correction")
    page.get_by_label("Note", exact=True).fill(CORRECTION)
    keep.click()
    expect(owed).to_contain_text(CORRECTION)


def put_out(page, article):
    """Put the corrected text before readers at once, with the note that its writer proposed."""
    page.goto(of(article, "move", "update_now"))
    expect(page.locator(".for-readers ins")).to_contain_text("4.4")
    expect(page.get_by_label("Note", exact=True)).to_have_value(CORRECTION)
    page.locator(".move form").get_by_role("button", name="Update now").click()
    expect(page.get_by_role("status").filter(has_text="The new text is out")).to_be_visible()


def hide_box(page, article):
    page.goto(of(article, "change"))
    page.locator(".menu summary").click()
    page.get_by_role("link", name="Hide Quick Take").click()
    page.get_by_label("Reason").fill("A reader doubts the second bullet.")
    page.locator(".move form").get_by_role("button", name="Hide Quick Take").click()
    expect(page.get_by_role("status").filter(has_text="no longer see the Quick Take")).to_be_visible()


def written_and_read(windows, worker):
    """Bring Ada's story to where Ben has approved it; returns the story and the windows of both."""
    hers, his = windows.open(), windows.open()
    log_in(hers, "ada")
    write(hers)
    # No unload, no farewell: as if the machine had been switched off.
    hers.context.close()
    hers = windows.open()
    log_in(hers, "ada")
    recover_and_send(hers)
    article = Article.objects.get()
    worker()
    log_in(his, "ben")
    review_by_keyboard(his, article)
    article.refresh_from_db()
    assert article.stage == Stage.REVIEWED
    assert {bullet.verdict for bullet in Bullet.objects.all()} == {Verdict.ACCEPTED}
    return article, hers, his


def test_a_story_goes_through_the_day(windows, worker, house):
    # Readers come too early once, and the note is kept once without words.
    windows.forgive("404", "409")
    article, hers, his = written_and_read(windows, worker)
    chiefs, readers = windows.open(), windows.open()
    box = readers.get_by_text(SENTENCE)
    log_in(chiefs, "cleo")

    schedule(chiefs, article, seconds=8)
    address = PublishedVersion.objects.get().get_absolute_url()
    wait_for(readers, address)
    expect(box).to_be_visible()
    worker()

    correct(hers, article)
    put_out(chiefs, article)
    readers.goto(address)
    expect(readers.get_by_text("gave the cost as 4.2 million")).to_be_visible()
    expect(box).to_have_count(0)

    review_by_keyboard(his, article)
    readers.goto(address)
    expect(box).to_be_visible()

    hide_box(chiefs, article)
    readers.goto(address)
    expect(box).to_have_count(0)
    expect(readers.get_by_role("heading", name=HEADLINE)).to_be_visible()
    assert AuditEntry.objects.get(action="hide_quick_take").actor_name == "Cleo Varga"


def wait_for(page, address):
    """Ask as readers do, until the hour has struck."""
    for _ in range(60):
        if page.goto(address).ok:
            return
        page.wait_for_timeout(500)
    pytest.fail(f"{address} did not come out")


def test_a_night_editor_alone_brings_two_sentences_live_on_a_phone(windows, house):
    page = windows.open(width=360, height=740, has_touch=True, is_mobile=True)
    log_in(page, "cleo")
    began = timezone.now()
    page.goto(ADD)
    page.locator("#id_headline").fill("Fire in the cold store")
    page.locator(".ProseMirror").tap()
    page.keyboard.type("The cold store on Quay Street is burning. Nobody is hurt.")
    page.locator("#id_section").select_option(label="City")
    page.locator("#id_kind").select_option(label="News")
    page.locator("#id_slug").fill("cold-store-fire")
    page.get_by_role("button", name="Save", exact=True).tap()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    page.locator(".menu summary").tap()
    page.get_by_role("link", name="Publish alone").tap()
    page.get_by_label("Reason").fill("Readers near the fire must close their windows.")
    page.locator(".move form").get_by_role("button", name="Publish alone").tap()
    expect(page.get_by_role("status").filter(has_text="second read")).to_be_visible()

    version = PublishedVersion.objects.get()
    assert (timezone.now() - began).total_seconds() < 60
    page.goto(version.get_absolute_url())
    expect(page.get_by_role("heading", name="Fire in the cold store")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert Article.objects.get().needs_second_read
