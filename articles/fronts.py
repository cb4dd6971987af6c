"""Who may order which front, and which stories may stand on it; how readers see it is articles.press.front."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from articles.confidence import sections_of
from articles.models.article import Article
from articles.models.taxonomy import Section
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from newsroom.models.user import User
from newsroom.roles import Right, rights_of


@dataclass(frozen=True, slots=True)
class Reach:
    """The fronts that a person may order."""

    home: bool
    sections: tuple[Section, ...]

    def has(self, section: Section | None) -> bool:
        """Say whether a front is among them; None is the home page."""
        return self.home if section is None else section in self.sections


def reach_of(person: User) -> Reach:
    """Return the fronts of a person: those who publish order them, and who is held to sections orders those alone."""
    if Right.PUBLISH not in rights_of(person):
        return Reach(home=False, sections=())
    mine = tuple(sections_of(person))
    return Reach(home=len(mine) == Section.objects.count(), sections=mine)


def placeable(person: User, section: Section | None, now: datetime) -> PublishedVersionQuerySet:
    """Return what may be put on a front: live and scheduled versions of stories that the person knows of.

    A section's front holds the section's own stories. The newest stand first.
    """
    versions = PublishedVersion.objects.live(now) | PublishedVersion.objects.upcoming(now)
    if section is not None:
        versions = versions.filter(section=section)
    known = Article.objects.visible_to(person).values("pk")
    return versions.filter(article__in=known).order_by("-public_from", "-pk")
