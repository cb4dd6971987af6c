"""A front as it will be at a moment, with the press side's own page; for those who order it, never stored anywhere."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.fronts import reach_of
from articles.models.article import Article
from articles.models.taxonomy import Section
from articles.models.version import PublishedVersionQuerySet
from articles.press import chrome, fronts, stories
from articles.press.frame import in_house_language
from newsroom.admin import person_of
from newsroom.models.user import User

FARTHEST = timedelta(days=366)


@never_cache
@login_required
@require_safe
@in_house_language
def front_preview_view(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Show home or a section as it will be at ``?at=``; now, when nothing or no moment is said."""
    section = get_object_or_404(Section, slug=slug) if slug else None
    person = person_of(request)
    if not reach_of(person).has(section):
        raise PermissionDenied
    now = timezone.now()
    at, said = _moment(request.GET.get("at", ""), now)
    live = _live_for(person, at, now)
    context = (
        fronts.section_context(live, section=section, now=at)
        if section
        else fronts.home_context(live, now=at)
    )
    frame = chrome.current()
    desk = reverse("admin:front", args=[section.slug]) if section else reverse("admin:front_home")
    context |= {
        "chrome": frame,
        "masthead": frame.masthead,
        "now": at,
        "typed": f"{timezone.localtime(at):%Y-%m-%dT%H:%M}",
        "refusal": said,
        "desk_url": desk,
        "front_name": section.name if section else "Home",
    }
    template = "desk/front_preview_section.html" if section else "desk/front_preview_home.html"
    return render(request, template, context)


def _moment(typed: str, now: datetime) -> tuple[datetime, str]:
    """Read a moment of the newsroom's time, and say what was wrong with it."""
    try:
        at = parse_datetime(typed)
    except ValueError:
        at = None
    if at is None:
        return now, "This is no moment: the front is shown as it is now." if typed else ""
    at = at if timezone.is_aware(at) else timezone.make_aware(at)
    if at <= now:
        return now, "This hour is over: the front is shown as it is now."
    if at > now + FARTHEST:
        return now, "That is more than a year ahead: the front is shown as it is now."
    return at, ""


def _live_for(person: User, at: datetime, now: datetime) -> PublishedVersionQuerySet:
    """Return what will be live, without scheduled stories that the person may not know of yet."""
    known = Article.objects.visible_to(person).values("pk")
    return stories.live(at).filter(Q(public_from__lte=now) | Q(article__in=known))
