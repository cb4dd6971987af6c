"""What search engines read of a story (schema.org NewsArticle); the same facts as on the page, none beside them."""

from __future__ import annotations

import json
import re
from datetime import datetime

from django.urls import reverse
from django.utils.safestring import SafeString

from articles.models.version import PublishedVersion
from articles.press import cards
from articles.press.json_ld import Facts, breadcrumbs, picture, publisher, said, script
from articles.press.story import Credit, Story
from newsroom.models.masthead import Masthead
from newsroom.templatetags.paper import absolute, search_pictures

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


def story_scripts(story: Story, masthead: Masthead) -> list[SafeString]:
    """Return the JSON-LD of a story's page: the story, and the way to it."""
    version = story.version
    section = (version.section.name, version.section.get_absolute_url())
    way = breadcrumbs(masthead, [section, (version.headline, version.get_absolute_url())])
    return [script(news_article(story, masthead)), script(way)]


def news_article(story: Story, masthead: Masthead) -> Facts:
    """Return the facts of a story."""
    version = story.version
    notes = (*story.retractions, *story.corrections, *story.later_notes)
    return said(
        {
            "@type": "NewsArticle",
            "headline": version.headline,
            "description": version.standfirst,
            "abstract": " ".join(point.text for point in story.points),
            "mainEntityOfPage": absolute(version.get_absolute_url()),
            "datePublished": _moment(version.published_at),
            "dateModified": _moment(version.updated_at),
            "inLanguage": version.language,
            "articleSection": version.section.name,
            "keywords": [topic["name"] for topic in story.topics],
            "wordCount": version.word_count,
            "isAccessibleForFree": True,
            "image": _images(version),
            "author": [_author(credit) for credit in story.credits],
            "publisher": publisher(masthead),
            "hasPart": quick_take(version),
            "correction": [
                {"@type": "CorrectionComment", "text": note.note, "datePublished": _moment(note.at)}
                for note in notes
            ],
        }
    )


def quick_take(version: PublishedVersion) -> Facts:
    """Return the box as a part of its own, so that what is said of its origin is not said of the story."""
    if not version.has_quick_take:
        return {}
    return said(
        {
            "@type": "WebPageElement",
            "name": "Quick Take",
            "cssSelector": ".quick-take",
            "description": version.sentence,
            "digitalSourceType": digital_source(version),
            "publishingPrinciples": f"{absolute(version.get_absolute_url())}how/",
        }
    )


def digital_source(version: PublishedVersion) -> str:
    """Return IPTC's word for how the points came about; empty where no machine had a part in them.

    Only what a trained model wrote is “trained”; an engine that picks sentences by a rule is not.
    """
    origins = {bullet["origin"] for bullet in json.loads(version.bullets)}
    if origins <= {"newsroom"}:
        return ""
    if not version.provenance.get("model"):
        return "https://schema.org/AlgorithmicMediaDigitalSource"
    if origins == {"machine"}:
        return "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    return "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"


def _images(version: PublishedVersion) -> list[Facts]:
    """Return the picture in every shape that search engines ask for, with what is known of it, or the card in its place."""
    hero = version.shown_hero
    if hero is None:
        card = cards.shown(version)
        return [picture(card.address, card.width, card.height)] if card else []
    words = {
        "caption": version.hero_caption,
        "creditText": hero.credit,
        "creator": {"@type": "Person", "name": hero.creator} if hero.creator else {},
        "copyrightNotice": hero.copyright,
        # Terms in words are no address, and only an address tells a machine something.
        "license": hero.rights if _ADDRESS.fullmatch(hero.rights) else "",
    }
    return [said(picture(*found) | words) for found in search_pictures(hero)]


def _author(credit: Credit) -> Facts:
    return said(
        {
            "@type": "Person" if credit.is_person else "Organization",
            "name": credit.name,
            "url": absolute(reverse("press:author", args=[credit.slug])),
            "jobTitle": credit.title if credit.is_person else "",
        }
    )


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
