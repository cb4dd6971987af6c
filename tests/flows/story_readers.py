"""What readers see of the stories, in every public channel, taken apart into boxes and all that is around them.

It asks the addresses as readers do, through all of the site's middleware. An address is not asked again while nothing
in the press tables changed that it could show, and no moment in them has passed: tests/flows/test_wall.py holds that
public addresses read nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape, unescape
from typing import Any

from django.core.handlers.base import BaseHandler
from django.http import HttpResponse
from django.test import RequestFactory

from articles.models.address import Address as StoredAddress
from articles.models.correction import Correction
from articles.models.version import PublishedVersion
from tests.flows.story_ledger import Address, Bullets

CLAIMS = ("Summary is AI generated, newsroom reviewed.", "Summary written by the newsroom.")
EVERYWHERE = (
    *("/", "/corrections/", "/archive/", "/search/?q=street", "/sitemap.xml", "/news-sitemap.xml"),
    *("/feeds/latest.rss", "/feeds/latest.json", "/feeds/corrections.rss", "/feeds/digest.rss"),
)
# First parts of addresses that are not a story's.
_HOUSE = frozenset({"feeds", "topics", "authors", "search", "archive"})
# In a story, in a feed, and in the digest of a day.
_BOX = re.compile(
    r'<aside class="quick-take".*?</aside>|<blockquote>\s*<h2>Quick Take</h2>.*?</blockquote>'
    r"|<p><small>Summary [^<]*</small></p>\s*<ul>.*?</ul>",
    re.DOTALL,
)
_BULLET = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_FOOTNOTE = re.compile(r'<a class="source".*?</a>', re.DOTALL)
_INLINE = re.compile(r"</?(?:mark|bdi|span|a|strong|small)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_ATTRIBUTE = re.compile(r'(?:content|alt|title|aria-label)="([^"]*)"')
_ITEM = re.compile(r"<item>.*?</item>", re.DOTALL)
_LINK = re.compile(r"<link>https?://[^/]+/([\w-]+)/([\w-]+)/</link>")
_STORY_OF_A_DAY = re.compile(r"<div lang=.*?</div>", re.DOTALL)
_HREF = re.compile(r"https?://[^/]+/([\w-]+)/([\w-]+)/")
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Book:
    """What readers have to know of a story to look for it."""

    key: int
    by: str
    addresses: frozenset[Address]


@dataclass(frozen=True, slots=True)
class Box:
    """A Quick Take as it is shown."""

    claim: str
    bullets: Bullets


@dataclass(frozen=True, slots=True)
class Sight:
    """A page, or an item of a feed: whose it is, its boxes, and every word that is not in them, in one line."""

    channel: str
    status: int
    address: Address | None
    boxes: tuple[Box, ...]
    around: str
    # The box as machines read it, claim and points in one line; None where a page tells them nothing of a story.
    for_machines: tuple[str, str] | None = None


class Readers:
    """Look at all addresses; of each they remember what they saw until something changes that it could show."""

    def __init__(self) -> None:
        self._handler = BaseHandler()
        self._handler.load_middleware()
        self._requests = RequestFactory()
        self._seen: dict[str, tuple[object, list[Sight]]] = {}
        self._beginning: dict[str, tuple[object, list[Sight]]] = {}
        self.sights: list[Sight] = []

    def look(self, books: Iterable[Book], now: datetime) -> list[Sight]:
        """Return what stands everywhere, the same list as before when nothing changed."""
        state, changed = _public_state(now), False
        for path, articles in _paths(books):
            about = tuple(rows for article, rows in state.items() if articles is None or article in articles)
            if path not in self._seen or self._seen[path][0] != about:
                self._seen[path] = (about, list(self._see(path)))
                changed = True
        if changed:
            self.sights = [sight for _, sights in self._seen.values() for sight in sights]
        return self.sights

    def remember(self) -> None:
        """Keep what was seen last for those who begin again from here."""
        self._beginning = dict(self._seen)

    def begin(self) -> None:
        """Forget all that was seen since: the same keys may stand for other rows now."""
        self._seen = dict(self._beginning)
        self.sights = [sight for _, sights in self._seen.values() for sight in sights]

    def _see(self, path: str) -> Iterator[Sight]:
        answer = self._handler.get_response(self._requests.get(path))
        assert isinstance(answer, HttpResponse)
        text = answer.content.decode()
        if path.endswith(".json"):
            yield from _entries(path, answer.status_code, json.loads(text))
            return
        parts = path.strip("/").split("/")
        items = _ITEM.findall(text) if path.endswith(".rss") else []
        for item in items:
            link, html = _LINK.search(item), unescape(item)
            for story in _STORY_OF_A_DAY.findall(html) if "digest" in path else ():
                yield _sight(path, answer.status_code, _address(story), story)
                html = html.replace(story, " ")
            yield _sight(path, answer.status_code, (link[1], link[2]) if link else None, html)
        # A page of a story has two parts in its path, or three with “how”.
        own = len(parts) > 1 and parts[0] not in _HOUSE
        address = (parts[0], parts[1]) if own else None
        yield _sight(path, answer.status_code, address, _ITEM.sub(" ", text))


def _entries(path: str, status: int, feed: dict[str, Any]) -> Iterator[Sight]:
    """Return an entry of a JSON feed each, and the feed around them."""
    for entry in feed.pop("items"):
        html = entry.pop("content_html")
        yield _sight(
            path, status, _address(entry["url"]), f"{html} {escape(json.dumps(entry, ensure_ascii=False))}"
        )
    yield _sight(path, status, None, escape(json.dumps(feed, ensure_ascii=False)))


def _address(text: str) -> Address | None:
    found = _HREF.search(text)
    return (found[1], found[2]) if found else None


def _paths(books: Iterable[Book]) -> Iterator[tuple[str, frozenset[int] | None]]:
    """Return every address, with the keys of the stories that it could show; None for all."""
    books = list(books)
    for path in EVERYWHERE:
        yield path, None
    for section, slug in sorted({address for book in books for address in book.addresses}):
        having = frozenset(book.key for book in books if (section, slug) in book.addresses)
        # Under a story stand others, so it could show any.
        yield f"/{section}/{slug}/", None
        yield f"/{section}/{slug}/how/", having
    for section in sorted({section for book in books for section, _ in book.addresses}):
        having = frozenset(book.key for book in books if any(one == section for one, _ in book.addresses))
        yield f"/{section}/", having
        yield f"/feeds/section/{section}.rss", having
    for author in sorted({book.by for book in books}):
        yield f"/feeds/author/{author}.rss", frozenset(book.key for book in books if book.by == author)


def _public_state(now: datetime) -> dict[int, tuple[object, ...]]:
    """Return by story what the press tables hold of it and which of their moments have passed."""
    state: dict[int, tuple[object, ...]] = {}
    moments = ("public_from", "public_until", "quick_take_hidden_at")
    tables = (
        PublishedVersion.objects.order_by("pk").values_list("article_id", "pk", *moments),
        Correction.objects.order_by("pk").values_list("article_id", "pk", "at"),
        StoredAddress.objects.order_by("pk").values_list("article_id", "pk"),
    )
    for table in tables:
        for article, *row in table:
            passed = tuple(one <= now for one in row if isinstance(one, datetime))
            state[article] = (*state.get(article, ()), (*row, passed))
    return state


def _sight(channel: str, status: int, address: Address | None, html: str) -> Sight:
    boxes = tuple(_box(found) for found in _BOX.findall(html))
    rest = _DATA.sub(" ", _BOX.sub(" ", html))
    attributes = " ".join(_ATTRIBUTE.findall(rest))
    for_machines, data = _data(html)
    return Sight(channel, status, address, boxes, _words(f"{rest} {attributes} {data}"), for_machines)


def _data(html: str) -> tuple[tuple[str, str] | None, str]:
    """Return what a page tells machines of its box, and all else that it tells them."""
    found = [json.loads(data) for data in _DATA.findall(html)]
    told = None
    for facts in found:
        if facts["@type"] == "NewsArticle":
            told = (facts.get("hasPart", {}).pop("description", ""), facts.pop("abstract", ""))
    return told, escape(json.dumps(found, ensure_ascii=False))


def _box(html: str) -> Box:
    bullets = tuple(_words(_FOOTNOTE.sub("", found)) for found in _BULLET.findall(html))
    words = _words(_BULLET.sub("", html))
    return Box(next((claim for claim in CLAIMS if claim in words), ""), bullets)


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", html))).split())
