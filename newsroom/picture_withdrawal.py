"""Taking a picture from readers everywhere at once, and giving it back; pages leave it out by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, default_storage, storages
from django.db import transaction

from newsroom import audit
from newsroom.models.image import Image
from newsroom.models.user import User
from newsroom.pictures_store import names_of
from newsroom.roles import Right, rights_of


class WithdrawalRefused(ValueError):
    """The picture stays as it was; the message is meant for the person who asked."""


def may_withdraw(user: User) -> bool:
    """Whether the person may take pictures from readers and bring them back."""
    return Right.WITHDRAW_PICTURES in rights_of(user)


def withdraw(*, image: Image, actor: User, now: datetime, reason: str) -> Image:
    """Take the picture from every public page and its files from the web. Who: chiefs and picture editors.

    Effects: versions stay as they are and are shown without it; original and cuts move to where no web server
    reads; nobody can choose it; an audit entry. Undone by `bring_back`.
    """
    reason = " ".join(reason.split())
    _require_right(actor)
    if not reason:
        raise WithdrawalRefused("Say why: the reason goes on record.")
    with transaction.atomic():
        locked = _locked(image)
        if locked.withdrawn_at is not None:
            raise WithdrawalRefused(f"“{locked.title}” is withdrawn already.")
        locked.withdrawn_at, locked.withdrawn_because = now, reason
        locked.save(update_fields=["withdrawn_at", "withdrawn_because"])
        _note(locked, actor=actor, now=now, action="withdraw_image", reason=reason)
        hide_files(locked)
    return locked


def bring_back(*, image: Image, actor: User, now: datetime) -> Image:
    """Show the picture again wherever it stood. Who: chiefs and picture editors. Undone by `withdraw`."""
    _require_right(actor)
    with transaction.atomic():
        locked = _locked(image)
        if locked.withdrawn_at is None:
            raise WithdrawalRefused(f"“{locked.title}” is not withdrawn.")
        _note(locked, actor=actor, now=now, action="bring_back_image", reason=locked.withdrawn_because)
        locked.withdrawn_at, locked.withdrawn_because, locked.returned_at = None, "", now
        locked.save(update_fields=["withdrawn_at", "withdrawn_because", "returned_at"])
        _move(names_of(locked), origin=storages["withdrawn"], target=default_storage)
    return locked


def hide_files(image: Image) -> None:
    """Move whatever lies in public of a withdrawn picture; a file that is gone already is no fault."""
    _move(names_of(image), origin=default_storage, target=storages["withdrawn"])


def original_of(image: Image) -> bytes:
    """Return the picture itself, wherever it lies."""
    storage: Storage = storages["withdrawn"] if image.is_withdrawn else default_storage
    with storage.open(str(image.file.name)) as stored:
        return bytes(stored.read())


def _require_right(actor: User) -> None:
    if not may_withdraw(actor):
        raise WithdrawalRefused("Your role does not let you withdraw pictures or bring them back.")


def _locked(image: Image) -> Image:
    return Image.objects.select_for_update().get(pk=image.pk)


def _note(image: Image, *, actor: User, now: datetime, action: str, reason: str) -> None:
    data = {"name": image.title, "digest": image.digest, "reason": reason}
    audit.record(actor=actor, action=action, subject=f"image:{image.pk}", now=now, data=data)


def _move(names: Iterable[str], *, origin: Storage, target: Storage) -> None:
    """Copy everything before anything is deleted: an interruption leaves a file twice, never nowhere."""
    there = [name for name in names if origin.exists(name)]
    for name in there:
        with origin.open(name) as stored:
            data = stored.read()
        target.delete(name)
        target.save(name, ContentFile(data))
    for name in there:
        origin.delete(name)
