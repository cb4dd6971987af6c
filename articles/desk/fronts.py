"""The pages on which fronts are ordered: the list of fronts, and one front with its places, its finds and its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from articles import actions
from articles.actions import FrontClash, TransitionBlocked
from articles.desk.front_forms import MOST_ROWS, Arrangement, Pictures, SlotForm, key_of, show_reasons
from articles.desk.front_rows import rows_of, stories_of
from articles.fronts import placeable, reach_of
from articles.models.article import Article
from articles.models.front import MOST_SLOTS, FrontOrder, Slot
from articles.models.taxonomy import Section
from articles.models.version import PublishedVersion
from newsroom.admin import person_of
from newsroom.models.image import Image
from newsroom.models.user import User

MOST_FOUND, MOST_PICTURES, MOST_ORDERS = 8, 40, 15


@dataclass(frozen=True, slots=True)
class Place:
    """Which front is asked for, by whom and when; ``section`` None is the home page."""

    request: HttpRequest
    section: Section | None
    person: User
    now: datetime
    order: FrontOrder | None

    @property
    def name(self) -> str:
        """What the front is called."""
        return self.section.name if self.section else "Home"

    @property
    def url(self) -> str:
        """Its page on the desk."""
        return (
            reverse("admin:front", args=[self.section.slug]) if self.section else reverse("admin:front_home")
        )

    @property
    def public_url(self) -> str:
        """Where readers see it."""
        return self.section.get_absolute_url() if self.section else reverse("press:home")

    @property
    def preview_url(self) -> str:
        """Where it can be seen as it will be."""
        return reverse("preview_front", args=[self.section.slug]) if self.section else reverse("preview_home")


@require_safe
def fronts_view(request: HttpRequest) -> HttpResponse:
    """List the fronts that the person may order."""
    person = person_of(request)
    reach = reach_of(person)
    if not reach.home and not reach.sections:
        raise PermissionDenied
    orders = {order.section_id: order for order in FrontOrder.objects.in_force().select_related("made_by")}
    fronts: list[Section | None] = [*([None] if reach.home else []), *reach.sections]
    now = timezone.now()
    rows = [Place(request, front, person, now, orders.get(front.pk if front else None)) for front in fronts]
    context = {**admin.site.each_context(request), "title": "Fronts", "rows": rows, "most": MOST_SLOTS}
    return TemplateResponse(request, "desk/fronts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def front_view(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Show a front to be ordered; on POST move, add or remove a place, look for stories, put it out, or undo."""
    section = get_object_or_404(Section, slug=slug) if slug else None
    person = person_of(request)
    if not reach_of(person).has(section):
        raise PermissionDenied
    order = FrontOrder.objects.of(section.pk if section else None).select_related("made_by").first()
    place = Place(request, section, person, timezone.now(), order)
    if request.method != "POST":
        return _page(place, Arrangement.of(order.places if order else [], _kept(place)))
    verb, _, rest = request.POST.get("do", "").partition(":")
    if verb == "save":
        return _save(place)
    if verb == "undo":
        return _undo(place, rest)
    arrangement = Arrangement.posted(request.POST, _kept(place))
    said = arrangement.act(verb, key_of(rest) or 0)
    return _page(place, arrangement, said=said, moved=(verb, key_of(rest)), seen=_seen(request))


def _seen(request: HttpRequest) -> int:
    return key_of(request.POST.get("seen", "")) or 0


def _save(place: Place) -> HttpResponse:
    arrangement, pictures = Arrangement.posted(place.request.POST, _kept(place)), _pictures(place)
    forms = arrangement.forms(pictures, place.request.POST)
    seen = _seen(place.request)
    valid = [form.is_valid() for form in forms.values()]
    if not all(valid):
        return _page(place, arrangement, forms=forms, seen=seen, status=409)
    try:
        order = actions.order_front(
            section=place.section,
            slots=arrangement.said(forms),
            seen=seen,
            actor=place.person,
            now=place.now,
            note=place.request.POST.get("note", ""),
        )
    except FrontClash as clash:
        return _page(place, arrangement, clash=clash.theirs, seen=clash.theirs.number, status=409)
    except TransitionBlocked as blocked:
        left = show_reasons(forms, blocked.reasons)
        return _page(place, arrangement, forms=forms, refusals=left, seen=seen, status=409)
    messages.success(place.request, f"Order {order.number} is out.")
    return HttpResponseRedirect(place.url)


