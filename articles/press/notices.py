"""404 and 410 pages."""

from django.http import HttpRequest, HttpResponse


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404."""
    return HttpResponse("Not found", status=404)
