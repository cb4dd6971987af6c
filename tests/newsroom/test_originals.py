"""Pictures as they were sent: kept, handed to few, and nowhere on the web."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import ExifTags
from PIL import Image as Pillow

from newsroom import originals
from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from newsroom.picture_withdrawal import withdraw
from newsroom.roles import Role
from tests.articles.desk.desk import browser, words
from tests.conftest import NOON
from tests.factories.people import person
from tests.newsroom.made_pictures import encoded, halves

pytestmark = pytest.mark.django_db


def photograph(size=(640, 427)) -> bytes:
    exif = Pillow.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSMapDatum] = "PLANTED-PLACE"
    return encoded(halves(size), exif=exif)


def send(who, data: bytes, door: str = "add") -> Image:
    file = SimpleUploadedFile("quay.jpg", data, "image/jpeg")
    more = {"focal_x": "0.5", "focal_y": "0.5", "title": "A quay"} if door == "add" else {}
    name = "file" if door != "upload" else "files"
    address = reverse(f"admin:newsroom_image_{door}")
    browser(who).post(address, {name: file, "credit": "Ines Falk", **more})
    return Image.objects.get()


def fetched(who, image: Image):
    return browser(who).get(reverse("admin:newsroom_image_as_sent", args=[image.pk]))


@pytest.mark.parametrize("door", ["add", "upload", "choose"])
def test_a_file_is_kept_as_it_was_sent_by_every_door(ada, door):
    data = photograph()
    image = send(ada, data, door)

    assert originals.fetch(image.original) == data
    with image.file.open() as public:
        assert b"PLANTED" not in public.read()


def test_it_has_no_public_address(ada, client):
    image = send(ada, photograph())
    assert not default_storage.exists(image.original)
    root = Path(settings.STORAGES["private"]["OPTIONS"]["location"])
    assert not root.is_relative_to(settings.MEDIA_ROOT)
    for address in (
        f"/media/{image.original}",
        f"/media/../private/{image.original}",
        f"/media/%2e%2e/private/{image.original}",
        f"/static/{image.original}",
        f"/private/{image.original}",
        f"/{image.original}",
    ):
        assert client.get(address).status_code in {301, 400, 404}, address
    away = client.get(reverse("admin:newsroom_image_as_sent", args=[image.pk]))
    assert away.status_code == 302
    assert "login" in away["Location"]


def test_who_sent_it_and_the_picture_desk_may_have_it_on_record(ada, cleo):
    data = photograph()
    image = send(ada, data)

    for who in (ada, cleo):
        answer = fetched(who, image)
        assert answer.content == data
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"].startswith("attachment; ")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"]
        page = browser(who).get(reverse("admin:newsroom_image_change", args=[image.pk]))
        assert "as it was sent" in words(page)
    acts = AuditEntry.objects.filter(subject=f"image:{image.pk}", action="fetch_original")
    assert {entry.actor for entry in acts} == {ada, cleo}


@pytest.mark.parametrize("role", [Role.WRITER, Role.EDITOR, Role.CONTRIBUTOR, Role.ADMINISTRATOR])
def test_others_may_not(ada, role):
    image = send(ada, photograph())
    ola = person("ola", "Ola", "Nord", role)

    assert fetched(ola, image).status_code == 403
    if role != Role.ADMINISTRATOR:
        page = browser(ola).get(reverse("admin:newsroom_image_change", args=[image.pk]))
        assert "as it was sent" not in words(page)
    assert not AuditEntry.objects.filter(action="fetch_original").exists()


def test_it_is_kept_when_the_picture_is_withdrawn(ada, cleo):
    data = photograph()
    image = send(ada, data)
    withdraw(image=image, actor=cleo, now=NOON, reason="The agency took it back.")

    assert fetched(cleo, Image.objects.get()).content == data


def test_a_picture_without_one_says_so(ada, cleo):
    image = send(ada, photograph())
    storages["private"].delete(image.original)
    assert fetched(cleo, image).status_code == 404
    Image.objects.update(original="")
    assert fetched(cleo, image).status_code == 404


def test_a_refused_form_keeps_nothing(ada):
    data = photograph((641, 427))
    file = SimpleUploadedFile("quay.jpg", data, "image/jpeg")
    browser(ada).post(reverse("admin:newsroom_image_add"), {"file": file, "focal_x": "0.5", "focal_y": "0.5"})

    assert not Image.objects.exists(), "nobody said who made it"
    assert not storages["private"].exists(originals.name_of(data, "JPEG"))


def test_a_private_folder_inside_a_public_one_is_an_error(settings, tmp_path):
    assert not [fault for fault in run_checks() if fault.id == "newsroom.E001"]
    settings.MEDIA_ROOT = tmp_path
    for name in ("private", "withdrawn"):
        inside = {**settings.STORAGES[name], "OPTIONS": {"location": str(tmp_path / "inside")}}
        settings.STORAGES = {**settings.STORAGES, name: inside}
    assert [fault.id for fault in run_checks()].count("newsroom.E001") == 2
