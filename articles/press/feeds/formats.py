"""The formats that every feed comes in: ending, media type and writer; a further one is a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from articles.press.feeds import atom, json_feed, rss
from articles.press.feeds.entry import Channel


@dataclass(frozen=True, slots=True)
class Format:
    """How a feed is written. ``suffix`` follows the name of its address: ``press:feed_atom``."""

    ending: str
    label: str
    suffix: str
    media_type: str
    write: Callable[[Channel], bytes]

    @property
    def content_type(self) -> str:
        """The media type with its encoding."""
        return f"{self.media_type}; charset=utf-8"


FORMATS: dict[str, Format] = {
    one.ending: one
    for one in (
        Format("rss", "RSS", "", rss.MEDIA_TYPE, rss.write),
        Format("atom", "Atom", "_atom", atom.MEDIA_TYPE, atom.write),
        Format("json", "JSON Feed", "_json", json_feed.MEDIA_TYPE, json_feed.write),
    )
}
