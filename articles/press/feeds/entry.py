"""What a feed and its entries say, whatever the format; which stories are in it is decided elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an entry: address with host, pixels, and the words that belong to it."""

    url: str
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Person:
    """A name over an entry and the page about it, with host; empty without one."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. ``id`` never changes; ``summary`` is plain text, ``content`` HTML with absolute addresses.

    ``published_at`` never moves and ``updated_at`` only for what the newsroom holds significant. ``language`` is empty
    where stories of several languages stand in one entry.
    """

    id: str
    title: str
    link: str
    published_at: datetime
    updated_at: datetime
    summary: str
    content: str
    language: str
    authors: Sequence[Person] = ()
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
    publisher: str
    changed_at: datetime | None
    entries: Sequence[Entry]
    # A square one of 144 pixels, the most that RSS allows, and a large one.
    icon: str
    large_icon: str


def rfc3339(moment: datetime) -> str:
    """Say a moment to the second, as pages, structured data and sitemaps do."""
    return moment.isoformat(timespec="seconds")
