"""Writes RSS 2.0 by the Advisory Board's profile; which stories are in it is decided elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.feedgenerator import rfc2822_date
from django.utils.xmlutils import SimplerXMLGenerator

MEDIA_TYPE = "application/rss+xml; charset=utf-8"
NAMESPACES = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}
MINUTES_TO_LIVE = "15"
# Characters that no XML document may hold, not even escaped: a single one makes the whole feed unreadable.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an item: address with host, pixels, and the words that belong to it."""

    url: str
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Item:
    """An entry. ``guid`` never changes; ``content`` is HTML with absolute addresses."""

    guid: str
    title: str
    link: str
    published_at: datetime
    description: str
    content: str
    creators: Sequence[str] = ()
    categories: Sequence[str] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed. ``changed_at`` is the newest change of anything in it, None when it never had anything."""

    title: str
    link: str
    self_link: str
    description: str
    language: str
    changed_at: datetime | None
    items: Sequence[Item]


def write(channel: Channel) -> bytes:
    """Return the document in UTF-8."""
    out = BytesIO()
    xml = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("rss", AttributesImpl(NAMESPACES))
    xml.startElement("channel", AttributesImpl({}))
    _texts(xml, [("title", channel.title), ("link", channel.link), ("description", channel.description)])
    self_link = {"rel": "self", "type": "application/rss+xml", "href": channel.self_link}
    _element(xml, "atom:link", "", self_link)
    _element(xml, "language", channel.language.lower())
    if channel.changed_at:
        _element(xml, "lastBuildDate", rfc2822_date(channel.changed_at))
    _element(xml, "ttl", MINUTES_TO_LIVE)
    for item in channel.items:
        xml.startElement("item", AttributesImpl({}))
        _write_item(xml, item)
        xml.endElement("item")
    xml.endElement("channel")
    xml.endElement("rss")
    xml.endDocument()
    return out.getvalue()


def _write_item(xml: SimplerXMLGenerator, item: Item) -> None:
    _texts(xml, [("title", item.title), ("link", item.link)])
    _element(xml, "guid", item.guid, {"isPermaLink": "false"})
    _element(xml, "pubDate", rfc2822_date(item.published_at))
    _texts(xml, [("dc:creator", name) for name in item.creators])
    _texts(xml, [("category", name) for name in item.categories])
    # The order matters: validators ask for the summary before the text.
    _texts(xml, [("description", item.description), ("content:encoded", item.content)])
    if item.picture:
        _write_picture(xml, item.picture)


def _write_picture(xml: SimplerXMLGenerator, picture: Picture) -> None:
    facts = {"url": picture.url, "type": "image/jpeg", "medium": "image"}
    facts |= {"width": str(picture.width), "height": str(picture.height)}
    xml.startElement("media:content", AttributesImpl(facts))
    if picture.alt:
        _element(xml, "media:description", picture.alt, {"type": "plain"})
    if picture.credit:
        _element(xml, "media:credit", picture.credit)
    xml.endElement("media:content")


def _texts(xml: SimplerXMLGenerator, elements: Sequence[tuple[str, str]]) -> None:
    for name, text in elements:
        _element(xml, name, text)


def _element(
    xml: SimplerXMLGenerator, name: str, text: str, attributes: dict[str, str] | None = None
) -> None:
    legal = {key: _ILLEGAL.sub("", value) for key, value in (attributes or {}).items()}
    xml.addQuickElement(name, _ILLEGAL.sub("", text), legal)
