"""The search page: a question, what was found in the paper as it is live now, and a way on when there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models.version import PublishedVersion, PublishedVersionQuerySet
from articles.press import chrome, days, pictures, respond, search_index, stories
from articles.press.search_form import SearchForm
from articles.press.snippets import Hit, hit
from newsroom import keyset

HITS_ON_A_PAGE = 20
# Nobody looks further by relevance, and no page may cost more than another; by date the list goes on to its end.
MOST_PAGES = 5
STORIES_FOR_NOTHING = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A page of results, and the addresses of those beside it; empty where there are none."""

    hits: Sequence[Hit]
    newer: str = ""
    older: str = ""
    # There is more, but not in this order.
    is_cut: bool = False


@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """Show the form, and what answers it; 400 with the form as it was filled in when it cannot be asked."""
    now = timezone.now()
    form = SearchForm(request.GET, sections=chrome.current().sections)
    if not form.is_valid():
        return respond.page(request, "press/search.html", {"form": form}, now=now, status=400)
    context: dict[str, Any] = {"form": form}
    if form.asked.terms:
        found = _found(form, request, now=now)
        context |= {"found": found, "latest": [] if found.hits else _latest(now)}
        context["wider"] = _address(form, section="", since="", until="") if _is_narrowed(form) else ""
        context["longer"] = _address(form, q=f"{form.cleaned_data['q']}*") if _may_begin(form) else ""
        context["by_date"] = _address(form, order="newest")
    return respond.page(request, "press/search.html", context, now=now)


def _found(form: SearchForm, request: HttpRequest, *, now: datetime) -> Found:
    if form.newest_first:
        return _newest(form, before=request.GET.get("before", ""), now=now)
    return _best(form, number=_number(request.GET.get("page", "1")), now=now)


def _newest(form: SearchForm, *, before: str, now: datetime) -> Found:
    rows = search_index.matching(_within(form, _shown(now)), form.asked).newest_first()
    try:
        page = keyset.page(rows, before=before, size=HITS_ON_A_PAGE, fields=stories.NEWEST_FIRST)
    except keyset.BadPlace as fault:
        raise Http404("There is no such page.") from fault
    return Found(
        hits=[hit(version, form.asked) for version in page.rows],
        newer=_address(form) if before else "",
        older=_address(form, before=page.older) if page.older else "",
    )


def _best(form: SearchForm, *, number: int, now: datetime) -> Found:
    start = (number - 1) * HITS_ON_A_PAGE
    rows = search_index.matching(_within(form, PublishedVersion.objects.live(now)), form.asked)
    keys = search_index.ranked(rows, form.asked, start=start, stop=start + HITS_ON_A_PAGE + 1)
    more, keys = len(keys) > HITS_ON_A_PAGE, keys[:HITS_ON_A_PAGE]
    # Asked once more what is live: nothing that the first query found is shown on its word.
    versions = {version.pk: version for version in _shown(now).filter(pk__in=keys)} if keys else {}
    return Found(
        hits=[hit(versions[key], form.asked) for key in keys if key in versions],
        newer=_address(form, page=str(number - 1) if number > 2 else "") if number > 1 else "",
        older=_address(form, page=str(number + 1)) if more and number < MOST_PAGES else "",
        is_cut=more and number == MOST_PAGES,
    )


def _shown(now: datetime) -> PublishedVersionQuerySet:
    rows = PublishedVersion.objects.live(now).select_related("section").defer("html")
    return rows.annotate(picture_rows=pictures.picture_rows())


def _within(form: SearchForm, rows: PublishedVersionQuerySet) -> PublishedVersionQuerySet:
    asked = form.cleaned_data
    if asked["section"]:
        rows = rows.filter(section__slug=asked["section"])
    if asked["since"]:
        rows = rows.filter(published_at__gte=days.midnight(asked["since"]))
    if asked["until"]:
        rows = rows.filter(published_at__lt=days.end_of(asked["until"]))
    return rows


def _latest(now: datetime) -> list[PublishedVersion]:
    return list(stories.live(now)[:STORIES_FOR_NOTHING])


def _is_narrowed(form: SearchForm) -> bool:
    return any(form.cleaned_data[name] for name in ("section", "since", "until"))


def _may_begin(form: SearchForm) -> bool:
    """Whether the last word could be the beginning of longer ones."""
    last = form.asked.terms[-1]
    return form.cleaned_data["q"][-1].isalnum() and not last.phrase and not last.prefix


def _number(page: str) -> int:
    if page.isascii() and page.isdigit() and len(page) == 1 and 1 <= int(page) <= MOST_PAGES:
        return int(page)
    raise Http404("There is no such page.")


def _address(form: SearchForm, **changes: str) -> str:
    """Return the address of the same question with some answers changed; empty ones are left out."""
    asked = {name: str(form.cleaned_data[name] or "") for name in form.fields} | changes
    return f"?{urlencode({name: value for name, value in asked.items() if value})}"
