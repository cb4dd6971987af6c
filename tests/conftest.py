"""Fixtures for every test: the three named people, the clock, and services that may be missing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.core.files.storage import storages
from django.db import connection

from articles.summaries.engines import llm
from newsroom.models.user import User
from newsroom.roles import Role
from tests.factories.people import person
from tests.model_server import ModelServer

# A change must not fail for a case that chance found in somebody else's code; at a desk chance may look on.
hypothesis.settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    hypothesis.settings.load_profile("ci")

NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that tests move by hand; actions take `now` from it."""

    def __init__(self) -> None:
        self.now = NOON

    def tick(self, **delta: float) -> datetime:
        """Move on by the given timedelta arguments (a minute without any) and return the new time."""
        self.now += timedelta(**(delta or {"minutes": 1}))
        return self.now


def require(what: str, *, there: bool) -> None:
    """Skip the test without what it needs; fail where everything has to be there."""
    if there:
        return
    if os.environ.get("REQUIRE_SERVICES") == "1":
        pytest.fail(f"{what} is required here (REQUIRE_SERVICES=1) and missing.")
    pytest.skip(f"needs {what}")


@pytest.fixture(autouse=True)
def _services(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("postgres"):
        require("PostgreSQL", there=connection.vendor == "postgresql")


@pytest.fixture
def model_server() -> Iterator[Callable[..., ModelServer]]:
    """Starts a server that plays a model, scene by scene; only a test that asks for it may ask a model."""
    pytest.importorskip("pydantic_ai", reason="needs the extra “llm”")
    with ExitStack() as stack:
        yield lambda *scenes: stack.enter_context(ModelServer(*scenes))


@pytest.fixture(autouse=True)
def _no_model_is_asked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "model_server" in request.fixturenames:
        return
    wire = llm._wire

    def barred() -> llm.Asking:
        # Only here, because importing the client library takes seconds that most tests need not wait.
        ask = wire()
        from pydantic_ai import models

        monkeypatch.setattr(models, "ALLOW_MODEL_REQUESTS", False)
        return ask

    monkeypatch.setattr(llm, "_wire", barred)


@pytest.fixture(autouse=True, scope="session")
def _own_private_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Before anything else: the demo newspaper is made once for a whole file of tests."""
    for kept in ("withdrawn", "private"):
        storage = storages[kept]
        storage._location = tmp_path_factory.getbasetemp() / kept  # type: ignore[attr-defined]
        for name in ("base_location", "location"):
            storage.__dict__.pop(name, None)


@pytest.fixture(autouse=True)
def _own_media(tmp_path: object, settings: object) -> None:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ada(db: None) -> User:
    """Ada writes."""
    return person("ada", "Ada", "Brandt", Role.WRITER)


@pytest.fixture
def ben(db: None) -> User:
    """Ben reviews."""
    return person("ben", "Ben", "Osei", Role.EDITOR)


@pytest.fixture
def cleo(db: None) -> User:
    """Cleo is chief."""
    return person("cleo", "Cleo", "Varga", Role.CHIEF)


@pytest.fixture
def dora(db: None) -> User:
    """Dora contributes now and then."""
    return person("dora", "Dora", "Lind", Role.CONTRIBUTOR)


assert django_settings.TESTING, "settings must know that tests run: guards allow a flush only then"
