"""The index behind the search: what goes in, and which live versions match; nothing is found here that is not live.

modelsearch keeps the tables (FTS5 on SQLite, tsvector on PostgreSQL). The questions are ours: its own rank every match,
and on SQLite ask again for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField, CharField, F, FloatField, Func, Lookup, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.db.models.sql.compiler import SQLCompiler
from modelsearch.backends import get_search_backend

from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press.search_query import Asked

# Of more matches only the newest are ranked: the cost of a common word has an end, and a paper's readers mean today.
MOST_RANKED = 1_000
# Versions that are written into the index together.
AT_ONCE = 200
_TITLE_WEIGHT = 6.0
_FTS = "modelsearch_indexentry_fts"
# Divides by the length of the text, or the longest stories would always stand on top.
_BY_LENGTH = 1


def add(versions: Iterable[PublishedVersion]) -> None:
    """Put versions into the index, or what they say now in the place of what they said."""
    get_search_backend().add_bulk(PublishedVersion, list(versions))


def drop_ended(article_id: int, *, now: datetime) -> None:
    """Take versions of a story out that will never be public again. What is left in is not found either."""
    over = Q(public_until__lte=now) | Q(public_until__lte=F("public_from"))
    ended = PublishedVersion.objects.filter(over, article_id=article_id)
    entries().filter(object_id__in=[str(key) for key in ended.values_list("pk", flat=True)]).delete()


@transaction.atomic
def rebuild(*, now: datetime) -> int:
    """Put everything that is or will be public into the index, oldest first, and nothing else; returns how many."""
    versions = PublishedVersion.objects
    wanted = versions.filter(Q(pk__in=versions.live(now)) | Q(pk__in=versions.upcoming(now)))
    entries().delete()
    rows = wanted.defer("html").prefetch_related("topics").order_by("published_at", "pk")
    every, count = rows.iterator(chunk_size=AT_ONCE), 0
    while some := list(islice(every, AT_ONCE)):
        add(some)
        count += len(some)
    return count


def is_lost(*, now: datetime) -> bool:
    """Whether stories are out and the index holds none, as after a restore."""
    return not entries().exists() and PublishedVersion.objects.live(now).exists()


def entries() -> QuerySet[Any]:
    """Return the rows of the index that stand for versions."""
    index: Any = apps.get_model("modelsearch", "IndexEntry")
    rows: QuerySet[Any] = index.objects.filter(
        content_type_id=ContentType.objects.get_for_model(PublishedVersion).pk
    )
    return rows


def matching(rows: PublishedVersionQuerySet, asked: Asked) -> PublishedVersionQuerySet:
    """Return those of ``rows`` that hold all that was asked for; by their Quick Take only while readers see it."""
    seen = PublishedVersion.objects.filter(quick_take_hidden_at__isnull=True)
    by_points = seen.filter(pk__in=_keys(_entries_with(asked, "autocomplete"))).order_by().values("pk")
    return rows.filter(pk__in=_keys(_entries_with(asked, "body")).union(by_points, all=True))


def ranked(rows: PublishedVersionQuerySet, asked: Asked, *, start: int, stop: int) -> list[int]:
    """Return the keys of the best of the newest ``rows``, which came through ``matching``; one query."""
    newest = rows.newest_first().annotate(entry=Cast("pk", CharField()))[:MOST_RANKED].values("entry")
    best = _ranked_on_postgres if connection.vendor == "postgresql" else _ranked_on_sqlite
    return [int(key) for key in best(newest, asked)[start:stop]]


def _keys(found: QuerySet[Any]) -> QuerySet[Any]:
    numbered: QuerySet[Any] = (
        found.annotate(key=Cast("object_id", BigIntegerField())).order_by().values("key")
    )
    return numbered


def _entries_with(asked: Asked, column: str) -> QuerySet[Any]:
    if connection.vendor == "postgresql":
        return entries().filter(**{column: _tsquery(asked.for_postgres())})
    found = _fts().filter(_Matches(f"{{{column}}} : ({asked.for_sqlite()})"))
    return entries().filter(pk__in=found.values("pk"))


def _ranked_on_postgres(newest: QuerySet[Any], asked: Asked) -> Any:
    # Any of the words: all of them are there, but hardly all in the headline.
    words = _tsquery(asked.for_postgres("|"))
    title = SearchRank(F("title"), words) * Value(_TITLE_WEIGHT)
    score = title + SearchRank(F("body"), words, normalization=Value(_BY_LENGTH))
    found = entries().filter(object_id__in=newest).annotate(score=score)
    return found.order_by("-score", "-pk").values_list("object_id", flat=True)


def _ranked_on_sqlite(newest: QuerySet[Any], asked: Asked) -> Any:
    chosen = entries().filter(object_id__in=newest).values("pk")
    found = _fts().filter(_Matches(asked.for_sqlite()), pk__in=chosen).annotate(score=_Score())
    return found.order_by("score", "-pk").values_list("index_entry__object_id", flat=True)


def _tsquery(spelt: str) -> SearchQuery:
    return SearchQuery(spelt, config="simple", search_type="raw")


def _fts() -> QuerySet[Any]:
    model: Any = apps.get_model("modelsearch", "SQLiteFTSIndexEntry")
    rows: QuerySet[Any] = model.objects.all()
    return rows


class _Matches(Lookup[Any]):
    """The full-text condition; the name of the table is also that of its hidden column.

    A lookup, not a function: Django 6 compares a function with True, which FTS5 does not take.
    """

    lookup_name = "match"
    prepare_rhs = False

    def __init__(self, asked: str) -> None:
        super().__init__(Value(asked), None)

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        sql, params = self.process_lhs(compiler, connection)
        return f"{_FTS} MATCH {sql}", tuple(params)


class _Score(Func):
    """The rank, best first; a word that is only in a Quick Take has no weight, for it may be hidden by now."""

    output_field = FloatField()
    # In the order of the columns: autocomplete, body, title.
    template = f"bm25({_FTS}, 0.0, 1.0, {_TITLE_WEIGHT})"
    arity = 0
