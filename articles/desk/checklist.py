"""The checklist of a story on the desk: answering it, in place or on its own page; what it asks is articles/checklists.py."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import actions
from articles.actions import TransitionBlocked
from articles.desk.pages import answer, story_for
from articles.desk.sheet import Sheet, sheet_of
from articles.models.article import Article
from newsroom.admin import person_of
from newsroom.models.user import User
from newsroom.workflow import Move


def _tick(article: Article, person: User, now: datetime, posted: Any) -> None:
    seen = posted.get("seen", "")
    actions.tick(
        article=article,
        actor=person,
        now=now,
        question=posted["question"],
        seen=int(seen) if seen.isascii() and seen.isdecimal() else 0,
    )


def _untick(article: Article, person: User, now: datetime, posted: Any) -> None:
    actions.untick(article=article, actor=person, now=now, question=posted["question"])


def _waive(article: Article, person: User, now: datetime, posted: Any) -> None:
    because = posted.get("because", "")
    actions.waive(article=article, actor=person, now=now, question=posted["question"], because=because)


_ANSWERS: dict[str, Callable[[Article, User, datetime, Any], None]] = {
    "tick": _tick,
    "untick": _untick,
    "waive": _waive,
}


@require_http_methods(["GET", "HEAD", "POST"])
def checklist_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the checklist on its own page; on POST store one answer and go back to where it was given."""
    article, person, now = story_for(request, pk), person_of(request), timezone.now()
    if request.method != "POST":
        return _page(request, article, sheet_of(article, person, now))
    refusal = ""
    act = _ANSWERS.get(request.POST.get("do", ""))
    if act is None or "question" not in request.POST:
        refusal = "That was no answer to the checklist. Nothing was changed."
    else:
        try:
            act(article, person, now, request.POST)
        except TransitionBlocked as blocked:
            refusal = str(blocked)
    if refusal or request.headers.get("HX-Request"):
        return _again(request, pk, refusal)
    return HttpResponseRedirect(_place(article, request.POST.get("place", "")) + "#checklist")


def _again(request: HttpRequest, pk: int, refusal: str) -> HttpResponse:
    """Show it as it is now, with what was refused and typed; alone to htmx, on its own page to everybody else."""
    article, person = story_for(request, pk), person_of(request)
    sheet = sheet_of(
        article,
        person,
        timezone.now(),
        refusal=refusal,
        question=request.POST.get("question", "") if refusal else "",
        typed=request.POST.get("because", "") if refusal else "",
    )
    if not request.headers.get("HX-Request"):
        return _page(request, article, sheet, status=409)
    context = {
        "article": article,
        "sheet": sheet,
        "place": request.POST.get("place", ""),
        "sheet_open": True,
        "alone": True,
    }
    return render(request, "desk/_checklist.html", context)


def _page(request: HttpRequest, article: Article, sheet: Sheet, *, status: int = 200) -> HttpResponse:
    context = {"tab": "checklist", "sheet": sheet, "place": "checklist", "sheet_open": True}
    return answer(request, article, "desk/checklist.html", context, status=status)


def _place(article: Article, place: str) -> str:
    """Return the address of the page on which the answer was given; unknown words lead to the checklist's own."""
    if place in Move.values:
        return reverse("admin:articles_article_move", args=[article.pk, place])
    known = place if place in {"review", "checklist"} else "checklist"
    return reverse(f"admin:articles_article_{known}", args=[article.pk])
