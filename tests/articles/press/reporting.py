"""How a reader opens the form of a report and sends it, for the tests of reports."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from tests.articles.press.conftest import soup

FORM, THANKS = "/report/city/bridge/", "/report/city/bridge/thanks/"


def opened(client: Any, paper: Any, **later: float) -> str:
    """The seal of a form that somebody has looked at for a while."""
    page = soup(client.get(FORM).content)
    paper.clock.tick(**(later or {"seconds": 30}))
    return str(page.find("input", {"name": "seal"})["value"])


def sent(client: Any, sealed: str, **fields: str) -> Any:
    given = {"point": "2", "fault": "wrong", "words": "It was ten months.", "email": "", "website": ""}
    extra = {name: fields.pop(name) for name in list(fields) if name.isupper()}
    return posted(client, FORM, {**given, "seal": sealed, **fields}, **extra)


def posted(client: Any, address: str, given: dict[str, str], **extra: Any) -> Any:
    """Send a form as a browser does; Django's client would send it in parts, as forms with files are."""
    body = urlencode(given)
    return client.post(address, body, content_type="application/x-www-form-urlencoded", **extra)
