"""Who made a picture stands inside every file that readers get, and nothing else does."""

import hashlib
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from PIL import ExifTags, Image, features

from newsroom import picture_metadata, picture_tasks
from newsroom.cutting import Sent, cut_picture
from newsroom.images import clean, renditions, verify
from newsroom.models.image import Image as StoredImage
from newsroom.models.masthead import Masthead
from newsroom.picture_marks import LONGEST, NARROWEST_WITH_XMP, NO_MARKS, Marks, marked, unmarked
from newsroom.pictures_store import cut_again, names_of, store_picture
from tests.articles.desk.desk import browser, words
from tests.newsroom.made_pictures import encoded, halves, noise
from tests.newsroom.test_hostile_pictures import DOORS, through
from tests.newsroom.test_images import iptc_segment

MARKS = Marks(
    creator="Inés Falk",
    credit="Inés Falk / The “Courier” & Sons",
    copyright="© 2026 The Courier <all rights>",
    terms="Editorial use; no archive.\nAsk first.",
)
SAID = {
    "creator": MARKS.creator,
    "credit": MARKS.credit,
    "copyright": MARKS.copyright,
    "terms": "Editorial use; no archive. Ask first.",
}
# Two tags of EXIF, and the address of those who come after them: no place, device, date or thumbnail.
ALLOWED_EXIF = {ExifTags.Base.Artist, ExifTags.Base.Copyright}
ALLOWED_INFO = {
    *("exif", "xmp", "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"),
    *("loop", "background", "timestamp", "duration", "dpi"),
}


def told(data: bytes) -> dict[str, str]:
    """What a file says of itself, having looked that it says nothing else."""
    with Image.open(BytesIO(data)) as opened:
        exif = opened.getexif()
        assert set(exif) <= ALLOWED_EXIF
        assert not exif.get_ifd(ExifTags.IFD.GPSInfo)
        assert not exif.get_ifd(ExifTags.IFD.Exif)
        assert not exif.get_ifd(ExifTags.IFD.IFD1), "a thumbnail"
        assert set(opened.info) <= ALLOWED_INFO
        opened.load()
        return picture_metadata.read(opened)


def test_every_cut_names_who_made_it() -> None:
    made = list(renditions(encoded(noise((1600, 1067))), focal=(0.5, 0.5), marks=MARKS))
    kinds = {one.format for one in made}
    assert kinds == ({"avif", "webp", "jpeg"} if features.check("avif") else {"webp", "jpeg"})
    for one in made:
        whole = one.width >= NARROWEST_WITH_XMP
        short = {"creator": SAID["credit"], "copyright": SAID["copyright"]}
        assert told(one.data) == (SAID if whole else short), (one.format, one.width)


@pytest.mark.parametrize(
    ("creator", "credit", "read"),
    [
        ("Ines Falk", "Ines Falk / The Courier", "Ines Falk / The Courier"),
        ("Ines Falk", "Nordfoto", "Ines Falk; Nordfoto"),
        ("Ines Falk", "", "Ines Falk"),
        ("", "Nordfoto", "Nordfoto"),
    ],
)
def test_a_small_cut_names_creator_and_credit_in_one_line(creator: str, credit: str, read: str) -> None:
    marks = Marks(creator=creator, credit=credit)
    for one in renditions(encoded(noise((300, 200))), focal=(0.5, 0.5), marks=marks):
        assert told(one.data) == {"creator": read}


def test_a_cut_without_words_has_nothing_but_pixels() -> None:
    for one in renditions(encoded(noise((1600, 1067))), focal=(0.5, 0.5)):
        assert told(one.data) == {}
        assert b"Exif" not in one.data
        assert b"xmpmeta" not in one.data


def test_the_words_cost_few_bytes() -> None:
    for width, most in ((96, 170), (1440, 960)):
        assert sum(map(len, MARKS.options(width).values())) < most
    assert MARKS.options(96).keys() == {"exif"}
    assert NO_MARKS.options(1440) == {}


def test_words_go_into_a_jpeg_and_out_again_without_touching_it() -> None:
    plain = clean(verify(encoded(noise())))
    written = marked(plain, MARKS)
    assert told(written) == SAID
    assert marked(written, MARKS) == written
    assert told(marked(written, Marks(credit="Ola Nord"))) == {"creator": "Ola Nord", "credit": "Ola Nord"}
    assert unmarked(written) == plain == marked(written, NO_MARKS)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("</rdf:li><script>alert(1)</script>", "</rdf:li><script>alert(1)</script>"),
        ('"quoted" {braces} &amp; more', '"quoted" {braces} &amp; more'),
        ("bell\x07 and null\x00, \ud800 and \uffff", "bell and null, and"),
        ("ناتالي", "ناتالي"),
        ("x" * 600, "x" * 300),
        ("Bo", "Bo"),
    ],
)
def test_any_words_are_written_so_that_they_can_be_read(words: str, read: str) -> None:
    data = marked(clean(verify(encoded(noise()))), Marks(creator=words, credit=words, copyright=words))
    assert told(data) == {"creator": read, "credit": read, "copyright": read}


def test_long_terms_are_shortened() -> None:
    said = told(marked(clean(verify(encoded(noise()))), Marks(terms="word " * 400)))["terms"]
    assert len(said) == LONGEST
    assert said.endswith("…")


