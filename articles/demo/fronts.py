"""How an editor of the demo newspaper put the front page and one section's front in order: through the action, as on the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from articles import actions
from articles.demo.calendar import tomorrow_at_six
from articles.models.article import Article
from articles.models.front import Slot
from articles.models.taxonomy import Section
from newsroom.models.user import User


@dataclass(frozen=True, slots=True)
class Place:
    """A story of the plan on a front; ``until_six`` gives its place up tomorrow at six."""

    story: str
    headline: str = ""
    until_six: bool = False


HOME: Final = (
    Place("cold-store-fire", until_six=True),
    Place("harbour-bridge"),
    # Scheduled: it takes its place when it is out.
    Place("yard-shares"),
    Place("council-budget", "A budget by one vote, and Skarholm keeps its winter boat"),
)
CITY: Final = (Place("harbour-bridge"), Place("parking-meters", "What the city owes 14,200 drivers"))


def arrange(*, now: datetime) -> None:
    """Let Ben order the home page and the front of City."""
    _order(None, HOME, now=now, note="The fire leads until the morning conference")
    _order(Section.objects.get(slug="city"), CITY, now=now, note="The bridge until the ferries are back")


def _order(section: Section | None, places: Sequence[Place], *, now: datetime, note: str) -> None:
    keys = dict(
        Article.objects.filter(external_id__in=[one.story for one in places]).values_list("external_id", "pk")
    )
    slots = [
        Slot(
            article=keys[one.story],
            headline=one.headline,
            pin_until=tomorrow_at_six(now) if one.until_six else None,
        )
        for one in places
    ]
    ben = User.objects.get(username="ben")
    actions.order_front(section=section, slots=slots, seen=0, actor=ben, now=now, note=note)
