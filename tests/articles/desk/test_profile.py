"""A person's own page: what they decide for themselves, and nothing of what the house decides."""

import pytest

from newsroom.models.audit import AuditEntry
from newsroom.models.user import Mail, Scheme
from tests.articles.desk.desk import browser, form_of, page, words

pytestmark = pytest.mark.django_db

ME = "/admin/me/"


def filled(client, **typed):
    return {**form_of(client.get(ME), "form.profile-form"), **typed}


def test_a_person_changes_name_colours_mail_and_keyboard(ada):
    client = browser(ada)
    typed = filled(client, first_name="Adele", scheme="dark", mail="all")
    typed.pop("shortcuts")

    shown = client.post(ME, typed, follow=True)

    ada.refresh_from_db()
    assert (ada.first_name, ada.scheme, ada.mail, ada.shortcuts) == ("Adele", Scheme.DARK, Mail.ALL, False)
    assert "Your profile is saved." in words(shown)
    assert page(shown).html["data-scheme"] == "dark"
    assert page(shown).body["data-shortcuts"] == "off"


def test_the_choices_of_now_are_marked(ada):
    shown = page(browser(ada).get(ME))

    checked = {
        (one["name"], one.get("value", "on")) for one in shown.select("form.profile-form input[checked]")
    }
    assert checked == {("scheme", "system"), ("mail", "mine"), ("shortcuts", "on")}


def test_what_the_house_decides_cannot_be_posted(ada):
    client = browser(ada)

    client.post(
        ME, filled(client, email="x@elsewhere.example", is_superuser="on", groups="1", username="cleo")
    )

    ada.refresh_from_db()
    assert (ada.email, ada.is_superuser, ada.username) == ("", False, "ada")


def test_a_refused_choice_is_said_and_nothing_is_kept(ada):
    client = browser(ada)

    response = client.post(ME, filled(client, first_name="Adele", mail="sometimes"))

    ada.refresh_from_db()
    assert response.status_code == 409
    assert ada.first_name == "Ada"
    assert page(response).select_one(".errorlist") is not None


def test_the_audit_log_names_what_changed_without_the_values(ada):
    client = browser(ada)

    client.post(ME, filled(client, first_name="Adele"))
    client.post(ME, filled(client))

    entry = AuditEntry.objects.get(action="change_user")
    assert "first_name" in entry.data
    assert "Adele" not in entry.data


def test_the_menu_leads_to_it(ada):
    assert page(browser(ada).get("/admin/")).select_one('.bar-menu a[href="/admin/me/"]') is not None


def test_without_an_address_it_says_that_nothing_is_mailed(ada):
    assert "nothing is mailed" in words(browser(ada).get(ME))
