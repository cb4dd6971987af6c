"""The page of a move: says what readers will see and what undoes it, takes the words, makes it or says what is missing."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import policies
from articles.actions import TransitionBlocked
from articles.desk.choices import DANGEROUS
from articles.desk.move_forms import ACTS, DONE, MoveForm
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from articles.policies import Reason
from newsroom.admin import person_of
from newsroom.roles import rights_of
from newsroom.workflow import TRANSITIONS, Move


@require_http_methods(["GET", "HEAD", "POST"])
def move_view(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show the page of a move, or make it."""
    article, move = story_for(request, pk), _move(name)
    row, actor, now = TRANSITIONS[move], person_of(request), timezone.now()
    if not {row.right, row.own} & rights_of(actor):
        raise PermissionDenied
    act = ACTS[move]
    if request.method != "POST":
        return _page(request, article, move, act.form(), policies.blockers(article, move, actor, now))
    form = act.form(request.POST)
    if not form.is_valid():
        return _page(request, article, move, form, policies.blockers(article, move, actor, now), status=409)
    try:
        act.run(article, actor, now, form)
    except TransitionBlocked as blocked:
        return _page(request, story_for(request, pk), move, form, blocked.reasons, status=409)
    messages.success(request, DONE[move])
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


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
        "form": form,
        "reasons": reasons,
        "choices": None,
        "tone": "danger" if move in DANGEROUS else "primary",
    }
    return answer(request, article, "desk/move.html", context, status=status)
