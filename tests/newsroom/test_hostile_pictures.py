"""Files made to do harm are refused in words or made harmless, with little work, by every door."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow

from articles.exchange import pictures as exchange
from articles.exchange.records import Picture
from newsroom import picture_decoding
from newsroom.images import clean, renditions, verify
from newsroom.models.image import Image
from newsroom.picture_decoding import ImageRefused
from newsroom.pictures_store import cut_again, names_of
from tests.articles.desk.desk import browser, words
from tests.newsroom.hostile_pictures import HARMLESS, REFUSED, flat, scans, tags, with_segments
from tests.newsroom.made_pictures import encoded, halves, noise
from tests.work_done import counted

# A decoder that goes through 300,000 parts makes more calls than this for the first tenth of them.
MOST_CALLS = 60_000
MOST_MEMORY = 120 * 1024 * 1024


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("trick", REFUSED)
def test_it_is_refused_in_words_and_with_little_work(trick: str) -> None:
    make, said = REFUSED[trick]
    data = make()

    tracemalloc.start()
    try:
        with counted() as work, pytest.raises(ImageRefused, match=said):
            verify(data)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert work.calls < MOST_CALLS
    assert most < MOST_MEMORY


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("trick", HARMLESS)
def test_it_is_taken_and_nothing_of_it_is_left(trick: str) -> None:
    data = HARMLESS[trick]()

    with counted() as work:
        verified = verify(data)

    assert work.calls < MOST_CALLS
    assert len(verified.iptc.get("creator", "")) <= len("PLANTED")
    plain = clean(verified)
    for made in (plain, *(one.data for one in renditions(plain, focal=(0.5, 0.5)))):
        assert not [word for word in (b"PLANTED", b"<script", b"<?php", b"PK\x03\x04") if word in made]
        with Pillow.open(BytesIO(made)) as opened:
            assert not opened.getexif()


def test_an_honest_photograph_of_any_make_passes() -> None:
    exif = Pillow.Exif()
    exif[0x010F], exif[0x927C] = "Maker", b"\x00" * 40_000
    big = halves((3000, 2000))
    for data in (
        encoded(big, exif=exif, progressive=True),
        encoded(big, "MPO", save_all=True, append_images=[halves((3000, 2000))]),
        encoded(big, "TIFF", compression="tiff_lzw", exif=exif),
        encoded(big, "TIFF", big_tiff=True),
        encoded(big, "PNG", exif=exif),
        encoded(big, "WEBP", exif=exif),
        encoded(big, "AVIF", exif=exif, speed=10),
        scans(20, (1200, 1200)),
        with_segments(*(b"\xff\xe1\xea\x62" + b"\x00" * 60_000 for _ in range(300))),
    ):
        assert verify(data).image.mode == "RGB"


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_few_heavy_tags_that_fit_are_no_reason() -> None:
    exif = tags(3, 20_000)
    assert verify(encoded(halves((300, 300)), exif=b"Exif\x00\x00" + exif)).width == 300


DOORS = ("add", "choose", "upload")


def through(door: str, who, data: bytes, name: str = "x.jpg", kind: str = "image/jpeg"):
    file = SimpleUploadedFile(name, data, kind)
    field = "files" if door == "upload" else "file"
    sent = {field: file, "credit": "Ines Falk", "title": "", "focal_x": "0.5", "focal_y": "0.5"}
    return browser(who).post(reverse(f"admin:newsroom_image_{door}"), sent)


@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("door", DOORS)
def test_every_door_refuses_in_words(ada, door: str) -> None:
    for trick, (make, said) in REFUSED.items():
        # An empty file is told apart by the form itself.
        if data := make():
            answer = through(door, ada, data)
            assert answer.status_code == 200
            assert re.search(said, words(answer)), trick
    assert not Image.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_an_empty_file_is_refused_in_words(ada, door: str) -> None:
    said = words(through(door, ada, b""))
    assert "empty" in said or "not a picture" in said
    assert not Image.objects.exists()


@pytest.mark.filterwarnings("ignore::UserWarning", "ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("trick", REFUSED)
def test_an_import_refuses_in_words(tmp_path, trick: str) -> None:
    make, said = REFUSED[trick]
    (tmp_path / "x.jpg").write_bytes(make())
    picture = Picture(file="x.jpg", alt="A quay", credit="Ines Falk")

    found = exchange.find(picture, tmp_path)

    assert re.search(said, str(exchange.cut_all([(found, picture)], marks=True)[found.digest]))


# Megabytes that a process may need for one file, over what it needs without.
MOST_FOR_ONE = {
    "as many pixels as a JPEG may have": (lambda: flat("JPEG", 14_400), 220),
    "as many pixels as another may have": (
        lambda: encoded(blown_up(6300), "WEBP", quality=10, method=0),
        750,
    ),
    "as many in scans": (lambda: encoded(blown_up(7700), progressive=True, subsampling=0, quality=30), 500),
    "webp of nothing": (REFUSED["webp of nothing"][0], 60),
    "wide colours": (REFUSED["wide colours"][0], 60),
}
MEASURE = r"""
import pathlib, re, sys, warnings
from newsroom import images
warnings.simplefilter("ignore")
# Not ru_maxrss: a new process starts with that of whoever started it.
most = lambda: int(re.search(r"VmHWM:\s+(\d+)", pathlib.Path("/proc/self/status").read_text())[1])
data, before = open(sys.argv[1], "rb").read(), most()
try:
    images.clean(images.verify(data))
