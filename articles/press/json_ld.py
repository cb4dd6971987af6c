"""What structured data of every page is made of: the paper, the way to a page, the script element; no single page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.models.version import PublishedVersion
from newsroom.models.image import Image
from newsroom.models.masthead import Masthead
from newsroom.templatetags.paper import absolute, fallback

Facts = dict[str, Any]
# JSON that stands in a script element must not be able to close it.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
ICON_SIDE = 512
# What schema.org calls a policy → its heading on the page about the paper, and where its words are kept.
POLICIES = {
    "missionCoveragePrioritiesPolicy": ("mission", "mission"),
    "verificationFactCheckingPolicy": ("verification", "verification_policy"),
    "unnamedSourcesPolicy": ("unnamed-sources", "unnamed_sources_policy"),
    "diversityPolicy": ("diversity", "diversity_policy"),
    "ownershipFundingInfo": ("ownership", "ownership"),
}


def script(facts: Mapping[str, Any]) -> SafeString:
    """Return what stands in the element. It is data: no browser runs it, so the content policy lets it stand."""
    whole = {"@context": "https://schema.org", **said(facts)}
    words = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(words.translate(_ESCAPES))  # noqa: S308 - the three signs that could end the element are escaped


def said(facts: Mapping[str, Any]) -> Facts:
    """Leave out what has nothing to say; ``False`` says something."""
    return {key: value for key, value in facts.items() if value not in (None, "", [], {}, ())}


def paper_id() -> str:
    """Return by what every page names the paper."""
    return f"{settings.SITE_URL}/#paper"


def publisher(masthead: Masthead) -> Facts:
    """Return the paper, with its policies where it has any: each address leads to a heading that is there."""
    about = absolute(reverse("press:about"))
    principles = f"{about}#principles" if masthead.principles else ""
    policies = {
        name: f"{about}#{anchor}" for name, (anchor, column) in POLICIES.items() if getattr(masthead, column)
    }
    return said(
        {
            "@type": "NewsMediaOrganization",
            "@id": paper_id(),
            "name": masthead.name,
            "url": absolute(reverse("press:home")),
            "logo": logo(masthead),
            "publishingPrinciples": principles,
            "ethicsPolicy": principles,
            "correctionsPolicy": f"{about}#corrections",
            "masthead": f"{about}#responsible" if masthead.responsible_editor else "",
            "actionableFeedbackPolicy": f"{about}#contact" if masthead.contact_email else "",
            **policies,
            "email": masthead.contact_email,
            "sameAs": [channel["url"] for channel in masthead.channels],
        }
    )


def logo(masthead: Masthead) -> Facts:
    """Return the paper's logo; its sign while it has none."""
    if masthead.logo is not None and not masthead.logo.is_withdrawn:
        return picture(masthead.logo.file.url, masthead.logo.width, masthead.logo.height)
    return picture(static("img/feed-512.png"), ICON_SIDE, ICON_SIDE)


def portrait(image: Image) -> Facts:
    """Return the square cut of a portrait."""
    return picture(*fallback(image, "square"))


def picture(address: str, width: int, height: int) -> Facts:
    """Return a picture with its true size."""
    return {"@type": "ImageObject", "url": absolute(address), "width": width, "height": height}


def item_list(stories: Iterable[PublishedVersion]) -> Facts:
    """Return the stories of a page in their order; empty without any."""
    items = [
        {"@type": "ListItem", "position": position, "url": absolute(version.get_absolute_url())}
        for position, version in enumerate(stories, 1)
    ]
    return {"@type": "ItemList", "itemListElement": items} if items else {}


def breadcrumbs(masthead: Masthead, steps: Sequence[tuple[str, str]]) -> Facts:
    """Return the way from the front page: ``steps`` are (name, path), the page itself last."""
    way = [(masthead.name, reverse("press:home")), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute(path)}
            for position, (name, path) in enumerate(way, 1)
        ],
    }
