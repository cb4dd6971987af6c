"""The card of a story without a picture: its address, and the picture itself while the story is public."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models.version import PublishedVersion
from articles.press import chrome, respond, stories
from newsroom.cards import HEIGHT, WIDTH, Card, picture_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A card as a page names it."""

    address: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT


def of(version: PublishedVersion) -> Card | None:
    """Return the card of a version; none when it has a picture, or is not stored yet."""
    if version._state.adding or version.shown_hero is not None:
        return None
    kicker = " · ".join(filter(None, (version.section.name, version.kind_label)))
    return Card(paper=chrome.current().masthead.name, kicker=kicker, headline=version.headline)


def shown(version: PublishedVersion) -> Shown | None:
    """Return the card of a version as its page names it."""
    card = of(version)
    if card is None:
        return None
    address = reverse("press:card", args=[version.section.slug, version.slug, card.digest])
    return Shown(address=address, alt=f"{card.paper}: {card.headline}")


@require_safe
def paper_card(request: HttpRequest, digest: str) -> HttpResponseBase:
    """Answer with the paper's own card as its name and strapline stand today."""
    found = chrome.current().card
    if found.digest != digest:
        raise Http404("There is no such card.")
    return respond.document(request, picture_of(found), content_type="image/png")


@require_safe
def card(request: HttpRequest, section: str, slug: str, digest: str) -> HttpResponseBase:
    """Answer with the card of a story as it stands today; there is none of what was or is not public."""
    try:
        version = stories.at_address(section, slug, now=timezone.now())
    except (stories.Gone, stories.Moved) as other:
        raise Http404("There is no such card.") from other
    found = of(version)
    if found is None or found.digest != digest:
        raise Http404("There is no such card.")
    return respond.document(request, picture_of(found), content_type="image/png")
