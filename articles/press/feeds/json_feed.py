"""Writes JSON Feed 1.1; which stories are in it is decided elsewhere."""

from __future__ import annotations

import json
from typing import Any

from articles.press.feeds.entry import Channel, Entry, Person, rfc3339

MEDIA_TYPE = "application/feed+json"


def write(channel: Channel) -> bytes:
    """Return the document in UTF-8."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.link,
        "feed_url": channel.self_link,
        "description": channel.description,
        "icon": channel.large_icon,
        "favicon": channel.icon,
        "authors": [_author(Person(channel.publisher))],
        "language": channel.language,
        "items": [_item(entry) for entry in channel.entries],
    }
    return json.dumps(feed, ensure_ascii=False, separators=(",", ":")).encode()


def _item(entry: Entry) -> dict[str, Any]:
    found = {
        "id": entry.id,
        "url": entry.link,
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "image": entry.picture.url if entry.picture else "",
        "date_published": rfc3339(entry.published_at),
        "date_modified": rfc3339(entry.updated_at),
        "authors": [_author(person) for person in entry.authors],
        "tags": list(entry.categories),
        "language": entry.language,
    }
    # A member that has nothing to say is left out, as the specification asks.
    return {name: value for name, value in found.items() if value}


def _author(person: Person) -> dict[str, str]:
    return {"name": person.name, **({"url": person.url} if person.url else {})}
