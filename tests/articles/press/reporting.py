"""How a reader opens the form of a report and sends it, for the tests of reports."""

from __future__ import annotations

from typing import Any

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
    return client.post(FORM, {**given, "seal": sealed, **fields}, **extra)
