"""The house on the desk: log-in, people, roles, masthead, pictures and the audit log, each to whom it belongs."""

import pytest
from bs4 import BeautifulSoup
from crispy_forms.utils import render_crispy_form
from django import forms
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom import audit
from newsroom.models.audit import AuditEntry
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.roles import Role
from tests.factories.people import person, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def rut(db):
    """Rut administers."""
    return person("rut", "Rut", "Nes", Role.ADMINISTRATOR)


def browser(user, **options):
    client = Client(**options)
    client.force_login(user)
    return client


def url(model, page, *more):
    label = {"image": "newsroom", "user": "newsroom", "masthead": "newsroom", "auditentry": "newsroom"}.get(
        model, "auth"
    )
    return reverse(f"admin:{label}_{model}_{page}", args=more)


def words(response):
    return " ".join(BeautifulSoup(response.content.decode(), "html.parser").get_text(" ").split())


def test_the_log_in_page_is_ours_and_lets_people_in(ada):
    page = Client().get(reverse("admin:login"))
    logged_in = Client().post(reverse("admin:login"), {"username": "ada", "password": "newsroom"})

    assert "Log in to the desk" in words(page)
    assert "django" not in page.content.decode().lower()
    assert logged_in.status_code == 302


def test_a_wrong_password_is_said_in_words(ada):
    page = Client().post(reverse("admin:login"), {"username": "ada", "password": "wrong"})

    assert page.status_code == 200
    assert "correct username and password" in words(page)


@pytest.mark.parametrize("address", ["/admin/", "/admin/newsroom/image/", "/admin/articles/article/"])
def test_nobody_gets_in_without_an_account(db, address):
    assert Client().get(address).headers["Location"].startswith("/admin/login/")


def test_people_are_for_administrators(ada, cleo, rut):
    assert browser(ada).get(url("user", "changelist")).status_code == 403
    assert browser(cleo).get(url("user", "changelist")).status_code == 403
    listed = words(browser(rut).get(url("user", "changelist")))
    assert "Ada Brandt" in listed
    assert "Writer" in listed


def test_an_administrator_makes_an_account_with_a_role(rut):
    client = browser(rut)
    client.post(
        url("user", "add"),
        {
            "username": "eve",
            "usable_password": "true",
            "password1": "long-enough-9",
            "password2": "long-enough-9",
        },
    )
    eve = User.objects.get(username="eve")
    group = Group.objects.get(name=Role.EDITOR.value)

    response = client.post(
        url("user", "change", eve.pk),
        {"username": "eve", "is_active": "on", "is_staff": "on", "groups": [group.pk], "scheme": "dark"},
    )

    eve.refresh_from_db()
    assert response.status_code == 302, words(response)
    assert list(eve.groups.all()) == [group]
    entry = AuditEntry.objects.filter(subject=f"user:{eve.pk}").order_by("-number").first()
    assert (entry.action, entry.actor) == ("change_user", rut)
    assert "long-enough-9" not in "".join(AuditEntry.objects.values_list("data", flat=True))


def test_an_administrator_gives_somebody_a_new_password(ada, rut):
    address = reverse("admin:auth_user_password_change", args=[ada.pk])
    client = browser(rut)
    data = {
        "usable_password": "true",
        "password1": "fresh-words-7",
        "password2": "fresh-words-7",
        "set-password": "1",
    }

    assert "New password for Ada Brandt" in words(client.get(address))
    assert client.post(address, data).status_code == 302
    ada.refresh_from_db()
    assert ada.check_password("fresh-words-7")


def test_people_change_their_own_password_and_log_out(ada):
    client = browser(ada)
    address = reverse("admin:password_change")
    data = {"old_password": "newsroom", "new_password1": "fresh-words-7", "new_password2": "fresh-words-7"}

    assert "Change your password" in words(client.get(address))
    assert "Your password is changed" in words(client.post(address, data, follow=True))
    assert "You are logged out" in words(client.post(reverse("admin:logout")))


def test_nobody_can_give_themselves_the_flag_of_the_machine(rut):
    browser(rut).post(
        url("user", "change", rut.pk),
        {"username": "rut", "is_active": "on", "is_staff": "on", "is_superuser": "on", "scheme": "system"},
    )

    rut.refresh_from_db()
    assert not rut.is_superuser


def test_a_superuser_is_an_administrator_and_no_more(db, ada):
    boss = User.objects.create_superuser("boss", "", "newsroom")

    client = browser(boss)

    assert client.get(url("user", "changelist")).status_code == 200
    assert client.get(url("image", "changelist")).status_code == 403
    assert client.get("/admin/articles/section/").status_code == 403


def test_roles_are_read_and_never_written(rut):
    group = Group.objects.get(name=Role.CHIEF.value)
    client = browser(rut)

    assert "withdraw" in words(client.get(url("group", "change", group.pk)))
    assert client.post(url("group", "change", group.pk), {"name": "x"}).status_code == 403


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CHIEF, 302), (Role.ADMINISTRATOR, 302), (Role.EDITOR, 403)]
)
def test_the_masthead_is_changed_by_chief_and_administrator(db, role, status):
    user = person("m", "M", "M", role)
    data = {
        "name": "The Quay",
        "language": "en-GB",
        "google_text": "Make us a source",
        "follow_text": "Follow us",
        "carry_reviews": "on",
        "ai_crawlers": "search",
    }

    response = browser(user).post(url("masthead", "change", 1), data)

    assert response.status_code == status, words(response)
    assert (Masthead.current().name == "The Quay") == (status == 302)


