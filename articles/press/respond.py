"""Answers of the public side: headers, strong ETag and 304, alike for everyone; no page is decided here."""

from __future__ import annotations

import hashlib
import time
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from articles.press import chrome, encoding
from newsroom import languages

HTML = "text/html; charset=utf-8"
# Nothing purges the caches in between, and what was withdrawn or hidden has to be gone within five seconds; nor must a
# cache that remembers an absence hide long what has just appeared.
SHARED_SECONDS = 5


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, now: datetime, status: int = 200
) -> HttpResponseBase:
    """Render a public page. The template sees no request, so it cannot show anything of who is asking."""
    frame = chrome.current()
    # Said here again for 404 and its like, which no view of ours answers.
    with languages.speaks(frame.masthead.language):
        body = render_to_string(
            template, {"chrome": frame, "masthead": frame.masthead, "now": now, **context}
        )
    return document(request, body.encode(), content_type=HTML, status=status)


def fleeting_page(
    template: str, context: dict[str, Any], *, now: datetime, status: int = 200
) -> HttpResponse:
    """Render a page that is of this moment alone, so that no cache may keep it."""
    frame = chrome.current()
    with languages.speaks(frame.masthead.language):
        body = render_to_string(
            template, {"chrome": frame, "masthead": frame.masthead, "now": now, **context}
        )
    response = HttpResponse(body, content_type=HTML, status=status)
    response["Cache-Control"] = "no-store"
    return response


def document(
    request: HttpRequest,
    body: bytes,
    *,
    content_type: str,
    changed_at: datetime | None = None,
    status: int = 200,
) -> HttpResponseBase:
    """Answer with a body that is the same for everyone, or with 304 when the client has it."""
    sent = body
    if squeezed := encoding.accepts_gzip(request.headers.get("Accept-Encoding", "")):
        sent = encoding.compress(body)
    # Whoever asks for the head alone is told how long the body would be; servers complain of one that comes with it.
    response = HttpResponse(
        b"" if request.method == "HEAD" else sent, content_type=content_type, status=status
    )
    response["Content-Length"] = str(len(sent))
    if squeezed:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = f"public, max-age=0, must-revalidate, s-maxage={SHARED_SECONDS}"
    response["Vary"] = "Accept-Encoding"
    if status != 200:
        return response
    # A strong validator names the bytes that travel, and these are others.
    etag = quote_etag(hashlib.sha256(body).hexdigest()[:32] + ("-gzip" if squeezed else ""))
    response["ETag"] = etag
    modified = int(changed_at.timestamp()) if changed_at else None
    if modified is not None:
        # Something may still change within this second, and whoever names it again would never hear of that.
        response["Last-Modified"] = http_date(min(modified, int(time.time()) - 1))
    return get_conditional_response(request, etag=etag, last_modified=modified, response=response) or response
