"""The feed of whole days for a mail house: per day the stories with a Quick Take that readers see; no story on its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import Subquery
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.models.version import PublishedVersion
from articles.press import chrome, stories
from articles.press import days as days_of_paper
from articles.press.feeds.entry import Entry
from articles.press.feeds.views import Heading, answer, changes, endings
from newsroom import dates
from newsroom.templatetags.paper import absolute

DAYS = 10
# Nobody is sent what is older, and without an end a paper that has few Quick Takes would be read from its first day on.
OLDEST = timedelta(days=60)
# As many as are read for those days; a paper with more a day than this has fewer days in the feed.
STORIES = 300


@require_safe
def digest(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The last days, each as one entry that grows until the day is over."""
    now = timezone.now()
    versions = _with_boxes(now)
    ended_at = endings(now).values_list("public_until", flat=True).first()
    moments = [ended_at, *(moment for version in versions for moment in changes(version, now))]
    heading = Heading(
        title=gettext("Quick Takes of the day"),
        page=reverse("press:home"),
        description=gettext("Each day’s stories in a few points, all of them reviewed by the newsroom."),
        ended_at=ended_at,
    )
    entries = [_entry(day, told) for day, told in _days(versions)]
    return answer(request, ending, heading, entries, moments)


def _with_boxes(now: datetime) -> list[PublishedVersion]:
    """Return what is live with a box, newest first; hidden boxes too, because hiding one changed the feed."""
    first = PublishedVersion.objects.order_by("pk").values("uuid")[:1]
    rows = stories.live(now).in_feeds().filter(published_at__gt=now - OLDEST).exclude(bullets="[]")
    return list(rows.annotate(first_uuid=Subquery(first))[:STORIES])


def _days(versions: Sequence[PublishedVersion]) -> Iterator[tuple[date, list[PublishedVersion]]]:
    """Yield the newest whole days in the newsroom's zone that still have something to tell."""
    days = [
        (day, list(group))
        for day, group in groupby(versions, key=lambda version: days_of_paper.day_of(version.published_at))
    ]
    if len(versions) == STORIES and len(days) > 1:
        # The last day may have lost some of its stories to the limit.
        days.pop()
    told = ((day, [one for one in group if one.has_quick_take]) for day, group in days)
    yield from [(day, group) for day, group in told if group][:DAYS]


def _entry(day: date, told: Sequence[PublishedVersion]) -> Entry:
    # The paper's very first version is never deleted, so its uuid tells this paper's days from any other's, for ever.
    paper: uuid.UUID = told[0].first_uuid
    return Entry(
        id=uuid.uuid5(paper, f"digest/{day.isoformat()}").urn,
        title=gettext("Quick Takes of %(day)s") % {"day": dates.weekday(day)},
        link=absolute(reverse("press:archive_day", args=[day.year, day.month, day.day])),
        # The day itself: the hour of its first story would move when that story is withdrawn.
        published_at=days_of_paper.midnight(day),
        updated_at=max(version.updated_at for version in told),
        summary=" · ".join(version.headline for version in told),
        content=render_to_string(
            "press/feed_digest.html", {"stories": told, "masthead": chrome.current().masthead}
        ).strip(),
        language="",
    )
