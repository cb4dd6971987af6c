"""The review screen: bullets beside the text they rest on, and the decision; works without a script."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import actions
from articles.actions import TransitionBlocked
from articles.actions.bullets import move_bullet
from articles.desk.review_forms import BulletForm
from articles.desk.review_screen import Screen
from articles.policies import Reason
from articles.situation import Situation
from newsroom.workflow import Move


@require_http_methods(["GET", "HEAD", "POST"])
def review_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the screen; on POST save the decisions on bullets, then make the decision on the whole, if one was pressed."""
    screen = Screen(request, pk)
    if request.method != "POST":
        return screen.show()
    if (overtaken := _overtaken(screen)) is not None:
        return overtaken
    if reasons := _decide(screen):
        return screen.show(*reasons, status=409)
    return _conclude(request, pk, screen)


def _overtaken(screen: Screen) -> HttpResponse | None:
    """Return the screen as it is now when text or bullets are no longer those that the person had before them."""
    if screen.revision is None or screen.seen != screen.revision.pk:
        return _text_changed(screen)
    changed = [form for form in screen.forms if form.overtaken]
    both = screen.request.POST.get("decision") == "both"
    if changed or (both and screen.request.POST.get("shown") != screen.shown):
        return _bullets_changed(screen, changed)
    return None


def _decide(screen: Screen) -> tuple[Reason, ...]:
    """Store what was said of the bullets, or return why none of it was stored."""
    forms = [*screen.forms, *([screen.own] if screen.own else [])]
    # Every form is asked, so that every mistake shows at once.
    if not all([form.is_valid() for form in forms]):  # noqa: C419
        return _faults(screen)
    try:
        _save(screen)
    except ValidationError as error:
        # What is wrong with a bullet stands on its form; what is wrong with an own one is only in the error.
        return _faults(screen) or tuple(Reason("form", message, "own") for message in error.messages)
    except TransitionBlocked as blocked:
        return blocked.reasons
    return ()


def _faults(screen: Screen) -> tuple[Reason, ...]:
    """Name everything that cannot be kept, each with the bullet that it is about."""
    found = [
        Reason("form", f"Bullet {form.bullet.position}: {message}", f"bullet-{form.bullet.pk}")
        for form in screen.forms
        for messages_of_field in form.errors.values()
        for message in messages_of_field
    ]
    own = screen.own.errors.values() if screen.own else ()
    return (*found, *(Reason("form", f"Your own bullet: {one}", "own") for each in own for one in each))


def text_changed(screen: Screen) -> str:
    """Say who changed the text while the person was reading."""
    head = screen.revision
    by = f"{head.saved_by} saved revision {head.number}" if head else "Somebody changed the text"
    return f"{by} while you were reading. Nothing was approved or decided"


def _text_changed(screen: Screen) -> HttpResponse:
    message, typed = f"{text_changed(screen)}: this is the new text.", _typed(screen.request)
    fresh = Screen(as_get(screen.request), screen.article.pk)
    return fresh.show(Reason("text-changed", message), status=409, kept=typed)


def _bullets_changed(screen: Screen, forms: list[BulletForm]) -> HttpResponse:
    which = f"bullet {', '.join(str(form.bullet.position) for form in forms)}" if forms else "the bullets"
    message = (
        f"Somebody else changed {which} while you were reading. Nothing of yours is saved yet: look again."
    )
    typed = _typed(screen.request)
    fresh = Screen(as_get(screen.request), screen.article.pk)
    return fresh.show(Reason("bullets-changed", message), status=409, kept=typed)


def _typed(request: HttpRequest) -> list[str]:
    """Return every wording that was typed and is not on the stored bullets."""
    texts = [
        (name, value)
        for name, value in request.POST.items()
        if name.endswith("-text") and isinstance(value, str)
    ]
    return [
        value
        for name, value in texts
        if value.strip() and value.strip() != request.POST.get(name.replace("-text", "-was"), "").strip()
    ]


def as_get(request: HttpRequest) -> HttpRequest:
    """Return the request as if nothing had been posted, to show a screen as it is stored."""
    request.method = "GET"
    return request


