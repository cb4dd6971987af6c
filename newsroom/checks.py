"""System checks of the house: what would make it lie or lose data; not style."""

from __future__ import annotations

import sqlite3
from typing import Any

from django.conf import settings
from django.core import checks

SAFE_SQLITE = (3, 51, 3)


@checks.register()
def sqlite_is_safe_for_two_processes(**kwargs: Any) -> list[checks.CheckMessage]:
    """Warn of SQLite versions whose WAL can be corrupted by two processes (fixed in 3.51.3)."""
    engine = settings.DATABASES["default"]["ENGINE"]
    if not engine.endswith("sqlite3") or sqlite3.sqlite_version_info >= SAFE_SQLITE:
        return []
    return [
        checks.Warning(
            f"SQLite {sqlite3.sqlite_version} has a WAL bug that can corrupt the file when web and worker write.",
            hint="Install the wheel pysqlite3 (it is in the lock for Linux x86-64), or use PostgreSQL.",
            id="newsroom.W001",
        )
    ]
