"""Writes RSS 2.0 by the Advisory Board's profile; which stories are in it is decided elsewhere."""

from __future__ import annotations

from html import escape

from django.utils.feedgenerator import rfc2822_date

from articles.press.elements import MEDIA, Document
from articles.press.feeds.entry import Channel, Entry, rfc3339
from articles.press.feeds.media import write_picture

MEDIA_TYPE = "application/rss+xml"
NAMESPACES = {
    "version": "2.0",
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": MEDIA,
}
MINUTES_TO_LIVE = "15"
ICON_SIDE = "144"


def write(channel: Channel) -> bytes:
    """Return the document in UTF-8."""
    xml = Document()
    with xml.within("rss", NAMESPACES), xml.within("channel"):
        xml.elements(
            [
                ("title", channel.title),
                ("link", channel.link),
                ("description", channel.description),
            ]
        )
        xml.element("atom:link", "", {"rel": "self", "type": MEDIA_TYPE, "href": channel.self_link})
        xml.element("language", channel.language.lower())
        if channel.changed_at:
            xml.element("lastBuildDate", rfc2822_date(channel.changed_at))
        xml.element("ttl", MINUTES_TO_LIVE)
        with xml.within("image"):
            # The profile wants the title and link of the channel here, word for word.
            xml.elements([("url", channel.icon), ("title", channel.title), ("link", channel.link)])
            xml.elements([("width", ICON_SIDE), ("height", ICON_SIDE)])
        for entry in channel.entries:
            with xml.within("item"):
                _write_item(xml, entry)
    return xml.finish()


def _write_item(xml: Document, entry: Entry) -> None:
    xml.elements([("title", entry.title), ("link", entry.link)])
    xml.element("guid", entry.id, {"isPermaLink": "false"})
    xml.element("pubDate", rfc2822_date(entry.published_at))
    # RSS has no word for a significant change, so it borrows Atom's.
    xml.element("atom:updated", rfc3339(entry.updated_at))
    xml.elements([("dc:creator", person.name) for person in entry.authors])
    if entry.language:
        xml.element("dc:language", entry.language)
    xml.elements([("category", name) for name in entry.categories])
    # The order matters: validators ask for the summary before the text. A description is read as HTML, so a plain “<”
    # has to say that it is one.
    xml.elements(
        [
            ("description", escape(entry.summary, quote=False)),
            ("content:encoded", entry.content),
        ]
    )
    if entry.picture:
        write_picture(xml, entry.picture)
