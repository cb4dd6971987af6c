"""Fixtures of the browser tests: a desk that answers, windows on it, the machine beside it, and a silent console."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from articles import tasks
from newsroom.models.user import User
from tests.browser.on_disk import on_disk
from tests.browser.windows import Windows, chromium_path
from tests.conftest import Clock, require
from tests.factories import stories

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for a module: its event loop must be gone before other tests ask the database."""
    require("Chromium (apt install chromium)", there=chromium_path() is not None)
    require("Playwright (python3 -m newsroom.bootstrap dev)", there=find_spec("playwright") is not None)
    from playwright.sync_api import sync_playwright

    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop on this thread, and Django refuses database questions beside one.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def desk_server(transactional_db: None, settings: Any, tmp_path: Path) -> Iterator[str]:
    """The whole site on a port of its own; yields its address."""
    with on_disk(tmp_path / "desk.sqlite3"):
        server = LiveServer("127.0.0.1")
        settings.SITE_URL = server.url
        yield server.url
        server.stop()


@pytest.fixture
def windows(chromium: Browser, desk_server: str) -> Iterator[Windows]:
    """Opens windows; a console error, an error of a script or a broken policy in any of them fails the test."""
    opened = Windows(chromium, desk_server)
    yield opened
    opened.close()
    assert not opened.unforgiven(), "the console has to be silent"


@pytest.fixture
def log_in(windows: Windows) -> Callable[[Page, User], None]:
    """``log_in(page, person)`` without the form."""
    return windows.log_in


@pytest.fixture
def worker(desk_server: str) -> Callable[[], None]:
    """Does what waits for the machine when called: drafts every summary asked for, settles what became due."""

    def work() -> None:
        stories.run_jobs(timezone.now())
        tasks.sweep(now=timezone.now())

    return work


@pytest.fixture
def clock() -> Clock:
    """An hour ago: what a test prepares lies in the past of the pages, which have the real time."""
    clock = Clock()
    clock.now = timezone.now() - timedelta(hours=1)
    return clock
