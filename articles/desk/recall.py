"""The page on which a chief takes Quick Takes from readers in bulk: a section's, all, or what one engine or prompt made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import actions
from articles.actions import TransitionBlocked
from articles.actions.recall import (
    RECALL,
    SUBJECT,
    Scope,
    scope_of,
    shown_boxes,
    shown_in,
    taken_back,
    waiting_in,
)
from articles.models.prompt import Prompt
from articles.models.quicktake import QuickTake
from articles.models.taxonomy import Section
from newsroom.admin import person_of
from newsroom.models.audit import AuditEntry
from newsroom.roles import Right, rights_of

MOST_STORIES = 50
MOST_RECALLS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: what could be hidden, how much of it readers see, and the address that asks for it."""

    name: str
    shown: int
    query: str
    scope: Scope
    prompt: str = ""
    drafts: int = 0
    newest: datetime | None = None


class RecallForm(forms.Form):
    """Why so many boxes are to go."""

    reason = forms.CharField(
        label="Reason",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text="It stands in the history of each story.",
    )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        return helper


_MADE = ("engine", "engine_version", "model", "prompt")


def _scope(data: Any) -> Scope | None:
    """Read the scope from an address or a form; None when it names nothing, or a key that is no number.

    What cannot be read must not become “any”: more would be hidden than was asked for.
    """
    said = {part: str(data.get(part, "")) for part in (*_MADE, "section", "site")}
    keys = {part: said.pop(part) for part in ("prompt", "section")}
    site = said.pop("site")
    # PostgreSQL takes no text with a NUL in it.
    if "\0" in "".join(said.values()) or site not in {"", "all"}:
        return None
    if any(value and not _is_key(value) for value in keys.values()):
        return None
    numbers = {part: int(value) if value else None for part, value in keys.items()}
    scope = Scope(
        engine=said["engine"],
        engine_version=said["engine_version"],
        model=said["model"],
        prompt=numbers["prompt"],
        section=numbers["section"],
        site=bool(site),
    )
    # The whole site is asked for by itself: beside another part one of the two would be a mistake.
    return None if scope.is_empty or (scope.site and scope != Scope(site=True)) else scope


