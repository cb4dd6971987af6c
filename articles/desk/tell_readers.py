"""The page on which a writer says what readers should be told of a change; whoever puts it out may reword it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import actions, policies
from articles.actions import TransitionBlocked
from articles.desk.history import changes_of
from articles.desk.move_forms import MaybeNoteForm
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from articles.models.version import PublishedVersion
from articles.owed import note_owed, proposed_note
from newsroom.admin import person_of

# On the page of the story; the page of the note shows the whole text.
_MOST_SAID = 3


def owed_on(article: Article, now: datetime) -> dict[str, Any]:
    """Return what the page of the story says of the note that readers are owed; nothing when they are owed none."""
    owed = note_owed(article, now)
    if not owed:
        return {}
    return {
        "owed": owed[:_MOST_SAID],
        "owed_more": max(0, len(owed) - _MOST_SAID),
        "proposed": proposed_note(article, now),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def tell_readers_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what changes for readers; on POST keep the note that goes out with it."""
    article, person, now = story_for(request, pk), person_of(request), timezone.now()
    if policies.may_write(article, person, now):
        raise PermissionDenied
    proposed = proposed_note(article, now)
    initial = {"kind": proposed.kind.value, "text": proposed.text} if proposed else None
    owed = note_owed(article, now)
    form = MaybeNoteForm(request.POST if request.method == "POST" else None, initial=initial, owed=owed)
    if request.method != "POST":
        return _page(request, article, form, now)
    if not owed or not form.is_valid():
        return _page(request, article, form, now, status=409)
    try:
        actions.propose_note(article=article, actor=person, now=now, note=form.note())
    except TransitionBlocked as blocked:
        return _page(request, article, form, now, refusal=str(blocked), status=409)
    messages.success(request, "The note waits for whoever puts the change out.")
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def _page(
    request: HttpRequest,
    article: Article,
    form: MaybeNoteForm,
    now: datetime,
    *,
    refusal: str = "",
    status: int = 200,
) -> HttpResponse:
    live = PublishedVersion.objects.live(now).filter(article_id=article.pk).select_related("revision").first()
    context: dict[str, Any] = {
        "form": form,
        "refusal": refusal,
        "is_owed": bool(note_owed(article, now)),
        "changes": changes_of(live.revision, article.head) if live and article.head else [],
    }
    return answer(request, article, "desk/tell_readers.html", context, status=status)
