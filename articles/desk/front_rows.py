"""The stories of a front as the desk lists them: headline, badges, and whether readers see them; a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from articles.desk.badges import Badge, clock, public_badges, standing_of, with_standing
from articles.desk.front_forms import SlotForm
from articles.models.article import Article
from articles.models.front import Slot
from articles.models.version import PublishedVersion
from newsroom.models.user import User
from newsroom.workflow import Standing

UNKNOWN = "A story that you do not see"
Stories = Mapping[int, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A place of a front; ``shown`` says where readers see it, or ``why`` they do not; ``own`` is the story's headline.

    That one is told only where the front has another.
    """

    key: int
    number: int
    headline: str
    own: str
    language: str
    badges: list[Badge]
    shown: str
    why: str
    here: list[str]
    form: SlotForm | None = None

    @property
    def wrong(self) -> bool:
        """Whether something typed here was refused."""
        return self.form is not None and self.form.is_bound and bool(self.form.errors)


def stories_of(keys: Iterable[int], person: User, now: datetime) -> Stories:
    """Return the stories by key that the person knows of, each with the headline that readers see or will."""
    versions = PublishedVersion.objects.filter(article=OuterRef("pk")).order_by("public_from")
    headline = Coalesce(
        Subquery(versions.live(now).values("headline")[:1]),
        Subquery(versions.upcoming(now).values("headline")[:1]),
        F("headline"),
    )
    known = with_standing(Article.objects.visible_to(person).filter(pk__in=list(keys)), now)
    return known.annotate(public_headline=headline).in_bulk()


def rows_of(
    slots: Sequence[Slot],
    stories: Stories,
    now: datetime,
    *,
    home: bool,
    forms: Mapping[int, SlotForm] | None = None,
) -> list[Row]:
    """Return the places in their order."""
    rows, shown = [], 0
    for number, slot in enumerate(slots, 1):
        story = stories.get(slot.article)
        headline = story.public_headline if story else UNKNOWN
        why = _why_not_shown(slot, story, now)
        shown += not why
        rows.append(
            Row(
                key=slot.article,
                number=number,
                # Words of a front may tell of a story that is not known to everybody here.
                headline=(slot.headline if story else "") or headline,
                own=headline if story and slot.headline else "",
                language=story.language if story else "",
                badges=public_badges(story, now) if story else [],
                shown="" if why else _place(shown, home=home),
                why=why,
                here=_here(slot, now),
                form=(forms or {}).get(slot.article),
            )
        )
    return rows


def _why_not_shown(slot: Slot, story: Any, now: datetime) -> str:
    if slot.pin_until is not None and not slot.holds(now):
        return f"Gave its place up at {clock(slot.pin_until, now)}"
    standing = standing_of(story) if story else None
    if standing is None or standing == Standing.LIVE:
        return ""
    return (
        "Takes its place at its hour"
        if standing == Standing.SCHEDULED
        else "Not shown: readers cannot see it"
    )


def _place(shown: int, *, home: bool) -> str:
    if not home:
        return "At the top" if shown == 1 else ""
    return {1: "Lead", 2: "Beside the lead", 3: "Beside the lead"}.get(shown, "In the rows below")


def _here(slot: Slot, now: datetime) -> list[str]:
    """Say in a few words what this front changes."""
    said = []
    if slot.pin_until is not None and slot.holds(now):
        said.append(f"until {clock(slot.pin_until, now)}")
    said += [f"{name} of its own" for name in ("headline", "standfirst", "picture") if getattr(slot, name)]
    return said
