"""Answers for machines: is the process alive, may it take traffic; and the page for its own failures."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from newsroom import guards


def healthz(request: HttpRequest) -> HttpResponse:
    """Say that the process answers; asks nothing of the database."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(request: HttpRequest) -> JsonResponse:
    """Say 200 when database and guards are there, else 503 with what is missing."""
    try:
        missing = guards.missing(connection)
    except DatabaseError as error:
        return JsonResponse({"ready": False, "problem": f"database: {error}"}, status=503)
    if missing:
        return JsonResponse({"ready": False, "problem": f"guards missing: {', '.join(missing)}"}, status=503)
    return JsonResponse({"ready": True})


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a failure without asking anything that may have failed too."""
    return HttpResponse(
        "<!doctype html><html lang=en><title>Something went wrong</title>"
        "<h1>Something went wrong</h1><p>The newsroom's machine made a mistake. Please try again in a minute.</p>",
        status=500,
    )
