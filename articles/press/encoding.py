"""Compresses an answer for those who ask for it; what is in the answer is decided elsewhere."""

from __future__ import annotations

import gzip

# A level more saves 20 bytes of a page and costs as much time again.
LEVEL = 6


def accepts_gzip(header: str) -> bool:
    """Whether an ``Accept-Encoding`` header (RFC 9110, section 12.5.3) asks for gzip; ``gzip;q=0`` refuses it."""
    for offer in header.lower().split(","):
        name, _, weight = offer.partition(";")
        if name.strip() in {"gzip", "x-gzip"}:
            return _weight(weight) > 0
    return False


def compress(body: bytes) -> bytes:
    """Return the same bytes for the same body, whatever the hour: caches compare them."""
    return gzip.compress(body, LEVEL, mtime=0)


def _weight(parameters: str) -> float:
    name, _, value = parameters.partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
