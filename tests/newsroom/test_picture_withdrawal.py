"""Withdrawing a picture: its files leave the web at once, on record, and can come back."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages

from newsroom import picture_tasks
from newsroom.models.audit import AuditEntry
from newsroom.picture_withdrawal import WithdrawalRefused, bring_back, original_of, withdraw
from newsroom.pictures_store import cut_again
from newsroom.roles import Role
from tests.conftest import NOON
from tests.factories.people import person, picture

pytestmark = pytest.mark.django_db
WHY = "The agency took it back."


@pytest.fixture
def image():
    image = picture("A ferry at night")
    cut_again(image)
    return image


def public_files(image):
    folder, _, name = str(image.file.name).rpartition("/")
    stem = name.removesuffix(".jpg")
    return sorted(one for one in default_storage.listdir(folder)[1] if one.startswith(stem))


def test_every_file_leaves_the_web_and_comes_back(image, cleo):
    before = public_files(image)
    data = original_of(image)

    gone = withdraw(image=image, actor=cleo, now=NOON, reason=WHY)

    assert (gone.withdrawn_at, gone.withdrawn_because) == (NOON, WHY)
    assert public_files(image) == []
    assert original_of(gone) == data

    back = bring_back(image=image, actor=cleo, now=NOON)

    assert not back.is_withdrawn
    assert (back.returned_at, public_files(image)) == (NOON, before)
    assert not storages["withdrawn"].exists(str(image.file.name))


def test_both_are_on_record_with_the_reason(image, cleo):
    withdraw(image=image, actor=cleo, now=NOON, reason=WHY)
    bring_back(image=image, actor=cleo, now=NOON)

    entries = AuditEntry.objects.filter(subject=f"image:{image.pk}").order_by("number")
    assert [entry.action for entry in entries] == ["withdraw_image", "bring_back_image"]
    assert all(WHY in entry.data for entry in entries)


@pytest.mark.parametrize("role", [Role.WRITER, Role.EDITOR, Role.ADMINISTRATOR])
def test_others_may_not(image, role):
    with pytest.raises(WithdrawalRefused, match="Your role"):
        withdraw(image=image, actor=person("ola", "Ola", "Nord", role), now=NOON, reason=WHY)
    assert public_files(image)


def test_a_picture_editor_may(image):
    ines = person("ines", "Ines", "Falk", Role.PICTURE_EDITOR)

    assert withdraw(image=image, actor=ines, now=NOON, reason=WHY).is_withdrawn


def test_a_reason_is_needed_and_nothing_is_done_twice(image, cleo):
    with pytest.raises(WithdrawalRefused, match="Say why"):
        withdraw(image=image, actor=cleo, now=NOON, reason="  ")
    with pytest.raises(WithdrawalRefused, match="not withdrawn"):
        bring_back(image=image, actor=cleo, now=NOON)
    withdraw(image=image, actor=cleo, now=NOON, reason=WHY)
    with pytest.raises(WithdrawalRefused, match="already"):
        withdraw(image=image, actor=cleo, now=NOON, reason="Again.")


def test_cutting_does_not_bring_a_withdrawn_picture_back(image, cleo):
    withdraw(image=image, actor=cleo, now=NOON, reason=WHY)
    picture_tasks.cut.func(image.pk)
    assert public_files(image) == []


def test_a_picture_withdrawn_while_it_is_cut_stays_away(image, cleo, monkeypatch):
    def meanwhile(row):
        withdraw(image=row, actor=cleo, now=NOON, reason=WHY)
        default_storage.save(str(row.file.name).replace(".jpg", "-wide-480.webp"), ContentFile(b"late"))

    monkeypatch.setattr(picture_tasks, "cut_again", meanwhile)
    picture_tasks.cut.func(image.pk)

    assert public_files(image) == []


def test_a_withdrawn_picture_is_read_anew_without_its_file(image, cleo):
    withdraw(image=image, actor=cleo, now=NOON, reason=WHY)

    image.refresh_from_db()
    assert (image.is_withdrawn, image.width, bool(image.file)) == (True, 640, True)
    image.title = "Another"
    image.refresh_from_db(fields=["title"])
    assert (image.title, image.file.name[-4:]) == ("A ferry at night", ".jpg")
