"""Who else has a story open, in a line that renews itself; told only to people who may know of the story."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.actions.presence import GONE_AFTER, be_present
from articles.desk.badges import clock
from articles.desk.pages import story_for
from articles.models.article import Article
from articles.models.presence import Place, Presence
from newsroom.admin import person_of
from newsroom.models.user import User

MOST_PEOPLE = 8


@require_POST
def here_view(request: HttpRequest, pk: int, place: str) -> HttpResponse:
    """Take a heart-beat and answer with who else is there; nothing is sent when that is already on the page."""
    if place not in Place.values:
        raise Http404("Stories are open for writing or for review.")
    article, person, now = story_for(request, pk), person_of(request), timezone.now()
    be_present(article=article, actor=person, place=Place(place), now=now)
    lines = others_at(article, person, now)
    state = state_of(lines)
    if request.POST.get("state", "") == state:
        return HttpResponse(status=204)
    context = {"article": article, "place": place, "present": lines, "presence_state": state}
    return render(request, "desk/_presence.html", context)


def others_at(article: Article, person: User, now: datetime) -> list[str]:
    """Return a sentence for everyone else at the story, the longest there first."""
    rows = (
        Presence.objects.filter(article=article, seen_at__gte=now - GONE_AFTER)
        .exclude(person=person)
        .select_related("person")
        .order_by("since", "pk")[:MOST_PEOPLE]
    )
    words = {Place.WRITE: "has had this open since", Place.REVIEW: "has been reviewing this since"}
    return [f"{row.person} {words[Place(row.place)]} {clock(row.since, now)}." for row in rows]


def state_of(lines: list[str]) -> str:
    """Return a word for what a page shows, so that unchanged lines are not read aloud again."""
    return sha256("\n".join(lines).encode()).hexdigest()[:12] if lines else "none"
