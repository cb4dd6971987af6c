"""How the desk works, in three charts: how long stories take, what waits, what becomes of bullets; never of one person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from articles.desk import days
from articles.models.article import Article, ArticleQuerySet
from articles.models.quicktake import Bullet, Origin, Verdict
from articles.models.review import Review
from articles.models.version import PublishedVersion
from newsroom.admin import person_of
from newsroom.roles import Right, rights_of

WEEKS = 12
# Two moments a story: so many are read at most to find the middle ones, which no database shares a word for.
_MOST_STORIES = 20_000
_AGES = (
    ("Under 1 hour", timedelta(0), timedelta(hours=1)),
    ("1 to 4 hours", timedelta(hours=1), timedelta(hours=4)),
    ("4 to 24 hours", timedelta(hours=4), timedelta(days=1)),
    ("1 to 3 days", timedelta(days=1), timedelta(days=3)),
    ("Over 3 days", timedelta(days=3), timedelta(days=36_500)),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, the words at its end, its share of the longest, and the cells of its table row."""

    label: str
    words: str
    width: str
    y: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a bar that is cut in shares."""

    tone: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Split:
    """What became of one maker's bullets."""

    label: str
    y: int
    parts: list[Part]
    words: str
    counts: tuple[int, int, int]
    total: int


@require_safe
def reports_view(request: HttpRequest) -> HttpResponse:
    """Show the three charts, of the stories that this person may know of."""
    person, now = person_of(request), timezone.now()
    if Right.READ not in rights_of(person):
        raise PermissionDenied
    visible = Article.objects.visible_to(person)
    takes, ages, makers = time_to_publication(visible, now), age_of_queue(visible, now), what_became(visible)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Reports",
        "weeks": WEEKS,
        "takes": takes,
        "ages": ages,
        "makers": makers,
        "heights": {"takes": len(takes) * _ROW, "ages": len(ages) * _ROW, "makers": len(makers) * _TALL_ROW},
    }
    return TemplateResponse(request, "desk/reports.html", context)


def time_to_publication(visible: ArticleQuerySet, now: datetime) -> list[Bar]:
    """For each week the middle time from the first save to the first publication; weeks without one are left out."""
    first = days.monday(days.today(now)) - timedelta(weeks=WEEKS - 1)
    rows = PublishedVersion.objects.started(now).filter(
        public_from=F("published_at"),
        published_at__gte=days.midnight(first),
        article__in=visible.values("pk"),
    )
    found = rows.order_by("-published_at").values_list("published_at", "article__created_at")[:_MOST_STORIES]
    by_week: dict[date, list[float]] = {}
    for out, begun in found:
        took = (out - begun).total_seconds()
        # A story that was imported with its old date never was a draft here.
        if took >= 0:
            by_week.setdefault(days.monday(timezone.localtime(out).date()), []).append(took)
    middles = {week: median(seconds) for week, seconds in sorted(by_week.items())}
    longest = max(middles.values(), default=0)
    return [
        _bar(date_format(week, "j M"), length(seconds), seconds, longest, number, len(by_week[week]))
        for number, (week, seconds) in enumerate(middles.items())
    ]


def age_of_queue(visible: ArticleQuerySet, now: datetime) -> list[Bar]:
    """How long the stories that wait for a reader have stood as they are; counted by the database."""
    counted = {
        f"age{number}": Count("pk", filter=Q(changed_at__lte=now - young, changed_at__gt=now - old))
        for number, (_, young, old) in enumerate(_AGES)
    }
    counts = visible.awaiting_review().aggregate(**counted)
    most = max(counts.values(), default=0)
    return [
        _bar(label, str(counts[f"age{number}"]), counts[f"age{number}"], most, number)
        for number, (label, _, _) in enumerate(_AGES)
    ]


def what_became(visible: ArticleQuerySet) -> list[Split]:
    """What people answered to the bullets of each engine and prompt; a Quick Take counts where somebody answered it."""
    answered = Review.objects.filter(
        quick_take__isnull=False, carried_from__isnull=True, article__in=visible.values("pk")
    )
    bullets = Bullet.objects.filter(quick_take__in=answered.values("quick_take")).exclude(machine_text="")
    kept = Q(verdict=Verdict.ACCEPTED)
    names = ("engine", "engine_version", "model", "prompt__name", "prompt__version")
    rows = (
        bullets.values_list(*(f"quick_take__{name}" for name in names))
        .annotate(
            accepted=Count("pk", filter=kept & Q(origin=Origin.MACHINE)),
            edited=Count("pk", filter=kept & Q(origin=Origin.EDITED)),
            rejected=Count("pk", filter=Q(verdict=Verdict.REJECTED)),
        )
        .order_by(*(f"quick_take__{name}" for name in names))
    )
    splits = [_split(row[:5], row[5:]) for row in rows]
    wanted = [split for split in splits if split[2]]
    return [
        Split(label, number * _TALL_ROW, parts, words, counts, total)
        for number, (label, parts, total, words, counts) in enumerate(wanted)
    ]


_ROW = 44
# Its words have a line of their own.
_TALL_ROW = 62


def length(seconds: float) -> str:
    """Say a length of time in its two largest units."""
    minutes = round(seconds / 60)
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} d {hours % 24} h"
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min"


def _bar(label: str, words: str, value: float, most: float, number: int, *cells: int) -> Bar:
    share = value / most * 100 if most else 0
    return Bar(label, words, _per_cent(share), number * _ROW, tuple(map(str, cells)))


def _split(made: Any, counts: Any) -> tuple[str, list[Part], int, str, tuple[int, int, int]]:
    engine, engine_version, model, prompt, version = made
    label = " ".join(part for part in (engine, engine_version, model) if part)
    label += f" · {prompt} {version}" if prompt else ""
    total = sum(counts)
    parts, x = [], 0.0
    for tone, count in zip(("accepted", "edited", "rejected"), counts, strict=True):
        width = count / total * 100 if total else 0
        parts.append(Part(tone, _per_cent(x), _per_cent(width)))
        x += width
    shares = [round(count / total * 100) if total else 0 for count in counts]
    words = f"{shares[0]} % accepted, {shares[1]} % edited, {shares[2]} % rejected"
    return label, parts, total, words, tuple(counts)


def _per_cent(share: float) -> str:
    return f"{share:.2f}%"
