"""Turns stories and corrections into entries of a feed; which ones are in it is decided elsewhere."""

from __future__ import annotations

import uuid

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from articles.markup import strip_anchors
from articles.models.version import PublishedVersion
from articles.press import body, chrome, pictures, records
from articles.press.feeds.entry import Entry, Person, Picture
from articles.press.story import notes_of
from newsroom.templatetags.paper import absolute, fallback


def story(version: PublishedVersion) -> Entry:
    """Return a story with its notes, its Quick Take if readers see one, and its whole text."""
    known = pictures.in_text(version)
    shown = pictures.without_withdrawn(strip_anchors(version.html, ()), known)
    context = {
        "version": version,
        "masthead": chrome.current().masthead,
        "notes": notes_of(version),
        "body": body.for_feed(shown, known),
    }
    topics = [row["name"] for row in getattr(version, "topic_rows", None) or []]
    return Entry(
        id=version.uuid.urn,
        title=version.headline,
        link=absolute(version.get_absolute_url()),
        published_at=version.published_at,
        updated_at=version.updated_at,
        summary=version.standfirst,
        content=render_to_string("press/feed_item.html", context).strip(),
        language=version.language,
        authors=_authors(version),
        categories=[version.section.name, *sorted(topics)],
        picture=_picture(version),
    )


def correction(entry: records.Entry) -> Entry:
    """Return a public note as an entry of its own."""
    note, version = entry.correction, entry.version
    page = version.get_absolute_url() if version else reverse("press:corrections")
    kind = gettext(note.get_kind_display())
    title = f"{kind}: {version.headline}" if version else kind
    return Entry(
        # A note has no uuid of its own, so its id comes from the story's, which no other paper has, and never changes.
        id=uuid.uuid5(note.version.uuid, f"corrections/{note.pk}").urn,
        title=title,
        link=absolute(page),
        published_at=note.at,
        updated_at=note.at,
        summary=note.note,
        content=render_to_string("press/feed_correction.html", {"note": note}).strip(),
        language=note.version.language,
        categories=[kind],
    )


def _authors(version: PublishedVersion) -> list[Person]:
    today = {row["author"]: row["slug"] for row in getattr(version, "people_rows", None) or []}
    return [
        Person(
            byline["name"],
            absolute(reverse("press:author", args=[today.get(byline["author"]) or byline["slug"]])),
        )
        for byline in version.bylines
    ]


def _picture(version: PublishedVersion) -> Picture | None:
    hero = version.shown_hero
    if hero is None:
        return None
    url, width, height = fallback(hero, "wide")
    return Picture(absolute(url), width, height, alt=version.hero_alt, credit=hero.credit)
