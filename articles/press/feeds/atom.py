"""Writes Atom 1.0 (RFC 4287); which stories are in it is decided elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime

from articles.press.elements import MEDIA, Document
from articles.press.feeds.entry import Channel, Entry, Person, rfc3339
from articles.press.feeds.media import write_picture

MEDIA_TYPE = "application/atom+xml"
NAMESPACES = {"xmlns": "http://www.w3.org/2005/Atom", "xmlns:media": MEDIA}
# A feed must say when it changed; one that never had an entry must not say “now”, or it would change at each request.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def write(channel: Channel) -> bytes:
    """Return the document in UTF-8."""
    xml = Document()
    with xml.within("feed", NAMESPACES | {"xml:lang": channel.language}):
        xml.elements([("id", channel.self_link), ("title", channel.title)])
        xml.element("subtitle", channel.description)
        xml.element("updated", rfc3339(channel.changed_at or NEVER))
        xml.element("link", "", {"rel": "self", "type": MEDIA_TYPE, "href": channel.self_link})
        xml.element("link", "", {"rel": "alternate", "type": "text/html", "href": channel.link})
        # For entries that nobody's name stands over.
        _write_author(xml, Person(channel.publisher))
        xml.element("icon", channel.icon)
        for entry in channel.entries:
            with xml.within("entry", {"xml:lang": entry.language} if entry.language else None):
                _write_entry(xml, entry)
    return xml.finish()


def _write_entry(xml: Document, entry: Entry) -> None:
    xml.elements([("id", entry.id), ("title", entry.title)])
    xml.element("link", "", {"rel": "alternate", "type": "text/html", "href": entry.link})
    xml.elements(
        [
            ("published", rfc3339(entry.published_at)),
            ("updated", rfc3339(entry.updated_at)),
        ]
    )
    for person in entry.authors:
        _write_author(xml, person)
    for name in entry.categories:
        xml.element("category", "", {"term": name})
    if entry.summary:
        xml.element("summary", entry.summary)
    xml.element("content", entry.content, {"type": "html"})
    if entry.picture:
        write_picture(xml, entry.picture)


def _write_author(xml: Document, person: Person) -> None:
    with xml.within("author"):
        xml.element("name", person.name)
        if person.url:
            xml.element("uri", person.url)
