"""The bell: how much is unread, what it is, and the way from a line to its story; what is told is decided in notices."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from articles import notices
from articles.desk.badges import clock
from articles.models.notice import About, Notice
from newsroom import keyset
from newsroom.admin import person_of

ON_A_PAGE = 50
_LARGEST_KEY = 2**63 - 1

# Where the story waits for what the person is to do about it.
_PLACES = {
    About.ASKED: "review",
    About.SECOND_READ: "review",
    About.FAILED: "review",
    About.MENTIONED: "notes",
}


def unread_of(request: HttpRequest) -> int:
    """Return how many unread notices the person has, in one query."""
    return Notice.objects.known_to(person_of(request)).unread().count()


@require_safe
def bell_view(request: HttpRequest) -> HttpResponse:
    """List what the person was told, newest first."""
    rows = Notice.objects.known_to(person_of(request)).newest_first()
    try:
        page = keyset.page(rows, before=request.GET.get("before", ""), size=ON_A_PAGE, fields=("at", "id"))
    except keyset.BadPlace as fault:
        raise Http404("There is no such place in the list.") from fault
    now = timezone.now()
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Bell",
        "lines": [(notice, clock(notice.at, now)) for notice in page.rows],
        "older": page.older,
        "first_page": not request.GET.get("before"),
        "newest": max((notice.pk for notice in page.rows), default=0),
    }
    return TemplateResponse(request, "desk/bell.html", context)


@require_safe
def bell_count_view(request: HttpRequest) -> HttpResponse:
    """Answer the bar, which asks every 20 seconds: nothing while the number on it is right."""
    unread = unread_of(request)
    if request.GET.get("shown") == str(unread):
        return HttpResponse(status=204)
    return TemplateResponse(request, "desk/_bell.html", {"unread": unread})


@require_safe
def bell_open_view(request: HttpRequest, key: int) -> HttpResponse:
    """Go to the story of a notice, which is read then."""
    notice = (
        Notice.objects.known_to(person_of(request)).filter(pk=key).first() if key <= _LARGEST_KEY else None
    )
    if notice is None:
        raise Http404("There is no such notice under your bell.")
    notices.open_notice(notice=notice, now=timezone.now())
    place = _PLACES.get(About(notice.about), "change")
    return HttpResponseRedirect(reverse(f"admin:articles_article_{place}", args=[notice.article_id]))


@require_POST
def bell_read_view(request: HttpRequest) -> HttpResponse:
    """Mark as read what was on the page; what came since stays new."""
    newest = request.POST.get("newest", "")
    if newest.isascii() and newest.isdigit() and int(newest) <= _LARGEST_KEY:
        count = notices.mark_read(person=person_of(request), now=timezone.now(), up_to=int(newest))
        messages.success(request, f"{count} marked as read." if count else "Nothing was unread.")
    return HttpResponseRedirect(reverse("admin:bell"))
