"""Pictures come with their stories, once each, and one that cannot be used keeps everything out."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as Pillow

from articles.exchange.faults import Refused
from articles.exchange.importer import Result
from articles.models.article import Article
from newsroom import pictures_store
from newsroom.cutting import Sent, cut_picture, in_parallel
from newsroom.models.image import Image
from newsroom.picture_withdrawal import withdraw
from tests.articles.exchange.wire import PICTURE, draw, the


def test_a_picture_is_stored_once_with_its_cuts(bring, tmp_path):
    draw(tmp_path / "wire")

    bring({"image": PICTURE}, {"id": "a2", "image": {**PICTURE, "caption": "At Quay 3."}})

    image = Image.objects.get()
    assert the("a1").hero == the("a2").hero == image
    assert the("a2").hero_caption == "At Quay 3."
    assert (image.width, image.height) == (640, 427)
    assert image.renditions["square"]["jpeg"]
    stem = image.file.name.removesuffix(".jpg")
    assert default_storage.exists(f"{stem}-wide-480.webp")


def test_a_changed_picture_is_a_changed_copy(bring, tmp_path):
    draw(tmp_path / "wire")
    bring({"image": PICTURE})
    draw(tmp_path / "wire", colour="#aa3300")

    assert bring({"image": PICTURE}).results == {"a1": Result.CHANGED}
    assert Image.objects.count() == 2


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("missing.jpg", "cannot be read: No such file"),
        ("../secret.jpg", "lies outside the folder"),
        ("/etc/hostname", "lies outside the folder"),
        ("lying.jpg", "picture “lying.jpg”: "),
    ],
)
def test_a_picture_that_cannot_be_used_keeps_everything_out(bring, tmp_path, file, words):
    draw(tmp_path, "secret.jpg")
    draw(tmp_path / "wire")
    (tmp_path / "wire" / "lying.jpg").write_bytes(b"<svg onload=alert(1)>" * 50)

    with pytest.raises(Refused, match=words):
        bring({"image": PICTURE}, {"id": "a2", "image": {**PICTURE, "file": file}})

    assert not Article.objects.exists()
    assert not Image.objects.exists()


def test_a_picture_without_any_credit_is_refused(bring, tmp_path):
    draw(tmp_path / "wire")

    with pytest.raises(Refused, match="no credit"):
        bring({"image": {"file": "ferry.jpg", "alt": "A ferry."}})


def test_files_of_a_run_that_failed_are_removed(bring, tmp_path, dora):
    bring({})
    draw(tmp_path / "wire")

    with pytest.raises(Refused):
        bring({"id": "a2", "image": PICTURE}, {"id": "a1", "body": "x y"}, actor=dora)

    assert not default_storage.listdir("pictures")[1]


def cut_of(tmp_path, focal=(0.5, 0.5)):
    draw(tmp_path)
    return cut_picture(Sent((tmp_path / "ferry.jpg").read_bytes(), focal))


def test_the_store_keeps_a_picture_once_and_hands_out_the_one_it_has(db, tmp_path, ada):
    cut = cut_of(tmp_path)

    image, is_new = pictures_store.store_picture(cut=cut, title="Ferry", credit="Ines Falk", by=ada)
    again, is_new_again = pictures_store.store_picture(cut=cut, title="Other", credit="Somebody")

    assert (is_new, is_new_again) == (True, False)
    assert again == image
    assert again.credit == "Ines Falk"
    assert image.uploaded_by == ada


def test_a_picture_whose_files_were_left_by_a_run_that_broke_off_lies_where_pages_look(db, tmp_path):
    cut = cut_of(tmp_path)
    default_storage.save(pictures_store.file_name(cut.digest), ContentFile(b"half a fi"))

    image, _ = pictures_store.store_picture(cut=cut, title="Ferry", credit="Ines Falk")

    assert image.file.name == pictures_store.file_name(cut.digest)
    assert image.file.read() == cut.data


def test_a_picture_that_came_another_way_is_cut_later(db, tmp_path):
    image, _ = pictures_store.store_picture(cut=cut_of(tmp_path), title="Ferry", credit="Ines Falk")
    whole, image.renditions = image.renditions, {}
    image.focal_x = 0.1

    pictures_store.cut_again(image)

    assert Image.objects.get().renditions == whole


def test_work_is_shared_out_and_comes_back_in_order():
    assert list(in_parallel(abs, [-3, 2, -1, 0, 5])) == [3, 2, 1, 0, 5]
    assert list(in_parallel(abs, [])) == []


def test_what_a_file_says_of_itself_is_kept_with_the_picture(bring, tmp_path):
    exif = Pillow.Exif()
    exif[0x013B], exif[0x8298], exif[0x010E] = "Ines Falk", "(c) The Courier", "Cranes at dusk"
    (tmp_path / "wire").mkdir(exist_ok=True)
    Pillow.new("RGB", (640, 427), "#335577").save(tmp_path / "wire" / "ferry.jpg", exif=exif)

    bring({"image": PICTURE})

    image = Image.objects.get()
    assert (image.creator, image.copyright, image.caption) == (
        "Ines Falk",
        "(c) The Courier",
        "Cranes at dusk",
    )


@pytest.mark.parametrize("how", ["ended", "withdrawn"])
def test_a_picture_that_may_not_be_chosen_anew_is_refused(bring, tmp_path, cleo, clock, how):
    draw(tmp_path / "wire")
    bring({"image": PICTURE})
    if how == "ended":
        Image.objects.update(rights_until=clock.now - timedelta(days=2))
    else:
        withdraw(image=Image.objects.get(), actor=cleo, now=clock.now, reason="The agency took it back.")

    with pytest.raises(Refused, match=r"The rights to|was withdrawn"):
        bring({"id": "a2", "image": PICTURE})

    assert not Article.objects.imported_as("a2").exists()
    # The story that has it may still be changed otherwise.
    assert bring({"headline": "Ferry back on Tuesday", "image": PICTURE}).results == {"a1": Result.CHANGED}
    assert the("a1").hero == Image.objects.get()
