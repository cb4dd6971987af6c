"""System checks of the stories: what readers would miss without anybody being told; those of the house are below."""

from __future__ import annotations

from typing import Any

from django.core import checks
from django.db import DatabaseError
from django.utils import timezone

from articles.press import search_index


@checks.register(checks.Tags.database)
def search_has_an_index(**kwargs: Any) -> list[checks.CheckMessage]:
    """Warn when stories are out and none can be found, as after a restore; `migrate` asks it too."""
    try:
        lost = bool(kwargs.get("databases")) and search_index.is_lost(now=timezone.now())
    except DatabaseError:
        # Nothing is migrated yet, so there is nothing to find either.
        return []
    if not lost:
        return []
    return [
        checks.Warning(
            "Stories are out, and the search index is empty: readers find nothing.",
            hint="Run manage.py rebuild_search.",
            id="articles.W001",
        )
    ]
