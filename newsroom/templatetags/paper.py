"""Template tags of the paper: pictures with their sizes, and times as people read them; no story is known here."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any, cast

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from newsroom import dates
from newsroom.images import FOR_SEARCH, Ratio, rendition_height, rendition_name
from newsroom.models.image import Image

register = template.Library()

# The width below which `narrow` cuts are used; the same as the first change in base.css.
NARROW = "(max-width: 39.99rem)"
_TYPES = ("avif", "webp")


def rendition_url(image: Image, ratio: str, width: int, format_: str) -> str:
    """Return the address of one cut, which lies beside the original file."""
    name = str(image.file.name)
    path = PurePosixPath(name)
    return image.file.storage.url(str(path.with_name(rendition_name(path.stem, ratio, width, format_))))


def fallback(image: Image, ratio: str) -> tuple[str, int, int]:
    """Return address, width and height of the JPEG of a ratio, or of the original while nothing is cut yet."""
    cuts = made(image).get(ratio, {})
    widths = cuts.get("jpeg") or []
    if not widths:
        return image.file.url, image.width, image.height
    # A wider one is for search engines, and too much for a page.
    width = max(set(widths) & set(cuts.get("webp") or widths) or widths)
    return rendition_url(image, ratio, width, "jpeg"), width, _height(image, ratio, width)


def search_pictures(image: Image) -> list[tuple[str, int, int]]:
    """Return address, width and height of the largest JPEG of each ratio that search engines ask for.

    The picture itself while nothing is cut yet.
    """
    cuts = made(image)
    widest = {ratio: max(cuts[ratio]["jpeg"]) for ratio in FOR_SEARCH if cuts.get(ratio, {}).get("jpeg")}
    return [
        (rendition_url(image, ratio, width, "jpeg"), width, _height(image, ratio, width))
        for ratio, width in widest.items()
    ] or [(image.file.url, image.width, image.height)]


def made(image: Image) -> dict[str, dict[str, list[int]]]:
    """Return which cuts are on disk; inside a JSON aggregate SQLite gives the column back as text."""
    value: Any = image.renditions
    return json.loads(value) if isinstance(value, str) else value or {}


def _height(image: Image, ratio: str, width: int) -> int:
    return rendition_height(cast(Ratio, ratio), width, (image.width, image.height))


def _sources(image: Image, ratio: str, sizes: str, media: str) -> list[dict[str, str]]:
    cuts = made(image).get(ratio, {})
    found = []
    for format_ in _TYPES:
        if widths := sorted(cuts.get(format_, [])):
            sets = ", ".join(f"{rendition_url(image, ratio, width, format_)} {width}w" for width in widths)
            height = str(_height(image, ratio, widths[-1]))
            size = {"width": str(widths[-1]), "height": height}
            found.append({"type": f"image/{format_}", "srcset": sets, "sizes": sizes, "media": media, **size})
    return found


@register.inclusion_tag("_partials/picture.html")
def picture(  # noqa: PLR0913 - these are the attributes of the element it builds
    image: Image,
    *,
    ratio: str = "wide",
    sizes: str = "100vw",
    alt: str = "",
    first: bool = False,
    narrow: str = "",
    narrow_sizes: str = "5.5rem",
) -> dict[str, object]:
    """Build ``<picture>`` with every cut of ``ratio``; ``first`` is for the one picture a page opens with.

    ``narrow`` names another ratio for small windows.
    """
    address, width, height = fallback(image, ratio)
    sources = _sources(image, narrow, narrow_sizes, NARROW) if narrow else []
    sources += _sources(image, ratio, sizes, "")
    return {
        "sources": sources,
        "src": address,
        "width": width,
        "height": height,
        "alt": alt,
        "first": first,
        "uncut": not sources,
    }


@register.inclusion_tag("_partials/share_picture.html")
def share_picture(image: Image, *, alt: str = "", ratio: str = "wide") -> dict[str, object]:
    """Name the picture that other sites show beside a link to the page; a square is for faces."""
    address, width, height = fallback(image, ratio)
    # A stored picture is a JPEG, whatever was sent.
    return {
        "src": absolute(address),
        "type": "image/jpeg",
        "width": width,
        "height": height,
        "alt": alt,
        "small": ratio == "square",
    }


@register.simple_tag
def stamp(moment: datetime, now: datetime, css: str = "") -> SafeString:
    """``<time>`` with the hour and day; the year only when it is another one."""
    local = timezone.localtime(moment)
    other_year = local.year != timezone.localtime(now).year
    return _time(local, dates.hour_and_day(local, year=other_year), css)


@register.simple_tag
def short_stamp(moment: datetime, now: datetime, css: str = "") -> SafeString:
    """``<time>`` for lists: the hour on the same day, else the day, with the year when it is another one."""
    local, today = timezone.localtime(moment), timezone.localtime(now)
    if local.date() == today.date():
        return _time(local, dates.hour(local), css)
    return _time(local, dates.short_day(local, year=local.year != today.year), css)


@register.filter
def to_the_second(moment: datetime) -> str:
    """Return a moment for machines: feeds, sitemaps and structured data name no smaller part either."""
    return moment.isoformat(timespec="seconds")


@register.filter
def absolute(address: str) -> str:
    """Return a path of this site with its host; what has a host already stays as it is."""
    return f"{settings.SITE_URL}{address}" if address.startswith("/") else address


def _time(local: datetime, words: str, css: str) -> SafeString:
    moment = local.isoformat(timespec="seconds")
    if css:
        return format_html('<time class="{}" datetime="{}">{}</time>', css, moment, words)
    return format_html('<time datetime="{}">{}</time>', moment, words)
