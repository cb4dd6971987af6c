"""A newer SQLite than the system's, where the wheel pysqlite3 exists; Django asks for it by the usual name."""

from __future__ import annotations

import sys
from typing import Any

# SQLite's names, numbers and own defaults of what Django 6 asks for; the wheel is built with them.
LIMITS = {"SQLITE_LIMIT_COLUMN": (2, 2000), "SQLITE_LIMIT_VARIABLE_NUMBER": (9, 32766)}


def use_newer() -> dict[str, Any]:
    """Put pysqlite3 in the place of sqlite3 if it is installed; returns what a connection needs for it."""
    try:
        import pysqlite3
    except ImportError:
        return {}
    dbapi2 = pysqlite3.dbapi2
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = dbapi2
    if hasattr(dbapi2.Connection, "getlimit"):
        return {}

    class Connection(dbapi2.Connection):  # type: ignore[misc,name-defined,unused-ignore]
        """Answers Django 6, which asks each connection for its limits."""

        def getlimit(self, category: int, /) -> int:
            return dict(LIMITS.values())[category]

    for name, (number, _) in LIMITS.items():
        for module in (pysqlite3, dbapi2):
            setattr(module, name, number)
    return {"factory": Connection}
