"""Notes on a story: said with and without htmx, mentioning who may see it, resolved, and never shown to readers."""

import pytest
from django.urls import reverse

from articles import actions
from articles.models.note import Note
from articles.models.notice import Notice
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.articles.desk.desk import address, browser, page, words
from tests.factories.people import person
from tests.factories.stories import draft, live, waiting

pytestmark = pytest.mark.django_db

BY_HTMX = {"HX-Request": "true"}


def say(article, by, now, text):
    return actions.add_note(article=article, actor=by, now=now, text=text)


def told():
    return set(Notice.objects.values_list("person__username", flat=True))


@pytest.mark.parametrize("where", ["change", "review", "history"])
def test_notes_stand_on_every_page_of_a_story(ada, ben, clock, where):
    article = waiting(by=ada, now=clock.now)
    say(article, ben, clock.tick(), "Is the figure right?")

    shown = page(browser(ada).get(address(article, where)))

    assert "Notes (1 open)" in " ".join(shown.select_one("#notes summary").get_text().split())
    assert "Is the figure right?" in shown.select_one("#notes").get_text()
    assert not [form for form in shown.select("form") if form.find_parent("form")]


def test_a_note_is_added_by_a_plain_form_and_told_to_whom_it_names(ada, ben, clock):
    article = draft(by=ada, now=clock.now)

    shown = browser(ada).post(
        address(article, "notes"), {"text": "@ben, see line two.", "back": "history"}, follow=True
    )

    assert shown.redirect_chain[0][0] == address(article, "history") + "?notes=open#notes"
    assert "Note added. Ben Osei was told." in words(shown)
    assert page(shown).select_one("#notes").has_attr("open")
    assert told() == {"ben"}


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("@ben and @Cleo, look.", {"ben", "cleo"}),
        ("@BEN.", {"ben"}),
        ("(@ben)", {"ben"}),
        ("Write to ben@courier.example", set()),
        ("@ada: a note to myself", set()),
        ("@ben @Ben @ben", {"ben"}),
        ("@dora", set()),
    ],
)
@pytest.mark.usefixtures("ben", "cleo", "dora")
def test_who_is_mentioned(ada, clock, text, reached):
    say(draft(by=ada, now=clock.now), ada, clock.tick(), text)

    assert told() == reached
    assert Notice.objects.count() == len(reached)


def test_a_name_that_means_nobody_loses_nothing_and_is_said(ada, ben, dora, clock):
    article = draft(by=ada, now=clock.now)

    shown = words(
        browser(ada).post(address(article, "notes"), {"text": "@bne and @dora, see this."}, follow=True)
    )

    assert "Nobody who may see this story is called “bne”" in shown
    assert "Nobody who may see this story is called “dora”" in shown
    assert Note.objects.get().text == "@bne and @dora, see this."


def test_a_first_name_of_two_people_tells_neither(ada, ben, clock):
    person("benno", "Ben", "Holm", Role.EDITOR)
    person("ben.ward", "Ben", "Ward", Role.EDITOR)
    ben.username = "bosei"
    ben.save()

    said = say(draft(by=ada, now=clock.now), ada, clock.tick(), "@Ben or @ben.ward?")

    assert said.doubtful == ("Ben",)
    assert told() == {"ben.ward"}


def test_an_empty_note_is_refused_in_words(ada, clock):
    article = draft(by=ada, now=clock.now)

    response = browser(ada).post(address(article, "notes"), {"text": "  "})

    assert response.status_code == 409
    assert "Write the note first" in words(response)


def test_a_note_that_is_too_long_is_kept_in_its_field(ada, clock):
    article = draft(by=ada, now=clock.now)

    response = browser(ada).post(address(article, "notes"), {"text": "word " * 1000}, headers=BY_HTMX)

    field = page(response).select_one("textarea[name=text]")
    assert "Shorten it." in words(response)
    assert field.get_text().count("word") == 1000
    assert field["aria-invalid"] == "true"
    assert not Note.objects.exists()


