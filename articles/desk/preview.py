"""The story as readers would see it if the head went out now; for people with an account, never stored anywhere."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles import actions
from articles.desk.pages import story_for
from articles.models.quicktake import QuickTake
from articles.press import chrome
from articles.press.views import article_context


@never_cache
@login_required
@require_safe
def preview_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show an unsaved version with the press side's own page."""
    article = story_for(request, pk)
    if article.head is None:
        raise Http404("There is no text yet.")
    quick_take = QuickTake.objects.newest_of(article.head_id)
    if quick_take is not None and not quick_take.kept():
        quick_take = None
    now = timezone.now()
    version = actions.compose(article=article, revision=article.head, now=now, quick_take=quick_take)
    topics = [{"name": topic.name, "slug": topic.slug} for topic in article.topics.order_by("name")]
    frame = chrome.current()
    context = {
        **article_context(version, now=now, topics=topics),
        "chrome": frame,
        "masthead": frame.masthead,
        "now": now,
        "article": article,
        "revision": article.head,
    }
    return render(request, "desk/preview.html", context)
