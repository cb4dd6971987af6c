"""The picture of an entry in the words of Media RSS, which RSS and Atom share."""

from __future__ import annotations

from articles.press.elements import Document
from articles.press.feeds.entry import Picture


def write_picture(xml: Document, picture: Picture) -> None:
    """Write address, size, description and credit."""
    facts = {"url": picture.url, "type": "image/jpeg", "medium": "image"}
    facts |= {"width": str(picture.width), "height": str(picture.height)}
    with xml.within("media:content", facts):
        if picture.alt:
            xml.element("media:description", picture.alt, {"type": "plain"})
        if picture.credit:
            xml.element("media:credit", picture.credit)
