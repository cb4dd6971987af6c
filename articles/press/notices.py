"""What stands where nothing stands: 404 and 410, with a way on."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from articles.models.taxonomy import Section
from articles.press import respond


def not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer 404; the words do not say whether something is planned here."""
    return respond.page(request, "press/not_found.html", {}, now=timezone.now(), status=404)


def gone(request: HttpRequest, section: Section) -> HttpResponseBase:
    """Answer 410 for a withdrawn story, without its headline."""
    return respond.page(request, "press/gone.html", {"section": section}, now=timezone.now(), status=410)
