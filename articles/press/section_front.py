"""The list on a section's front: first what editors placed, then the newest; the other lists know no places."""

from __future__ import annotations

from datetime import datetime

from articles.models.front import MOST_SLOTS, FrontOrder
from articles.models.taxonomy import Section
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press import places, stories
from newsroom import keyset

Page = keyset.Page[PublishedVersion]


def section_page(live: PublishedVersionQuerySet, *, section: Section, before: str, now: datetime) -> Page:
    """Return a page of the section; raises ``Http404`` for a place in the list that is not ours.

    Placed stories stand on the first page and on no other: whoever turns the pages meets nothing twice.
    """
    rows = live.filter(section=section)
    return _first_page(rows, section, now) if not before else _later_page(rows, section, before, now)


def _first_page(rows: PublishedVersionQuerySet, section: Section, now: datetime) -> Page:
    most = stories.STORIES_ON_A_PAGE
    newest = list(places.with_order(rows, section.pk)[: most + MOST_SLOTS + 1])
    slots = places.slots_at(newest, now=now)
    here = {version.article_id for version in newest}
    missing = [slot.article for slot in slots if slot.article not in here]
    grown = len(newest) > most + MOST_SLOTS
    older = list(rows.filter(article__in=missing)) if missing and grown else []
    chosen = places.placed(slots, [*newest, *older])
    taken = {version.article_id for version in chosen}
    others = [version for version in newest if version.article_id not in taken]
    shown = others[: max(1, most - len(chosen))]
    more = len(others) > len(shown)
    return keyset.Page(
        rows=[*chosen, *shown],
        older=keyset.place_after(shown[-1], fields=stories.NEWEST_FIRST) if more else "",
    )


def _later_page(rows: PublishedVersionQuerySet, section: Section, before: str, now: datetime) -> Page:
    order = FrontOrder.objects.of(section.pk).first()
    placed = [slot.article for slot in order.places if slot.holds(now)] if order else []
    return stories.list_page(rows.exclude(article__in=placed), before=before)
