"""Pictures on the desk: cleaned before they are stored, refused in words, chosen by the editor."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow

from newsroom.models.audit import AuditEntry
from newsroom.models.image import Image
from newsroom.roles import Role
from tests.articles.desk.desk import browser, words
from tests.factories.people import person, picture

pytestmark = pytest.mark.django_db


def address(page, *more):
    return reverse(f"admin:newsroom_image_{page}", args=more)


def upload(size=(640, 427), colour="#336699", name="photo.png"):
    data = io.BytesIO()
    Pillow.new("RGB", size, colour).save(data, "PNG")
    return SimpleUploadedFile(name, data.getvalue(), "image/png")


def sent(**more):
    return {
        "title": "A quay",
        "credit": "Ines Falk",
        "rights": "",
        "focal_x": "0.5",
        "focal_y": "0.5",
        **more,
    }


def test_an_upload_is_cleaned_before_it_is_stored(ada):
    response = browser(ada).post(address("add"), sent(file=upload()))

    image = Image.objects.get()
    assert response.status_code == 302, words(response)
    assert (image.width, image.height, image.uploaded_by) == (640, 427, ada)
    with image.file.open() as stored:
        assert stored.read(3) == b"\xff\xd8\xff"
    assert AuditEntry.objects.get(subject=f"image:{image.pk}").actor == ada


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a photograph"),
        (b"GIF89a nothing", "This is a GIF"),
    ],
)
def test_a_file_that_is_no_picture_is_refused_in_words(ada, data, said):
    response = browser(ada).post(address("add"), sent(file=SimpleUploadedFile("x.jpg", data)))

    assert said in words(response)
    assert not Image.objects.exists()


def test_a_small_picture_and_a_twin_are_refused(ada):
    client = browser(ada)
    client.post(address("add"), sent(file=upload()))

    twin = client.post(address("add"), sent(file=upload(), title="Again"))
    small = client.post(address("add"), sent(file=upload(size=(80, 80))))

    assert "already here, as “A quay”" in words(twin)
    assert "at least 200" in words(small)
    assert Image.objects.count() == 1


def test_a_picture_needs_a_credit_when_the_file_has_none(ada):
    response = browser(ada).post(address("add"), sent(file=upload(), credit=""))

    assert "Who made it? The file does not say." in words(response)


def test_the_file_of_a_picture_is_never_replaced(ada):
    image = picture()
    name = image.file.name

    browser(ada).post(address("change", image.pk), sent(file=upload(colour="#990000"), title="New title"))

    image.refresh_from_db()
    assert (image.file.name, image.title) == (name, "New title")


def test_the_editor_can_choose_a_picture(ada):
    image = picture("A bridge at dawn")
    picture("A ferry", "#884422")

    page = browser(ada).get("/admin/newsroom/image/choose/?q=dawn&CKEditorFuncNum=-1")

    soup = BeautifulSoup(page.content.decode(), "html.parser")
    assert [b["data-address"] for b in soup.select(".picture-choice")] == [image.file.url]
    assert soup.select_one("[data-call]")["data-call"] == "-1"
    assert (
        browser(person("rut", "Rut", "Nes", Role.ADMINISTRATOR))
        .get("/admin/newsroom/image/choose/")
        .status_code
        == 403
    )
