"""The feed of days that are over, for a mail house: per day the stories with a Quick Take that readers see; no story on its own."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby, islice

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
# A day, what is told of it, and when that changed last.
Day = tuple[date, list[PublishedVersion], datetime]


@require_safe
def digest(request: HttpRequest, ending: str) -> HttpResponseBase:
    """The last days that are over, each as one entry."""
    now = timezone.now()
    today = days_of_paper.day_of(now)
    versions = _with_boxes(now, today)
    ended_at = endings(now).values_list("public_until", flat=True).first()
    moments = (moment for version in versions for moment in changes(version))
    heading = Heading(
        title=gettext("Quick Takes of the day"),
        page=reverse("press:home"),
        description=gettext("Each day’s stories in a few points, all of them reviewed by the newsroom."),
        # A day appears at midnight, whatever was published since.
        moments=(days_of_paper.midnight(today), ended_at),
    )
    entries = [_entry(*day) for day in _days(versions)]
    return answer(request, ending, heading, entries, moments, now=now)


def _with_boxes(now: datetime, today: date) -> list[PublishedVersion]:
    """Return what is live with a box since before today, newest first; hidden boxes too: hiding one changed the feed."""
    first = PublishedVersion.objects.order_by("pk").values("uuid")[:1]
    span = {
        "published_at__gte": days_of_paper.midnight(today - OLDEST),
        "published_at__lt": days_of_paper.midnight(today),
    }
    rows = stories.live(now).in_feeds().filter(**span).exclude(bullets="[]")
    return list(rows.annotate(first_uuid=Subquery(first))[:STORIES])


def _days(versions: Sequence[PublishedVersion]) -> Iterator[Day]:
    """Yield the newest days in the newsroom's zone that still have something to tell."""
    days = [
        (day, list(group))
        for day, group in groupby(versions, key=lambda version: days_of_paper.day_of(version.published_at))
    ]
    if len(versions) == STORIES and len(days) > 1:
        # The last day may have lost some of its stories to the limit.
        days.pop()
    told = ((day, [one for one in group if one.has_quick_take], _changed(day, group)) for day, group in days)
    yield from islice((one for one in told if one[1]), DAYS)


def _changed(day: date, versions: Sequence[PublishedVersion]) -> datetime:
    """Return when what is told of a day changed last: a box that was hidden afterwards is a change."""
    hidden = (one.quick_take_hidden_at for one in versions if one.quick_take_hidden_at)
    return max(days_of_paper.end_of(day), *(one.updated_at for one in versions), *hidden)


def _entry(day: date, told: Sequence[PublishedVersion], changed_at: datetime) -> Entry:
    # The paper's very first version is never deleted, so its uuid tells this paper's days from any other's, for ever.
    paper: uuid.UUID = told[0].first_uuid
    return Entry(
        id=uuid.uuid5(paper, f"digest/{day.isoformat()}").urn,
        title=gettext("Quick Takes of %(day)s") % {"day": dates.weekday(day)},
        link=absolute(reverse("press:archive_day", args=[day.year, day.month, day.day])),
        # When the day was over and the entry appeared: whoever looks for what is newer than their last visit finds it.
        published_at=days_of_paper.end_of(day),
        updated_at=changed_at,
        summary=" · ".join(version.headline for version in told),
        content=render_to_string(
            "press/feed_digest.html", {"stories": told, "masthead": chrome.current().masthead}
        ).strip(),
        language="",
    )
