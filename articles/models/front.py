"""How editors order a front: home or a section; the press reads it, and it names versions' stories by number only."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class FrontOrder(models.Model):
    """One order of a front, never changed: the highest ``number`` of a front is in force, and undo makes a new one.

    ``slots`` is a list, at most 12, of ``{"article": int, "pin_until": ISO moment or null, "headline": str,
    "standfirst": str, "picture": Image key or null}``; the last three are for this front only and empty by default.
    """

    # None is the home page.
    section = models.ForeignKey("articles.Section", null=True, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    slots = models.JSONField(default=list)
    made_by = models.ForeignKey("newsroom.User", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    note = models.CharField(max_length=120, blank=True)

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
