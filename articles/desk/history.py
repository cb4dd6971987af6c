"""What became of a story: its time line, its revisions beside each other, and the way back to one of them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from articles import actions, documents, policies, provenance
from articles.desk import compare, timeline
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from articles.models.quicktake import QuickTake
from articles.models.revision import Revision
from articles.policies import Reason
from newsroom.admin import person_of

# A number that no story reaches, and that no database column would take.
_LONGEST_NUMBER = 8
_FILTERS = (
    ("", "Everything"),
    ("person", "People"),
    ("machine", "The machine"),
    ("public", "What readers saw"),
)
# These have a line of their own in what `changes_of` finds.
_SHOWN_AS_FIELDS = frozenset({"A source changed"})


@require_safe
def history_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show everything that happened to the story, and let two revisions be chosen."""
    article, now = story_for(request, pk), timezone.now()
    only = request.GET.get("only", "") if request.GET.get("only", "") in dict(_FILTERS) else ""
    revisions = Revision.objects.filter(article=article).select_related("saved_by").order_by("-number")
    context = {
        "tab": "history",
        "revisions": list(revisions.defer("body", "html", "text", "canonical", "sentences")),
        "chosen": (article.version - 1, article.version),
        "moments": [one for one in timeline.of_story(article, now=now) if only in {"", one.mark}],
        "only": only,
        "filters": _FILTERS,
        "now": now,
    }
    return answer(request, article, "desk/history.html", context)


@require_safe
def revision_view(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Show one revision, and what it changed against the one before it."""
    article = story_for(request, pk)
    revision = _revision(article, number)
    context = {
        "tab": "history",
        "revision": revision,
        "changes": changes_of(revision.previous, revision) if revision.previous else [],
        "beside": beside_the_words(revision.previous, revision) if revision.previous else [],
        "numbers": _beside(article.version, number),
        "may_restore": number != article.version and not _against_writing(request, article),
    }
    return answer(request, article, "desk/revision.html", context)


@require_safe
def compare_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Show two revisions side by side; without a choice the newest beside the one before it."""
    article = story_for(request, pk)
    earlier = _asked_for(request, "from", default=max(1, article.version - 1))
    later = _asked_for(request, "to", default=article.version)
    before, after = _revision(article, min(earlier, later)), _revision(article, max(earlier, later))
    context = {
        "tab": "history",
        "before": before,
        "after": after,
        "sides": (before, after),
        "numbers": range(article.version, 0, -1),
        "changes": changes_of(before, after),
        "beside": beside_the_words(before, after),
        "may_restore": before != after and not _against_writing(request, article),
    }
    return answer(request, article, "desk/compare.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def restore_view(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Ask once more, saying what would change; then save the earlier revision as the next one."""
    article = story_for(request, pk)
    earlier = _revision(article, number)
    if request.method != "POST":
        reasons = [reason.message for reason in _against_writing(request, article)]
        return _restore_page(request, article, earlier, reasons)
    try:
        saved = actions.restore_revision(
            article=article,
            number=number,
            actor=person_of(request),
            now=timezone.now(),
            base=int(request.POST.get("base") or 0),
        )
    except (actions.SaveConflict, actions.TransitionBlocked, ValidationError, ValueError) as refused:
        reasons = refused.messages if isinstance(refused, ValidationError) else [str(refused)]
        return _restore_page(request, story_for(request, pk), earlier, reasons, status=409)
    messages.success(request, f"Revision {number} is restored as revision {saved.number}.")
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def _restore_page(
    request: HttpRequest, article: Article, earlier: Revision, reasons: list[str], *, status: int = 200
) -> HttpResponse:
    context = {
        "tab": "history",
        "revision": earlier,
        "next_number": article.version + 1,
        "reasons": reasons,
        "changes": changes_of(article.current, earlier),
        "beside": beside_the_words(article.current, earlier),
    }
    return answer(request, article, "desk/restore.html", context, status=status)


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
        ("Picture", before.hero.title if before.hero else "", after.hero.title if after.hero else ""),
        ("Alt text", before.hero_alt, after.hero_alt),
        ("Caption", before.hero_caption, after.hero_caption),
    )
    found = [(label, compare.paragraphs([old], [new])) for label, old, new in fields if old != new]
    body = compare.bodies(before.html, after.html)
    return [*found, ("Body", body)] if any(one.pieces for one in body) else found


def beside_the_words(before: Revision, after: Revision) -> list[str]:
    """Return what changed in links, pictures and the like of the body, in sentences."""
    found = documents.changes_beside_the_text(before.canonical, after.canonical, already_material=True)
    return [f"{sentence}." for sentence in found if sentence not in _SHOWN_AS_FIELDS]


def _revision(article: Article, number: int) -> Revision:
    found = Revision.objects.filter(article=article, number=number)
    revision = found.select_related("previous__hero", "saved_by", "hero").first()
    if revision is None:
        raise Http404("There is no such revision.")
    return revision


def _asked_for(request: HttpRequest, name: str, *, default: int) -> int:
    asked = request.GET.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < _LONGEST_NUMBER else default


def _against_writing(request: HttpRequest, article: Article) -> tuple[Reason, ...]:
    return policies.may_write(article, person_of(request), timezone.now())


def _names(rows: list[dict[str, Any]]) -> str:
    return ", ".join(f"{row['name']} {row.get('role', '')}".strip() for row in rows)


def _beside(newest: int, number: int) -> dict[str, int | None]:
    return {"earlier": number - 1 or None, "later": number + 1 if number < newest else None}
