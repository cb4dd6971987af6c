"""Lays out the front page: who leads, who follows, what each section shows; no story twice. Not the HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from articles.models.front import Slot
from articles.models.taxonomy import Section
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press import places

SECONDS, THIRDS, LATEST, IN_A_BLOCK = 2, 3, 8, 5
# A young paper has a shorter Latest, so that its sections have something to show below.
YOUNG, LATEST_OF_A_YOUNG_PAPER = 30, 4
# The newest story with a picture leads, but a picture must not carry an old story to the top.
NEWEST_ENOUGH_TO_LEAD = 4


@dataclass(frozen=True, slots=True)
class Block:
    """A section on the front page."""

    section: Section
    lead: PublishedVersion
    lines: list[PublishedVersion]


@dataclass(frozen=True, slots=True)
class Front:
    """The places of the front page; any of them may be empty on a young paper."""

    lead: PublishedVersion | None
    seconds: list[PublishedVersion]
    thirds: list[PublishedVersion]
    latest: list[PublishedVersion]
    blocks: list[Block]


def arrange(live: PublishedVersionQuerySet, *, sections: Sequence[Section], now: datetime) -> Front:
    """Fill the places from ``live`` (newest first): first with what editors placed, then with the newest.

    Two queries, and a third when a picture was chosen for the front page alone.
    """
    newest = list(places.with_order(live, None)[:YOUNG])
    slots = places.slots_at(newest, now=now)
    grown = len(newest) == YOUNG
    older = _older(live, newest, slots, sections) if grown else []
    chosen = places.placed(slots, [*newest, *older])
    taken = {version.article_id for version in chosen}
    queue = [version for version in [*newest, *older] if version.article_id not in taken]
    latest = LATEST if grown else LATEST_OF_A_YOUNG_PAPER
    lead = _take(chosen, queue, pictured=True)
    seconds = [_take(chosen, queue, pictured=True), *(_take(chosen, queue) for _ in range(SECONDS - 1))]
    thirds = [_take(chosen, queue) for _ in range(_thirds(len(chosen)))]
    return Front(
        lead=lead,
        seconds=[story for story in seconds if story],
        thirds=[story for story in thirds if story],
        latest=queue[:latest],
        blocks=_blocks(queue[latest:], sections),
    )


def _thirds(placed: int) -> int:
    """Return how many stories the rows of three hold when so many are placed there: always whole rows."""
    return max(THIRDS, -(-placed // THIRDS) * THIRDS)


def _take(
    chosen: list[PublishedVersion], queue: list[PublishedVersion], *, pictured: bool = False
) -> PublishedVersion | None:
    """Take the next story: one that editors placed, or else the newest, for ``pictured`` a little out of turn."""
    if chosen:
        return chosen.pop(0)
    if not queue:
        return None
    if not pictured:
        return queue.pop(0)
    found = (at for at, version in enumerate(queue[:NEWEST_ENOUGH_TO_LEAD]) if version.shown_hero)
    return queue.pop(next(found, 0))


def _older(
    live: PublishedVersionQuerySet,
    newest: Sequence[PublishedVersion],
    slots: Sequence[Slot],
    sections: Sequence[Section],
) -> list[PublishedVersion]:
    """Ask once for what is not among the newest: placed stories, and enough of each section for its block.

    Each part of the condition reads a few rows of an index.
    """
    here = {version.article_id for version in newest}
    wanted = Q(article__in=[slot.article for slot in slots if slot.article not in here])
    rest = live.exclude(pk__in=[version.pk for version in newest])
    rest = rest.exclude(article__in=[slot.article for slot in slots])
    for section in sections:
        wanted |= Q(pk__in=rest.filter(section=section).values("pk")[:IN_A_BLOCK])
    return list(live.filter(wanted))


def _blocks(stories: Sequence[PublishedVersion], sections: Sequence[Section]) -> list[Block]:
    """Give each section its newest of what stands nowhere else."""
    found: dict[int, list[PublishedVersion]] = {}
    for version in stories:
        found.setdefault(version.section_id, []).append(version)
    return [_block(section, found[section.pk][:IN_A_BLOCK]) for section in sections if section.pk in found]


def _block(section: Section, stories: list[PublishedVersion]) -> Block:
    lead = next((story for story in stories if story.shown_hero), stories[0])
    return Block(section=section, lead=lead, lines=[story for story in stories if story is not lead])
