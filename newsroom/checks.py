"""System checks of the house: what would make it lie or lose data; not style."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks

SAFE_SQLITE = (3, 51, 3)


@checks.register()
def what_is_private_lies_apart(**kwargs: Any) -> list[checks.CheckMessage]:
    """Refuse a place for withdrawn pictures and originals from which the web is served."""
    public = [Path(settings.MEDIA_ROOT), Path(settings.STATIC_ROOT)]
    found: list[checks.CheckMessage] = []
    for name in ("private", "withdrawn"):
        storage: Any = settings.STORAGES[name]
        place = Path(storage.get("OPTIONS", {}).get("location", "/"))
        if any(place.resolve().is_relative_to(root.resolve()) for root in public):
            found.append(
                checks.Error(
                    f"The storage “{name}” lies in a folder that is served to everyone: {place}",
                    hint=f"Set {name.upper()}_ROOT to a folder outside MEDIA_ROOT and STATIC_ROOT.",
                    id="newsroom.E001",
                )
            )
    return found


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
