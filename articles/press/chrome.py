"""What stands on every public page: masthead and sections, asked for once in a while; nothing of one story."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache

from articles.models.taxonomy import Section
from newsroom.cards import Card
from newsroom.models.masthead import Masthead

KEY = "press.chrome"
SECONDS = 10
SECTIONS_IN_NAVIGATION = 6


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of a page; ``sections`` in the order of the navigation."""

    masthead: Masthead
    sections: tuple[Section, ...]

    @property
    def navigation(self) -> tuple[Section, ...]:
        """The sections that fit under the name; all of them stand at the foot."""
        return self.sections[:SECTIONS_IN_NAVIGATION]

    @property
    def card(self) -> Card:
        """What other sites show beside a link to a page that has no picture."""
        paper = self.masthead
        return Card(paper=paper.name, kicker="", headline=paper.strapline or paper.name)

    @property
    def more_sections(self) -> bool:
        """Whether the foot lists sections that the navigation does not."""
        return len(self.sections) > SECTIONS_IN_NAVIGATION


def current() -> Chrome:
    """Return the frame, at most ten seconds old: a new strapline may take that long, a story never does."""
    chrome: Chrome | None = cache.get(KEY)
    if chrome is None:
        chrome = Chrome(
            masthead=Masthead.current(), sections=tuple(Section.objects.order_by("position", "name"))
        )
        cache.set(KEY, chrome, SECONDS)
    return chrome
