"""The picture desk's own pages: many files at once, choosing, cutting, withdrawing; lists that stay quick."""

import io
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image as Pillow

from newsroom import picture_pages
from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from newsroom.picture_withdrawal import withdraw
from newsroom.roles import Role
from tests.articles.desk.desk import browser, page, words
from tests.factories.people import person, picture
from tests.newsroom.made_pictures import encoded, noise
from tests.newsroom.test_picture_metadata import PACKET

pytestmark = pytest.mark.django_db
WHY = "The agency took it back."


def address(name, *more):
    return reverse(f"admin:newsroom_image_{name}", args=more)


def file(name="ferry-at_night.jpg", colour=None, **options):
    image = Pillow.new("RGB", (400, 300), colour) if colour else noise((400, 300))
    return SimpleUploadedFile(name, encoded(image, **options), "image/jpeg")


@pytest.fixture
def ines(db):
    return person("ines", "Ines", "Falk", Role.PICTURE_EDITOR)


@pytest.fixture
def today():
    return timezone.localdate()


def test_what_a_file_says_is_read_into_fields_and_the_rest_is_what_was_typed(ines, today):
    until = today + timedelta(days=30)
    browser(ines).post(
        address("upload"),
        {
            "files": [file(xmp=PACKET.encode()), file("b.jpg", "#335577")],
            "credit": "The Courier",
            "rights": "House",
            "rights_until": until,
        },
    )

    spoken, silent = Image.objects.order_by("pk")
    assert (spoken.title, spoken.credit, spoken.creator) == ("Ferry", "Nordbild", "Inés Falk, Ada Brandt")
    assert (spoken.copyright, spoken.caption, spoken.rights) == (
        "© Nordbild 2026",
        "A ferry leaves.",
        "One use.",
    )
    assert (silent.title, silent.credit, silent.rights) == ("b", "The Courier", "House")
    assert {one.rights_until for one in (spoken, silent)} == {until}
    assert AuditEntry.objects.filter(action="add_image", actor=ines).count() == 2


def test_a_bad_file_loses_nothing_of_the_others(ines):
    lying = SimpleUploadedFile("evil.jpg", b"<svg onload=alert(1)>", "image/jpeg")
    nameless = file("nobody.jpg", "#111111")

    response = browser(ines).post(
        address("upload"), {"files": [lying, file(xmp=PACKET.encode()), nameless], "credit": ""}
    )

    said = words(response)
    assert Image.objects.count() == 1
    assert "1 of 3 are in the store" in said
    assert "evil.jpg This file is a web page" in said
    assert "nobody.jpg Who made it?" in said


def test_a_file_over_the_forty_is_named(ines, monkeypatch):
    monkeypatch.setattr(picture_pages, "MOST_FILES", 1)

    response = browser(ines).post(
        address("upload"), {"files": [file("a.jpg", "#111111"), file("b.jpg", "#222222")], "credit": "Us"}
    )

    assert "b.jpg Not sent: 1 files at once are the most" in words(response)
    assert Image.objects.count() == 1


def test_one_file_is_answered_with_its_row_alone(ines):
    response = browser(ines).post(
        address("upload"), {"files": file("a.jpg", "#111111"), "credit": "Us"}, headers={"X-One-File": "yes"}
    )

    assert response.content.strip().startswith(b'<li class="upload-row">')


def test_sending_nothing_is_said_in_words(ines):
    assert "Choose one file or more first." in words(browser(ines).post(address("upload"), {"credit": "Us"}))


def test_the_list_finds_what_ends_soon_what_ended_and_what_is_withdrawn(ines, cleo, today):
    for title, days in (("Ends", 3), ("Ended", -1), ("Lasts", 30)):
        image = picture(title, f"#{abs(days):02}5577")
        image.rights_until = today + timedelta(days=days)
        image.save()
    withdraw(image=picture("Gone", "#aa5577"), actor=cleo, now=timezone.now(), reason=WHY)

    def titles(state):
        found = page(browser(ines).get(address("changelist"), {"state": state}))
        return [one.get_text() for one in found.select(".tile-title")]

    assert titles("ending") == ["Ends"]
    assert titles("ended") == ["Ended"]
    assert titles("withdrawn") == ["Gone"]
    assert len(titles("")) == 4
    assert "Rights end in 3 days" in words(browser(ines).get(address("changelist")))
    assert "Rights end within 7 days (1)" in words(browser(ines).get(address("changelist")))