def test_the_audit_log_is_read_by_editors_and_changed_by_nobody(ada, ben, rut):
    browser(rut).post(
        url("user", "change", ada.pk), {"username": "ada", "is_staff": "on", "scheme": "system"}
    )
    entry = AuditEntry.objects.get()

    listed = browser(ben).get(url("auditentry", "changelist"))

    assert "changed user" in words(listed)
    assert browser(ben).post(url("auditentry", "change", entry.pk), {"action": "x"}).status_code == 403
    assert browser(ben).get(url("auditentry", "add")).status_code == 403
    assert browser(ada).get(url("auditentry", "changelist")).status_code in {302, 403}
    assert browser(rut).get(url("auditentry", "changelist")).status_code == 403
    assert audit.verify() is None


def test_the_log_is_told_and_chosen_from_in_words(ada, ben):
    with transaction.atomic():
        for action in ("publish", "add_note", "add_note"):
            audit.record(actor=ada, action=action, subject="article:9", now=timezone.now())

    listed = browser(ben).get(url("auditentry", "changelist"))
    notes = browser(ben).get(url("auditentry", "changelist"), {"action": "add_note"})
    one = browser(ben).get(url("auditentry", "change", AuditEntry.objects.last().pk))

    choices = BeautifulSoup(listed.content.decode(), "html.parser").select(".filter li")
    assert [choice.get_text() for choice in choices] == ["All", "left a note", "published the story"]
    assert "2 in this list" in words(notes)
    assert "Ada Brandt left a note" in words(one)
    assert "add_note" not in words(listed) + words(notes) + words(one)


def test_roles_are_ticked_and_chosen_by_their_names(rut, ben):
    person("pia", "Pia", "Holm", Role.PICTURE_EDITOR)
    client = browser(rut)

    form = BeautifulSoup(client.get(url("user", "change", ben.pk)).content.decode(), "html.parser")
    ticked = [box.parent.get_text(" ", strip=True) for box in form.select("[name=groups][checked]")]
    chosen = client.get(url("user", "changelist"), {"role": "picture_editor"})

    assert ticked == ["Editor"]
    assert "1 in this list" in words(chosen)
    assert "Pia Holm" in words(chosen)
    assert "picture_editor" not in words(chosen) + form.get_text()


def test_yes_and_no_are_words_in_a_list(rut):
    listed = browser(rut).get(url("user", "changelist"))

    row = BeautifulSoup(listed.content.decode(), "html.parser").select_one(".field-is_active")
    assert row.get_text() == "Yes"
    assert "icon-yes" not in listed.content.decode()


def test_the_house_is_not_divided_into_apps(ben):
    assert browser(ben).get("/admin/articles/").headers["Location"] == reverse("admin:index")


def test_the_history_of_a_row_is_its_part_of_the_audit_log(ada, rut):
    client = browser(rut)
    client.post(
        url("user", "change", ada.pk),
        {"username": "ada", "is_active": "on", "is_staff": "on", "scheme": "dark"},
    )

    assert "Rut Nes changed user" in words(client.get(url("user", "history", ada.pk)))


def test_the_desk_keeps_to_the_policy(ada, rut):
    picture()
    pages = [(ada, "/admin/newsroom/image/"), (ada, url("image", "add")), (rut, url("user", "add"))]
    pages += [
        (rut, url("user", "change", rut.pk)),
        (rut, "/admin/password_change/"),
        (rut, url("masthead", "change", 1)),
    ]

    for user, address in pages:
        response = browser(user).get(address)
        soup = BeautifulSoup(response.content.decode(), "html.parser")
        assert response.status_code == 200, address
        assert not soup.select("[style], style, [onclick]"), address
        assert not [script for script in soup.select("script:not([src])") if not script.get("nonce")], address


class Questions(forms.Form):
    """A form with a bit of everything."""

    name = forms.CharField(help_text="As readers see it.")
    kind = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    sure = forms.BooleanField(required=False)

    def clean(self):
        raise forms.ValidationError("Not like this.")


def test_the_crispy_pack_names_every_field_and_ties_mistakes_to_it():
    soup = BeautifulSoup(render_crispy_form(Questions({"name": ""})), "html.parser")

    name = soup.select_one("input[name=name]")
    described = name["aria-describedby"].split()
    assert soup.select_one(f"label[for={name['id']}]").get_text(strip=True) == "Name"
    assert [soup.find(id=one).get_text(strip=True) for one in described] == [
        "As readers see it.",
        "This field is required.",
    ]
    assert name["aria-invalid"] == "true"
    assert soup.select_one("fieldset legend").get_text() == "Kind"
    assert soup.select_one("[role=alert]").get_text(strip=True) == "Not like this."
    assert soup.select_one("form[method=post]") is not None
