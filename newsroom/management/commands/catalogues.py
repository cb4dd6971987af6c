"""Keeps the translations of the public side in step with what it says; translates nothing by itself."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """``python3 manage.py catalogues``, after words for readers changed and after a translation."""

    help = "Bring newsroom/locale up to date: new words in, old ones out, and compiled for Django."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the language to begin, if any."""
        parser.add_argument("--begin", action="append", default=[], help="a language to begin, such as nb")

    def handle(self, *args: Any, **options: Any) -> None:
        """Renew each language and name what is left to translate."""
        try:
            from newsroom import catalogues
        except ImportError as error:
            raise CommandError("Install the development tools first: newsroom.bootstrap dev.") from error
        begun = {path.name for path in catalogues.folder().glob("*") if path.is_dir()}
        for language in sorted(begun.union(options["begin"])):
            catalogue = catalogues.renewed(language)
            catalogues.write(language, catalogue)
            left = catalogues.missing(catalogue)
            self.stdout.write(f"{language}: {len(catalogue)} entries, {len(left)} to translate")
            for words in left:
                self.stdout.write(f"  {words}")
