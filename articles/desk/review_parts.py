"""Parts of the review screen that are swapped in place: one bullet, the order, the machine's progress; never a decision on the whole."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from articles import policies
from articles.actions import TransitionBlocked
from articles.desk.review import as_get, say, text_changed
from articles.desk.review_forms import BulletForm
from articles.desk.review_screen import Screen
from articles.policies import Reason


@require_POST
def bullet_view(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Take what was pressed or typed for one bullet, and answer with that bullet as it now stands."""
    screen = Screen(request, pk)
    form = next((one for one in screen.forms if one.bullet.pk == key), None)
    if "HX-Request" not in request.headers:
        return HttpResponseRedirect(f"{reverse('admin:articles_article_review', args=[pk])}#bullet-{key}")
    if screen.revision is None or screen.seen != screen.revision.pk:
        return _stopped(screen, Reason("text-changed", f"{text_changed(screen)}."))
    if form is None and screen.frozen:
        return _stopped(screen, Reason("frozen", "A review already names this Quick Take."))
    if form is None:
        raise Http404("There is no such bullet for you to decide on.")
    if form.overtaken:
        return _stopped(
            screen, Reason("bullets-changed", "Somebody else changed this bullet while you were reading.")
        )
    return _taken(request, screen, form)


def _taken(request: HttpRequest, screen: Screen, form: BulletForm) -> HttpResponse:
    """Store it, or show the bullet with what is wrong; what was typed stays in its fields."""
    pk, key = screen.article.pk, form.bullet.pk
    if not form.is_valid():
        return _row(request, screen, key, status=422)
    try:
        with transaction.atomic():
            say(screen, form)
    except ValidationError:
        return _row(request, screen, key, status=422)
    except TransitionBlocked as blocked:
        return _stopped(screen, *blocked.reasons)
    moved = bool(form.cleaned_data.get("move"))
    # After a move all rows are sent, so what was typed on the others is read again from the same form.
    fresh = Screen(request if moved else as_get(request), pk)
    if moved:
        return _part(request, fresh, "desk/_bullets.html", {"said": _place(fresh, key)})
    return _row(request, fresh, key)


def _place(screen: Screen, key: int) -> str:
    place = next(row.bullet.position for row in screen.rows if row.bullet.pk == key)
    return f"Now bullet {place} of {len(screen.rows)}."


def _row(request: HttpRequest, screen: Screen, key: int, *, status: int = 200) -> HttpResponse:
    row = next(row for row in screen.rows if row.bullet.pk == key)
    said = f"Bullet {row.bullet.position}: {row.word}." if status < 400 else "Not decided yet: see the field."
    return _part(request, screen, "desk/_bullet.html", {"row": row, "said": said}, status=status)


def _part(
    request: HttpRequest, screen: Screen, template: str, more: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    context = {
        **screen.panel(),
        "offered": policies.offered(screen.article, screen.person, timezone.now()),
        "part": template,
        **more,
    }
    return render(request, "desk/_review_part.html", context, status=status)


def _stopped(screen: Screen, *reasons: Reason) -> HttpResponse:
    """Say above the bullets why nothing was decided; what is on the screen stays there, typed words with it."""
    context = {"reasons": reasons, "article": screen.article}
    answer = render(screen.request, "desk/_review_stopped.html", context, status=409)
    answer["HX-Retarget"], answer["HX-Reswap"] = "#review-alert", "innerHTML"
    return answer


@require_safe
def progress_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer with the bullets' side of the screen once something is new; the page asks every two seconds."""
    screen = Screen(request, pk)
    panel = screen.panel()
    if request.GET.get("mark") == panel["progress"].mark and panel["progress"].drafting:
        return HttpResponse(status=204)
    said = (
        panel["progress"].step or panel["progress"].failed or f"The Quick Take is ready: {panel['decided']}."
    )
    return _part(request, screen, "desk/_review_panel.html", {"said": said})
