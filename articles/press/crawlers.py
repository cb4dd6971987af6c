"""robots.txt: what crawlers may read, and what the masthead says to those of machine learning; it cannot force anybody."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.press import chrome, respond
from newsroom.models.masthead import Crawlers

# Desk and preview are behind a log-in anyhow; this spares their owners the refusals.
CLOSED = ("/admin/", "/preview/")
# Those that gather text to train models, by the names that their owners publish.
TRAINING = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-training-data-crawler",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "ICC-Crawler",
    "meta-externalagent",
    "omgili",
    "PanguBot",
    "Timpibot",
    "Webzio-Extended",
)
# Those that look something up for somebody who asked, and answer with a link.
SEARCH = (
    "Amzn-SearchBot",
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "DuckAssistBot",
    "meta-externalfetcher",
    "MistralAI-User",
    "OAI-SearchBot",
    "Perplexity-User",
    "PerplexityBot",
    "YouBot",
)
REFUSED: dict[str, tuple[str, ...]] = {
    Crawlers.ALLOW.value: (),
    Crawlers.SEARCH.value: TRAINING,
    Crawlers.REFUSE.value: (*TRAINING, *SEARCH),
}


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """Let everyone read what is public, but those whom the masthead refuses."""
    refused = REFUSED[chrome.current().masthead.ai_crawlers]
    sitemaps = [reverse("press:sitemap"), reverse("press:news_sitemap")]
    lines = [
        *_group(("*",), CLOSED),
        # A crawler heeds the group that names it and no other, so this is all that these are told.
        *(_group(refused, ("/",)) if refused else ()),
        *(f"Sitemap: {settings.SITE_URL}{address}" for address in sitemaps),
        "",
    ]
    return respond.document(request, "\n".join(lines).encode(), content_type="text/plain; charset=utf-8")


def _group(names: Sequence[str], closed: Sequence[str]) -> list[str]:
    return [
        *(f"User-agent: {name}" for name in names),
        *(f"Disallow: {path}" for path in closed),
        "",
    ]
