"""What all pages of a story on the desk share: finding it for this person, its badges, tabs and buttons."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from articles import policies
from articles.actions.ask import may_ask
from articles.actions.keep_from_search import may_keep_from_search
from articles.confidence import may_decide_who_knows
from articles.desk.badges import clock, public_badges, stage_badge, with_standing
from articles.desk.choices import choices_of
from articles.desk.due import asked_of
from articles.desk.note_list import notes_of
from articles.desk.sheet import sheet_of
from articles.models.article import Article
from articles.models.version import PublishedVersion
from newsroom.admin import person_of
from newsroom.models.user import User
from newsroom.roles import rights_of


def story_for(request: HttpRequest, pk: int) -> Article:
    """Return the story if this person may know of it; to everyone else it does not exist."""
    if not rights_of(person_of(request)):
        raise PermissionDenied
    found = Article.objects.visible_to(person_of(request)).filter(pk=pk)
    article = found.select_related("section", "kind", "head", "head__saved_by").first()
    if article is None:
        raise Http404("There is no such story on your desk.")
    return article


def head_of_page(article: Article, person: User, now: datetime) -> dict[str, Any]:
    """Return what every page of a story shows: badges, tabs, and the moves that make sense for the person."""
    with_columns = with_standing(Article.objects.filter(pk=article.pk), now).get()
    offered = policies.offered(article, person, now)
    live = PublishedVersion.objects.live(now).filter(article_id=article.pk).select_related("section").first()
    return {
        "article": article,
        "live_url": live.get_absolute_url() if live else "",
        "badges": [stage_badge(article), *public_badges(with_columns, now)],
        "offered": offered,
        "choices": choices_of(article, offered),
        "asked": asked_of(article, now),
        "may_ask_somebody": not may_ask(article, person, now),
        "talk": SimpleLazyObject(lambda: notes_of(article, now)),
        "sheet": sheet_of(article, person, now),
        "may_keep_from_search": may_keep_from_search(person),
        "may_confide": may_decide_who_knows(article, person),
        "tabs": _tabs(article),
        "changed": clock(article.head.saved_at if article.head else article.changed_at, now),
    }


def answer(
    request: HttpRequest, article: Article, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Show one of the story's pages with its head."""
    everything = {
        **admin.site.each_context(request),
        **head_of_page(article, person_of(request), timezone.now()),
        "title": article.headline,
        **context,
    }
    return TemplateResponse(request, template, everything, status=status)


def _tabs(article: Article) -> list[tuple[str, str, str]]:
    pages = (("write", "Write", "change"), ("review", "Review", "review"), ("history", "History", "history"))
    found = [
        (key, label, reverse(f"admin:articles_article_{page}", args=[article.pk]))
        for key, label, page in pages
    ]
    return [*found, ("preview", "Preview", reverse("preview", args=[article.pk]))]
