"""The review screen: bullets beside the text they rest on, and the decision; works without a script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import actions, digest
from articles.actions import TransitionBlocked
from articles.desk.pages import answer, story_for
from articles.desk.review_forms import BulletForm, OwnBulletForm
from articles.desk.review_rows import (
    bullets_of,
    decided,
    facts_of,
    making_of,
    progress_of,
    row_of,
    withheld_of,
)
from articles.models.article import Article
from articles.models.quicktake import Bullet, QuickTake
from articles.models.review import Review
from articles.policies import Reason
from articles.situation import Situation
from newsroom.admin import person_of
from newsroom.roles import Right, rights_of
from newsroom.workflow import Move, Stage

# A Quick Take can be asked for where a story waits for its reader, or went out without one.
_ASKING_STAGES = frozenset({Stage.AI_SUMMARY, Stage.PUBLISHED})


class Screen:
    """What one person has before them: a text, its bullets, and what they typed."""

    def __init__(self, request: HttpRequest, pk: int) -> None:
        self.request = request
        self.person = person_of(request)
        self.article: Article = story_for(request, pk)
        self.revision = self.article.head
        self.quick_take = QuickTake.objects.newest_of(self.article.head_id)
        self.bullets: list[Bullet] = bullets_of(self.quick_take)
        self.frozen = (
            self.quick_take is not None and Review.objects.filter(quick_take=self.quick_take).exists()
        )
        self.may_decide = Right.REVIEW in rights_of(self.person) and not self.frozen
        data = request.POST if request.method == "POST" else None
        self.forms = [BulletForm(data, bullet=bullet) for bullet in self.bullets] if self.may_decide else []
        self.own: OwnBulletForm | None = None
        if self.may_decide and self.quick_take is not None and self.revision is not None:
            self.own = OwnBulletForm(data, revision=self.revision)

        # The bullets that were on the screen when the person pressed: an approval is for these and no others.
        self.answered = {form.bullet.pk for form in self.forms if form.add_prefix("was") in request.POST}

    @property
    def seen(self) -> int:
        """The key of the revision that was on the reviewer's screen when they pressed."""
        value = self.request.POST.get("seen", "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else 0

    @property
    def shown(self) -> str:
        """A digest of the bullets as they are stored: a frozen box has no fields that could tell of a change."""
        return digest.digest("\n".join(f"{bullet.pk} {bullet.text}" for bullet in self.bullets))

    def show(self, *reasons: Reason, status: int = 200, kept: list[str] | None = None) -> HttpResponse:
        """Show the screen, with what stands in the way and what was typed on an older one."""
        forms: Sequence[BulletForm | None] = self.forms or [None] * len(self.bullets)
        sentences = self.revision.sentence_texts() if self.revision else {}
        rows = [row_of(bullet, sentences, form) for bullet, form in zip(self.bullets, forms, strict=True)]
        now, live = timezone.now(), self.article.stage == Stage.PUBLISHED
        context: dict[str, Any] = {
            "tab": "review",
            "revision": self.revision,
            "quick_take": self.quick_take,
            "shown": self.shown,
            "rows": rows,
            "decided": decided(rows),
            "progress": progress_of(self.revision, self.quick_take, now),
            "making": making_of(self.quick_take),
            "withheld": withheld_of(self.revision),
            "own": self.own,
            "may_decide": self.may_decide,
            "frozen": self.frozen,
            "live": live,
            "reasons": reasons,
            "kept": kept or [],
            "decisions": _decisions(live=live),
            "can_conclude": Right.REVIEW in rights_of(self.person),
            "may_ask": self.article.stage in _ASKING_STAGES,
            **(facts_of(self.article, self.revision) if self.revision else {}),
        }
        return answer(self.request, self.article, "desk/review.html", context, status=status)


def _decisions(*, live: bool) -> list[dict[str, Any]]:
    """The buttons on the decision bar: a live story's box is confirmed, not approved."""
    both, text = (Move.RENEW_QUICK_TAKE, Move.SECOND_READ) if live else (Move.APPROVE, Move.APPROVE_TEXT)
    return [
        {"move": both, "value": "both", "tone": "primary"},
        {"move": text, "value": "text", "tone": "plain"},
        {"move": Move.RETURN, "value": "back", "tone": "plain"},
    ]


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
        return (Reason("form", "Some wording cannot be kept: see below."),)
    try:
        _save(screen)
    except ValidationError as error:
        return tuple(Reason("form", message) for message in error.messages)
    except TransitionBlocked as blocked:
        return blocked.reasons
    return ()


def _text_changed(screen: Screen) -> HttpResponse:
    head, typed = screen.revision, _typed(screen.request)
    by = f"{head.saved_by} saved revision {head.number}" if head else "Somebody changed the text"
    message = f"{by} while you were reading. Nothing was approved or decided: this is the new text."
    fresh = Screen(_as_get(screen.request), screen.article.pk)
    return fresh.show(Reason("text-changed", message), status=409, kept=typed)


def _bullets_changed(screen: Screen, forms: list[BulletForm]) -> HttpResponse:
    which = f"bullet {', '.join(str(form.bullet.position) for form in forms)}" if forms else "the bullets"
    message = (
        f"Somebody else changed {which} while you were reading. Nothing of yours is saved yet: look again."
    )
    typed = _typed(screen.request)
    fresh = Screen(_as_get(screen.request), screen.article.pk)
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


def _as_get(request: HttpRequest) -> HttpRequest:
    request.method = "GET"
    return request


@transaction.atomic
def _save(screen: Screen) -> None:
    now = timezone.now()
    for form in screen.forms:
        if (decision := form.decision()) is not None:
            verdict, text = decision
            try:
                actions.decide_bullet(
                    bullet=form.bullet,
                    actor=screen.person,
                    now=now,
                    verdict=verdict,
                    text=text,
                    reason=form.cleaned_data["reason"],
                )
            except ValidationError as error:
                # It names the field that it is about: the wording or the reason.
                form.add_error(None, error)
                raise
    if screen.own is not None and screen.quick_take is not None and screen.own.cleaned_data.get("text"):
        added = actions.add_bullet(
            quick_take=screen.quick_take,
            actor=screen.person,
            now=now,
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
        if not screen.may_decide:
            return screen.show(
                Reason("right", "Nothing is saved: these bullets are not yours to decide on."), status=409
            )
        messages.success(request, "Your decisions on the bullets are saved.")
        return HttpResponseRedirect(reverse("admin:articles_article_review", args=[pk]))
    try:
        done = _DECISIONS[pressed](request, screen)
    except TransitionBlocked as blocked:
        return Screen(_as_get(request), pk).show(*blocked.reasons, status=409)
    messages.success(request, done)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def _ask(
    request: HttpRequest, pk: int, act: Callable[..., object], *, said: str = "", anchor: str = ""
) -> HttpResponse:
    """Ask for a Quick Take in one of two ways, and show the screen again."""
    screen = Screen(request, pk)
    try:
        act(article=screen.article, actor=screen.person, now=timezone.now())
    except TransitionBlocked as blocked:
        return Screen(_as_get(request), pk).show(*blocked.reasons, status=409)
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
