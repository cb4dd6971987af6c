"""A week of the paper: what went out, what is scheduled, what is held; to read, nothing is moved here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from articles.desk import days
from articles.desk.board import Narrow, sections_and_people
from articles.desk.day_line import Event, goes_out, is_held, went_out
from articles.models.article import Article
from newsroom.admin import person_of
from newsroom.roles import Right, rights_of

# A day with more is shown until here, and whole when somebody asks for it.
MOST_A_DAY = 60


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week and what happens on it."""

    name: str
    date: date
    is_today: bool
    events: list[Event]
    more: int


@require_safe
def calendar_view(request: HttpRequest) -> HttpResponse:
    """Show the week that the address names, this one without a name."""
    person, now = person_of(request), timezone.now()
    if not rights_of(person) & {Right.READ, Right.READ_OWN}:
        raise PermissionDenied
    narrow = Narrow.read(request.GET)
    sections, people = sections_and_people(person)
    first = days.week_from(request.GET.get("week", ""), now)
    visible = narrow.of(Article.objects.visible_to(person))
    start, end = days.span(first, 7)
    events = [
        *went_out(visible, start, end, now),
        *goes_out(visible, start, end, now),
        *is_held(visible, start, end, now),
    ]
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Calendar",
        "narrow": narrow,
        "sections": sections,
        "people": people,
        "days": _days(first, events, now, most=None if "all" in request.GET else MOST_A_DAY),
        "week": days.week_name(first),
        "words": _words(first),
        "earlier": days.week_name(first - timedelta(days=7)),
        "later": days.week_name(first + timedelta(days=7)),
        "is_this_week": first == days.monday(days.today(now)),
        "is_empty": not events,
    }
    return TemplateResponse(request, "desk/calendar.html", context)


def _days(first: date, events: list[Event], now: datetime, *, most: int | None) -> list[Day]:
    """Sort what happens into the newsroom's days."""
    by_day: dict[date, list[Event]] = {first + timedelta(days=number): [] for number in range(7)}
    for event in sorted(events, key=lambda event: event.at):
        by_day[timezone.localtime(event.at).date()].append(event)
    return [
        Day(
            name=date_format(day, "l, j F"),
            date=day,
            is_today=day == days.today(now),
            events=found[:most],
            more=len(found) - len(found[:most]),
        )
        for day, found in by_day.items()
    ]


def _words(first: date) -> str:
    """Say the week: “16 to 22 November 2026”."""
    last = first + timedelta(days=6)
    begin = "j" if (first.year, first.month) == (last.year, last.month) else "j F"
    begin = begin if first.year == last.year else "j F Y"
    return f"{date_format(first, begin)} to {date_format(last, 'j F Y')}"
