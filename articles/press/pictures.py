"""The pictures of a version as they stand today: which it has, and which were taken away since; versions stay as they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db.models import F, Func, JSONField, OuterRef, Subquery
from django.db.models.functions import JSONObject

from articles.markup import plain
from articles.models.version import PublishedVersion
from newsroom.models.image import Image

_FIGURE = re.compile(r"<figure\b[^>]*>.*?</figure>", re.DOTALL)
_IMAGE = r'<img\b[^>]*?\bsrc="([^"]*)"[^>]*>'
# A picture in sanitised html, and its address.
IMAGE = re.compile(_IMAGE)
# A paragraph or a link around nothing but the picture goes with it.
_PLACE = re.compile(rf"<p>\s*{_IMAGE}\s*</p>|<a\b[^>]*>\s*{_IMAGE}\s*</a>|{_IMAGE}")
_EMPTY_BOX = re.compile(r"<aside\b[^>]*>\s*</aside>")
_STILL_SHOWS = re.compile(r"<(?:img|table|blockquote)\b")
_COLUMNS = ("file", "width", "height", "renditions", "credit", "withdrawn_at", "returned_at", "changed_at")


class Collected(Func):
    """All rows as one JSON array; no Aggregate, because Django would group by the outer row."""

    output_field = JSONField()
    function = "JSONB_AGG"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        """Spell it as SQLite does."""
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **extra)


def picture_rows() -> Subquery:
    """Return, for a query of versions, the pictures in each text: none, for most."""
    shown = PublishedVersion.pictures.through.objects.filter(publishedversion=OuterRef("pk")).order_by()
    row = JSONObject(**{name: F(f"image__{name}") for name in _COLUMNS})
    return Subquery(shown.values(found=Collected(row)), output_field=JSONField())


def names_in(html: str) -> set[str]:
    """Return the file names of the pictures of ours that a text shows."""
    return {
        address.removeprefix(settings.MEDIA_URL)
        for address in IMAGE.findall(html)
        if address.startswith(settings.MEDIA_URL)
    }


def in_text(version: PublishedVersion) -> dict[str, Image]:
    """Return address → picture for all in the text, withdrawn ones too; a version that is not saved yet costs a query."""
    if hasattr(version, "picture_rows"):
        found = [_image(row) for row in version.picture_rows or []]
    else:
        names = names_in(version.html)
        found = list(Image.objects.filter(file__in=names).only(*_COLUMNS)) if names else []
    return {f"{settings.MEDIA_URL}{image.file.name}": image for image in found}


def moments_of(version: PublishedVersion) -> Iterator[datetime]:
    """Yield when a picture of the version changed, left the readers or came back, so that feeds tell their readers.

    A query that did not ask for the pictures in the text shows none of them.
    """
    inside = in_text(version).values() if hasattr(version, "picture_rows") else ()
    for image in filter(None, (version.hero, *inside)):
        yield from (at for at in (image.changed_at, image.withdrawn_at, image.returned_at) if at)


def without_withdrawn(html: str, pictures: Mapping[str, Image]) -> str:
    """Return the html without the withdrawn ones; a figure or box that has nothing else goes with its caption."""
    withdrawn = {address for address, image in pictures.items() if image.is_withdrawn}
    return without(html, withdrawn) if withdrawn else html


def without(html: str, addresses: Collection[str]) -> str:
    """Return the html without the pictures at these addresses, and without what stands there for them alone."""

    def kept(match: re.Match[str]) -> str:
        return "" if any(group in addresses for group in match.groups() if group) else match[0]

    def figure(match: re.Match[str]) -> str:
        rest = _PLACE.sub(kept, match[0])
        return rest if rest == match[0] or _STILL_SHOWS.search(rest) else ""

    return _EMPTY_BOX.sub("", _PLACE.sub(kept, _FIGURE.sub(figure, html)))


def text_shown(version: PublishedVersion) -> str:
    """Return the text as readers see it: a caption goes with its picture."""
    pictures = in_text(version)
    if not any(image.is_withdrawn for image in pictures.values()):
        return version.text
    return plain(without_withdrawn(version.html, pictures))


def moment(value: str) -> datetime:
    """Read a time out of a JSON array; SQLite leaves out that it is UTC."""
    at = datetime.fromisoformat(value)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _image(row: Mapping[str, Any]) -> Image:
    moments = {name: row[name] and moment(row[name]) for name in _COLUMNS if name.endswith("_at")}
    return Image(**{**row, **moments})
