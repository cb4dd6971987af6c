"""Finds what is live and where it moved to: the queries of the press; nothing of the desk, nothing of a page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Aggregate, Exists, F, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import Http404

from articles.models.address import Address
from articles.models.taxonomy import Topic
from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press import pictures, related
from newsroom import keyset

NEWEST_FIRST = ("published_at", "article_id")
STORIES_ON_A_PAGE = 20


class Gathered(Aggregate):
    """The JSON objects of a group as one array: related rows of a story without a second query."""

    output_field = JSONField()
    function = "JSONB_AGG"
    name = "Gathered"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        """Spell it as SQLite does."""
        return self.as_sql(compiler, connection, function="JSON_GROUP_ARRAY", **extra)


class Gone(Exception):
    """The story at this address was withdrawn."""

    def __init__(self, address: Address) -> None:
        super().__init__(address.slug)
        self.section = address.section


class Moved(Exception):
    """The story at this address has another one now."""

    def __init__(self, version: PublishedVersion) -> None:
        super().__init__(version.slug)
        self.version = version


def live(now: datetime) -> PublishedVersionQuerySet:
    """Return what is public at ``now`` for lists: newest first, without the text."""
    return PublishedVersion.objects.live(now).for_lists().newest_first()


def whole(now: datetime) -> PublishedVersionQuerySet:
    """Return what is public at ``now`` with its text, and with topics and portraits in the same query."""
    topics = PublishedVersion.topics.through.objects.filter(publishedversion=OuterRef("pk"))
    people = PublishedVersion.authors.through.objects.filter(publishedversion=OuterRef("pk"))
    author = {name: F(f"author__{name}") for name in ("slug", "changed_at")} | {"author": F("author_id")}
    columns = ("file", "width", "height", "renditions", "withdrawn_at")
    portrait = {name: F(f"author__portrait__{name}") for name in columns}
    return (
        PublishedVersion.objects.live(now)
        .select_related("section", "hero")
        .defer("text")
        .annotate(
            topic_rows=_gather(
                topics, name=F("topic__name"), slug=F("topic__slug"), changed_at=F("topic__changed_at")
            ),
            people_rows=_gather(people, **author, **portrait),
            picture_rows=pictures.picture_rows(),
            no_index=Exists(kept_from_search()),
        )
        .newest_first()
    )


def kept_from_search() -> QuerySet[Address]:
    """Return, for a query of versions, the address of each that search engines are asked to leave out."""
    return Address.objects.filter(section_id=OuterRef("section_id"), slug=OuterRef("slug"), no_index=True)


def at_address(section: str, slug: str, *, now: datetime) -> PublishedVersion:
    """Return the story that is live at an address; raises ``Moved``, ``Gone`` or ``Http404``."""
    addresses = Address.objects.filter(section__slug=section, slug=slug)
    # By way of the address, because it has the index, and because it knows where a moved story is in the same query.
    here = whole(now).filter(article_id__in=addresses.values("article_id"))
    version = related.with_related(here, now=now).first()
    if version is not None and (version.section.slug, version.slug) == (section, slug):
        return version
    address = addresses.select_related("section").first()
    # An address is reserved when something is scheduled, and may say what nobody should know before its hour.
    if address is None or not _was_public(address, now):
        raise Http404("No story was ever published here.")
    if version is not None:
        raise Moved(version)
    raise Gone(address)


def _was_public(address: Address, now: datetime) -> bool:
    """Whether readers may know of an address: its story came out, and not only under other addresses."""
    versions = PublishedVersion.objects.filter(article_id=address.article_id)
    started = set(versions.started(now).values_list("section_id", "slug"))
    here = (address.section_id, address.slug)
    # One that no version ever had was brought along from elsewhere, and readers have it.
    return bool(started) and (here in started or here not in set(versions.values_list("section_id", "slug")))


def topics(now: datetime) -> QuerySet[Topic]:
    """Return the topics of stories that came out; one that stands on a draft alone may say what nobody should know."""
    out = PublishedVersion.objects.started(now).filter(topics=OuterRef("pk"))
    return Topic.objects.filter(Exists(out))


def pictured(versions: Iterable[PublishedVersion]) -> PublishedVersion | None:
    """Return the first story with a picture: other sites show it beside a link to the page."""
    return next((version for version in versions if version.shown_hero), None)


def list_page(rows: PublishedVersionQuerySet, *, before: str) -> keyset.Page[PublishedVersion]:
    """Return a page of a list; raises ``Http404`` for a place that is not ours."""
    try:
        return keyset.page(rows, before=before, size=STORIES_ON_A_PAGE, fields=NEWEST_FIRST)
    except keyset.BadPlace as fault:
        raise Http404("There is no such page.") from fault


def _gather(rows: Any, **columns: F) -> Subquery:
    grouped = rows.order_by().values("publishedversion").annotate(found=Gathered(JSONObject(**columns)))
    return Subquery(grouped.values("found"), output_field=JSONField())