@pytest.mark.parametrize(("where", "most"), [("changelist", 14), ("choose", 8)])
def test_a_list_costs_the_same_for_five_and_for_fifty(ines, where, most, django_assert_max_num_queries):
    client = browser(ines)
    for count in (5, 50):
        for number in range(count):
            Image.objects.create(
                file=f"pictures/{count}-{number}.jpg",
                digest=f"{count}-{number}",
                title="A",
                credit="B",
                width=640,
                height=427,
            )
        with django_assert_max_num_queries(most):
            assert client.get(address(where)).status_code == 200


def test_only_what_may_be_used_can_be_chosen(ines, cleo, today):
    picture("Free", "#115577")
    old = picture("Old", "#225577")
    Image.objects.filter(pk=old.pk).update(rights_until=today - timedelta(days=1))
    withdraw(image=picture("Gone", "#335577"), actor=cleo, now=timezone.now(), reason=WHY)

    found = page(browser(ines).get(address("choose")))

    assert [one["data-title"] for one in found.select(".picture-choice")] == ["Free"]


def test_a_picture_is_added_while_choosing_and_offered_at_once(ada):
    response = browser(ada).post(
        address("choose"), {"file": file(xmp=PACKET.encode())}, headers={"HX-Request": "true"}
    )

    fresh = page(response).select_one("[data-fresh]")
    assert (fresh["data-title"], fresh["data-credit"]) == ("Ferry", "Nordbild")
    assert b"<html" not in response.content
    assert Image.objects.get().uploaded_by == ada


def test_a_refused_file_keeps_what_was_typed_while_choosing(ada):
    response = browser(ada).post(
        address("choose"), {"file": SimpleUploadedFile("x.jpg", b"no"), "title": "A quay"}
    )

    assert page(response).select_one("#picture_title")["value"] == "A quay"
    assert "not a picture we can read" in words(response)


@pytest.mark.parametrize(
    ("ratio", "size"), [("wide", (480, 270)), ("standard", (480, 320)), ("square", (480, 480))]
)
def test_a_cut_is_made_on_the_server_for_a_focal_point(ada, ratio, size):
    response = browser(ada).get(address("cut", picture().pk, ratio), {"x": "0.1", "y": "0.9"})

    assert Pillow.open(io.BytesIO(response.content)).size == size
    assert "private" in response["Cache-Control"]


@pytest.mark.parametrize("query", [{"x": "2"}, {"x": "no"}, {"y": "nan"}])
def test_a_focal_point_outside_the_picture_is_refused(ada, query):
    assert browser(ada).get(address("cut", picture().pk, "wide"), query).status_code == 400


def test_withdrawing_needs_a_reason_and_can_be_undone(ines):
    image, client = picture(), browser(ines)
    assert client.post(address("withdraw", image.pk), {"reason": " "}).status_code == 409

    client.post(address("withdraw", image.pk), {"reason": WHY})
    assert Image.objects.get().withdrawn_because == WHY
    assert WHY in words(client.get(address("change", image.pk)))
    assert client.get(address("original", image.pk)).status_code == 200

    client.post(address("withdraw", image.pk), {"bring_back": "1"})
    assert not Image.objects.get().is_withdrawn


def test_others_neither_withdraw_nor_look_in(ada):
    image = picture()
    outside = person("rut", "Rut", "Nes", Role.ADMINISTRATOR)

    assert browser(ada).post(address("withdraw", image.pk), {"reason": WHY}).status_code == 403
    for name in ("cut", "original", "withdraw", "upload"):
        more = [] if name == "upload" else [image.pk, "wide"] if name == "cut" else [image.pk]
        assert browser(outside).get(address(name, *more)).status_code == 403


def test_a_withdrawn_picture_is_not_taken_in_again(ines, cleo):
    client = browser(ines)
    client.post(address("upload"), {"files": file("a.jpg", "#111111"), "credit": "Us"})
    withdraw(image=Image.objects.get(), actor=cleo, now=timezone.now(), reason=WHY)

    response = client.post(address("upload"), {"files": file("a.jpg", "#111111"), "credit": "Us"})

    assert f"This picture was withdrawn, as “a”: {WHY}" in words(response)
