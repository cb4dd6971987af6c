"""A public version as readers saw it, with the press side's own page; for the desk alone, and never an address for readers."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.desk.pages import story_for
from articles.models.version import PublishedVersion
from articles.press import chrome
from articles.press.frame import in_house_language
from articles.press.views import article_context


@never_cache
@require_safe
@in_house_language
def version_view(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show one version; its Quick Take as well where readers saw it before it was hidden."""
    article, now = story_for(request, pk), timezone.now()
    versions = PublishedVersion.objects.filter(article_id=article.pk, number=number)
    version = versions.select_related("section", "hero", "kind").first()
    if version is None:
        raise Http404("There is no such version.")
    hidden_at = _box_seen_until(version)
    if hidden_at is not None:
        version.quick_take_hidden_at = None
    topics = [{"name": topic.name, "slug": topic.slug} for topic in version.topics.order_by("name")]
    frame = chrome.current()
    context = {
        **article_context(version, now=version.public_until or now, topics=topics),
        "chrome": frame,
        "masthead": frame.masthead,
        "now": now,
        "article": article,
        "seen": version.has_started(now),
        "live": version.is_live(now),
        "hidden_at": hidden_at,
    }
    return render(request, "desk/version.html", context)


def _box_seen_until(version: PublishedVersion) -> datetime | None:
    """Return when the box was hidden from readers who had seen it; None when they had not, or see it still."""
    hidden_at, until = version.quick_take_hidden_at, version.public_until
    if hidden_at is None or hidden_at <= version.public_from or (until is not None and hidden_at >= until):
        return None
    return hidden_at
