"""Keeps picture files as they were sent, with all that they say of place and device: for the desk, never for readers."""

from __future__ import annotations

import hashlib
from typing import Final

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

FOLDER: Final = "originals"
_EXTENSIONS: Final = {"JPEG": "jpg", "PNG": "png", "WebP": "webp", "AVIF": "avif", "TIFF": "tif"}


def store() -> Storage:
    """Return the storage that no web server reads."""
    return storages["private"]


def name_of(data: bytes, format_: str) -> str:
    """Return where a file lies, by its content: nothing of the name it came with."""
    return f"{FOLDER}/{hashlib.sha256(data).hexdigest()[:32]}.{_EXTENSIONS[format_]}"


def keep(name: str, data: bytes) -> None:
    """Write a file under its name, unless it is there."""
    if not store().exists(name):
        store().save(name, ContentFile(data))


def fetch(name: str) -> bytes:
    """Return a file as it was sent. Raises FileNotFoundError."""
    with store().open(name) as stored:
        return bytes(stored.read())


def forget(name: str) -> None:
    """Remove the file of a picture that was not kept after all."""
    if name:
        store().delete(name)
