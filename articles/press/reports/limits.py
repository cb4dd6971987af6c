"""How many reports are taken in a while, by address and by story; no address is ever kept, only counted under a keyed hash."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from articles.models.report import ReaderReport

SALT = "articles.press.reports.address"
FROM_ONE_ADDRESS, WINDOW = 5, timedelta(minutes=10)
# A story that makes people angry gets many; the desk still has to be able to read them.
ON_ONE_STORY, WHILE = 40, timedelta(hours=1)


def wait_of(request: HttpRequest, *, article: int, now: datetime) -> timedelta | None:
    """Return how long this reader has to wait before another report is taken; None when there is room."""
    left = [_left_for_story(article, now), _left_for_address(request, now)]
    return max((wait for wait in left if wait), default=None)


def count(request: HttpRequest, *, now: datetime) -> None:
    """Count a report that was taken."""
    key = _key(request, now)
    if key is not None and not cache.add(key, 1, WINDOW.total_seconds()):
        cache.incr(key)


def is_new(sealed: str) -> bool:
    """Whether this form was not taken yet: a second press on the button, or a page sent again, makes no second report."""
    return bool(cache.add(_seal_key(sealed), 1, 2 * 24 * 3600))


@contextmanager
def taken_or_not(sealed: str) -> Iterator[None]:
    """Let the form be sent again when storing its report failed: it must not be thanked for and lost."""
    try:
        yield
    except Exception:
        cache.delete(_seal_key(sealed))
        raise


def _left_for_story(article: int, now: datetime) -> timedelta | None:
    # In the database and not in the cache, since each process of the server may have a cache of its own.
    recent = ReaderReport.objects.filter(article=article, made_at__gt=now - WHILE).order_by("-made_at")
    moments = list(recent.values_list("made_at", flat=True)[:ON_ONE_STORY])
    return moments[-1] + WHILE - now if len(moments) == ON_ONE_STORY else None


def _left_for_address(request: HttpRequest, now: datetime) -> timedelta | None:
    key = _key(request, now)
    if key is None or cache.get(key, 0) < FROM_ONE_ADDRESS:
        return None
    return timedelta(seconds=WINDOW.total_seconds() - now.timestamp() % WINDOW.total_seconds())


def _key(request: HttpRequest, now: datetime) -> str | None:
    address = _address_of(request)
    window = int(now.timestamp() // WINDOW.total_seconds())
    # The day is part of what is hashed: tomorrow the same address is another text, and nobody can follow it.
    return f"report.from.{_hash(f'{now:%Y-%m-%d} {address}')}.{window}" if address else None


def _seal_key(sealed: str) -> str:
    return f"report.seal.{_hash(sealed)}"


def _hash(text: str) -> str:
    return salted_hmac(SALT, text, algorithm="sha256").hexdigest()[:32]


def _address_of(request: HttpRequest) -> str:
    """Return the reader's address, a household's for IPv6; empty where it tells nobody apart (a proxy, a socket)."""
    said = request.META.get("REMOTE_ADDR", "")
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if 0 < settings.PROXIES <= len(forwarded):
        said = forwarded[-settings.PROXIES]
    try:
        address = ip_address(said)
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        # A server that listens on both kinds writes every old address like this, and all of them begin alike.
        address = address.ipv4_mapped
    if not address.is_global:
        return ""
    # One household has billions of addresses, but they begin alike.
    return str(ip_network(f"{address}/64", strict=False) if isinstance(address, IPv6Address) else address)
