"""Database triggers that keep the house's promises: the registry, when they stand, and what breaks them.

Guards live beside the models and not in migrations: a trigger that names a table which a later
migration remakes kills that ``migrate`` on SQLite. They are dropped on ``pre_migrate`` (when there
is something to migrate) and installed on ``post_migrate``, when what stands is not what the code says.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate

from newsroom.guards_sql import AppendOnly, Guard, Rule, installed, remove_all, triggers
from newsroom.guards_words import Words, words_of

__all__ = [
    "AppendOnly",
    "Rule",
    "Words",
    "connect",
    "drop",
    "install",
    "missing",
    "offenders",
    "register",
    "words_of",
]

_registry: dict[str, Guard] = {}


def register(*guards: Guard) -> None:
    """Add guards to what is installed after each migrate; a name can be used once."""
    for guard in guards:
        if guard.name in _registry:
            raise ImproperlyConfigured(f"Two guards are called {guard.name}.")
        _registry[guard.name] = guard


register(
    AppendOnly(name="audit_append_only", table="newsroom_auditentry", message="The audit log is append-only.")
)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of triggers that are not in the database, are switched off or say something else; empty is well."""
    there = installed(connection)
    wanted = triggers(_registry.values(), connection)
    return [trigger.name for trigger in wanted if there.get(trigger.name) != trigger.definition]


def require(connection: BaseDatabaseWrapper) -> None:
    """Raise ImproperlyConfigured naming the guards that are missing; a production process asks before it starts."""
    if names := missing(connection):
        raise ImproperlyConfigured(
            f"The database lacks guards ({', '.join(names)}): run `python3 manage.py migrate` before this starts."
        )


def offenders(connection: BaseDatabaseWrapper) -> list[str]:
    """Return rows at rest that break a rule, as ``table id: message``."""
    found = []
    words = words_of(connection)
    with connection.cursor() as cursor:
        for guard in _registry.values():
            if isinstance(guard, Rule) and guard.scan:
                condition = guard.refuse_when(words)
                cursor.execute(f"SELECT NEW.id FROM {guard.table} AS NEW WHERE {condition} LIMIT 5")
                found += [f"{guard.table} {row[0]}: {guard.message}" for row in cursor.fetchall()]
    return found


def drop(connection: BaseDatabaseWrapper) -> None:
    """Remove every guard; only migrations and the tests' own flush call this."""
    remove_all(connection)


def install(connection: BaseDatabaseWrapper) -> None:
    """Install every guard afresh; fails and names the rows when some already break a rule."""
    with transaction.atomic(using=connection.alias):
        drop(connection)
        if broken := offenders(connection):
            raise ImproperlyConfigured("These rows break a rule of the house:\n  " + "\n  ".join(broken))
        with connection.cursor() as cursor:
            for trigger in triggers(_registry.values(), connection):
                for statement in trigger.statements:
                    cursor.execute(statement)


def _before_migrate(*, using: str, plan: Any, **kwargs: Any) -> None:
    if plan:
        drop(connections[using])


def _after_migrate(*, app_config: Any, using: str, **kwargs: Any) -> None:
    connection = connections[using]
    if app_config.label != "auth" or not _all_tables_there(connection):
        return
    wanted = {trigger.name: trigger.definition for trigger in triggers(_registry.values(), connection)}
    # Not only what is missing: a guard that the code has given up must go too.
    if installed(connection) != wanted:
        install(connection)


def _all_tables_there(connection: BaseDatabaseWrapper) -> bool:
    """Say whether the apps are fully migrated: ``migrate newsroom 0001`` must not fail for articles' tables."""
    there = set(connection.introspection.table_names())
    guarded = {guard.table for guard in _registry.values()}
    return guarded <= there


def connect() -> None:
    """Listen to the two migrate signals; called once from the app's ``ready``."""
    pre_migrate.connect(_before_migrate, dispatch_uid="newsroom.guards.drop")
    post_migrate.connect(_after_migrate, dispatch_uid="newsroom.guards.install")
