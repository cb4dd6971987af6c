"""Lays out the front page: who leads, who follows, what each section shows; no story twice. Not the HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from articles.models.taxonomy import Section
from articles.models.version import PublishedVersion, PublishedVersionQuerySet

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


def arrange(live: PublishedVersionQuerySet, *, sections: Sequence[Section]) -> Front:
    """Fill the places from ``live`` (newest first) in two queries."""
    newest = list(live[:YOUNG])
    latest = LATEST if len(newest) == YOUNG else LATEST_OF_A_YOUNG_PAPER
    top = 1 + SECONDS + THIRDS + latest
    queue = newest[:top]
    blocks = _blocks(live, [version.pk for version in queue], sections) if len(newest) > top else []
    lead = _take_pictured(queue)
    seconds = [story for story in (_take_pictured(queue), *queue[: SECONDS - 1]) if story]
    rest = [story for story in queue if story not in seconds]
    return Front(
        lead=lead, seconds=seconds, thirds=rest[:THIRDS], latest=rest[THIRDS : THIRDS + latest], blocks=blocks
    )


def _take_pictured(queue: list[PublishedVersion]) -> PublishedVersion | None:
    """Take the next story out of the queue, a little out of turn when that gives the place a picture."""
    if not queue:
        return None
    pictured = (at for at, version in enumerate(queue[:NEWEST_ENOUGH_TO_LEAD]) if version.shown_hero)
    return queue.pop(next(pictured, 0))


def _blocks(live: PublishedVersionQuerySet, shown: list[int], sections: Sequence[Section]) -> list[Block]:
    """Ask once for the newest of every section: each part of the condition reads five rows of an index."""
    wanted = Q(pk__in=[])
    rest = live.exclude(pk__in=shown)
    for section in sections:
        wanted |= Q(pk__in=rest.filter(section=section).values("pk")[:IN_A_BLOCK])
    found: dict[int, list[PublishedVersion]] = {}
    for version in live.filter(wanted):
        found.setdefault(version.section_id, []).append(version)
    return [_block(section, found[section.pk]) for section in sections if section.pk in found]


def _block(section: Section, stories: list[PublishedVersion]) -> Block:
    lead = next((story for story in stories if story.shown_hero), stories[0])
    return Block(section=section, lead=lead, lines=[story for story in stories if story is not lead])
