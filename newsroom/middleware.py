"""The desk/press split: sessions, log-in, messages and CSRF exist on desk addresses only."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware

# Addresses that know who is asking; all others are the same bytes for everyone.
DESK_PREFIXES = ("/admin/", "/accounts/", "/preview/")


class DeskOnly:
    """Mix-in: run a middleware on desk addresses only.

    A public response can then not set a cookie or vary by one, whatever a view or template does:
    a rule by construction instead of a test for each page. Wrapping a chain of middleware in one
    class was refused: Django finds ``process_view`` only on what MIDDLEWARE names, so the CSRF
    check would silently be gone.
    """

    if TYPE_CHECKING:
        get_response: Any

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(DESK_PREFIXES):
            return super().__call__(request)  # type: ignore[misc,no-any-return]
        answer: HttpResponseBase = self.get_response(request)
        return answer


class DeskSessionMiddleware(DeskOnly, SessionMiddleware):
    """Sessions on the desk."""


class DeskCsrfMiddleware(DeskOnly, CsrfViewMiddleware):
    """CSRF tokens on the desk. Public addresses refuse every POST but a reader's report, whose form is sealed instead.

    Django asks ``process_view`` by itself, whatever ``__call__`` left out, and would compare with a cookie that no
    reader ever gets.
    """

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., HttpResponseBase],
        callback_args: tuple[Any, ...],
        callback_kwargs: dict[str, Any],
    ) -> HttpResponseForbidden | None:
        """Check the token on desk addresses."""
        if not request.path_info.startswith(DESK_PREFIXES):
            return None
        return super().process_view(request, callback, callback_args, callback_kwargs)


class DeskAuthenticationMiddleware(DeskOnly, AuthenticationMiddleware):
    """``request.user`` on the desk."""


class DeskMessageMiddleware(DeskOnly, MessageMiddleware):
    """Messages on the desk."""