except images.ImageRefused:
    pass
print((most() - before) // 1024)
"""


def blown_up(side: int) -> Pillow.Image:
    return noise((700, 700)).resize((side, side))


@pytest.mark.slow
@pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="needs Linux, which says what a process took"
)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("trick", MOST_FOR_ONE)
def test_one_picture_takes_no_more_memory_than_this(tmp_path, settings, trick: str) -> None:
    make, most = MOST_FOR_ONE[trick]
    (tmp_path / "x").write_bytes(make())

    said = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path / "x")],
        capture_output=True,
        text=True,
        check=True,
        cwd=settings.BASE_DIR,
    )

    assert int(said.stdout) < most, said.stdout


def test_pictures_are_decoded_one_at_a_time(monkeypatch) -> None:
    """A server has several threads, and each decoder takes what it needs."""
    inside, most = [], []
    load = picture_decoding.load

    def watched(image: Pillow.Image) -> None:
        inside.append(image)
        most.append(len(inside))
        load(image)
        time.sleep(0.01)
        inside.remove(image)

    monkeypatch.setattr(picture_decoding, "load", watched)
    data = encoded(halves((300, 300)))
    threads = [threading.Thread(target=verify, args=(data,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert max(most) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("../../../etc/x.jpg", "x"),
        ("..\\..\\x.php.jpg", "x.php"),
        (f"{'a' * 300}.jpg", "a" * 160),
        ("quay\u202egpj.exe", "quaygpj"),
        ("<script>alert(1)</script>.jpg", "script>.jpg"),
        ("\u200b\u2066.jpg", "Picture"),
        ("x.svg", "x"),
        ("CON", "CON"),
    ],
)
def test_a_name_is_only_a_title_and_never_a_place(ada, name: str, title: str) -> None:
    answer = through("add", ada, encoded(halves((300, 300))), name, "text/html")

    image = Image.objects.get()
    assert answer.status_code == 302
    assert image.title.startswith(title.removesuffix(".jpg"))
    assert image.file.name == f"pictures/{image.digest[:24]}.jpg"
    assert image.original.startswith("originals/")
    assert image.original.endswith(".jpg")
    assert image.original.count("/") == 1


@pytest.mark.django_db
def test_a_polyglot_sent_to_the_desk_leaves_nothing_in_any_public_file(ada) -> None:
    through("add", ada, HARMLESS["jpeg with a page in it"]())
    image = Image.objects.get()

    cut_again(image)

    lying = [name for name in names_of(image) if default_storage.exists(name)]
    assert len(lying) > 3
    for name in lying:
        assert name.endswith((".jpg", ".webp", ".avif"))
        with default_storage.open(name) as file:
            data = file.read()
        assert b"PLANTED" not in data
        with Pillow.open(BytesIO(data)) as opened:
            assert opened.format in {"JPEG", "WEBP", "AVIF"}
