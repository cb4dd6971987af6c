"""axe finds nothing on any page of the desk that is ours, light and dark, wide and narrow; what it cannot see, people must."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import actions
from articles.models.article import Article
from articles.models.correction import CorrectionKind
from newsroom.models.user import User
from newsroom.roles import Role
from tests.browser.axe import faults, of, walk
from tests.factories.people import person, picture
from tests.factories.stories import BODY, SourceFactory, draft, edit, live, reviewed, waiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def stories(ada, ben, cleo, clock) -> dict[str, Article]:
    """One story in every state that has a face of its own."""
    image, now = picture(), timezone.now()
    drafted = draft(
        by=ada, now=clock.now, headline="A draft with notes", hero=image, hero_alt="A bridge at dawn"
    )
    actions.add_note(article=drafted, actor=ben, now=clock.tick(), text="@ada who says so?")
    edit(drafted, by=ada, now=clock.tick(), body=BODY.replace("4.2", "4.4"))
    to_read = waiting(by=ada, now=clock.now, sources=(SourceFactory(),))
    corrected = live(by=ada, reviewer=ben, now=clock.now, hero=image, hero_alt="A bridge at dawn")
    note = actions.Note(kind=CorrectionKind.CORRECTION, text="It was 4.2 million marks.")
    actions.correct(article=corrected, actor=ben, now=clock.tick(), note=note)
    planned = reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=planned, actor=ben, now=now, at=now + timedelta(hours=2))
    alone = draft(by=ada, now=clock.now, headline="Out before anyone read it")
    actions.publish_alone(article=alone, actor=cleo, now=clock.tick(), reason="The harbour is on fire.")
    return {"draft": drafted, "waiting": to_read, "live": corrected, "planned": planned, "alone": alone}


def house_pages(stories: dict[str, Article]) -> list[str]:
    names = (
        "index",
        "calendar",
        "reports",
        "bell",
        "me",
        "recall",
        "password_change",
        "newsroom_auditentry_changelist",
    )
    return [reverse(f"admin:{name}") for name in names]


def list_pages(stories: dict[str, Article]) -> list[str]:
    models = (
        "articles_article",
        "newsroom_image",
        "articles_section",
        "articles_kind",
        "articles_storytemplate",
    )
    picture_page = reverse("admin:newsroom_image_change", args=[stories["draft"].hero_id])
    return [*(reverse(f"admin:{name}_changelist") for name in models), picture_page]


def front_pages(stories: dict[str, Article]) -> list[str]:
    return [reverse("admin:fronts"), reverse("admin:front_home"), reverse("admin:front", args=["city"])]


def writing_pages(stories: dict[str, Article]) -> list[str]:
    own = ("change", "notes", "checklist", "ask", "confide")
    return [
        reverse("admin:articles_article_add"),
        *(of(stories["draft"], name) for name in own),
        of(stories["planned"], "change"),
        reverse("preview", args=[stories["draft"].pk]),
    ]


def history_pages(stories: dict[str, Article]) -> list[str]:
    drafted = stories["draft"]
    return [
        *(of(drafted, name) for name in ("history", "compare")),
        of(drafted, "revision", 2),
        of(drafted, "restore", 1),
        of(stories["live"], "history"),
        of(stories["live"], "version", 2),
    ]


def review_pages(stories: dict[str, Article]) -> list[str]:
    return [
        *(of(stories[name], "review") for name in ("draft", "waiting", "live", "alone")),
        of(stories["waiting"], "move", "return"),
        of(stories["waiting"], "move", "publish_alone"),
        *(of(stories["live"], "move", name) for name in ("correct", "hide_quick_take", "withdraw")),
    ]


def test_axe_finds_nothing_before_the_log_in(windows):
    assert walk(windows.open(), [reverse("admin:login")]) == {}


def test_axe_finds_nothing_on_a_wrong_password(windows, ada):
    page = windows.open()
    page.goto(reverse("admin:login"))
    page.get_by_label("Username").fill("ada")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Log in").click()

    assert faults(page) == []


def test_axe_finds_nothing_on_an_empty_desk(windows, dora):
    assert (
        walk(windows.open(dora), [reverse("admin:index"), reverse("admin:articles_article_changelist")]) == {}
    )


@pytest.mark.parametrize(
    "pages", [house_pages, list_pages, front_pages, writing_pages, history_pages, review_pages]
)
def test_axe_finds_nothing_on_the_pages_of_the_desk(windows, stories, cleo, pages):
    assert walk(windows.open(cleo), pages(stories)) == {}


def test_axe_finds_nothing_on_a_text_that_was_not_saved(windows, stories, ada: User, ben: User):
    page = windows.open(ada)
    page.goto(of(stories["draft"], "change"))
    edit(stories["draft"], by=ben, now=timezone.now(), headline="Ben was quicker")
    page.locator("#id_headline").fill("Ada was slower")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("Ben was quicker").first.wait_for()

    assert faults(page) == []


def test_axe_finds_nothing_on_the_administrators_pages(windows, ada):
    rut = person("rut", "Rut", "Nes", Role.ADMINISTRATOR)
    people = [reverse("admin:newsroom_user_changelist"), reverse("admin:newsroom_user_change", args=[ada.pk])]

    assert walk(windows.open(rut), [*people, reverse("admin:newsroom_user_add")]) == {}
