"""Where a reader reports a problem with a summary: form, taking it, thanks; the press writes this one table and no other."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from articles.models.report import ReaderReport
from articles.models.version import PublishedVersion
from articles.press import chrome, notices, respond, stories
from articles.press.reports import limits, seal
from articles.press.reports.form import ReportForm
from newsroom import dates
from newsroom.templatetags.languages import tongue


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a report was not taken now; the page keeps what was typed."""

    words: str
    status: int
    wait: timedelta | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, section: str, slug: str) -> HttpResponseBase:
    """Show the form for the summary of a story, or take what was sent with it."""
    now = timezone.now()
    try:
        live = stories.at_address(section, slug, now=now)
    except stories.Moved as moved:
        live = moved.version
        if request.method != "POST":
            return _now_at("press:report", live)
    except stories.Gone as gone:
        return notices.gone(request, gone.section)
    if request.method == "POST":
        return _take(request, live, now)
    if not live.has_quick_take:
        raise Http404("This story has no Quick Take.")
    return _show(live, live, _form(live), now)


@require_safe
def thanks(request: HttpRequest, section: str, slug: str) -> HttpResponseBase:
    """Say that a report was taken; the same page for everyone, whatever was in it."""
    now = timezone.now()
    try:
        version = stories.at_address(section, slug, now=now)
    except stories.Moved as moved:
        return _now_at("press:report_thanks", moved.version)
    except stories.Gone as gone:
        return notices.gone(request, gone.section)
    return respond.page(request, "press/report_thanks.html", {"version": version}, now=now)


def _take(request: HttpRequest, live: PublishedVersion, now: datetime) -> HttpResponseBase:
    """Store a report about the version that the reader saw, which need not be the one that is live by now."""
    posted = _posted(request)
    try:
        sealed: seal.Seal | None = seal.read(posted.get("seal", ""))
    except seal.Broken:
        sealed = None
    seen = _version_seen(sealed, live, now)
    if seen is None:
        raise Http404("This story has no Quick Take.")
    form = _form(seen, posted)
    refusal = _refusal(request, form, sealed, seen, now)
    if refusal is None and sealed is not None:
        if limits.is_new(sealed.text):
            with limits.taken_or_not(sealed.text):
                _store(form, seen, now)
            limits.count(request, now=now)
        return _see(_address("press:report_thanks", live))
    return _show(seen, live, form, now, refusal, sealed)


def _posted(request: HttpRequest) -> QueryDict:
    """Return what was sent with the form; nothing when it was sent as no form of ours is.

    Parts of a multipart body could be files of any size, which Django would write to disk before we look at them.
    """
    ours = request.content_type == "application/x-www-form-urlencoded"
    return request.POST if ours else QueryDict()


def _version_seen(sealed: seal.Seal | None, live: PublishedVersion, now: datetime) -> PublishedVersion | None:
    """Return the version a form was made for, if readers could see its box then; one hidden since may be reported."""
    if sealed is None or sealed.version == live.pk:
        seen: PublishedVersion | None = live
    else:
        seen = (
            PublishedVersion.objects.started(now).filter(pk=sealed.version, article=live.article_id).first()
        )
    if seen is None or seen.bullets == "[]":
        return None
    hidden_at = seen.quick_take_hidden_at
    was_seen = hidden_at is None or (sealed is not None and hidden_at > sealed.made_at)
    return seen if was_seen else None


def _refusal(
    request: HttpRequest, form: ReportForm, sealed: seal.Seal | None, seen: PublishedVersion, now: datetime
) -> Refusal | None:
    kept = gettext("Your words are kept below.")
    if broken := _fault_of_seal(request, sealed, now):
        return Refusal(f"{broken} {kept}", 403)
    if not form.is_valid():
        return Refusal(gettext("This was not sent yet. Please look at what is marked below."), 400)
    wait = limits.wait_of(request, article=seen.article_id, now=now)
    if wait is None:
        return None
    again = dates.hour(now + wait + timedelta(minutes=1))
    said = gettext("There were many reports in a short time. Please send yours after %(hour)s.") % {
        "hour": again
    }
    return Refusal(f"{said} {kept}", 429, wait)


def _fault_of_seal(request: HttpRequest, sealed: seal.Seal | None, now: datetime) -> str:
    if sealed is None or seal.is_from_elsewhere(request):
        return gettext("This did not come from our own form. Please send it from here.")
    if sealed.is_too_old(now):
        return gettext("This page was open for more than a day. Please look again and send it.")
    if sealed.is_too_fresh(now):
        return gettext("That was quicker than anyone can read. Please send it once more.")
    return ""


def _store(form: ReportForm, seen: PublishedVersion, now: datetime) -> None:
    given = form.cleaned_data
    ReaderReport.objects.create(
        article_id=seen.article_id,
        version=seen,
        bullet=form.place,
        bullet_text=form.bullets[form.place - 1]["text"] if form.place else "",
        fault=given["fault"],
        words=given["words"],
        email=given["email"],
        made_at=now,
    )


def _show(
    seen: PublishedVersion,
    live: PublishedVersion,
    form: ReportForm,
    now: datetime,
    refusal: Refusal | None = None,
    sealed: seal.Seal | None = None,
) -> HttpResponseBase:
    """Show the form with a fresh seal and with all that was typed."""
    # After a box was hidden only a form from before may be sent, so its seal has to stay as it is.
    kept = sealed if seen.quick_take_hidden_at else None
    _renew(form, kept or seal.seal(seen, now=now))
    context = {"version": seen, "live": live, "form": form, "refusal": refusal.words if refusal else ""}
    status = refusal.status if refusal else 200
    response = respond.fleeting_page("press/report.html", context, now=now, status=status)
    if refusal and refusal.wait:
        response["Retry-After"] = str(math.ceil(refusal.wait.total_seconds()))
    return response


def _renew(form: ReportForm, fresh: seal.Seal) -> None:
    form.initial["seal"] = fresh.text
    if form.is_bound:
        form.data = (
            {**form.data.dict(), "seal": fresh.text} if isinstance(form.data, QueryDict) else form.data
        )


def _form(version: PublishedVersion, data: Any = None) -> ReportForm:
    # From the column itself: a box that was hidden a moment ago has no bullets to show any more, but they were seen.
    bullets: list[dict[str, Any]] = json.loads(version.bullets)
    marks = tongue(version.language, chrome.current().masthead.language)
    return ReportForm(data, bullets=bullets, marks=marks, hidden=not version.has_quick_take)


def _address(name: str, version: PublishedVersion) -> str:
    return reverse(name, args=[version.section.slug, version.slug])


def _now_at(name: str, version: PublishedVersion) -> HttpResponseBase:
    response = HttpResponsePermanentRedirect(_address(name, version))
    # A renamed story may come back, so nobody may keep this answer for ever.
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    return response


def _see(address: str) -> HttpResponseRedirect:
    response = HttpResponseRedirect(address, status=303)
    response["Cache-Control"] = "no-store"
    return response
