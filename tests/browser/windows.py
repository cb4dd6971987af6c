"""Windows of a real browser for tests, each with a person in it; whatever its console says against us is kept."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any, Literal

from django.conf import settings
from django.test import Client

from newsroom.models.user import User

try:
    from playwright.sync_api import expect

    # A machine that runs other tests beside these takes its time; a page that never comes still fails.
    expect.set_options(timeout=15_000)
except ImportError:  # The tests are skipped then, but they have to be importable.
    expect = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

__all__ = ["Windows", "chromium_path", "expect"]

# A violation is told by the console as well, but only by a sentence that changes with the browser.
TELL_OF_VIOLATIONS = """document.addEventListener("securitypolicyviolation",
    (event) => console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`));"""


def chromium_path() -> str | None:
    """Return where Debian's Chromium is; None without it."""
    return shutil.which("chromium")


class Windows:
    """Opens windows on the desk, and collects every complaint of their consoles."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.url = url
        self.complaints: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._forgiven: list[str] = []

    def open(
        self,
        person: User | None = None,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        **options: Any,
    ) -> Page:
        """Return a page in a browser of its own, with ``person`` logged in; addresses may be relative."""
        context = self._browser.new_context(
            base_url=self.url,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="en-GB",
            timezone_id="UTC",
            **options,
        )
        self._contexts.append(context)
        context.set_default_timeout(30_000)
        context.add_init_script(TELL_OF_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._complain(f"page error: {error.error}"))
        page = context.new_page()
        if person is not None:
            self.log_in(page, person)
        return page

    def log_in(self, page: Page, person: User) -> None:
        """Log somebody in without the form, which has a test of its own."""
        client = Client()
        client.force_login(person)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.url}])

    def forgive(self, *fragments: str) -> None:
        """Expect complaints with these words; a number, such as “409”, is a status: browsers log refusals as errors."""
        for one in fragments:
            # An address has digits as well. The second is how htmx says it.
            self._forgiven += (
                (f"a status of {one} ", f"Status Error Code {one} ") if one.isdigit() else (one,)
            )

    def unforgiven(self) -> list[str]:
        """Return what no test expected."""
        return [one for one in self.complaints if not any(part in one for part in self._forgiven)]

    def close(self) -> None:
        """Close every window without asking for what is unsaved, as a killed browser would."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            where = message.location.get("url", "")
            self._complain(f"{message.type}: {message.text} ({where})")

    def _complain(self, words: str) -> None:
        self.complaints.append(words)
