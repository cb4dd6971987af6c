"""The instructions for models on the desk: chiefs add the next version, editors read, nobody edits or deletes."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.desk.prompts import PromptAdmin
from articles.drafting import current_prompt
from articles.models.prompt import Prompt
from articles.summaries.prompts import SHIPPED
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.articles.desk.desk import browser, form_of, page, words
from tests.articles.outside_engine import PATH
from tests.factories import stories
from tests.factories.people import person

pytestmark = pytest.mark.django_db

ADD, LIST = reverse("admin:articles_prompt_add"), reverse("admin:articles_prompt_changelist")
TEXT = "Write the Quick Take in the plainest words that there are.\nLeave out every number."


def page_of(prompt, kind="change"):
    return reverse(f"admin:articles_prompt_{kind}", args=[prompt.pk])


@pytest.fixture
def shipped(clock):
    return current_prompt(lambda: clock.now)


@pytest.fixture
def chief(cleo):
    return browser(cleo)


def add(client, **typed):
    form = form_of(client.get(ADD), "form#prompt_form")
    return client.post(ADD, {**form, **typed})


def test_the_next_version_begins_with_the_words_of_the_newest(shipped, chief, clock):
    add(chief, text=TEXT)

    assert form_of(chief.get(ADD), "form#prompt_form")["text"] == TEXT


def test_a_chief_adds_the_next_version_and_it_is_in_use(shipped, chief, cleo):
    response = add(chief, text=TEXT.replace("\n", "\r\n"), note="Plainer.")

    newest = Prompt.objects.current("quick-take")
    assert response.status_code == 302, words(response)
    assert (newest.version, newest.text, newest.note) == (2, TEXT, "Plainer.")
    assert (newest.digest, newest.created_by) == (Prompt.digest_of(TEXT), cleo)
    entry = AuditEntry.objects.latest("number")
    assert (entry.action, entry.subject, entry.actor) == ("add_prompt", f"prompt:{newest.pk}", cleo)


def test_a_house_without_any_keeps_the_one_that_came_with_the_software_first(chief):
    begun = form_of(chief.get(ADD), "form#prompt_form")["text"]

    add(chief, text=TEXT)

    assert begun == SHIPPED.text
    assert list(Prompt.objects.order_by("version").values_list("version", "digest")) == [
        (1, SHIPPED.digest),
        (2, Prompt.digest_of(TEXT)),
    ]


def test_the_next_draft_is_made_with_it(shipped, chief, ada, clock, settings):
    settings.SUMMARY_ENGINE = PATH
    add(chief, text=TEXT)

    quick_take = stories.newest_quick_take(stories.waiting(by=ada, now=clock.now))

    assert str(quick_take.prompt) == "quick-take 2"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "required"),
        ("Be brief.", "in a sentence or more"),
        (SHIPPED.text, "Version 1 says just this."),
        (f"\r\n {SHIPPED.text} ".replace("\n", "\r\n"), "Version 1 says just this."),
    ],
    ids=["nothing", "little", "the same", "the same with white space"],
)
def test_a_version_that_says_nothing_new_is_refused_in_words(shipped, chief, text, said):
    response = add(chief, text=text)

    assert response.status_code == 200
    assert said in words(response)
    assert Prompt.objects.count() == 1


def test_a_forged_version_digest_and_name_count_for_nothing(shipped, chief, cleo, ada):
    forged = {"version": "9", "digest": "0" * 64, "name": "other", "created_by": str(ada.pk)}

    add(chief, text=TEXT, **forged)

    newest = Prompt.objects.latest("pk")
    assert (newest.name, newest.version, newest.created_by) == ("quick-take", 2, cleo)
    assert newest.digest == Prompt.digest_of(TEXT)


def test_a_version_that_was_begun_before_the_newest_is_refused_in_words_and_kept(shipped, chief, cleo):
    form = form_of(chief.get(ADD), "form#prompt_form")
    add(chief, text=TEXT)
    mine = "Write four bullets in the plainest words, and no fifth."

    response = chief.post(ADD, {**form, "text": mine})
    kept = form_of(response, "form#prompt_form")
    again = chief.post(ADD, kept)

    assert "Cleo Varga added version 2 while you wrote." in words(response)
    assert kept["text"] == mine
    assert again.status_code == 302
    assert list(Prompt.objects.order_by("version").values_list("text", flat=True))[1:] == [TEXT, mine]


def test_the_slower_of_two_in_the_same_second_is_told_so(shipped, chief, cleo, clock, monkeypatch):
    """Both forms were clean when they were looked at; then the other row was there first."""
    form = form_of(chief.get(ADD), "form#prompt_form")
    save = PromptAdmin.save_model

    def slower(self, request, obj, *args):
        monkeypatch.setattr(PromptAdmin, "save_model", save)
        other = TEXT + " Or so."
        Prompt.objects.create(
            version=2, text=other, digest=Prompt.digest_of(other), created_by=cleo, created_at=clock.now
        )
        obj.version, obj.digest, obj.created_at = 2, Prompt.digest_of(obj.text), clock.now
        obj.save()

    monkeypatch.setattr(PromptAdmin, "save_model", slower)
    # The other person's transaction is their own; here it goes with the first try, so that the second one succeeds.
    response = chief.post(ADD, {**form, "text": TEXT})

    assert response.status_code == 302
    assert Prompt.objects.current("quick-take").text == TEXT


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CHIEF])
def test_editors_and_chiefs_read_every_version(shipped, role):
    client = browser(person("otto", "Otto", "Lund", role))

    assert "quick-take 1" in words(client.get(LIST))
    shown = client.get(page_of(shipped))
    assert "Quote only word for word" in words(shown)
    assert page(shown).select("textarea, input[type=submit][name^=_]") == []
    assert client.get(page_of(shipped, "history")).status_code == 200


@pytest.mark.parametrize("role", [Role.EDITOR, Role.CHIEF])
def test_nobody_edits_or_deletes_a_version(shipped, role):
    client = browser(person("otto", "Otto", "Lund", role))

    assert client.post(page_of(shipped), {"text": TEXT, "note": ""}).status_code == 403
    assert client.post(page_of(shipped, "delete"), {"post": "yes"}).status_code == 403
    acted = {"action": "delete_selected", "_selected_action": [shipped.pk], "post": "yes"}
    client.post(LIST, acted)
    shipped.refresh_from_db()
    assert shipped.text == SHIPPED.text


def test_an_editor_adds_none(shipped, ben):
    client = browser(ben)

    assert client.get(ADD).status_code == 403
    assert client.post(ADD, {"text": TEXT, "note": ""}).status_code == 403
    assert ADD not in client.get(LIST).content.decode()
    assert Prompt.objects.count() == 1


@pytest.mark.parametrize("role", [Role.WRITER, Role.CONTRIBUTOR, Role.PICTURE_EDITOR, Role.ADMINISTRATOR])
def test_others_do_not_see_them(shipped, role):
    client = browser(person("otto", "Otto", "Lund", role))

    for address in (LIST, ADD, page_of(shipped), page_of(shipped, "history")):
        assert client.get(address).status_code == 403, address
    assert LIST not in client.get("/admin/").content.decode()


def test_a_stranger_is_sent_to_the_log_in(shipped):
    assert Client().get(LIST).status_code == 302
