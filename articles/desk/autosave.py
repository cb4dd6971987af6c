"""The addresses to which the form for writing goes every few seconds, and where unsaved text is thrown away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles.actions import TransitionBlocked
from articles.actions.unsaved import TooLong, Typed, TypedElsewhere, drop_unsaved, keep_unsaved
from articles.desk import typed
from articles.desk.badges import clock
from articles.desk.pages import story_for
from articles.models.article import Article
from articles.models.unsaved import UnsavedText
from newsroom.admin import person_of


@require_POST
def unsaved_view(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Keep the form; a form that says what is saved is not kept."""
    article = story_for(request, pk) if pk else None
    token, window, took = (request.POST.get(name, "") for name in ("token", "window", "took"))
    if not window or (article is None and len(token) != 32):
        return JsonResponse({"error": "Open the story anew: this form is incomplete."}, status=400)
    if article is not None and not typed.differing(typed.stored(article), typed.posted(request.POST)):
        drop_unsaved(actor=person_of(request), article=article, windows={window, took})
        return JsonResponse({"state": "saved"})
    return _keep(request, article, token, Typed(typed.to_keep(request.POST), _base(request), window, took))


def _keep(request: HttpRequest, article: Article | None, token: str, form: Typed) -> HttpResponse:
    now = timezone.now()
    try:
        keep_unsaved(actor=person_of(request), now=now, article=article, token=token, typed=form)
    except TransitionBlocked as blocked:
        return JsonResponse({"error": str(blocked)}, status=403)
    # What is answered every few seconds to somebody who only writes on is no error of the page: a status of 400 and more
    # would leave a line in the browser's console each time.
    except TooLong:
        words = "it is too long to be kept unsaved. Save it, or shorten it."
        return JsonResponse({"state": "refused", "error": words})
    except TypedElsewhere:
        words = "you are writing this story in another window too. Save here or there, then reload the other."
        return JsonResponse({"state": "refused", "error": words})
    return JsonResponse({"state": "kept", "at": clock(now, now)})


@require_POST
def throw_away_view(request: HttpRequest, pk: int | None = None, token: str = "") -> HttpResponse:
    """Throw away the person's own unsaved text."""
    article = story_for(request, pk) if pk else None
    kept = UnsavedText.objects.filter(person=person_of(request), article=article, token=token).first()
    if kept is not None:
        windows = {kept.fields.get("window", "")}
        drop_unsaved(actor=person_of(request), article=article, token=token, windows=windows)
        messages.success(
            request, f"Thrown away: what you typed until {clock(kept.saved_at, timezone.now())}."
        )
    here = (
        reverse("admin:articles_article_change", args=[pk]) if pk else reverse("admin:articles_article_add")
    )
    return HttpResponseRedirect(here)


def _base(request: HttpRequest) -> int:
    given = request.POST.get("base", "")
    return min(int(given), 2**31 - 1) if given.isdecimal() and len(given) < 12 else 0
