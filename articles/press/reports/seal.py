"""Whether a report comes from a form of ours that somebody looked at: a signed time instead of a cookie; not who it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest

from articles.models.version import PublishedVersion

SALT = "articles.press.reports"
# Nobody reads a form, chooses a point and sends it in less; and a page that was open for more than a day may well show
# what no longer stands there.
SOONEST, LATEST = timedelta(seconds=2), timedelta(hours=24)


class Broken(Exception):
    """The seal is not ours or was changed."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Which version a form shows and when it was made; ``text`` is what the form carries."""

    version: int
    made_at: datetime
    text: str

    def is_too_fresh(self, now: datetime) -> bool:
        """Whether no person can have filled the form in since."""
        return now - self.made_at < SOONEST

    def is_too_old(self, now: datetime) -> bool:
        """Whether the page was open for too long."""
        return now - self.made_at > LATEST


def seal(version: PublishedVersion, *, now: datetime) -> Seal:
    """Make the seal of a form that shows ``version``."""
    facts = {"version": version.pk, "at": now.isoformat(timespec="milliseconds")}
    return Seal(version.pk, now, signing.dumps(facts, salt=SALT))


def read(text: str) -> Seal:
    """Return what a seal says; raises ``Broken``. The time is inside, so that the clock is the caller's."""
    try:
        facts = signing.loads(text, salt=SALT)
    except signing.BadSignature as fault:
        raise Broken from fault
    return Seal(facts["version"], datetime.fromisoformat(facts["at"]), text)


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that another site sent the form; one that says nothing is let through to the seal."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site != "same-origin"
    origin = request.headers.get("Origin")
    if origin is None:
        return False
    # By host and port alone: behind a proxy the scheme that we see may be another than the reader's.
    host = urlsplit(origin).netloc
    return host not in {request.get_host(), urlsplit(settings.SITE_URL).netloc}
