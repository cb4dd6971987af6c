"""What the paper says of itself: its policies, and how to follow it; the words are the masthead's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop, pgettext
from django.views.decorators.http import require_safe

from articles.models.taxonomy import Topic
from articles.models.version import PublishedVersion
from articles.press import chrome, respond
from articles.press.feeds.formats import FORMATS
from articles.press.structured_pages import about_scripts, page_scripts
from authors.models.author import Author
from newsroom.models.masthead import Crawlers

# A page that lists every author of a large paper helps nobody; theirs stand at the foot of their own pages.
MOST_IN_A_GROUP = 200
# What robots.txt says, for people.
CRAWLERS_IN_WORDS: dict[str, str] = {
    Crawlers.ALLOW.value: gettext_noop(
        "Everyone may read what is public here, machines that learn from it included."
    ),
    Crawlers.SEARCH.value: gettext_noop(
        "Search engines and services that answer with a link to us may read what is public here. "
        "We ask those who gather text to train models not to."
    ),
    Crawlers.REFUSE.value: gettext_noop(
        "Search engines may read what is public here. We ask every crawler of machine learning not to."
    ),
}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in every format: ``addresses`` are (format, path)."""

    name: str
    addresses: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Feeds under one heading; a ``long`` one is folded."""

    name: str
    feeds: Sequence[Feed]
    long: bool = False


@require_safe
def about(request: HttpRequest) -> HttpResponseBase:
    """Say by which rules the paper works, who answers for it and how to reach them."""
    crawlers = gettext(CRAWLERS_IN_WORDS[chrome.current().masthead.ai_crawlers])
    context = {"crawlers": crawlers, "structured": about_scripts(chrome.current().masthead)}
    return respond.page(request, "press/about.html", context, now=timezone.now())


@require_safe
def follow(request: HttpRequest) -> HttpResponseBase:
    """Explain to people what feeds are, and list them."""
    way = [(pgettext("the page with feeds and channels", "Follow"), reverse("press:follow"))]
    structured = page_scripts("WebPage", way, chrome.current().masthead)
    context = {"groups": _groups(), "structured": structured}
    return respond.page(request, "press/follow.html", context, now=timezone.now())


def addresses(name: str, *args: str) -> tuple[tuple[str, str], ...]:
    """Return the addresses of one feed in every format, by the name that its RSS has in the list of addresses."""
    return tuple((one.label, reverse(f"press:{name}{one.suffix}", args=args)) for one in FORMATS.values())


def _groups() -> list[Group]:
    live = PublishedVersion.objects.live(timezone.now())
    topics = Topic.objects.filter(Exists(live.filter(topics=OuterRef("pk")))).order_by("name")
    authors = Author.objects.filter(Exists(live.filter(authors=OuterRef("pk")))).order_by("name")
    whole = [
        Feed(gettext("Every story"), addresses("feed")),
        Feed(gettext("Each day’s Quick Takes"), addresses("digest_feed")),
        Feed(gettext("Corrections"), addresses("corrections_feed")),
    ]
    groups = [
        Group(gettext("The whole paper"), whole),
        Group(gettext("One section"), _feeds("section_feed", chrome.current().sections)),
        Group(gettext("One topic"), _feeds("topic_feed", topics[:MOST_IN_A_GROUP]), long=True),
        Group(gettext("One author"), _feeds("author_feed", authors[:MOST_IN_A_GROUP]), long=True),
    ]
    return [group for group in groups if group.feeds]


def _feeds(name: str, owners: Iterable[Any]) -> list[Feed]:
    return [Feed(owner.name, addresses(name, owner.slug)) for owner in owners]
