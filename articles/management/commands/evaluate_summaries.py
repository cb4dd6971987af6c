"""Measures the embedded engine and the checks on articles with known answers, and keeps docs/summaries.md; decides nothing."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.summaries.engines.extractive import ExtractiveEngine
from articles.summaries.evaluation import cost, misses, page
from articles.summaries.evaluation.corpus import CorpusError, load
from articles.summaries.evaluation.goals import Measured, run

ARTICLES: Final = Path(settings.BASE_DIR) / "tests" / "evaluation" / "articles"
PAGE: Final = Path(settings.BASE_DIR) / "docs" / "summaries.md"


class Command(BaseCommand):
    help = (
        "Measures the embedded engine and the checks: prints tables; --write renews docs/summaries.md and its plot, --check"
        " says whether they are up to date."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--articles", type=Path, default=ARTICLES, metavar="DIR", help="the articles to measure on"
        )
        parser.add_argument(
            "--write", type=Path, nargs="?", const=PAGE, metavar="PAGE", help="write the page and its plot"
        )
        parser.add_argument(
            "--check", action="store_true", help="write nothing; exit 1 when the page is out of date"
        )
        parser.add_argument(
            "--misses", type=Path, metavar="FILE", help="write what was judged wrongly, to be read"
        )

    def handle(
        self, *, articles: Path, write: Path | None, check: bool, misses: Path | None, **options: Any
    ) -> None:
        try:
            cases = load(articles)
        except CorpusError as error:
            raise CommandError(str(error)) from error
        found = run(cases, ExtractiveEngine())
        if check:
            self._check(found, write or PAGE)
            return
        spent = cost.measure([one.case for one in found.three.compared])
        self.stdout.write(f"{page.figures(found)}\n\n{page.cost_line(spent)}")
        if write is not None:
            write.write_text(page.page(found, spent, _plot(write).name), encoding="utf-8")
            _plot(write).write_text(page.plot(found), encoding="utf-8")
            self.stdout.write(f"{write.name} and {_plot(write).name} are written.")
        if misses is not None:
            misses.write_text(_misses(found), encoding="utf-8")

    def _check(self, found: Measured, there: Path) -> None:
        wanted = {
            there: page.comparable(page.page(found, None, _plot(there).name)),
            _plot(there): page.comparable(page.plot(found)),
        }
        for path, text in wanted.items():
            if not path.exists() or page.comparable(path.read_text(encoding="utf-8")) != text:
                raise CommandError(
                    f"{path.name} is out of date. Run: python3 manage.py evaluate_summaries --write"
                )
        self.stdout.write(f"{there.name} is what was measured.")


def _plot(written: Path) -> Path:
    return written.with_suffix(".svg")


def _misses(found: Measured) -> str:
    parts = (
        misses.missed(found.planted, found.edits),
        misses.false_alarms(found.right.items()),
        misses.openings(found.three),
        misses.openings(found.five),
    )
    return "\n".join(parts)