def say(screen: Screen, form: BulletForm) -> None:
    """Carry out what was pressed or typed for one bullet: a verdict, a wording, a place in the order."""
    now = timezone.now()
    if (decision := form.decision()) is not None:
        verdict, text = decision
        try:
            actions.decide_bullet(
                bullet=form.bullet,
                actor=screen.person,
                now=now,
                verdict=verdict,
                text=text,
                reason=form.reason_given,
            )
        except ValidationError as error:
            # It names the field that it is about: the wording or the reason.
            form.add_error(None, error)
            raise
    if form.cleaned_data.get("move"):
        move_bullet(bullet=form.bullet, actor=screen.person, now=now, up=form.cleaned_data["move"] == "up")


@transaction.atomic
def _save(screen: Screen) -> None:
    for form in screen.forms:
        say(screen, form)
    if screen.own is not None and screen.quick_take is not None and screen.own.cleaned_data.get("text"):
        added = actions.add_bullet(
            quick_take=screen.quick_take,
            actor=screen.person,
            now=timezone.now(),
            text=screen.own.cleaned_data["text"],
            evidence=screen.own.cleaned_data["evidence"],
        )
        screen.answered.add(added.pk)


def _approve(request: HttpRequest, screen: Screen) -> str:
    actions.approve(
        article=screen.article,
        actor=screen.person,
        now=timezone.now(),
        seen=screen.seen,
        bullets=screen.answered if screen.may_decide else None,
    )
    return _said(screen, "Approved: text and Quick Take.")


def _approve_text(request: HttpRequest, screen: Screen) -> str:
    actions.approve_text(article=screen.article, actor=screen.person, now=timezone.now(), seen=screen.seen)
    return _said(screen, "Approved: the text, without a Quick Take.")


def _said(screen: Screen, done: str) -> str:
    """Say what was done, and that it was not the last word where another person has to read."""
    missing = Situation(screen.article, screen.person, timezone.now()).readers_missing
    return f"{done} One more person has to approve it before it goes out." if missing else done


_DECISIONS: dict[str, Callable[[HttpRequest, Screen], str]] = {"both": _approve, "text": _approve_text}


def _conclude(request: HttpRequest, pk: int, screen: Screen) -> HttpResponse:
    """Make the decision that was pressed; what was decided on bullets stays decided if it is refused."""
    pressed = request.POST.get("decision", "")
    if pressed == "back":
        return HttpResponseRedirect(reverse("admin:articles_article_move", args=[pk, Move.RETURN.value]))
    if pressed not in _DECISIONS:
        if not screen.forms and not screen.may_decide:
            return screen.show(
                Reason("right", "Nothing is saved: these bullets are not yours to decide on."), status=409
            )
        messages.success(request, "Your decisions on the bullets are saved.")
        return HttpResponseRedirect(_where_next(pk, screen))
    try:
        done = _DECISIONS[pressed](request, screen)
    except TransitionBlocked as blocked:
        return Screen(as_get(request), pk).show(*blocked.reasons, status=422)
    messages.success(request, done)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def _where_next(pk: int, screen: Screen) -> str:
    """Return the screen at the next bullet that waits: without a script the address is what keeps the place."""
    address = reverse("admin:articles_article_review", args=[pk])
    return f"{address}#bullet-{screen.next_open.pk}" if screen.next_open else address


def _ask(
    request: HttpRequest, pk: int, act: Callable[..., object], *, said: str = "", anchor: str = ""
) -> HttpResponse:
    """Ask for a Quick Take in one of two ways, and show the screen again."""
    screen = Screen(request, pk)
    try:
        act(article=screen.article, actor=screen.person, now=timezone.now())
    except TransitionBlocked as blocked:
        return Screen(as_get(request), pk).show(*blocked.reasons, status=409)
    if said:
        messages.success(request, said)
    return HttpResponseRedirect(reverse("admin:articles_article_review", args=[pk]) + anchor)


@require_POST
def retry_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the machine once more."""
    return _ask(request, pk, actions.retry_summary, said="The machine was asked again.")


@require_POST
def by_hand_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Start an empty Quick Take."""
    return _ask(request, pk, actions.write_by_hand, anchor="#own")
