"""What search engines read of the pages that are neither a story nor a list of one owner: about, follow, archive, how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from articles.models.version import PublishedVersion
from articles.press.json_ld import Facts, breadcrumbs, item_list, paper_id, publisher, script
from newsroom.models.masthead import Masthead
from newsroom.templatetags.paper import absolute

Step = tuple[str, str]


def page_scripts(
    kind: str, way: Sequence[Step], masthead: Masthead, more: Mapping[str, Any] | None = None
) -> list[SafeString]:
    """Return the JSON-LD of a page: ``kind`` is schema.org's, ``way`` its (name, path) and those of what is above it first."""
    name, path = way[-1]
    page = {
        "@type": kind,
        "name": name,
        "url": absolute(path),
        "inLanguage": masthead.language,
        "isPartOf": {"@type": "WebSite", "name": masthead.name, "url": absolute(reverse("press:home"))},
        "publisher": {"@id": paper_id()},
    }
    return [script(page | dict(more or {})), script(breadcrumbs(masthead, way))]


def about_scripts(masthead: Masthead) -> list[SafeString]:
    """Return the JSON-LD of the page about the paper."""
    paper = publisher(masthead)
    if masthead.strapline:
        paper["description"] = masthead.strapline
    way = [(gettext("About this paper"), reverse("press:about"))]
    return page_scripts("AboutPage", way, masthead, {"mainEntity": paper})


def archive_scripts(
    masthead: Masthead, steps: Iterable[Step] = (), stories: Iterable[PublishedVersion] = ()
) -> list[SafeString]:
    """Return the JSON-LD of the archive, or of a month or day in it with what came out."""
    way = [(gettext("Archive"), reverse("press:archive")), *steps]
    listed = item_list(stories)
    return page_scripts("CollectionPage", way, masthead, {"mainEntity": listed} if listed else {})


def how_scripts(version: PublishedVersion, masthead: Masthead) -> list[SafeString]:
    """Return the JSON-LD of the page that tells how a story's Quick Take was made."""
    story = version.get_absolute_url()
    way = [
        (version.section.name, version.section.get_absolute_url()),
        (version.headline, story),
        (gettext("How this Quick Take was made"), f"{story}how/"),
    ]
    about: Facts = {"@type": "NewsArticle", "headline": version.headline, "url": absolute(story)}
    return page_scripts("WebPage", way, masthead, {"about": about})
