"""What became of a story: its revisions, reviews, public versions and audit entries; to read only."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import provenance
from articles.desk import compare
from articles.desk.pages import answer, story_for
from articles.models.quicktake import QuickTake
from articles.models.review import Review
from articles.models.revision import Revision
from articles.models.version import PublishedVersion
from newsroom.house import details_of
from newsroom.models.audit import AuditEntry
from newsroom.workflow import Move

MOST_ENTRIES = 200


@require_safe
def history_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show everything that happened to the story."""
    article = story_for(request, pk)
    revisions = Revision.objects.filter(article=article).select_related("saved_by").order_by("-number")
    entries = AuditEntry.objects.filter(subject=article.subject).order_by("-number")[:MOST_ENTRIES]
    context = {
        "tab": "history",
        "revisions": list(revisions.defer("body", "html", "text", "canonical", "sentences")),
        "reviews": list(Review.objects.filter(article=article).select_related("revision").order_by("-pk")),
        "versions": list(
            PublishedVersion.objects.filter(article=article).defer("html", "text").order_by("-number")
        ),
        "quick_takes": list(
            QuickTake.objects.filter(revision__article=article)
            .select_related("revision", "prompt")
            .defer(
                "revision__body",
                "revision__html",
                "revision__text",
                "revision__canonical",
                "revision__sentences",
            )
            .order_by("-pk")
        ),
        "entries": [(entry, words_of(entry), details_of(entry)) for entry in entries],
        "now": timezone.now(),
    }
    return answer(request, article, "desk/history.html", context)


@require_safe
def revision_view(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show one revision, and what it changed against the one before it."""
    article = story_for(request, pk)
    found = Revision.objects.filter(article=article, number=number)
    revision = found.select_related("previous", "saved_by", "hero").first()
    if revision is None:
        raise Http404("There is no such revision.")
    context = {
        "tab": "history",
        "revision": revision,
        "changes": changes_of(revision.previous, revision) if revision.previous else [],
        "numbers": _beside(article.version, number),
    }
    return answer(request, article, "desk/revision.html", context)


@require_safe
def evidence_view(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Hand out what is on record of one Quick Take, as a file."""
    article = story_for(request, pk)
    found = QuickTake.objects.filter(revision__article=article, pk=key).select_related("revision__article")
    quick_take = found.first()
    if quick_take is None:
        raise Http404("There is no such Quick Take.")
    response = JsonResponse(
        provenance.evidence_of(quick_take), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
    response["Content-Disposition"] = f'attachment; filename="quick-take-{key}.json"'
    return response


def changes_of(before: Revision, after: Revision) -> list[tuple[str, list[compare.Paragraph]]]:
    """Return what differs between two revisions, field by field; equal fields are left out."""
    fields: tuple[tuple[str, Any, Any], ...] = (
        ("Headline", before.headline, after.headline),
        ("Standfirst", before.standfirst, after.standfirst),
        ("Byline", _names(before.bylines), _names(after.bylines)),
        ("Sources", _names(before.sources), _names(after.sources)),
        ("Alt text", before.hero_alt, after.hero_alt),
        ("Caption", before.hero_caption, after.hero_caption),
    )
    found = [(label, compare.paragraphs([old], [new])) for label, old, new in fields if old != new]
    body = compare.bodies(before.html, after.html)
    return [*found, ("Body", body)] if any(one.pieces for one in body) else found


def words_of(entry: AuditEntry) -> str:
    """Say an act with the words on its button, where it had one."""
    known = entry.action in Move.values
    return str(Move(entry.action).label) if known else entry.action.replace("_", " ").capitalize()


def _names(rows: list[dict[str, Any]]) -> str:
    return ", ".join(f"{row['name']} {row.get('role', '')}".strip() for row in rows)


def _beside(newest: int, number: int) -> dict[str, int | None]:
    return {"earlier": number - 1 or None, "later": number + 1 if number < newest else None}
