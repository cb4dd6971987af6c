"""The page of a move: says what readers will see and what undoes it, takes the words, makes it or says what is missing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import policies
from articles.actions import TransitionBlocked
from articles.checklists import checklist_of
from articles.desk.choices import DANGEROUS
from articles.desk.compare import Paragraph
from articles.desk.history import changes_of
from articles.desk.move_forms import (
    ACTS,
    CONSEQUENCES,
    DONE,
    Act,
    AloneForm,
    MaybeNoteForm,
    MoveForm,
    NoteForm,
)
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from articles.models.version import PublishedVersion
from articles.owed import note_owed, proposed_note
from articles.policies import Reason
from newsroom.admin import person_of
from newsroom.roles import rights_of
from newsroom.workflow import TRANSITIONS, Move

_NEW_TEXT = frozenset({Move.PUBLISH, Move.UPDATE_NOW, Move.PUBLISH_ALONE, Move.SCHEDULE})


@require_http_methods(["GET", "HEAD", "POST"])
def move_view(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show the page of a move, or make it."""
    article, move = story_for(request, pk), _move(name)
    row, actor, now = TRANSITIONS[move], person_of(request), timezone.now()
    if not {row.right, row.own} & rights_of(actor):
        raise PermissionDenied
    act = ACTS[move]
    form = _form(act, article, now, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, article, move, form, policies.blockers(article, move, actor, now))
    if not form.is_valid():
        return _page(request, article, move, form, policies.blockers(article, move, actor, now), status=409)
    try:
        act.run(article, actor, now, form)
    except TransitionBlocked as blocked:
        return _page(request, story_for(request, pk), move, form, blocked.reasons, status=409)
    messages.success(request, DONE[move])
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def _form(act: Act, article: Article, now: datetime, data: Any) -> MoveForm:
    """Return the form of a move; whoever changes a live story in substance has to say what readers are told."""
    if not issubclass(act.form, NoteForm):
        return act.form(data)
    proposed = proposed_note(article, now)
    given: dict[str, Any] = {
        "initial": {"kind": proposed.kind.value, "text": proposed.text} if proposed else {}
    }
    if act.form is AloneForm:
        given["held_back"] = bool(checklist_of(article).stopping)
    if issubclass(act.form, MaybeNoteForm):
        given["known"] = PublishedVersion.objects.started(now).filter(article_id=article.pk).exists()
        given["owed"] = note_owed(article, now)
    return act.form(data, **given)


def _changes_for_readers(article: Article, move: Move) -> list[tuple[str, list[Paragraph]]]:
    """Return what readers would see change, if the move puts other text before them."""
    live = PublishedVersion.objects.live(timezone.now()).filter(article_id=article.pk).first()
    if move not in _NEW_TEXT or live is None or article.head is None or live.revision_id == article.head_id:
        return []
    return changes_of(live.revision, article.head)


def _move(name: str) -> Move:
    if name not in Move.values or Move(name) not in ACTS:
        raise Http404("There is no such move.")
    return Move(name)


def _page(
    request: HttpRequest,
    article: Article,
    move: Move,
    form: MoveForm,
    reasons: tuple[Reason, ...],
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "move": move,
        "rule": TRANSITIONS[move],
        "consequence": CONSEQUENCES.get(move, ""),
        "form": form,
        "reasons": reasons,
        "choices": None,
        # What is missing here is mended on the change form.
        "story_fields": ("headline", "body", "slug", "hero_alt"),
        "asks_checklist": move in _NEW_TEXT,
        "changes": _changes_for_readers(article, move),
        "tone": "danger" if move in DANGEROUS else "primary",
    }
    return answer(request, article, "desk/move.html", context, status=status)
