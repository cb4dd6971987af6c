"""Pages through a long list by the place of its last row: no counts, no OFFSET; knows no model."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar, cast

from django.db.models import Model, Q, QuerySet, Subquery

M = TypeVar("M", bound=Model)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_FARTHEST = (datetime(9999, 1, 1, tzinfo=UTC) - _EPOCH) // _TICK
_LARGEST_ID = 2**63 - 1


class BadPlace(ValueError):
    """The opaque text in the address is not one of ours."""


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """Some rows, newest first, and the opaque places after them and before the page that is newer.

    ``older`` is empty when nothing older follows, ``newer`` on the first page and on the one after it.
    """

    rows: list[M]
    older: str
    newer: str = ""


def page(rows: QuerySet[M], *, before: str, size: int, fields: tuple[str, str]) -> Page[M]:
    """Return ``size`` rows after the place ``before`` (empty: from the start); raises ``BadPlace``.

    ``fields`` are a moment and an integer id, by which ``rows`` is ordered, both descending.
    """
    moment_field, id_field = fields
    if before:
        moment, number = _read(before)
        there = Q(**{moment_field: moment})
        newer = rows.filter(**{f"{moment_field}__gte": moment}).filter(
            Q(**{f"{moment_field}__gt": moment}) | there & Q(**{f"{id_field}__gte": number})
        )
        # The first condition says nothing new; it lets the database start in the middle of the index.
        rows = rows.filter(**{f"{moment_field}__lte": moment}).filter(
            Q(**{f"{moment_field}__lt": moment}) | there & Q(**{f"{id_field}__lt": number})
        )
        rows = _with_newer(rows, newer, size=size, fields=fields)
    found = list(rows[: size + 1])
    last = found[size - 1] if len(found) > size else None
    return Page(
        rows=found[:size],
        older=place_after(last, fields=fields) if last else "",
        newer=_newer(found[0]) if before and found else "",
    )


def place_after(row: Any, *, fields: tuple[str, str]) -> str:
    """Return the opaque place after ``row``, for a page that was put together by hand."""
    moment_field, id_field = fields
    return _written(getattr(row, moment_field), getattr(row, id_field))


def _with_newer(rows: QuerySet[M], newer: QuerySet[M], *, size: int, fields: tuple[str, str]) -> QuerySet[M]:
    """Let the rows bring the place of the newer page: the row before its first, ``size`` rows up the list."""
    upwards = newer.order_by(*fields)
    moment, number = (Subquery(upwards.values(name)[size : size + 1]) for name in fields)
    placed: Any = rows.annotate(newer_moment=moment, newer_id=number)
    return cast("QuerySet[M]", placed)


def _newer(row: Any) -> str:
    return _written(row.newer_moment, row.newer_id) if row.newer_moment else ""


def _written(moment: datetime, number: int) -> str:
    ticks = (moment - _EPOCH) // _TICK
    return base64.urlsafe_b64encode(f"{ticks}.{number}".encode()).decode().rstrip("=")


def _read(place: str) -> tuple[datetime, int]:
    try:
        ticks, number = map(
            int, base64.urlsafe_b64decode(place + "=" * (-len(place) % 4)).decode("ascii").split(".")
        )
    except (ValueError, binascii.Error) as fault:
        raise BadPlace(place) from fault
    if not (0 <= ticks <= _FARTHEST and 0 <= number <= _LARGEST_ID):
        raise BadPlace(place)
    return _EPOCH + ticks * _TICK, number
