"""Ordering a front: which stories stand where, for how long, and in which words; it publishes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from articles.fronts import placeable, reach_of
from articles.markup import MarkupError, refuse_hidden
from articles.models.front import MOST_SLOTS, FrontOrder, Slot
from articles.models.taxonomy import Section
from articles.policies import Reason
from articles.summaries.words import collapse
from articles.transitions import TransitionBlocked
from newsroom import audit
from newsroom.models.image import Image
from newsroom.models.user import User

LONGEST = {"headline": 200, "standfirst": 500, "picture_alt": 500}


class FrontClash(Exception):
    """Somebody else ordered the front since it was opened; ``theirs`` is in force and nothing was stored."""

    def __init__(self, theirs: FrontOrder) -> None:
        super().__init__(f"Order {theirs.number} is in force.")
        self.theirs = theirs


def front_name(section: Section | None) -> str:
    """Return how the audit log names a front."""
    return f"front:{section.pk}" if section else "front:home"


@transaction.atomic
def order_front(
    *,
    section: Section | None,
    slots: Sequence[Slot],
    seen: int,
    actor: User,
    now: datetime,
    note: str = "",
) -> FrontOrder:
    """Put an order of a front in force; None is the home page. Who: those who publish. Undone by `undo_front`.

    ``seen`` is the number of the order that the person changed (0 for none); raises FrontClash when another came
    between. Effects: a new order, an audit entry; readers see it with their next look.
    """
    _require_reach(actor, section)
    before = _in_force(section, seen)
    cleaned = [_cleaned(slot) for slot in slots]
    known = before.places if before else []
    reasons = list(_reasons(cleaned, known, section=section, actor=actor, now=now))
    if reasons:
        raise TransitionBlocked(*reasons)
    return _store(section, cleaned, before, actor=actor, now=now, note=note)


@transaction.atomic
def undo_front(*, section: Section | None, to: int, seen: int, actor: User, now: datetime) -> FrontOrder:
    """Put an earlier order of a front in force again, as a new one. Who: those who publish."""
    _require_reach(actor, section)
    before = _in_force(section, seen)
    again = FrontOrder.objects.of(section.pk if section else None).filter(number=to).first()
    if again is None and to != 0:
        raise TransitionBlocked(
            Reason("unknown", "There is no such order of this front; nothing was changed.")
        )
    slots = again.places if again else []
    note = f"As order {to}" if to else "As before the first order"
    return _store(section, slots, before, actor=actor, now=now, note=note)


def _require_reach(actor: User, section: Section | None) -> None:
    if not reach_of(actor).has(section):
        raise TransitionBlocked(Reason("right", "Your role does not let you order this front."))


def _in_force(section: Section | None, seen: int) -> FrontOrder | None:
    newest = FrontOrder.objects.of(section.pk if section else None).first()
    if newest is not None and newest.number != seen:
        raise FrontClash(newest)
    return newest


def _store(
    section: Section | None,
    slots: Sequence[Slot],
    before: FrontOrder | None,
    *,
    actor: User,
    now: datetime,
    note: str,
) -> FrontOrder:
    number = before.number if before else 0
    rows = [slot.as_json() for slot in slots]
    order = FrontOrder(
        section=section, number=number + 1, slots=rows, made_by=actor, made_at=now, note=collapse(note)[:120]
    )
    try:
        with transaction.atomic():
            order.save(force_insert=True)
    except IntegrityError:
        # Somebody put theirs in force between our look and our write; the number is theirs.
        theirs = FrontOrder.objects.of(section.pk if section else None).first()
        if theirs is None or theirs.number == number:
            raise
        raise FrontClash(theirs) from None
    data = {"number": order.number, "articles": [slot.article for slot in slots], "note": order.note}
    audit.record(actor=actor, action="order_front", subject=front_name(section), now=now, data=data)
    return order


def _cleaned(slot: Slot) -> Slot:
    words: dict[str, Any] = {name: collapse(getattr(slot, name)) for name in LONGEST}
    # A picture's words without a picture would come back with the next one.
    return replace(slot, **(words | ({} if slot.picture else {"picture_alt": ""})))


def _reasons(
    slots: Sequence[Slot], known: Sequence[Slot], *, section: Section | None, actor: User, now: datetime
) -> Iterator[Reason]:
    if len(slots) > MOST_SLOTS:
        yield Reason("many", f"A front has {MOST_SLOTS} places at most: remove {len(slots) - MOST_SLOTS}.")
    if len({slot.article for slot in slots}) < len(slots):
        yield Reason("twice", "A story stands on a front once.")
    before = {slot.article: slot for slot in known}
    added = [slot.article for slot in slots if slot.article not in before]
    offered = placeable(actor, section, now).filter(article__in=added)
    there = set(offered.values_list("article_id", flat=True))
    if set(added) - there:
        yield Reason("gone", "A story that you added is neither live nor scheduled any more: remove it.")
    pictures = Image.objects.in_bulk([slot.picture for slot in slots if slot.picture])
    for slot in slots:
        old = before.get(slot.article)
        yield from _reasons_of_words(slot)
        yield from _reasons_of_pin(slot, old, now)
        yield from _reasons_of_picture(slot, old, pictures.get(slot.picture or 0), now)


def _reasons_of_words(slot: Slot) -> Iterator[Reason]:
    for name, most in LONGEST.items():
        words = getattr(slot, name)
        field = f"a{slot.article}-{name}"
        if len(words) > most:
            yield Reason("long", f"Use {most} characters at most; these are {len(words)}.", field)
        try:
            refuse_hidden(words)
        except MarkupError as error:
            yield Reason("hidden", str(error), field)


def _reasons_of_pin(slot: Slot, old: Slot | None, now: datetime) -> Iterator[Reason]:
    if slot.pin_until is None or slot.holds(now) or (old is not None and old.pin_until == slot.pin_until):
        return
    yield Reason("pin", "This hour is over: choose a later one.", f"a{slot.article}-pin_until")


def _reasons_of_picture(
    slot: Slot, old: Slot | None, picture: Image | None, now: datetime
) -> Iterator[Reason]:
    if slot.picture is None:
        return
    field = f"a{slot.article}-picture"
    if picture is None:
        yield Reason("picture", "There is no such picture.", field)
    elif (old is None or old.picture != slot.picture) and (why := picture.why_not(now)):
        yield Reason("picture", why, field)
    if not slot.picture_alt:
        said = "Say what the picture shows, for those who cannot see it."
        yield Reason("alt", said, f"a{slot.article}-picture_alt")
