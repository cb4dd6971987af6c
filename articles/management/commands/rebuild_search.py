"""Makes the search index anew from what is or will be public; publishing keeps it, so this is for moves and repairs."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from articles.press import search_index


class Command(BaseCommand):
    help = (
        "Makes the search index anew: after a restore, after a change of what is indexed, and once after an upgrade from "
        "a version without search. Readers can search meanwhile; nothing that is not live is ever found."
    )

    def handle(self, **options: Any) -> None:
        count = search_index.rebuild(now=timezone.now())
        self.stdout.write(f"{count} versions are in the search index.")
