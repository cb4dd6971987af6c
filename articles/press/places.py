"""The stories that editors placed on a front, with the words and the picture of that front; the layout is front.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from articles.models.front import FrontOrder, Slot, slots_of
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from newsroom.models.image import Image


def with_order(live: PublishedVersionQuerySet, section: int | None) -> PublishedVersionQuerySet:
    """Let the stories bring the order of their front with them, so that it costs no query of its own."""
    return live.annotate(order_in_force=FrontOrder.objects.slots_in_force(section))


def slots_at(rows: Sequence[PublishedVersion], *, now: datetime) -> list[Slot]:
    """Return the places that are given to a story at ``now``; ``rows`` came through `with_order`."""
    order = getattr(rows[0], "order_in_force", None) if rows else None
    return [slot for slot in slots_of(order) if slot.holds(now)]


def placed(slots: Sequence[Slot], live: Iterable[PublishedVersion]) -> list[PublishedVersion]:
    """Return the placed stories that are in ``live``, in their order; a place whose story is not live is skipped.

    One query when a picture was chosen for this front, none otherwise. The rows are changed in memory: never save one.
    """
    found = {version.article_id: version for version in live}
    there = [slot for slot in slots if slot.article in found]
    wanted = {slot.picture for slot in there if slot.picture}
    pictures = Image.objects.filter(withdrawn_at__isnull=True).in_bulk(wanted) if wanted else {}
    return [_dressed(found[slot.article], slot, pictures.get(slot.picture or 0)) for slot in there]


def _dressed(version: PublishedVersion, slot: Slot, picture: Image | None) -> PublishedVersion:
    version.headline = slot.headline or version.headline
    version.standfirst = slot.standfirst or version.standfirst
    if picture is not None:
        version.hero, version.hero_alt = picture, slot.picture_alt
    return version
