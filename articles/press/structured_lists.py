"""What search engines read of fronts and lists: the paper and its search, what is on the page, whom a page is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from articles.models.taxonomy import Section, Topic
from articles.models.version import PublishedVersion
from articles.press.front import Front
from articles.press.json_ld import Facts, breadcrumbs, item_list, portrait, publisher, said, script
from authors.models.author import Author, AuthorKind
from newsroom.models.masthead import Masthead
from newsroom.templatetags.paper import absolute


def home_scripts(front: Front, masthead: Masthead) -> list[SafeString]:
    """Return the JSON-LD of the front page: the site with its search, the paper, and what is on the page."""
    home = absolute(reverse("press:home"))
    site = {
        "@type": "WebSite",
        "name": masthead.name,
        "description": masthead.strapline,
        "url": home,
        "inLanguage": masthead.language,
        "publisher": publisher(masthead),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{settings.SITE_URL}/search/?q={{words}}"},
            "query-input": "required name=words",
        },
    }
    return [script(site), script(_collection(masthead.name, "", home, stories_of(front)))]


def list_scripts(
    owner: Section | Topic, masthead: Masthead, stories: Iterable[PublishedVersion], *, before: str = ""
) -> list[SafeString]:
    """Return the JSON-LD of a section's or topic's page; ``before`` is the place of a later page."""
    description = owner.description if isinstance(owner, Section) else ""
    page = absolute(owner.get_absolute_url()) + (f"?before={quote(before)}" if before else "")
    way = breadcrumbs(masthead, [(owner.name, owner.get_absolute_url())])
    return [script(_collection(owner.name, description, page, stories)), script(way)]


def author_scripts(author: Author, masthead: Masthead) -> list[SafeString]:
    """Return the JSON-LD of an author's page."""
    person = author.kind == AuthorKind.PERSON
    shown = author.shown_portrait
    facts: Facts = {
        "@type": "Person" if person else "Organization",
        "name": author.name,
        "url": absolute(author.get_absolute_url()),
        "description": author.bio,
        "image": portrait(shown) if shown else None,
        "email": author.email,
        "sameAs": [link["url"] for link in author.links],
    }
    if person:
        facts |= {"jobTitle": author.title, "worksFor": publisher(masthead)}
    page = {"@type": "ProfilePage", "mainEntity": said(facts)}
    return [script(page), script(breadcrumbs(masthead, [(author.name, author.get_absolute_url())]))]


def stories_of(front: Front) -> Iterator[PublishedVersion]:
    """Yield what is on a front page, from top to bottom."""
    if front.lead:
        yield front.lead
    yield from front.seconds
    yield from front.thirds
    yield from front.latest
    for block in front.blocks:
        yield block.lead
        yield from block.lines


def _collection(name: str, description: str, page: str, stories: Iterable[PublishedVersion]) -> Facts:
    return {
        "@type": "CollectionPage",
        "name": name,
        "description": description,
        "url": page,
        "mainEntity": item_list(stories),
    }
