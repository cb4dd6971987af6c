"""The pages on which fronts are ordered: who opens them, what a press of each button does, and what a clash keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import actions
from articles.models.front import FrontOrder, Slot
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.articles.desk.desk import browser, page, words
from tests.articles.desk.front_page import HOME, LIST, headlines, in_force, posted, press, put
from tests.factories import stories
from tests.factories.people import person, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(ada, ben, clock):
    """Four plain stories that readers see."""
    return [
        stories.live(by=ada, reviewer=ben, now=clock.tick(), box=False, headline=f"Story {number}")
        for number in range(4)
    ]


@pytest.fixture
def editor(ben):
    return browser(ben)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.WRITER, Role.PICTURE_EDITOR, Role.ADMINISTRATOR])
def test_nobody_orders_a_front_but_those_who_publish(paper, role):
    client = browser(person("otto", "Otto", "Lund", role))

    for address in (
        LIST,
        HOME,
        "/admin/fronts/section/city/",
        "/preview/fronts/home/",
        "/preview/fronts/section/city/",
    ):
        assert client.get(address).status_code == 403, address
    assert client.post(HOME, {"do": "save", "seen": "0", "article": [paper[0].pk]}).status_code == 403
    assert not FrontOrder.objects.exists()
    assert LIST not in client.get("/admin/").content.decode()


def test_a_stranger_is_sent_to_the_log_in(paper):
    for address in (LIST, HOME, "/preview/fronts/home/"):
        assert Client().get(address).status_code == 302


def test_editors_are_led_to_the_fronts_by_the_bar(paper, editor):
    assert page(editor.get("/admin/")).select_one(f'.bar-nav a[href="{LIST}"]').text == "Fronts"
    shown = words(editor.get(LIST))
    assert "Home" in shown
    assert "City" in shown
    assert "nobody has placed a story here yet" in shown


def test_who_is_held_to_a_section_orders_its_front_alone(paper, ben, editor):
    other = stories.SectionFactory(name="Science", slug="science")
    other.people.add(ben)

    assert [row.text for row in page(editor.get(LIST)).select(".front-row h2")] == ["Science"]
    assert editor.get(HOME).status_code == 403
    assert editor.get("/admin/fronts/section/city/").status_code == 403
    with pytest.raises(actions.TransitionBlocked):
        put(ben, paper[0], now=paper[0].changed_at)


def test_a_story_is_added_moved_and_removed_before_anything_goes_out(paper, editor):
    response = press(editor, f"add:{paper[0].pk}")
    for other in paper[1:]:
        response = press(editor, f"add:{other.pk}", data=posted(response))
    assert headlines(response) == ["Story 0", "Story 1", "Story 2", "Story 3"]

    response = press(editor, f"up:{paper[2].pk}", data=posted(response))
    response = press(editor, f"down:{paper[0].pk}", data=posted(response))
    response = press(editor, f"remove:{paper[1].pk}", data=posted(response))

    assert headlines(response) == ["Story 2", "Story 0", "Story 3"]
    assert "The order, not out yet" in words(response)
    assert not FrontOrder.objects.exists()
    press(editor, "save", data=posted(response))
    assert in_force() == [paper[2].pk, paper[0].pk, paper[3].pk]


def test_the_first_and_the_last_say_that_they_cannot_be_moved_further(paper, ben, editor, clock):
    put(ben, *paper[:2], now=clock.now)

    assert "It is the first already." in words(press(editor, f"up:{paper[0].pk}"))
    assert "It is the last already." in words(press(editor, f"down:{paper[1].pk}"))


def test_a_dragged_story_says_where_it_stands_now(paper, ben, editor, clock):
    put(ben, *paper[:3], now=clock.now)
    dragged = {**posted(editor.get(HOME)), "article": [paper[2].pk, paper[0].pk, paper[1].pk]}

    response = press(editor, f"place:{paper[2].pk}", data=dragged)

    assert headlines(response) == ["Story 2", "Story 0", "Story 1"]
    assert page(response).select_one("#front-said").text == "Now at place 1."
    assert in_force() == [article.pk for article in paper[:3]]


def test_what_is_typed_stays_while_stories_are_moved(paper, ben, editor, clock):
    put(ben, *paper[:2], now=clock.now)
    typed = {f"a{paper[1].pk}-headline": "Other words", f"a{paper[1].pk}-pin_until": "2030-01-01T06:00"}

    response = press(editor, f"up:{paper[1].pk}", **typed)

    assert typed.items() <= posted(response).items()
    assert "until 06:00, 1 Jan 2030, headline of its own" in words(response)


def test_stories_are_found_by_words_of_the_headline_that_readers_see(paper, ada, ben, editor, clock):
    coming = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False, headline="The ferry returns")
    actions.schedule(article=coming, actor=ben, now=clock.now, at=clock.now + timedelta(days=40_000))
    stories.draft(by=ada, now=clock.now, headline="The ferry in a draft")

    found = page(press(editor, "search", q="FERRY")).select(".front-hit")

    assert len(found) == 1
    assert "Out at" in found[0].text
    assert "No live or scheduled story has “zebra”" in words(press(editor, "search", q="zebra"))


def test_an_order_goes_out_with_pin_words_and_picture_and_is_recorded(paper, ben, editor):
    image = picture()
    key = paper[0].pk
    first = press(editor, f"add:{key}")

    response = press(
        editor,
        "save",
        data=posted(first),
        note="For the evening",
        **{
            f"a{key}-pin_until": "2999-05-12T18:00",
            f"a{key}-headline": "  Other \n words ",
            f"a{key}-standfirst": "And more",
            f"a{key}-picture": str(image.pk),
            f"a{key}-picture_alt": "A bridge",
        },
    )

    slot = FrontOrder.objects.get().places[0]
    entry = AuditEntry.objects.latest("number")
    assert "Order 1 is out." in words(response)
    assert (slot.headline, slot.standfirst, slot.picture, slot.picture_alt) == (
        "Other words",
        "And more",
        image.pk,
        "A bridge",
    )
    assert slot.pin_until.isoformat() == "2999-05-12T18:00:00+00:00"
    assert (entry.action, entry.subject, entry.actor) == ("order_front", "front:home", ben)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("pin_until", "2020-01-01T06:00", "This hour is over"),
        ("pin_until", "tomorrow", "valid date"),
        ("headline", "Left \u202e right", "invisible character (U+202E)"),
        ("headline", "x" * 201, "200 characters"),
        ("standfirst", "\u2066hidden", "invisible character"),
        ("picture", "999", "Select a valid choice"),
    ],
)
def test_what_cannot_stand_on_a_front_is_refused_at_its_field_and_kept(paper, editor, name, value, said):
    key = paper[0].pk
    first = press(editor, f"add:{key}")

    response = press(editor, "save", data=posted(first), **{f"a{key}-{name}": value})

    slot = page(response).select_one(f"#slot-{key}")
    assert response.status_code == 409
    assert said in slot.select_one(".errorlist").text
    assert slot.select_one("details").has_attr("open")
    assert "What you did is kept below" in words(response)
    assert not FrontOrder.objects.exists()


def test_a_picture_asks_what_it_shows_and_one_that_was_withdrawn_is_refused(paper, ben, editor, clock):
    image = picture()
    with pytest.raises(actions.TransitionBlocked, match="cannot see it"):
        put(ben, paper[0], now=clock.now, picture=image.pk)

    type(image).objects.filter(pk=image.pk).update(withdrawn_at=clock.now)
    with pytest.raises(actions.TransitionBlocked, match="withdrawn"):
        put(ben, paper[0], now=clock.now, picture=image.pk, picture_alt="A bridge")


@pytest.mark.parametrize("kind", ["draft", "withdrawn", "other section", "nobody", "thirteen"])
def test_only_live_and_scheduled_stories_of_the_front_are_placed(paper, ada, ben, cleo, clock, kind):
    section = stories.SectionFactory(name="Science", slug="science") if kind == "other section" else None
    slots = {
        "draft": lambda: [Slot(stories.draft(by=ada, now=clock.now).pk)],
        "withdrawn": lambda: [Slot(paper[0].pk)],
        "other section": lambda: [Slot(paper[0].pk)],
        "nobody": lambda: [Slot(99_999)],
        "thirteen": lambda: [Slot(story.pk) for story in paper] + [Slot(90_000 + n) for n in range(9)],
    }[kind]()
    if kind == "withdrawn":
        actions.withdraw(article=paper[0], actor=cleo, now=clock.tick(), reason="A source lied.")

    with pytest.raises(actions.TransitionBlocked):
        actions.order_front(section=section, slots=slots, seen=0, actor=ben, now=clock.now)
    assert not FrontOrder.objects.exists()


def test_a_place_that_readers_do_not_see_says_why(paper, ada, ben, cleo, editor, clock):
    coming = stories.reviewed(by=ada, reviewer=ben, now=clock.now, box=False, headline="Tomorrow")
    actions.schedule(article=coming, actor=ben, now=clock.now, at=clock.now + timedelta(days=40_000))
    put(ben, *paper[:2], coming, now=clock.now)
    actions.withdraw(article=paper[0], actor=cleo, now=clock.tick(), reason="A source lied.")

    states = [" ".join(state.text.split()) for state in page(editor.get(HOME)).select(".front-state")]

    assert "Not shown: readers cannot see it" in states[0]
    assert states[1].endswith("Lead")
    assert "Takes its place at its hour" in states[2]


def test_a_story_that_the_person_may_not_know_of_keeps_its_place_and_its_name(
    paper, ben, cleo, editor, clock
):
    put(cleo, *paper[:2], now=clock.now, headline="Words that give it away")
    type(paper[0]).objects.filter(pk=paper[0].pk).update(confidential=True)

    response = editor.get(HOME)
    press(editor, "save", data=posted(response))

    shown = page(response)
    assert "Story 0" not in words(response)
    assert not shown.select(f"#slot-{paper[0].pk} [name$=headline]")
    assert "give it away" not in str(shown.select_one(f"#slot-{paper[0].pk}"))
    assert "A story that you do not see" in words(response)
    assert in_force() == [paper[0].pk, paper[1].pk]
    assert [slot.headline for slot in FrontOrder.objects.of(None).first().places] == [
        "Words that give it away"
    ] * 2


def test_the_page_asks_as_many_questions_for_a_full_front_and_a_long_history(
    ada, ben, editor, clock, django_assert_max_num_queries
):
    shown = [stories.live(by=ada, reviewer=ben, now=clock.tick(), box=False) for _ in range(12)]
    put(ben, *shown[:2], now=clock.now)
    editor.get(HOME)
    with CaptureQueriesContext(connection) as few:
        editor.get(HOME)
    for number in range(15):
        put(ben, *shown[: 12 - number % 3], now=clock.tick())

    with django_assert_max_num_queries(len(few)):
        editor.get(HOME)


def test_the_list_of_fronts_asks_as_many_questions_for_many_sections(
    paper, ben, editor, clock, django_assert_num_queries
):
    editor.get(LIST)
    with CaptureQueriesContext(connection) as few:
        editor.get(LIST)
    for number in range(20):
        section = stories.SectionFactory.create(name=f"Part {number}", slug=f"part-{number}")
        put(ben, section=section, now=clock.now)

    with django_assert_num_queries(len(few)):
        editor.get(LIST)


def test_the_pages_have_their_addresses():
    assert reverse("admin:fronts") == LIST
    assert reverse("admin:front_home") == HOME
