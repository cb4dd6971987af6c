"""Django's ``flush`` between two tests: guards down, tables empty, guards up; refused for anything that may be a paper."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import flush
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from newsroom import guards


class Command(flush.Command):
    help = "Empties every table. For tests only: a newspaper's record is never emptied."

    def __init__(self, *args: Any, allowed: bool | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowed = settings.TESTING if allowed is None else allowed

    def handle(self, **options: Any) -> None:
        if not self.allowed:
            raise CommandError(
                "flush would remove every story, review and audit entry for ever, so it runs in tests only. "
                "To start the demo newspaper anew: manage.py demo --fresh."
            )
        connection = connections[options["database"]]
        guards.drop(connection)
        try:
            super().handle(**options)
        finally:
            put_guards_back(connection)


def put_guards_back(connection: BaseDatabaseWrapper) -> None:
    """Install the guards unless `post_migrate` did, or there are no tables to guard."""
    there = set(connection.introspection.table_names())
    if there.issuperset(connection.introspection.django_table_names()) and guards.missing(connection):
        guards.install(connection)
