"""Imports stories from JSON lines or Markdown files as drafts; see articles.exchange for how."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.exchange import reading
from articles.exchange.faults import Refused, printable
from articles.exchange.importer import Report, Result, import_records
from newsroom.models.user import User
from newsroom.roles import Right, rights_of


class Command(BaseCommand):
    help = (
        "Imports stories as drafts: a .jsonl file with one JSON object a line, a .md file or a folder of .md files "
        "with YAML front matter. Needed are id, headline, section, kind and byline (a list of names, or of {name, role}). Keys: id (by which a story is known again), headline, standfirst, byline, section, "
        "topics, kind, sources, slug, language, image {file, alt, caption, credit, focal}; in JSON lines also body "
        "(Markdown) or body_html. Pictures lie beside the file. A link to story:ID leads to that story. “date” is "
        "read and not kept: a story is dated by its publication, and nothing is published by an import. Either "
        "everything is imported or nothing. A story that the newsroom edited since is never overwritten."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, metavar="FILE.jsonl|FILE.md|FOLDER")
        parser.add_argument("--author", required=True, metavar="USERNAME", help="the account that imports")
        parser.add_argument(
            "--pictures", type=Path, metavar="FOLDER", help="where pictures lie, if not beside the file"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")

    def handle(
        self, *, path: Path, author: str, pictures: Path | None, dry_run: bool, **options: Any
    ) -> None:
        actor = self._actor(author)
        folder = pictures or (path if path.is_dir() else path.parent)
        try:
            records = reading.read(path)
            report = import_records(records, folder=folder, actor=actor, now=timezone.now(), dry_run=dry_run)
        except Refused as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            places = len({fault.place for fault in refused.faults})
            raise CommandError(f"refused: {places}. Nothing was imported.") from refused
        self._tell(report, dry_run=dry_run)

    def _actor(self, username: str) -> User:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no account “{printable(username)}”.")
        if not rights_of(user) & {Right.WRITE, Right.WRITE_OWN}:
            raise CommandError(f"{user} may not write stories: name a writer, an editor or a chief.")
        return user

    def _tell(self, report: Report, *, dry_run: bool) -> None:
        for story, reason in report.kept.items():
            self.stdout.write(f"{printable(story)} kept: {printable(reason)}; import copy not applied")
        counts = ", ".join(f"{result.value} {report.count(result)}" for result in Result)
        self.stdout.write(f"{counts}, refused 0" + (" – dry run, nothing was written" if dry_run else ""))