def _is_key(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0


def _shown(now: datetime) -> dict[Scope, int]:
    """Count what readers see by maker and section, in one question."""
    names = [*(f"quick_take__{part}" for part in _MADE), "section"]
    rows = shown_boxes(now).values_list(*names).annotate(shown=Count("pk")).order_by()
    return {Scope(*parts): shown for *parts, shown in rows}


def _row(scope: Scope, name: str, counts: dict[Scope, int], **more: Any) -> Row:
    query = urlencode({part: value or "" for part, value in asdict(scope).items() if part in _MADE})
    if scope.section:
        query = urlencode({"section": scope.section})
    if scope.site:
        query = urlencode({"site": "all"})
    shown = sum(count for made, count in counts.items() if scope.covers(made))
    return Row(name, shown, query, scope, **more)


def _places(counts: dict[Scope, int]) -> list[Row]:
    sections = Section.objects.order_by("position", "name")
    site = _row(Scope(site=True), "The whole site", counts)
    return [site, *(_row(Scope(section=one.pk), one.name, counts) for one in sections)]


def _prompts(counts: dict[Scope, int]) -> list[Row]:
    """Return each version of the instructions, whichever engine used it."""
    used = Prompt.objects.filter(pk__in=QuickTake.objects.values("prompt")).order_by("name", "-version")
    return [_row(Scope(prompt=one.pk), f"{one} (key {one.pk})", counts) for one in used]


def _all_made(counts: dict[Scope, int]) -> Iterator[Row]:
    rows = (
        QuickTake.objects.values(*_MADE, "prompt__name", "prompt__version")
        .annotate(drafts=Count("pk"), newest=Max("created_at"))
        .order_by(*_MADE)
    )
    for row in rows:
        scope = Scope(*(row[part] for part in _MADE))
        prompt = ""
        if scope.prompt:
            prompt = f"{row['prompt__name']} {row['prompt__version']} (key {scope.prompt})"
        name = " ".join(part for part in (scope.engine, scope.engine_version, scope.model) if part)
        yield _row(scope, name, counts, prompt=prompt, drafts=row["drafts"], newest=row["newest"])


def _recalls() -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(subject=SUBJECT, action=RECALL).order_by("-number")


def _recalled(counts: dict[Scope, int]) -> list[tuple[AuditEntry, dict[str, Any], str, bool]]:
    """Return what was hidden before: the entry, its data, its scope in words, and whether it was taken back."""
    over = taken_back()
    names = {row.scope: row.name for row in (*_places(counts), *_prompts(counts))}
    found = []
    for entry in _recalls()[:MOST_RECALLS]:
        data = json.loads(entry.data)
        scope = scope_of(data)
        made = " ".join(part for part in (scope.engine, scope.engine_version, scope.model) if part)
        asked = names.get(Scope(prompt=scope.prompt), "") if scope.prompt else ""
        words = names.get(scope) or ", ".join(part for part in (made, asked) if part)
        found.append((entry, data, words, (scope, entry.at.isoformat()) in over))
    return found


def _page(request: HttpRequest, now: datetime, **more: Any) -> HttpResponse:
    counts = _shown(now)
    context = {
        **admin.site.each_context(request),
        "title": "Hide Quick Takes",
        "places": _places(counts),
        "prompts": _prompts(counts),
        "made": list(_all_made(counts)),
        "recalls": _recalled(counts),
        **more,
    }
    return TemplateResponse(request, "desk/recall.html", context, status=more.get("status", 200))


@require_http_methods(["GET", "HEAD", "POST"])
def recall_view(request: HttpRequest) -> HttpResponse:
    """List what could be hidden; with a scope, its stories and the form; on POST hide it, or take that back."""
    person, now = person_of(request), timezone.now()
    if Right.HIDE not in rights_of(person):
        raise PermissionDenied
    if request.method == "POST":
        return _post(request, now)
    scope = _scope(request.GET)
    return _page(request, now, **(_about(request, scope, now) if scope else {}))


def _about(
    request: HttpRequest, scope: Scope, now: datetime, form: RecallForm | None = None
) -> dict[str, Any]:
    shown = shown_in(scope, now).select_related("section").defer("html", "text").order_by("-public_from")
    return {
        "scope": scope,
        "scope_words": scope.in_words(),
        "shown": list(shown[:MOST_STORIES]),
        "shown_count": shown.count(),
        "waiting": list(waiting_in(scope, person_of(request), now).order_by("-pk")[:MOST_STORIES]),
        "form": form or RecallForm(),
    }


def _post(request: HttpRequest, now: datetime) -> HttpResponse:
    try:
        if "undo" in request.POST:
            done = _undo(request, now)
        elif (scope := _scope(request.POST)) is None:
            raise TransitionBlocked(
                actions.Reason("nothing", "Nothing was named: choose in the lists what to hide.")
            )
        else:
            form = RecallForm(request.POST)
            if not form.is_valid():
                return _page(request, now, status=409, **_about(request, scope, now, form))
            keys = actions.recall(
                scope=scope, actor=person_of(request), now=now, reason=form.cleaned_data["reason"]
            )
            done = f"Hidden: readers see nothing of it any more, in {_stories(len(keys))}."
    except TransitionBlocked as blocked:
        return _page(request, now, status=409, refusal=" ".join(one.message for one in blocked.reasons))
    messages.success(request, done)
    return HttpResponseRedirect(reverse("admin:recall"))


def _undo(request: HttpRequest, now: datetime) -> str:
    number = str(request.POST["undo"])
    known = _recalls().filter(number=int(number) if number.isascii() and number.isdigit() else 0)
    entry = known.first()
    if entry is None:
        raise TransitionBlocked(
            actions.Reason("unknown", "That recall is not on record; nothing was changed.")
        )
    data = json.loads(entry.data)
    keys = actions.restore(
        scope=scope_of(data),
        actor=person_of(request),
        now=now,
        recalled_at=entry.at,
    )
    return f"What that recall hid is shown again, in {_stories(len(keys))}."


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count} stories"
