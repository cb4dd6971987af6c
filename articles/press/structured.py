"""What search engines read of a story (schema.org NewsArticle); the same facts as on the page, none beside them."""

from __future__ import annotations

import json
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.press.story import Story
from newsroom.images import RATIOS
from newsroom.models.masthead import Masthead
from newsroom.templatetags.paper import absolute, fallback, made

# JSON that stands in a script element must not be able to close it.
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def news_article(story: Story, masthead: Masthead) -> SafeString:
    """Return the JSON-LD of a story. It is data: no browser runs it, so the content policy lets it stand."""
    version = story.version
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": version.headline,
        "description": version.standfirst,
        "mainEntityOfPage": absolute(version.get_absolute_url()),
        "datePublished": version.published_at.isoformat(timespec="seconds"),
        "dateModified": version.updated_at.isoformat(timespec="seconds"),
        "inLanguage": version.language,
        "articleSection": version.section.name,
        "isAccessibleForFree": True,
        "image": _images(story),
        "author": [_author(credit.name, credit.slug, is_person=credit.is_person) for credit in story.credits],
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": masthead.name,
            "url": absolute(reverse("press:home")),
        },
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": note.note,
                "datePublished": note.at.isoformat(timespec="seconds"),
            }
            for note in (*story.retractions, *story.corrections, *story.later_notes)
        ],
    }
    words = json.dumps(
        {key: value for key, value in facts.items() if value}, ensure_ascii=False, separators=(",", ":")
    )
    return mark_safe(words.translate(_ESCAPES))  # noqa: S308 - the three signs that could end the element are escaped


def _images(story: Story) -> list[str]:
    hero = story.version.shown_hero
    if hero is None:
        return []
    ratios = [ratio for ratio in RATIOS if made(hero).get(ratio, {}).get("jpeg")]
    return [absolute(fallback(hero, ratio)[0]) for ratio in ratios] or [absolute(hero.file.url)]


def _author(name: str, slug: str, *, is_person: bool) -> dict[str, str]:
    kind = "Person" if is_person else "Organization"
    return {"@type": kind, "name": name, "url": absolute(reverse("press:author", args=[slug]))}
