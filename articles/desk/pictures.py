"""Pictures in stories: where one is used, and which may not be chosen any more; the store is newsroom.pictures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from articles import markup
from articles.models.article import Article
from articles.models.version import PublishedVersion
from authors.models.author import Author
from newsroom.models.image import Image
from newsroom.models.user import User
from newsroom.pictures import Use, Uses

MOST_USES = 100


def uses_of(image: Image, person: User, now: datetime) -> Uses:
    """Say where a picture stands: for everyone what is public, of the desk only what the person may know of."""
    name = str(image.file.name)
    live = PublishedVersion.objects.live(now).filter(Q(hero=image) | Q(html__contains=name))
    stories = Article.objects.visible_to(person).filter(Q(hero=image) | Q(body__contains=name))
    public = [
        Use(version.headline, version.get_absolute_url(), _how(version.hero_id, image))
        for version in live.select_related("section").defer("text").newest_first()[:MOST_USES]
    ]
    public += [
        Use(author.name, author.get_absolute_url(), "as a portrait")
        for author in Author.objects.filter(portrait=image).order_by("name")
    ]
    desk = [
        Use(
            story.headline,
            reverse("admin:articles_article_change", args=[story.pk]),
            _how(story.hero_id, image),
        )
        for story in stories.order_by("-changed_at")[:MOST_USES]
    ]
    return Uses(tuple(public), tuple(desk))


def _how(hero_id: int | None, image: Image) -> str:
    return "as its picture" if hero_id == image.pk else "in its text"


def refused_hero(stored: Article, chosen: Image | None, now: datetime) -> str:
    """Say why a picture may not be chosen for a story; one that the story has already stays."""
    if chosen is None or chosen.pk == stored.hero_id:
        return ""
    said = chosen.why_not(now)
    return f"{said} Choose another picture; the rest of what you typed is kept." if said else ""


def out_of_text(body: str, now: datetime) -> list[tuple[str, str]]:
    """Return for each picture in a saved text that may not be shown any more why, and where its page is."""
    if "<img" not in body:
        return []
    names = [address.removeprefix(settings.MEDIA_URL) for address in markup.render(body).images]
    rows = Image.objects.filter(file__in=names).order_by("pk")
    return [
        (
            f"{said}{' Readers do not see it.' if image.is_withdrawn else ''} It stands in the saved text: take it out.",
            reverse("admin:newsroom_image_change", args=[image.pk]),
        )
        for image in rows
        if (said := image.why_not(now))
    ]


def refused_in_text(stored_body: str, body: str, now: datetime) -> Iterator[str]:
    """Yield why pictures that are new in a text may not stand there; the others stay."""
    if "<img" not in body:
        return
    before = set(markup.render(stored_body).images)
    fresh = [address for address in markup.render(body).images if address not in before]
    names = [address.removeprefix(settings.MEDIA_URL) for address in fresh]
    for image in Image.objects.filter(file__in=names):
        if said := image.why_not(now):
            yield f"{said} Take it out of the text; the rest of what you typed is kept."
