"""The pictures inside the demo's texts: stored, and put where a story says “picture:NAME”; heroes come with their records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from django.conf import settings

from articles.exchange.records import Record
from newsroom import pictures_store
from newsroom.cutting import Cut

_SCHEME: Final = "picture:"


def store(insets: Mapping[str, Mapping[str, str]], cuts: Mapping[str, Cut]) -> None:
    """Put every picture into the store, before the first story names it."""
    for file, said in insets.items():
        pictures_store.store_picture(cut=cuts[file], title=said["title"], credit=said["credit"])


def placed(record: Record, cuts: Mapping[str, Cut]) -> Record:
    """Return the record with the addresses of its pictures in the text."""
    body = record.body
    for file, cut in cuts.items():
        body = body.replace(
            f"({_SCHEME}{file} ", f"({settings.MEDIA_URL}{pictures_store.file_name(cut.digest)} "
        )
    return replace(record, body=body)
