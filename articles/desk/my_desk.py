"""The first page of the desk, and the answer to its asking what changed; each part of it has a module of its own."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from articles.desk.board import Narrow, board, sections_and_people
from articles.desk.day_line import day_line
from articles.desk.waiting import MOST_WAITING, waiting_for
from newsroom.admin import person_of
from newsroom.models.image import Image
from newsroom.roles import Right, rights_of


def my_desk(request: HttpRequest) -> dict[str, Any]:
    """Return what the first page shows; people without an editorial right get no story at all."""
    person = person_of(request)
    rights = rights_of(person)
    if not rights & {Right.READ, Right.READ_OWN}:
        return {"today": None}
    narrow = Narrow.read(request.GET)
    sections, people = sections_and_people(person)
    return {
        **_today(request, narrow),
        "narrow": narrow,
        "sections": sections,
        "people": people,
        "may_write": bool(rights & {Right.WRITE, Right.WRITE_OWN}),
        "may_recall": Right.HIDE in rights,
        "may_report": Right.READ in rights,
        "may_settle": Right.REVIEW in rights,
        "rights_ending": _rights_ending(rights),
    }


def _rights_ending(rights: frozenset[Right]) -> int:
    """Count the pictures whose rights end within a week, for those who can do something about it."""
    if Right.WITHDRAW_PICTURES not in rights:
        return 0
    return Image.objects.rights_ending(timezone.now()).count()


@require_safe
def today_view(request: HttpRequest) -> HttpResponse:
    """Answer an open first page: the parts that htmx puts in place, or 204 while nothing changed."""
    if not rights_of(person_of(request)) & {Right.READ, Right.READ_OWN}:
        return HttpResponse(status=403)
    today = _today(request, Narrow.read(request.GET))
    if request.GET.get("seen") == today["seen"]:
        return HttpResponse(status=204)
    return HttpResponse(render_to_string("desk/_today.html", today, request))


def _today(request: HttpRequest, narrow: Narrow) -> dict[str, Any]:
    """Draw the parts that change by themselves; ``seen`` names what they say."""
    person, now = person_of(request), timezone.now()
    waiting = waiting_for(person, now)
    most = None if "all" in request.GET else MOST_WAITING
    context = {
        "waiting": waiting[:most],
        "waiting_total": len(waiting),
        "waiting_more": len(waiting) - len(waiting[:most]),
        "columns": board(person, now, narrow),
        "line": day_line(person, now),
        "narrow": narrow,
    }
    parts: dict[str, SafeString] = {
        name: mark_safe(render_to_string(f"desk/_{name}.html", context))  # noqa: S308 - our own templates
        for name in ("waiting", "day_line", "board")
    }
    words = "".join(parts.values())
    return {"today": parts, "seen": hashlib.sha256(words.encode()).hexdigest()[:24]}
