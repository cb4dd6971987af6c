"""Pages through a long list by the place of its last row: no counts, no OFFSET; knows no model."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

M = TypeVar("M", bound=Model)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_FARTHEST = (datetime(9999, 1, 1, tzinfo=UTC) - _EPOCH) // _TICK
_LARGEST_ID = 2**63 - 1


class BadPlace(ValueError):
    """The opaque text in the address is not one of ours."""


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """Some rows, newest first, and the opaque place after them; empty when nothing older follows."""

    rows: list[M]
    older: str


def page(rows: QuerySet[M], *, before: str, size: int, fields: tuple[str, str]) -> Page[M]:
    """Return ``size`` rows after the place ``before`` (empty: from the start); raises ``BadPlace``.

    ``fields`` are a moment and an integer id, by which ``rows`` is ordered, both descending.
    """
    moment_field, id_field = fields
    if before:
        moment, number = _read(before)
        # The first condition says nothing new; it lets the database start in the middle of the index.
        rows = rows.filter(**{f"{moment_field}__lte": moment}).filter(
            Q(**{f"{moment_field}__lt": moment}) | Q(**{moment_field: moment, f"{id_field}__lt": number})
        )
    found = list(rows[: size + 1])
    last = found[size - 1] if len(found) > size else None
    return Page(rows=found[:size], older=place_after(last, fields=fields) if last else "")


def place_after(row: Any, *, fields: tuple[str, str]) -> str:
    """Return the opaque place after ``row``, for a page that was put together by hand."""
    moment_field, id_field = fields
    ticks = (getattr(row, moment_field) - _EPOCH) // _TICK
    return base64.urlsafe_b64encode(f"{ticks}.{getattr(row, id_field)}".encode()).decode().rstrip("=")


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
