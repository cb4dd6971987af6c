"""What readers say is wrong with a summary, on the desk: the list, one report, and settling it; the form is the press's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from articles import actions, policies
from articles.actions import TransitionBlocked
from articles.actions.settle_report import LONGEST_OUTCOME, Settlement, may_settle
from articles.desk.badges import clock
from articles.desk.pages import answer, story_for
from articles.models.article import Article
from articles.models.report import ReaderReport, ReaderReportQuerySet
from articles.models.version import PublishedVersion
from articles.policies import Reason
from newsroom import keyset
from newsroom.admin import person_of
from newsroom.models.user import User
from newsroom.workflow import Move

ON_A_PAGE = 50
_LONG = ("version__html", "version__text", "article__body")
# What a reader's word may lead to, if the person may do it and it makes sense here.
_WAYS_ON = (Move.CORRECT, Move.HIDE_QUICK_TAKE)


class SettleForm(forms.Form):
    """What was done, and in words."""

    settlement = forms.ChoiceField(
        label="What was done", choices=Settlement.choices, widget=forms.RadioSelect({"class": "boxes"})
    )
    words = forms.CharField(
        label="In a few words",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_OUTCOME,
        help_text="For colleagues; it stays in the story’s history. The reader is not told.",
    )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        return helper


def known_to(person: User) -> ReaderReportQuerySet:
    """Return the reports about stories that the person may know of."""
    return ReaderReport.objects.filter(article__in=Article.objects.visible_to(person).values("pk"))


def open_of(article: Article) -> list[ReaderReport]:
    """Return what nobody has settled about a story that the person has before them, the oldest first."""
    rows = ReaderReport.objects.open().filter(article=article).select_related("version").defer(*_LONG[:2])
    return list(rows.order_by("made_at", "pk"))


def is_shown(version: PublishedVersion | None) -> bool:
    """Say whether readers see a box with this version."""
    return bool(version and version.quick_take_id and version.quick_take_hidden_at is None)


def _require_settler(request: HttpRequest) -> User:
    person = person_of(request)
    if not may_settle(person):
        raise PermissionDenied
    return person


@require_safe
def reader_reports_view(request: HttpRequest) -> HttpResponse:
    """List what nobody has settled, the oldest first; ``?settled`` lists the others, the newest first."""
    person, now = _require_settler(request), timezone.now()
    settled = "settled" in request.GET
    rows = known_to(person).select_related("article", "version", "settled_by").defer(*_LONG)
    older = ""
    if settled:
        rows = rows.filter(settled_at__isnull=False).order_by("-made_at", "-pk")
        try:
            page = keyset.page(
                rows, before=request.GET.get("before", ""), size=ON_A_PAGE, fields=("made_at", "id")
            )
        except keyset.BadPlace as fault:
            raise Http404("There is no such place in the list.") from fault
        found: Sequence[ReaderReport] = page.rows
        older = page.older
    else:
        found = list(rows.open().order_by("made_at", "pk")[:ON_A_PAGE])
    context = {
        **admin.site.each_context(request),
        "title": "Readers’ reports",
        "settled": settled,
        "lines": [(report, clock(report.made_at, now)) for report in found],
        "older": older,
    }
    return TemplateResponse(request, "desk/reader_reports.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def reader_report_view(request: HttpRequest, key: int) -> HttpResponse:
    """Show one report beside what readers see now; on POST settle it."""
    person, now = _require_settler(request), timezone.now()
    wanted = known_to(person).select_related("version", "settled_by").defer(*_LONG[:2])
    report = get_object_or_404(wanted, pk=min(key, 2**63 - 1))
    article = story_for(request, report.article_id)
    form = SettleForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, article, report, form, now)
    if not form.is_valid():
        return _page(request, article, report, form, now, status=409)
    said = form.cleaned_data
    try:
        actions.settle_report(
            report=report,
            actor=person,
            now=now,
            settlement=Settlement(said["settlement"]),
            words=said["words"],
        )
    except TransitionBlocked as blocked:
        left = [one for one in blocked.reasons if one.field not in form.fields]
        for reason in blocked.reasons:
            if reason not in left:
                form.add_error(reason.field, reason.message)
        report.refresh_from_db()
        return _page(request, article, report, form, now, reasons=left, status=409)
    messages.success(request, "Settled.")
    return HttpResponseRedirect(reverse("admin:reader_reports"))


def _page(  # noqa: PLR0913 - the parts of a page
    request: HttpRequest,
    article: Article,
    report: ReaderReport,
    form: SettleForm,
    now: datetime,
    *,
    reasons: Sequence[Reason] = (),
    status: int = 200,
) -> HttpResponse:
    live = PublishedVersion.objects.live(now).filter(article_id=article.pk).defer("html", "text").first()
    offered = policies.offered(article, person_of(request), now)
    others = known_to(person_of(request)).open().filter(article=article).exclude(pk=report.pk)
    context: dict[str, Any] = {
        "report": report,
        "when": clock(report.made_at, now),
        "live": live,
        "shown": is_shown(live),
        "now_says": _now_says(report, live),
        "ways_on": [(move.value, move.label) for move in _WAYS_ON if move in offered and not offered[move]],
        "others": others.order_by("made_at", "pk")[:ON_A_PAGE],
        "form": form,
        "reasons": reasons,
    }
    return answer(request, article, "desk/reader_report.html", context, status=status)


def _now_says(report: ReaderReport, live: PublishedVersion | None) -> str:
    """Return what stands at the bullet's place now, where it is another text than the reader saw."""
    if live is None or not is_shown(live) or report.bullet is None:
        return ""
    texts = [bullet["text"] for bullet in live.bullet_list]
    if report.bullet_text in texts or not 0 < report.bullet <= len(texts):
        return ""
    return str(texts[report.bullet - 1])
