"""The two badges of a story: where the working copy stands, and what the public sees; for lists in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.formats import date_format

from articles.models.article import Article, ArticleQuerySet
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from newsroom.workflow import Stage, Standing

# Where a story is out, its stage says nothing that the second badge does not.
_TONES = {Standing.LIVE: "live", Standing.SCHEDULED: "due", Standing.WITHDRAWN: "gone", Standing.NONE: "none"}


@dataclass(frozen=True, slots=True)
class Badge:
    """A word and the class that draws its line."""

    tone: str
    text: str


def _of_article(versions: PublishedVersionQuerySet) -> PublishedVersionQuerySet:
    return versions.filter(article=OuterRef("pk"))


def with_standing(articles: ArticleQuerySet, now: datetime) -> QuerySet[Article]:
    """Add what ``standing_of`` needs, as parts of the same query."""
    versions = PublishedVersion.objects
    # Since its first publication: a note or a box that came later makes a version, not another story.
    live = _of_article(versions.live(now)).order_by("-number").values("published_at")[:1]
    upcoming = _of_article(versions.upcoming(now)).order_by("public_from").values("public_from")[:1]
    return articles.annotate(
        live_since=Subquery(live),
        out_at=Subquery(upcoming),
        was_out=Exists(_of_article(versions.started(now))),
    )


def standing_of(article: Any) -> Standing:
    """What the public sees of a story that came through ``with_standing``."""
    return Standing.of(live=bool(article.live_since), scheduled=bool(article.out_at), was_out=article.was_out)


def clock(moment: datetime, now: datetime) -> str:
    """Say a moment in the newsroom's time: the hour today, day and hour otherwise."""
    local, today = timezone.localtime(moment), timezone.localtime(now)
    if local.date() == today.date():
        return date_format(local, "H:i")
    return date_format(local, "H:i, j M" if local.year == today.year else "H:i, j M Y")


def stage_badge(article: Article) -> Badge:
    """The badge of the working copy."""
    stage = Stage(article.stage)
    return Badge(f"stage-{stage.value.replace('_', '-')}", stage.label)


def public_badges(article: Any, now: datetime) -> list[Badge]:
    """The badge of what the public sees; two lines when something more is on its way."""
    standing = standing_of(article)
    found: list[Badge] = []
    if standing == Standing.LIVE:
        found.append(Badge("live", f"Live since {clock(article.live_since, now)}"))
    if article.out_at:
        found.append(Badge("due", f"Out at {clock(article.out_at, now)}"))
    if article.embargo_until and article.embargo_until > now:
        found.append(Badge("embargo", f"Embargo to {clock(article.embargo_until, now)}"))
    found = found or [Badge(_TONES[standing], standing.label)]
    return [*found, Badge("confidential", "Confidential")] if article.confidential else found
