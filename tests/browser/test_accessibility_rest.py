"""axe finds nothing on the pages around the stories, and on those with which an editor works from a phone at 360 px."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import actions
from articles.models.article import Article
from articles.models.front import Slot
from articles.models.notice import Notice
from articles.models.source import Source
from articles.models.taxonomy import Section, Topic
from authors.models.author import Author
from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from tests.browser.axe import PHONE, faults, of, walk
from tests.factories.people import picture
from tests.factories.reports import reported
from tests.factories.stories import SourceFactory, draft, edit, live, reviewed, waiting

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def stories(ada, ben, cleo, clock) -> dict[str, Article]:
    """Stories that a moment has: to put out, on the schedule, live and changed, out unread, taken away; and a front."""
    image, now = picture(), timezone.now()
    ready = reviewed(by=ada, reviewer=ben, now=clock.now, hero=image, hero_alt="A bridge at dawn")
    planned = reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=planned, actor=ben, now=now, at=now + timedelta(hours=2))
    out = live(by=ada, reviewer=ben, now=clock.now, headline="A story that is out")
    changed = live(by=ada, reviewer=ben, now=clock.now, headline="A story that goes on")
    edit(changed, by=ada, now=clock.tick(), standfirst="There are 14 trams now.")
    alone = draft(by=ada, now=clock.now, headline="Out before anyone read it")
    actions.publish_alone(article=alone, actor=cleo, now=clock.tick(), reason="The harbour is on fire.")
    gone = live(by=ada, reviewer=ben, now=clock.now, headline="A story that was wrong")
    actions.withdraw(article=gone, actor=cleo, now=clock.tick(), reason="It never happened.")
    to_read = waiting(by=ada, now=clock.now, sources=(SourceFactory(),))
    secret = draft(by=ada, now=clock.now, headline="Known to few")
    actions.confide(article=secret, actor=ada, now=clock.tick(), confidential=True, people=[ben])
    slots = [Slot(out.pk, headline="Only here", picture=image.pk, picture_alt="A bridge"), Slot(changed.pk)]
    actions.order_front(section=None, slots=slots, seen=0, actor=ben, now=clock.tick())
    return {
        "ready": ready,
        "planned": planned,
        "live": out,
        "changed": changed,
        "alone": alone,
        "gone": gone,
        "waiting": to_read,
        "secret": secret,
    }


def row(model: str, key: int | None, page: str = "change") -> str:
    return reverse(f"admin:{model}_{page}", args=[key])


def picture_pages(stories: dict[str, Article]) -> list[str]:
    image = Image.objects.get().pk
    pages = [reverse(f"admin:newsroom_image_{name}") for name in ("add", "upload", "choose")]
    return [*pages, row("newsroom_image", image, "withdraw"), row("newsroom_image", image, "history")]


def shelf_pages(stories: dict[str, Article]) -> list[str]:
    """Return what a paper is made of besides stories, each as a form."""
    names = ("articles_source", "articles_topic", "articles_prompt", "authors_author")
    new = ("articles_section", "articles_kind", "articles_storytemplate", "articles_prompt")
    return [
        *(reverse(f"admin:{name}_changelist") for name in names),
        *(reverse(f"admin:{name}_add") for name in new),
        row("articles_section", Section.objects.values_list("pk", flat=True)[0]),
        row("articles_kind", stories["live"].kind_id),
        row("articles_source", Source.objects.values_list("pk", flat=True)[0]),
        row("articles_topic", Topic.objects.values_list("pk", flat=True)[0]),
        row("authors_author", Author.objects.values_list("pk", flat=True)[0]),
        row("newsroom_masthead", 1),
        row("newsroom_auditentry", AuditEntry.objects.values_list("pk", flat=True)[0]),
    ]


def move_pages(stories: dict[str, Article]) -> list[str]:
    moves = {
        "ready": ("publish", "schedule", "set_embargo"),
        "planned": ("unschedule",),
        "changed": ("update_now",),
        "waiting": ("spike",),
        "gone": ("revive",),
    }
    return [of(stories[story], "move", move) for story, names in moves.items() for move in names]


def front_pages(stories: dict[str, Article]) -> list[str]:
    previews = [reverse("preview_home"), reverse("preview_front", args=["city"])]
    return [
        reverse("admin:front_home"),
        *previews,
        f"{reverse('preview', args=[stories['live'].pk])}?width=phone",
    ]


def report_pages(stories: dict[str, Article]) -> list[str]:
    report = reported(stories["live"], now=timezone.now(), email="reader@example.org")
    own = reverse("admin:reader_report", args=[report.pk])
    return [reverse("admin:reader_reports"), own, of(stories["live"], "review")]


def other_pages(stories: dict[str, Article]) -> list[str]:
    changed = stories["changed"]
    return [
        *report_pages(stories),
        of(stories["alone"], "second_read"),
        of(changed, "change"),
        of(changed, "tell_readers"),
        of(changed, "second_read"),
        of(changed, "review"),
        of(changed, "history"),
        of(stories["secret"], "confide"),
        f"{reverse('admin:recall')}?site=all",
    ]


@pytest.mark.parametrize("pages", [picture_pages, shelf_pages, move_pages, front_pages, other_pages])
def test_axe_finds_nothing_on_the_pages_around_the_stories(windows, stories, cleo, pages):
    assert walk(windows.open(cleo), pages(stories)) == {}


def test_axe_finds_nothing_under_a_bell_that_rang(windows, stories, ben):
    assert Notice.objects.known_to(ben).unread().exists()

    assert walk(windows.open(ben), [reverse("admin:bell"), reverse("admin:index")]) == {}


def test_axe_finds_nothing_where_somebody_is_turned_away(windows, stories, dora):
    page = windows.open(dora)
    windows.forgive("403", "404")
    refused = [
        reverse("admin:fronts"),
        of(stories["ready"], "move", "publish"),
        of(stories["secret"], "review"),
    ]

    answers = {}
    for url in refused:
        answer = page.goto(url)
        assert answer is not None
        answers[answer.status] = faults(page)

    assert answers == {403: [], 404: []}


def test_axe_finds_nothing_on_an_order_that_met_another(windows, stories, ben, cleo, clock):
    page = windows.open(ben)
    windows.forgive("409")
    page.goto(reverse("admin:front_home"))
    actions.order_front(section=None, slots=[Slot(stories["live"].pk)], seen=1, actor=cleo, now=clock.tick())
    page.get_by_role("button", name="Put this order out").click()
    page.get_by_text("Theirs, order 2, is out").wait_for()

    assert faults(page) == []


def test_axe_finds_nothing_with_which_one_works_from_a_phone(windows, stories, cleo):
    out, ready = stories["live"], stories["ready"]
    moves = [of(out, "move", name) for name in ("correct", "hide_quick_take", "withdraw")]
    pages = [
        *(reverse(f"admin:{name}") for name in ("index", "bell", "front_home", "articles_article_add")),
        *(of(ready, name) for name in ("change", "history")),
        *(of(stories["waiting"], name) for name in ("review", "notes")),
        of(ready, "move", "publish"),
        of(stories["alone"], "second_read"),
        *report_pages(stories),
        *moves,
        reverse("admin:articles_article_changelist"),
        reverse("admin:newsroom_image_changelist"),
        reverse("admin:newsroom_image_upload"),
    ]

    assert walk(windows.open(cleo, width=360), pages, PHONE) == {}
