"""The story as readers would see it if it went out now, saved or as typed; for people with an account, stored nowhere."""

from __future__ import annotations

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from articles import actions, documents, markup
from articles.desk import byline
from articles.desk.pages import story_for
from articles.desk.writing import kept_for
from articles.models.article import Article, Byline
from articles.models.kind import Kind
from articles.models.quicktake import QuickTake
from articles.models.revision import Revision
from articles.models.source import Source
from articles.models.taxonomy import Section, Topic
from articles.models.unsaved import UnsavedText
from articles.press import chrome, frame
from articles.press.views import article_context
from articles.summaries.words import collapse
from authors.models.author import Author
from newsroom.admin import person_of
from newsroom.models.image import Image
from newsroom.roles import rights_of

_PLAIN = ("headline", "standfirst", "hero_alt", "hero_caption")


def _framed(view: Any) -> Any:
    """Let the desk put a preview beside its form; no other page of the house may be framed, and no other site may."""
    own = csp_replace({"frame-ancestors": [SELF]})
    return never_cache(
        login_required(require_safe(own(xframe_options_sameorigin(frame.in_house_language(view)))))
    )


@_framed
def preview_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the head."""
    article = story_for(request, pk)
    if article.head is None:
        raise Http404("There is no text yet.")
    return _show(request, article, article.head, f"Revision {article.head.number}")


@_framed
def typed_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what the person typed over the head, or the head where nothing is unsaved."""
    article = story_for(request, pk)
    kept = kept_for(person_of(request), article)
    if article.head is None:
        raise Http404("There is no text yet.")
    if kept is None:
        return _show(request, article, article.head, f"Revision {article.head.number}")
    return _show_typed(request, article, kept)


@_framed
def new_view(request: HttpRequest, token: str) -> HttpResponse:
    """Show a story that was never saved to the person who types it."""
    if not rights_of(person_of(request)):
        raise PermissionDenied
    kept = UnsavedText.objects.filter(person=person_of(request), article=None, token=token).first()
    section, kind = Section.objects.order_by("position", "pk").first(), Kind.objects.order_by("pk").first()
    if kept is None or section is None or kind is None:
        return render(request, "desk/preview_nothing.html", {"reason": "Nothing is typed yet."})
    return _show_typed(request, Article(section=section, kind=kind), kept)


def _show_typed(request: HttpRequest, article: Article, kept: UnsavedText) -> HttpResponse:
    """Put what was typed over the story in memory; what cannot be kept so is said in the place of the page."""
    _put_on(article, kept.fields)
    try:
        rendered = markup.render(markup.sanitise(article.body))
    except markup.MarkupError as refused:
        return render(request, "desk/preview_nothing.html", {"reason": str(refused)})
    head = article.head
    revision = Revision(
        **{name: collapse(getattr(article, name)) for name in _PLAIN},
        html=rendered.html,
        text=rendered.text,
        hero=article.hero,
        bylines=_names(kept.fields["byline"]) if "byline" in kept.fields else head.bylines if head else [],
        sources=[
            {"name": source.name, "url": source.url}
            for source in Source.objects.filter(pk__in=_keys(kept, "sources")).order_by("name")
        ],
    )
    topics = Topic.objects.filter(pk__in=_keys(kept, "topics"))
    return _show(request, article, revision, "What you typed", topics)


def _keys(kept: UnsavedText, name: str) -> list[str]:
    return [key for key in kept.fields.get(name, []) if str(key).isdigit()]


def _names(value: str) -> list[dict[str, Any]]:
    """Return the typed names as a version would show them; a person who is gone is left out."""
    names = byline.names_of(value)
    keys = [author for author, _ in names if author.isdecimal()]
    known = {str(row.pk): row for row in Author.objects.select_related("portrait").filter(pk__in=keys)}
    return documents.frozen(
        Byline(author=known[author], role=role) for author, role in names if author in known
    )


def _put_on(article: Article, fields: dict[str, Any]) -> None:
    for name in (*_PLAIN, "body", "language"):
        if name in fields:
            setattr(article, name, fields[name])
    article.headline = article.headline or "No headline yet"
    # Half an address would lead nowhere; the page only has to be able to name one.
    article.slug = slugify(fields.get("slug", "")) or article.slug or "preview"
    models: tuple[tuple[str, Any], ...] = (("section", Section), ("kind", Kind), ("hero", Image))
    for name, model in models:
        key = str(fields.get(name, ""))
        found = model.objects.filter(pk=key).first() if key.isdigit() else None
        if found is not None or name == "hero":
            setattr(article, name, found)
    if article.hero is not None and not article.hero_alt.strip():
        article.hero_alt = "No alt text yet"


def _show(
    request: HttpRequest, article: Article, revision: Revision, what: str, topics: Any = None
) -> HttpResponse:
    """Show an unsaved version with the press side's own page, or a phone with that page in it."""
    shown = {"article": article, "what": what, "framed": "frame" in request.GET}
    if request.GET.get("width") == "phone":
        return render(request, "desk/preview_phone.html", {**shown, "masthead": chrome.current().masthead})
    quick_take = QuickTake.objects.newest_of(article.head_id) if article.head_id else None
    if quick_take is not None and not quick_take.kept():
        quick_take = None
    now = timezone.now()
    version = actions.compose(article=article, revision=revision, now=now, quick_take=quick_take)
    wanted = article.topics.all() if topics is None else topics
    rows = [{"name": topic.name, "slug": topic.slug} for topic in wanted.order_by("name")]
    house = chrome.current()
    context = {
        **article_context(version, now=now, topics=rows),
        **shown,
        "chrome": house,
        "masthead": house.masthead,
        "now": now,
        "revision": revision,
    }
    return render(request, "desk/preview.html", context)
