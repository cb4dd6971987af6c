"""Leaves withdrawn pictures out of what is public: versions stay as they are, so it is done as they are shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db.models import F, Func, JSONField, Subquery
from django.db.models.functions import JSONObject

from articles.markup import plain
from articles.models.version import PublishedVersion
from newsroom.models.image import Image

_FIGURE = re.compile(r"<figure\b[^>]*>.*?</figure>", re.DOTALL)
_IMAGE = r'<img\b[^>]*?\bsrc="([^"]*)"[^>]*>'
# A paragraph or a link around nothing but the picture goes with it.
_PLACE = re.compile(rf"<p>\s*{_IMAGE}\s*</p>|<a\b[^>]*>\s*{_IMAGE}\s*</a>|{_IMAGE}")
_EMPTY_BOX = re.compile(r"<aside\b[^>]*>\s*</aside>")
_STILL_SHOWS = re.compile(r"<(?:img|table|blockquote)\b")


class Collected(Func):
    """All rows as one JSON array; no Aggregate, because Django would group by the outer row."""

    output_field = JSONField()
    function = "JSONB_AGG"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        """Spell it as SQLite does."""
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **extra)


def picture_rows() -> Subquery:
    """Return, for a query of versions, what became of the pictures in each text: nothing, for nearly all."""
    columns = {name: F(name) for name in ("file", "withdrawn_at", "returned_at")}
    found = Image.objects.ever_withdrawn_in("html").values(found=Collected(JSONObject(**columns)))
    return Subquery(found, output_field=JSONField())


def withdrawn_in(version: PublishedVersion) -> frozenset[str]:
    """Return the addresses of withdrawn pictures; a version that is not saved yet costs a query."""
    if hasattr(version, "picture_rows"):
        rows = version.picture_rows or []
        names = {row["file"] for row in rows if row["withdrawn_at"]}
    else:
        names = set(Image.objects.withdrawn().values_list("file", flat=True))
    return frozenset(f"{settings.MEDIA_URL}{name}" for name in names)


def moments_of(version: PublishedVersion) -> Iterator[datetime]:
    """Yield when a picture of the version left the readers or came back, so that feeds tell their readers."""
    if version.hero is not None:
        yield from (at for at in (version.hero.withdrawn_at, version.hero.returned_at) if at)
    for row in getattr(version, "picture_rows", None) or []:
        yield from (moment(at) for at in (row["withdrawn_at"], row["returned_at"]) if at)


def without_withdrawn(html: str, withdrawn: Collection[str]) -> str:
    """Return the html without those pictures; a figure or box that has nothing else goes with its caption."""
    if not any(address in html for address in withdrawn):
        return html

    def kept(match: re.Match[str]) -> str:
        return "" if any(group in withdrawn for group in match.groups() if group) else match[0]

    def figure(match: re.Match[str]) -> str:
        rest = _PLACE.sub(kept, match[0])
        return rest if rest == match[0] or _STILL_SHOWS.search(rest) else ""

    return _EMPTY_BOX.sub("", _PLACE.sub(kept, _FIGURE.sub(figure, html)))


def text_shown(version: PublishedVersion) -> str:
    """Return the text as readers see it: a caption goes with its picture."""
    withdrawn = withdrawn_in(version)
    return plain(without_withdrawn(version.html, withdrawn)) if withdrawn else version.text


def moment(value: str) -> datetime:
    """Read a time out of a JSON array; SQLite leaves out that it is UTC."""
    at = datetime.fromisoformat(value)
    return at if at.tzinfo else at.replace(tzinfo=UTC)
