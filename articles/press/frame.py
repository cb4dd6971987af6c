"""The language in which the frame of the public side speaks: the masthead's, and never that of who is asking."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http.response import HttpResponseBase

from articles.press import chrome
from newsroom import languages

View = Callable[..., HttpResponseBase]


def in_house_language(view: View) -> View:
    """Let a view speak the masthead's language.

    All of the view and not its template alone: feeds and structured data say labels from Python. A page is the same
    for everyone, so no header of the request has a say in it.
    """

    @wraps(view)
    def answer(*args: Any, **kwargs: Any) -> HttpResponseBase:
        with languages.speaks(chrome.current().masthead.language):
            return view(*args, **kwargs)

    return answer
