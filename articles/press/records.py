"""The paper's own record of what it got wrong; and the addresses that nothing may take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.models.correction import Correction, CorrectionKind
from articles.models.version import PublishedVersion
from articles.press import chrome, respond, stories
from articles.press.structured_pages import page_scripts
from newsroom import keyset

CORRECTIONS_ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """A note and the story it belongs to, as that stands today; None when it was withdrawn."""

    correction: Correction
    version: PublishedVersion | None


@require_safe
def corrections(request: HttpRequest) -> HttpResponseBase:
    """Show every correction, newest first."""
    now = timezone.now()
    before = request.GET.get("before", "")
    try:
        page = keyset.page(public_notes(now), before=before, size=CORRECTIONS_ON_A_PAGE, fields=("at", "id"))
    except keyset.BadPlace as fault:
        raise Http404("There is no such page.") from fault
    context = {"entries": with_stories(page.rows, now=now), "older": page.older, "before": before}
    way = [(gettext("Corrections"), reverse("press:corrections"))]
    context["structured"] = page_scripts("CollectionPage", way, chrome.current().masthead)
    return respond.page(request, "press/corrections.html", context, now=now)


def public_notes(now: datetime) -> QuerySet[Correction]:
    """Return the notes whose version has become public; one that waits for its hour is not seen early."""
    ended_before_it_began = Q(version__public_until__lte=F("version__public_from"))
    came_out = Correction.objects.filter(version__public_from__lte=now, at__lte=now)
    known = came_out.exclude(ended_before_it_began).select_related("version")
    # The note's version lends its uuid and language to feeds; its text stays where it is.
    return known.only("kind", "note", "at", "article_id", "version__uuid", "version__language").order_by(
        "-at", "-id"
    )


def with_stories(notes: Sequence[Correction], *, now: datetime) -> list[Entry]:
    """Join notes with the stories as they stand today. Of a withdrawn story only its retraction stays."""
    articles = {note.article_id for note in notes}
    found = {version.article_id: version for version in stories.live(now).filter(article_id__in=articles)}
    entries = [Entry(correction=note, version=found.get(note.article_id)) for note in notes]
    return [entry for entry in entries if entry.version or entry.correction.kind == CorrectionKind.RETRACTION]


@require_safe
def reserved(request: HttpRequest) -> HttpResponseBase:
    """Answer 404 at addresses that no section may take."""
    raise Http404("Nothing is here.")