def stored(marks: Marks | None = NO_MARKS):
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "SpyCam"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSMapDatum] = "PLANTED-PLACE"
    data = encoded(halves((1300, 900)), exif=exif)
    data = data[:2] + iptc_segment([(80, b"Ines Falk"), (116, "© Falk".encode())]) + data[2:]
    cut = cut_picture(Sent(data, marks=marks))
    return store_picture(cut=cut, title="A quay", credit="Ines Falk / The Courier")[0]


def public_files(image) -> dict[str, bytes]:
    found = {}
    for name in names_of(image):
        if default_storage.exists(name):
            with default_storage.open(name) as file:
                found[name] = file.read()
    assert len(found) == 1 + sum(len(w) for by in image.renditions.values() for w in by.values())
    return found


@pytest.mark.django_db
def test_every_public_file_of_an_import_names_its_maker_and_no_place() -> None:
    image = stored(Marks(credit="Ines Falk / The Courier"))
    assert (image.creator, image.copyright) == ("Ines Falk", "© Falk")
    for name, data in public_files(image).items():
        said = told(data)
        # A small file has one line for both.
        assert said["creator"] in {"Ines Falk", "Ines Falk / The Courier"}, name
        assert "Ines Falk / The Courier" in said.values(), name
        assert said["copyright"] == "© Falk", name
        assert b"SpyCam" not in data
        assert b"PLANTED" not in data


@pytest.mark.django_db
def test_words_in_the_files_follow_the_row_and_the_masthead() -> None:
    image = stored()
    image.credit, image.rights = "Ola Nord", "One week."
    image.save()
    cut_again(image)
    for data in public_files(image).values():
        said = told(data)
        assert said["creator"].startswith("Ines Falk")
        assert "Ola Nord" in " ".join(said.values())
    with image.file.open() as whole:
        said = told(whole.read())
    assert (said["credit"], said["terms"]) == ("Ola Nord", "One week.")

    Masthead.objects.update_or_create(pk=1, defaults={"keep_metadata": False})
    cut_again(image)

    assert [told(data) for data in public_files(image).values()] == [{}] * len(public_files(image))
    with image.file.open() as whole:
        assert hashlib.sha256(whole.read()).hexdigest() == image.digest, "only pixels, as they were"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("field", "cuts"), [("credit", 1), ("copyright", 1), ("title", 0), ("caption", 0)])
def test_changed_words_have_the_files_made_again(cleo, field: str, cuts: int, monkeypatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(type(picture_tasks.cut), "enqueue", lambda self, *args: asked.extend(args))
    image = stored()
    names = ("title", "credit", "rights", "creator", "copyright", "caption", "focal_x", "focal_y")
    sent = {name: getattr(image, name) for name in names} | {field: "Other words"}

    browser(cleo).post(reverse("admin:newsroom_image_change", args=[image.pk]), sent)

    image.refresh_from_db()
    assert getattr(image, field) == "Other words"
    assert asked == [image.pk] * cuts


@pytest.mark.django_db
def test_all_pictures_are_cut_again_but_withdrawn_ones(cleo, monkeypatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(type(picture_tasks.cut), "enqueue", lambda self, *args: asked.extend(args))
    image = stored()
    picture_tasks.cut_all.func()
    assert asked == [image.pk]
    type(image).objects.update(withdrawn_at=image.uploaded_at)
    picture_tasks.cut_all.func()
    assert asked == [image.pk]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("field", "runs"), [("keep_metadata", 1), ("name_reviewers", 0)])
def test_the_switch_on_the_masthead_has_all_files_made_again(
    cleo, field: str, runs: int, monkeypatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(type(picture_tasks.cut_all), "enqueue", lambda self, *args: asked.append(self.name))
    masthead, _ = Masthead.objects.update_or_create(pk=1)
    page = reverse("admin:newsroom_masthead_change", args=[1])
    form = browser(cleo).get(page).context["adminform"].form
    said = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in said.items() if value not in {None, False, field}}
    sent.pop(field)

    browser(cleo).post(page, sent)

    masthead.refresh_from_db()
    assert getattr(masthead, field) is False
    assert asked == ["cut_all"] * runs


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["add", "upload"])
def test_whoever_types_terms_is_told_that_they_leave_the_house(ada, door: str) -> None:
    page = browser(ada).get(reverse(f"admin:newsroom_image_{door}"))

    assert "written into the files that readers get" in words(page)
    assert "terms of use; readers do not see it" not in words(page)


def photograph_of_a_source() -> bytes:
    """A JPEG with a place, a device and a small picture of itself, as a phone makes it."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make], exif[ExifTags.Base.Model] = "PLANTED", "PLANTED"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 22.0, 11.0)
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "PLANTED"
    exif.get_ifd(ExifTags.IFD.IFD1)[ExifTags.Base.Software] = "PLANTED"
    data = encoded(halves((1600, 1067)), exif=exif)
    with Image.open(BytesIO(data)) as opened:
        assert opened.getexif().get_ifd(ExifTags.IFD.GPSInfo), "the trick has to be in the file"
    return data


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_from_the_form_to_the_last_cut_every_public_file_names_its_maker_and_no_place(ada, door: str) -> None:
    through(door, ada, photograph_of_a_source())
    image = StoredImage.objects.get()
    with default_storage.open(str(image.file.name)) as stored:
        before_it_is_cut = stored.read()

    picture_tasks.cut.func(image.pk)

    image.refresh_from_db()
    lying = public_files(image)
    assert len(lying) > 20
    for data in (before_it_is_cut, *lying.values()):
        assert told(data)["creator"] == "Ines Falk"
        assert b"PLANTED" not in data
    assert image.digest == hashlib.sha256(unmarked(before_it_is_cut)).hexdigest()