def _undo(place: Place, to: str) -> HttpResponse:
    number = 0 if to == "0" else key_of(to) or -1
    try:
        order = actions.undo_front(
            section=place.section, to=number, seen=_seen(place.request), actor=place.person, now=place.now
        )
    except FrontClash as clash:
        said = f"{clash.theirs.made_by} put another order out meanwhile, so nothing was undone. It is shown below."
        return _page(place, Arrangement.of(clash.theirs.places, _kept(place)), refusals=[said], status=409)
    except TransitionBlocked as blocked:
        slots = place.order.places if place.order else []
        refusals = [reason.message for reason in blocked.reasons]
        return _page(place, Arrangement.of(slots, _kept(place)), refusals=refusals, status=409)
    messages.success(place.request, f"{order.note}: order {order.number} is out.")
    return HttpResponseRedirect(place.url)


def _kept(place: Place) -> dict[int, Slot]:
    """Return the places whose stories the person may not know of."""
    slots = place.order.places if place.order else []
    keys = [slot.article for slot in slots]
    known = set(Article.objects.visible_to(place.person).filter(pk__in=keys).values_list("pk", flat=True))
    return {slot.article: slot for slot in slots if slot.article not in known}


def _pictures(place: Place) -> Pictures:
    """Return what may be chosen, and what was chosen before although it may not be chosen anew."""
    usable = Image.objects.usable(place.now).order_by("-uploaded_at", "-pk")[:MOST_PICTURES]
    chosen = [slot.picture for slot in place.order.places] if place.order else []
    # The dialog offers the whole store; whether such a picture may stand here is for the action to say.
    sent = place.request.POST
    chosen += [key_of(sent.get(name, "")) for name in sent if name.endswith("-picture")]
    there = Image.objects.filter(pk__in=[key for key in chosen[: 2 * MOST_ROWS] if key])
    return {image.pk: image for image in (*usable, *there)}


def _found(place: Place, arrangement: Arrangement, words: str) -> list[tuple[PublishedVersion, bool]]:
    offered = placeable(place.person, place.section, place.now).exclude(article__in=arrangement.keys)
    if words:
        offered = offered.filter(headline__icontains=words)
    return [(version, version.is_live(place.now)) for version in offered.for_lists()[:MOST_FOUND]]


def _page(  # noqa: PLR0913 - the parts of a page
    place: Place,
    arrangement: Arrangement,
    *,
    forms: dict[int, SlotForm] | None = None,
    clash: FrontOrder | None = None,
    refusals: list[str] | None = None,
    said: str = "",
    moved: tuple[str, int | None] = ("", None),
    seen: int | None = None,
    status: int = 200,
) -> HttpResponse:
    pictures = _pictures(place)
    slots = arrangement.slots(pictures)
    orders = list(_orders(place)[: MOST_ORDERS + 1])
    keys = {slot.article for one in (slots, *(order.places for order in orders)) for slot in one}
    listed = partial(
        rows_of, stories=stories_of(keys, place.person, place.now), now=place.now, home=place.section is None
    )
    context = {
        **admin.site.each_context(place.request),
        **_asked(place, arrangement),
        "title": f"Front: {place.name}",
        "place": place,
        "most": MOST_SLOTS,
        "seen": seen if seen is not None else (place.order.number if place.order else 0),
        "rows": listed(slots, forms=forms or arrangement.forms(pictures)),
        "wrong": any(form.errors for form in (forms or {}).values()),
        "refusals": refusals or [],
        "clash": clash,
        "theirs": listed(clash.places) if clash else [],
        "said": said,
        "moved_verb": moved[0],
        "moved_key": moved[1],
        "history": [(order, listed(order.places)) for order in orders[:MOST_ORDERS]],
        "back_to": orders[1].number if len(orders) > 1 else 0,
        "preview_at": _next_morning(place.now),
    }
    return TemplateResponse(place.request, "desk/front.html", context, status=status)


def _asked(place: Place, arrangement: Arrangement) -> dict[str, Any]:
    """Return what the page shows of the request itself: what was looked for and found, the note, where the focus goes."""
    sent = place.request.POST
    words = " ".join(sent.get("q", "").replace("\0", "").split())[:80]
    return {
        "staged": place.request.method == "POST",
        "q": words,
        "found": _found(place, arrangement, words),
        "note": sent.get("note", ""),
        # A page that opens puts the focus there itself; in one that stays open, front.js does.
        "focus": "data-focus" if place.request.headers.get("HX-Request") else "autofocus",
    }


def _orders(place: Place) -> Any:
    return FrontOrder.objects.of(place.section.pk if place.section else None).select_related("made_by")


def _next_morning(now: datetime) -> str:
    """Return six o'clock of the next morning as the field for a moment wants it."""
    local = timezone.localtime(now)
    morning = local.replace(hour=6, minute=0) + timedelta(days=local.hour >= 6)
    return f"{morning:%Y-%m-%dT%H:%M}"