def test_htmx_gets_the_list_the_count_and_what_was_done(ada, ben, clock):
    article = draft(by=ada, now=clock.now)

    shown = page(browser(ada).post(address(article, "notes"), {"text": "@ben?"}, headers=BY_HTMX))

    assert shown.select_one("html") is None
    assert shown.select_one("#notes-count[hx-swap-oob]").get_text() == "1 open"
    assert shown.select_one("#notes-said[hx-swap-oob]").get_text() == "Note added. Ben Osei was told."
    assert shown.select_one("textarea").get_text().strip() == ""


def test_a_note_is_resolved_and_reopened_by_anybody_who_sees_the_story(ada, ben, clock):
    article = draft(by=ada, now=clock.now)
    note = say(article, ada, clock.tick(), "Check the figure.").note
    client, where = browser(ben), address(article, "note", note.pk)

    resolved = words(client.post(where, {"turn": "resolve", "back": "write"}, follow=True))
    reopened = words(client.post(where, {"turn": "reopen"}, follow=True))

    assert "Notes ( 0 open )" in resolved
    assert "Resolved by Ben Osei" in resolved
    assert "Notes ( 1 open )" in reopened
    acts = list(AuditEntry.objects.order_by("-number").values_list("action", flat=True)[:3])
    assert acts == ["reopen_note", "resolve_note", "add_note"]


def test_resolving_twice_is_one_act(ada, ben, cleo, clock):
    note = say(draft(by=ada, now=clock.now), ada, clock.tick(), "Check the figure.").note

    actions.resolve_note(note=note, actor=ben, now=clock.tick())
    again = actions.resolve_note(note=note, actor=cleo, now=clock.tick())

    assert again.resolved_by == ben
    assert AuditEntry.objects.filter(action="resolve_note").count() == 1


def test_the_audit_log_keeps_no_word_of_a_note(ada, clock):
    say(draft(by=ada, now=clock.now), ada, clock.tick(), "The source is the mayor.")

    assert not AuditEntry.objects.filter(data__contains="mayor").exists()


def test_notes_of_a_story_that_one_may_not_know_of_are_not_there(ada, ben, dora, clock):
    article = draft(by=ada, now=clock.now)
    note = say(article, ada, clock.tick(), "The source is the mayor.").note
    other = draft(by=dora, now=clock.now)
    client = browser(dora)

    assert client.get(address(article, "notes")).status_code == 404
    assert client.post(address(article, "notes"), {"text": "Hello?"}).status_code == 404
    assert client.post(address(article, "note", note.pk), {"turn": "resolve"}).status_code == 404
    # Nor through a story of one's own.
    assert client.post(address(other, "note", note.pk), {"turn": "resolve"}).status_code == 404
    note.refresh_from_db()
    assert note.resolved_at is None


def test_what_is_typed_in_a_note_is_text_and_no_markup(ada, clock):
    article = draft(by=ada, now=clock.now)
    say(article, ada, clock.tick(), "<script>alert(1)</script>")

    assert "<script>alert(1)" not in browser(ada).get(address(article, "history")).content.decode()


def test_no_reader_sees_a_note(ada, ben, client, clock):
    article = live(by=ada, reviewer=ben, now=clock.now)
    say(article, ada, clock.tick(), "The source is the mayor of Hexby.")
    preview = browser(ada).get(reverse("preview", args=[article.pk])).content.decode()

    for where in ("/", f"/city/{article.slug}/", f"/city/{article.slug}/how/", "/feeds/latest.rss"):
        assert "Hexby" not in client.get(where).content.decode(), where
    assert "Hexby" not in preview


@pytest.mark.parametrize("many", [5, 50])
def test_more_notes_ask_no_more_of_the_database(ada, ben, clock, many, django_assert_max_num_queries):
    article = draft(by=ada, now=clock.now)
    for _ in range(many):
        say(article, ben, clock.tick(), "One more thing.")
    client = browser(ada)
    client.get(address(article, "notes"))

    with django_assert_max_num_queries(25):
        client.get(address(article, "notes"))
