"""How editors order a front: home or a section; the press reads it, and it names versions' stories by number only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.dateparse import parse_datetime

MOST_SLOTS = 12


@dataclass(frozen=True, slots=True)
class Slot:
    """A story's place on a front; all but ``article`` may be empty. The words and the picture are for this front only.

    ``pin_until`` is the moment at which the place is given up, UTC or with its offset; ``picture`` is an Image key.
    """

    article: int
    pin_until: datetime | None = None
    headline: str = ""
    standfirst: str = ""
    picture: int | None = None
    picture_alt: str = ""

    def holds(self, now: datetime) -> bool:
        """Whether the place is still given to the story at ``now``; whether the story is live is another question."""
        return self.pin_until is None or self.pin_until > now

    def as_json(self) -> dict[str, Any]:
        """Return the slot as an order keeps it."""
        return {
            "article": self.article,
            "pin_until": self.pin_until.isoformat() if self.pin_until else None,
            "headline": self.headline,
            "standfirst": self.standfirst,
            "picture": self.picture,
            "picture_alt": self.picture_alt,
        }


def slots_of(rows: Iterable[dict[str, Any]] | None) -> list[Slot]:
    """Read the slots of an order."""
    return [
        Slot(
            article=row["article"],
            pin_until=parse_datetime(row["pin_until"]) if row.get("pin_until") else None,
            headline=row.get("headline", ""),
            standfirst=row.get("standfirst", ""),
            picture=row.get("picture"),
            picture_alt=row.get("picture_alt", ""),
        )
        for row in rows or ()
    ]


class FrontOrderQuerySet(models.QuerySet["FrontOrder"]):
    """Orders of fronts; the newest of a front is in force."""

    def of(self, section: int | None) -> Self:
        """Orders of one front, the newest first; None is the home page."""
        front = Q(section__isnull=True) if section is None else Q(section=section)
        return self.filter(front).order_by("-number")

    def slots_in_force(self, section: int | None) -> Subquery:
        """Return the slots in force as a column for another query: a front costs no query of its own."""
        return Subquery(self.of(section).values("slots")[:1])

    def in_force(self) -> Self:
        """The newest order of every front."""
        later = self.model.objects.filter(number__gt=OuterRef("number"))
        of_home, of_section = Q(section__isnull=True), Q(section__isnull=False)
        return self.filter(
            of_home & ~Exists(later.filter(section__isnull=True))
            | of_section & ~Exists(later.filter(section=OuterRef("section")))
        )


class FrontOrder(models.Model):
    """One order of a front, never changed: the highest ``number`` of a front is in force, and undo makes a new one.

    ``slots`` is a list, at most 12, of ``{"article": int, "pin_until": ISO moment or null, "headline": str,
    "standfirst": str, "picture": Image key or null, "picture_alt": str}``; see `Slot`.
    """

    # None is the home page.
    section = models.ForeignKey("articles.Section", null=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    slots = models.JSONField(default=list)
    made_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    note = models.CharField(max_length=120, blank=True)

    objects = FrontOrderQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["section", "number"], condition=Q(section__isnull=False), name="front_order_once"
            ),
            models.UniqueConstraint(
                fields=["number"], condition=Q(section__isnull=True), name="front_order_once_home"
            ),
        )

    def __str__(self) -> str:
        return f"{self.section or 'Home'} {self.number}"

    @property
    def places(self) -> list[Slot]:
        """The slots in their order."""
        return slots_of(self.slots)
