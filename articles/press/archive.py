"""The archive: years, the days of a month, and what was first published on a day in the newsroom's zone."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import DateTimeField, QuerySet, Subquery
from django.db.models.functions import TruncDate
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press import chrome, days, respond, stories
from articles.press.structured_pages import archive_scripts
from newsroom import dates


@dataclass(frozen=True, slots=True)
class Life:
    """The day of the oldest story that is out, and today: an empty day of today's month leads to that month."""

    first: date
    last: date

    def holds(self, month: date) -> bool:
        """Whether any day of a month, given by its first, lies in it."""
        return self.first.replace(day=1) <= month <= self.last

    def years(self) -> Iterator[tuple[int, list[tuple[date, bool]]]]:
        """Yield each year, newest first, with its months and whether the paper was there."""
        for year in range(self.last.year, self.first.year - 1, -1):
            months = [date(year, number, 1) for number in range(1, 13)]
            yield year, [(month, self.holds(month)) for month in months]


@require_safe
def years(request: HttpRequest) -> HttpResponseBase:
    """List the years and months of the paper."""
    now = timezone.now()
    life = _life(now)
    structured = archive_scripts(chrome.current().masthead)
    context = {"years": list(life.years()) if life else [], "structured": structured}
    return respond.page(request, "press/archive.html", context, now=now)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponseBase:
    """Show the days of a month, with a link for each that has stories."""
    now, first = timezone.now(), _date(year, month, 1)
    life = _life(now)
    if life is None or not life.holds(first):
        raise Http404("The paper did not exist then.")
    following = (first + timedelta(days=31)).replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    context = {
        "month": first,
        "weeks": _weeks(first, _days_with_stories(first, following, now)),
        "earlier": before if life.holds(before) else None,
        "later": following if life.holds(following) else None,
        "structured": archive_scripts(chrome.current().masthead, [_step_to_month(first)]),
    }
    return respond.page(request, "press/archive_month.html", context, now=now)


@require_safe
def day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponseBase:
    """Show what was first published on a day; an empty one in the life of the paper says so, any other is 404."""
    now, wanted = timezone.now(), _date(year, month, day)
    live = _with_neighbours(stories.live(now), wanted)
    before = request.GET.get("before", "")
    page = stories.list_page(
        live.filter(published_at__gte=days.midnight(wanted), published_at__lt=days.end_of(wanted)),
        before=before,
    )
    beside: Any = page.rows[0] if page.rows else live.first()
    if beside is None or (not page.rows and not _was_there(beside, wanted, now)):
        raise Http404("The paper did not exist then.")
    context = {
        "day": wanted,
        "page": page,
        "before": before,
        "earlier": days.day_of(beside.earlier) if beside.earlier else None,
        "later": days.day_of(beside.later) if beside.later else None,
        "structured": _day_scripts(wanted, page.rows),
        "pictured": stories.pictured(page.rows),
    }
    return respond.page(request, "press/archive_day.html", context, now=now)


def _step_to_month(first: date) -> tuple[str, str]:
    return dates.month(first), reverse("press:archive_month", args=[first.year, first.month])


def _day_scripts(wanted: date, rows: Iterable[PublishedVersion]) -> list[SafeString]:
    here = reverse("press:archive_day", args=[wanted.year, wanted.month, wanted.day])
    steps = [_step_to_month(wanted), (dates.day(wanted), here)]
    return archive_scripts(chrome.current().masthead, steps, rows)


def _life(now: datetime) -> Life | None:
    live = PublishedVersion.objects.live(now).order_by("published_at", "article_id")
    oldest = live.values_list("published_at", flat=True).first()
    return Life(first=days.day_of(oldest), last=days.day_of(now)) if oldest else None


def _with_neighbours(rows: PublishedVersionQuerySet, wanted: date) -> PublishedVersionQuerySet:
    """Let the stories bring with them when the last one before a day came out, and the first one after it."""
    moments = rows.values("published_at")
    earlier = moments.filter(published_at__lt=days.midnight(wanted))[:1]
    later = moments.filter(published_at__gte=days.end_of(wanted)).order_by("published_at", "article_id")[:1]
    return rows.annotate(
        earlier=Subquery(earlier, output_field=DateTimeField()),
        later=Subquery(later, output_field=DateTimeField()),
    )


def _was_there(beside: Any, wanted: date, now: datetime) -> bool:
    return beside.earlier is not None and (beside.later is not None or wanted <= days.day_of(now))


def _days_with_stories(first: date, following: date, now: datetime) -> set[date]:
    rows: QuerySet[Any] = PublishedVersion.objects.live(now).filter(
        published_at__gte=days.midnight(first), published_at__lt=days.midnight(following)
    )
    return set(
        rows.annotate(day=TruncDate("published_at")).order_by().values_list("day", flat=True).distinct()
    )


def _weeks(first: date, busy: set[date]) -> list[list[dict[str, Any]]]:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return [
        [{"day": one, "here": one.month == first.month, "busy": one in busy} for one in week]
        for week in weeks
    ]


def _date(year: int, month: int, day: int) -> date:
    """Return a day that has a day before and after it; raises Http404."""
    try:
        found = date(year, month, day)
        _ = found - timedelta(days=62), found + timedelta(days=62)
    except (ValueError, OverflowError) as fault:
        raise Http404("There is no such day.") from fault
    return found
