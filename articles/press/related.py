"""Other stories under a story: those with a topic in common, then those of its section; they come with its own query."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from articles.models.taxonomy import Section
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press.pictures import Collected, moment

MOST = 4
# Of a topic with thousands of stories only the newest are looked at, so that no story costs more than another.
_LOOKED_AT = 60
_COLUMNS = {
    "article": F("article_id"),
    "headline": F("headline"),
    "slug": F("slug"),
    "language": F("language"),
    "kind_label": F("kind_label"),
    "published_at": F("published_at"),
    "section_name": F("section__name"),
    "section_slug": F("section__slug"),
}


def with_related(rows: PublishedVersionQuerySet, *, now: datetime) -> PublishedVersionQuerySet:
    """Let versions bring the stories that stand under them, as they are live at ``now``."""
    # Two queries lie between the story and those that look for others: one that collects, one that chooses.
    own = OuterRef(OuterRef("article_id"))
    others = PublishedVersion.objects.live(now).exclude(article_id=own).newest_first()
    return rows.annotate(
        topic_mates=_collected(others.filter(pk__in=_with_a_topic_of_it())),
        section_mates=_collected(others.filter(section_id=OuterRef(OuterRef("section_id")))),
    )


def related_to(version: PublishedVersion) -> tuple[PublishedVersion, ...]:
    """Return unsaved versions with what a list shows; none for one that was not asked for by ``with_related``."""
    found: dict[int, dict[str, Any]] = {}
    for rows in (getattr(version, "topic_mates", None), getattr(version, "section_mates", None)):
        newest = sorted(
            rows or [], key=lambda row: (moment(row["published_at"]), row["article"]), reverse=True
        )
        for row in newest:
            found.setdefault(row["article"], row)
    return tuple(_version(row) for row in list(found.values())[:MOST])


def _with_a_topic_of_it() -> QuerySet[Any]:
    tagged: QuerySet[Any] = PublishedVersion.topics.through.objects.all()
    its_own = tagged.filter(publishedversion=OuterRef(OuterRef(OuterRef(OuterRef("pk")))))
    newest = tagged.filter(topic__in=its_own.values("topic")).order_by("-publishedversion")
    return newest.values("publishedversion")[:_LOOKED_AT]


def _collected(chosen: PublishedVersionQuerySet) -> Subquery:
    rows = PublishedVersion.objects.filter(pk__in=chosen[:MOST].values("pk")).order_by()
    return Subquery(rows.values(found=Collected(JSONObject(**_COLUMNS))), output_field=JSONField())


def _version(row: dict[str, Any]) -> PublishedVersion:
    section = Section(name=row["section_name"], slug=row["section_slug"])
    names = ("headline", "slug", "language", "kind_label")
    known = {name: row[name] for name in names}
    return PublishedVersion(section=section, published_at=moment(row["published_at"]), **known)
