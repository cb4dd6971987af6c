"""The second read of a text that went out unread: shows what nobody else has read, and takes one confirmation."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import actions, policies
from articles.actions import TransitionBlocked
from articles.desk.history import changes_of
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from articles.models.review import Review
from articles.models.revision import Revision
from articles.models.version import PublishedVersion
from articles.policies import Reason
from newsroom.admin import person_of
from newsroom.roles import Right, rights_of
from newsroom.workflow import Move


@require_http_methods(["GET", "HEAD", "POST"])
def second_read_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the change, or the whole text when nobody read any of it; on POST take the confirmation of exactly this text."""
    article, person, now = story_for(request, pk), person_of(request), timezone.now()
    if Right.REVIEW not in rights_of(person):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, article, policies.blockers(article, Move.SECOND_READ, person, now))
    posted = request.POST.get("seen", "")
    seen = article.head_id if posted == str(article.head_id) else None
    try:
        actions.approve_text(article=article, actor=person, now=now, seen=seen)
    except TransitionBlocked as blocked:
        return _page(request, story_for(request, pk), blocked.reasons, status=422)
    messages.success(request, "Read and confirmed. Nothing changed for readers.")
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def _last_read(article: Article) -> Revision | None:
    """Return the newest earlier revision whose text somebody approved."""
    if article.head is None:
        return None
    read = Review.objects.allowing_text().filter(article=article, revision__number__lt=article.head.number)
    found = read.select_related("revision").order_by("-revision__number").first()
    return found.revision if found else None


def _page(
    request: HttpRequest, article: Article, reasons: tuple[Reason, ...], *, status: int = 200
) -> HttpResponse:
    read, now = _last_read(article), timezone.now()
    live = PublishedVersion.objects.live(now).filter(article_id=article.pk).first()
    context: dict[str, Any] = {
        "revision": article.head,
        "read": read,
        "changes": changes_of(read, article.head) if read and article.head else [],
        "live": live,
        "reasons": reasons,
        "shortcuts": person_of(request).shortcuts,
        "story_fields": (),
    }
    return answer(request, article, "desk/second_read.html", context, status=status)
