"""The page on which a chief sees what each engine and prompt made, and takes all of it from readers at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
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
from articles.actions.recall import RECALL, SUBJECT, Maker, shown_boxes, shown_by, waiting_by
from articles.models.quicktake import QuickTake
from newsroom.admin import person_of
from newsroom.models.audit import AuditEntry
from newsroom.roles import Right, rights_of

MOST_STORIES = 50
MOST_RECALLS = 20


@dataclass(frozen=True, slots=True)
class Made:
    """What one maker made: a row of the list."""

    maker: Maker
    prompt: str
    drafts: int
    newest: datetime
    shown: int
    query: str


class RecallForm(forms.Form):
    """Why every box of a maker is to go."""

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


_PARTS = ("engine", "engine_version", "model", "prompt")


def _maker(data: Any) -> Maker | None:
    """Read the maker from an address or a form; None when it names nobody, or a prompt that is no number.

    What cannot be read must not become “any”: the recall would be wider than the one that was asked for.
    """
    said = {part: str(data.get(part, "")) for part in _PARTS}
    prompt = said.pop("prompt")
    # PostgreSQL takes no text with a NUL in it.
    if not said["engine"] or "\0" in "".join(said.values()) or (prompt and not _is_key(prompt)):
        return None
    return Maker(**said, prompt=int(prompt) if prompt else None)


def _is_key(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0


def _shown(now: datetime) -> dict[Maker, int]:
    """Count what readers see of each maker, in one question."""
    names = [f"quick_take__{part}" for part in _PARTS]
    rows = shown_boxes(now).values_list(*names).annotate(shown=Count("pk")).order_by()
    return {Maker(*parts): shown for *parts, shown in rows}


def _all_made(now: datetime) -> Iterator[Made]:
    rows = (
        QuickTake.objects.values(*_PARTS, "prompt__name", "prompt__version")
        .annotate(drafts=Count("pk"), newest=Max("created_at"))
        .order_by(*_PARTS)
    )
    counts = _shown(now)
    for row in rows:
        maker = Maker(*(row[part] for part in _PARTS))
        prompt = f"{row['prompt__name']} {row['prompt__version']}" if row["prompt"] else ""
        shown = sum(count for made, count in counts.items() if maker.covers(made))
        query = urlencode({part: row[part] or "" for part in _PARTS})
        yield Made(maker, prompt, row["drafts"], row["newest"], shown, query)


def _recalls() -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(subject=SUBJECT, action=RECALL).order_by("-number")


def _page(request: HttpRequest, now: datetime, **more: Any) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": "Recall Quick Takes",
        "made": list(_all_made(now)),
        "recalls": [(entry, json.loads(entry.data)) for entry in _recalls()[:MOST_RECALLS]],
        **more,
    }
    return TemplateResponse(request, "desk/recall.html", context, status=more.get("status", 200))


@require_http_methods(["GET", "HEAD", "POST"])
def recall_view(request: HttpRequest) -> HttpResponse:
    """List what was made by whom; with a maker, its stories and the form; on POST recall, or take a recall back."""
    person, now = person_of(request), timezone.now()
    if Right.HIDE not in rights_of(person):
        raise PermissionDenied
    if request.method == "POST":
        return _post(request, now)
    maker = _maker(request.GET)
    return _page(request, now, **(_about(request, maker, now) if maker else {}))


def _about(
    request: HttpRequest, maker: Maker, now: datetime, form: RecallForm | None = None
) -> dict[str, Any]:
    shown = shown_by(maker, now).select_related("section").defer("html", "text").order_by("-public_from")
    return {
        "maker": maker,
        "shown": list(shown[:MOST_STORIES]),
        "shown_count": shown.count(),
        "waiting": list(waiting_by(maker, person_of(request), now).order_by("-pk")[:MOST_STORIES]),
        "form": form or RecallForm(),
    }


def _post(request: HttpRequest, now: datetime) -> HttpResponse:
    try:
        if "undo" in request.POST:
            done = _undo(request, now)
        elif (maker := _maker(request.POST)) is None:
            raise TransitionBlocked(
                actions.Reason("nobody", "Nobody was named: choose an engine in the list.")
            )
        else:
            form = RecallForm(request.POST)
            if not form.is_valid():
                return _page(request, now, status=409, **_about(request, maker, now, form))
            keys = actions.recall(
                maker=maker, actor=person_of(request), now=now, reason=form.cleaned_data["reason"]
            )
            done = f"Recalled: readers see nothing of it any more, in {_stories(len(keys))}."
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
        maker=Maker(*(data[part] for part in _PARTS)),
        actor=person_of(request),
        now=now,
        recalled_at=entry.at,
    )
    return f"What that recall hid is shown again, in {_stories(len(keys))}."


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count} stories"
