"""A database that several threads can use at once, as a server's do; PostgreSQL is one as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connections


@contextmanager
def on_disk(target: Path) -> Iterator[None]:
    """Let every thread of this process work on a copy in ``target`` while SQLite's test database is in memory.

    The test database in memory has one connection, and Django would hand it to every thread of a live server: two
    requests at once would then share a transaction. Taking turns by a lock was refused, for it would also hide what
    happens when two people do save at once.
    """
    memory: Any = connections["default"]
    if memory.vendor != "sqlite" or not memory.is_in_memory_db():
        yield
        return
    in_memory = memory.settings_dict
    memory.ensure_connection()
    connections.settings["default"] = {**in_memory, "NAME": str(target)}
    disk = connections.create_connection("default")
    disk.connect()
    memory.connection.backup(disk.connection)
    connections["default"] = disk
    try:
        yield
    finally:
        disk.close()
        connections.settings["default"] = in_memory
        connections["default"] = memory
