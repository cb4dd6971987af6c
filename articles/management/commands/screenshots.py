"""Takes the pictures of docs/ from a running demo with Debian's Chromium; it is no test and judges nothing."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from PIL import Image

from articles.models.article import Article
from articles.models.version import PublishedVersion
from newsroom.workflow import Stage

CHROMIUM = "/usr/bin/chromium"
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


class Command(BaseCommand):
    """``python3 manage.py screenshots`` beside ``python3 manage.py demo``."""

    help = "Take the screenshots of docs/screenshots from a running demo (needs playwright and Chromium)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare where the demo answers and where the pictures go."""
        parser.add_argument("--url", default="http://127.0.0.1:8000", help="where the demo answers")
        parser.add_argument("--folder", type=Path, default=settings.BASE_DIR / "docs" / "screenshots")
        parser.add_argument("--chromium", default=CHROMIUM, help="the browser to use")
        parser.add_argument("--username", default="ben")
        parser.add_argument("--password", default="newsroom-demo")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take every picture and name each file."""
        try:
            from playwright.sync_api import sync_playwright
        except ImportError as error:
            raise CommandError("Install the development tools first: see CONTRIBUTING.md.") from error
        # Asked before the browser's loop runs: Django refuses database questions inside one.
        article, waiting = _lead(), _waiting()
        options["folder"].mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=options["chromium"], args=["--no-sandbox"])
            for scheme in SCHEMES:
                for width in WIDTHS:
                    self._public(browser, scheme, width, article, options)
                self._desk(browser, scheme, waiting, options)
            browser.close()

    def _public(self, browser: Any, scheme: str, width: int, article: str, options: dict[str, Any]) -> None:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        section = f"/{article.split('/')[1]}/"
        for name, address in (("home", "/"), ("section", section), ("article", article)):
            self._open(page, options["url"] + address)
            self._take(page, options["folder"] / f"{name}-{width}-{scheme}.png", height=1800)
        page.close()

    def _desk(self, browser: Any, scheme: str, waiting: int, options: dict[str, Any]) -> None:
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
        page.goto(options["url"] + "/admin/login/?next=/admin/")
        page.fill("input[name=username]", options["username"])
        page.fill("input[name=password]", options["password"])
        page.press("input[name=password]", "Enter")
        page.wait_for_load_state("networkidle")
        if "/login/" in page.url:
            raise CommandError(f"{options['username']} could not log in: is this the demo?")
        for name, address in (
            ("desk", "/admin/"),
            ("review", f"/admin/articles/article/{waiting}/review/"),
            ("write", f"/admin/articles/article/{waiting}/change/"),
        ):
            self._open(page, options["url"] + address)
            self._take(page, options["folder"] / f"{name}-1280-{scheme}.png", height=1000)
        page.close()

    def _open(self, page: Any, address: str) -> None:
        answer = page.goto(address, wait_until="networkidle")
        if answer is None or not answer.ok:
            raise CommandError(
                f"{address} answers {answer.status if answer else 'nothing'}: is this the demo?"
            )

    def _take(self, page: Any, target: Path, *, height: int) -> None:
        width = page.viewport_size["width"]
        tall = min(height, page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": width, "height": max(tall, 600)})
        page.screenshot(path=str(target))
        # Drawn pages need few colours, and a repository keeps every picture for ever.
        with Image.open(target) as picture:
            picture.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)
        page.set_viewport_size({"width": width, "height": 900})
        self.stdout.write(f"{target.name}")


def _lead() -> str:
    shown = PublishedVersion.objects.live(timezone.now()).filter(hero__isnull=False).exclude(bullets="[]")
    lead = shown.select_related("section").newest_first().first()
    if lead is None:
        raise CommandError("There is no live story with a picture and a Quick Take: run the demo first.")
    return lead.get_absolute_url()


def _waiting() -> int:
    waiting = Article.objects.at(Stage.AI_SUMMARY).order_by("pk").first()
    if waiting is None:
        raise CommandError("No story waits for review: run the demo first.")
    return waiting.pk
