"""What the page for writing knows beside Django's form: where it began, what was kept unsaved, a clash, limits."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone

from articles.desk import byline, clash, compare, typed
from articles.desk.badges import clock
from articles.models.article import Article
from articles.models.taxonomy import Section
from articles.models.unsaved import UnsavedText
from articles.summaries.words import count_words
from newsroom.admin import person_of
from newsroom.models.user import User

MOST_OFFERS = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """Unsaved text that its writer can take up or throw away."""

    headline: str
    kept: str
    take_up: str
    throw_away: str
    moved: bool = False
    changes: tuple[tuple[str, list[compare.Paragraph]], ...] = ()


def context_of(request: HttpRequest, form: Any, article: Article | None) -> dict[str, Any]:
    """Return the page's own part of the context; fills an unbound form with what is taken up."""
    story = article if article is not None and article.pk else None
    saved = typed.stored(story) if story and not form.is_bound else form.stored if story else {}
    context: dict[str, Any] = {
        "base_version": form["base"].value(),
        "was": [
            (name, ",".join(saved[name]) if name in typed.MANY else saved[name]) for name in typed.DETAILS
        ]
        if story
        else [],
        "window": request.POST.get("window") or secrets.token_hex(8),
        "took": request.POST.get("took", ""),
        "token": "" if story else _token(request),
        "limits": {
            str(row[0]): row[1:]
            for row in Section.objects.values_list("pk", "headline_limit", "standfirst_limit")
        },
        "keep_url": _address(story, "unsaved"),
    }
    context["preview_url"] = (
        reverse("preview_typed", args=[story.pk])
        if story
        else reverse("preview_new", args=[context["token"]])
    )
    if form.conflict:
        context |= _clash(form, story, form.base_values, typed.posted(form.data))
    elif not form.is_bound:
        context |= _unsaved(request, form, story, saved)
    return context | _counts(form)


def names_of_form(request: HttpRequest, article: Article) -> QueryDict | None:
    """Return the rows of the byline that the page is to have, where they are not those that the request brings."""
    if request.method != "POST":
        kept = _wanted(request, article) if "take_up" in request.GET else None
        if kept is None or "byline" not in kept.fields:
            return None
        names = QueryDict(mutable=True)
        byline.put_in(names, article, kept.fields["byline"])
        return names
    if not article.pk:
        return None
    base = typed.base_in(request.POST)
    settled = clash.settle(request.POST, article, base)
    if base != article.version:
        # Rows that were posted may be gone since: mine are made anew of those that are stored now.
        settled = settled.copy()
        byline.put_in(settled, article, byline.posted(settled) or "")
    return settled


def _wanted(request: HttpRequest, article: Article) -> UnsavedText | None:
    if article.pk:
        return kept_for(person_of(request), article)
    mine = UnsavedText.objects.filter(person=person_of(request), article=None)
    return mine.filter(token=request.GET["take_up"]).first()


def kept_for(person: User, article: Article) -> UnsavedText | None:
    """Return what the person typed on a story and did not save."""
    return UnsavedText.objects.filter(person=person, article=article).first()


def _token(request: HttpRequest) -> str:
    given = request.POST.get("token") or request.GET.get("take_up", "")
    return given if len(given) == 32 and given.isalnum() else secrets.token_hex(16)


def _address(article: Article | None, page: str, *more: Any) -> str:
    new = "" if article else "_new"
    return reverse(f"admin:articles_article_{page}{new}", args=[*([article.pk] if article else []), *more])


def _clash(form: Any, article: Article | None, base: typed.Values, mine: typed.Values) -> dict[str, Any]:
    """Both texts; saving goes on from the head, whatever the person began from."""
    head = article.head if article else None
    if article is None or head is None:
        return {}
    theirs = typed.stored(article) if not form.is_bound else form.stored
    return {
        "base_version": head.number,
        "theirs": head,
        "theirs_at": clock(head.saved_at, timezone.now()),
        "clash": clash.fields_of(form, base=base, theirs=theirs, mine=mine),
    }


def _unsaved(request: HttpRequest, form: Any, article: Article | None, saved: typed.Values) -> dict[str, Any]:
    """Either take up what was kept, or offer it."""
    person, now = person_of(request), timezone.now()
    wanted = request.GET.get("take_up", "")
    if article is None:
        mine = UnsavedText.objects.filter(person=person, article=None)
        taken = mine.filter(token=wanted).first() if wanted else None
        rest = mine.exclude(token=wanted).order_by("-saved_at")[:MOST_OFFERS]
        return (_take_up(form, None, taken) if taken else {}) | {
            "offers": [_offer_of_new(row, now) for row in rest]
        }
    kept = kept_for(person, article)
    if kept is None:
        return {}
    if wanted:
        return _take_up(form, article, kept)
    moved = kept.base != article.version
    began = typed.base_of(kept.base, article, typed.remembered(kept.fields)) if moved else saved
    changes = _changes(form, began, kept.fields)
    if not changes or not typed.differing(saved, kept.fields):
        # It says what is saved, so there is nothing to decide: this window simply goes on from it.
        return {"took": kept.fields.get("window", "")}
    return {
        "offers": [
            Offer(
                headline="",
                kept=clock(kept.saved_at, now),
                take_up="?take_up=yes",
                throw_away=_address(article, "throw_away"),
                moved=moved,
                changes=tuple(changes),
            )
        ],
        "held": True,
    }


def _take_up(form: Any, article: Article | None, kept: UnsavedText) -> dict[str, Any]:
    mine = {
        name: value for name, value in kept.fields.items() if name in typed.FIELDS and name in form.fields
    }
    form.initial.update(mine)
    found: dict[str, Any] = {
        "took": kept.fields.get("window", ""),
        "taken_up": clock(kept.saved_at, timezone.now()),
    }
    if article is not None and kept.base != article.version:
        base = typed.base_of(kept.base, article, typed.remembered(kept.fields))
        found |= _clash(form, article, base, mine)
    return found


def _offer_of_new(kept: UnsavedText, now: datetime) -> Offer:
    return Offer(
        headline=str(kept),
        kept=clock(kept.saved_at, now),
        take_up=f"?take_up={kept.token}",
        throw_away=_address(None, "throw_away", kept.token),
    )


def _changes(form: Any, began: typed.Values, mine: typed.Values) -> list[tuple[str, list[compare.Paragraph]]]:
    """Return what was typed against what it began from, word by word."""
    found = []
    for name in typed.differing(began, mine):
        if name == "body":
            paragraphs = compare.bodies(began[name], typed.clean_body(mine[name]))
        else:
            paragraphs = compare.paragraphs(
                [clash.shown(form, name, began[name])], [clash.shown(form, name, mine[name])]
            )
        found.append((clash.label_of(form, name), paragraphs))
    return found


def _counts(form: Any) -> dict[str, Any]:
    """Return what the counters say before a script counts on."""
    body = str(form["body"].value() or "")
    return {
        "headline_length": len(str(form["headline"].value() or "")),
        "standfirst_length": len(str(form["standfirst"].value() or "")),
        "body_words": count_words(compare.said(body)) if body else 0,
    }
