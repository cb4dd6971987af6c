"""Database triggers that keep the house's promises: machinery and the guard of the audit log; articles add theirs.

Guards live beside the models and not in migrations: a trigger that names a table which a later
migration remakes kills that ``migrate`` on SQLite. They are dropped on ``pre_migrate`` (when there
is something to migrate) and installed on ``post_migrate``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.core.exceptions import ImproperlyConfigured
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.signals import post_migrate, pre_migrate

PREFIX = "guard_"


class Words(Protocol):
    """The few expressions that SQLite and PostgreSQL spell differently."""

    far: str

    def sha256(self, text: str) -> str:
        """SHA-256 in hex of a text's UTF-8 bytes."""

    def has(self, rows: str, one: str) -> str:
        """Whether the JSON array column ``rows`` has the integer ``one``."""

    def covers(self, big: str, small: str) -> str:
        """Whether the JSON array ``big`` has all integers of ``small``."""

    def member(self, text: str, key: str) -> str:
        """The text under ``key`` of a JSON object that is stored as text."""

    def count(self, text: str) -> str:
        """The length of a JSON array that is stored as text."""

    def each(self, text: str) -> str:
        """A FROM item named ``j`` with a row for each object of a JSON array that is stored as text."""

    def item(self, key: str) -> str:
        """The text under ``key`` of the object in a row of ``each``."""


class SqliteWords:
    """SQLite's spelling; Django registers SHA256() on each of its connections."""

    far = "'9999-12-31 23:59:59'"

    def sha256(self, text: str) -> str:
        return f"SHA256({text})"

    def has(self, rows: str, one: str) -> str:
        return f"EXISTS (SELECT 1 FROM json_each({rows}) AS h WHERE h.value = {one})"

    def covers(self, big: str, small: str) -> str:
        inside = f"SELECT 1 FROM json_each({big}) AS b WHERE b.value = s.value"
        return f"NOT EXISTS (SELECT 1 FROM json_each({small}) AS s WHERE NOT EXISTS ({inside}))"

    def member(self, text: str, key: str) -> str:
        return f"json_extract({text}, '$.{key}')"

    def count(self, text: str) -> str:
        return f"json_array_length({text})"

    def each(self, text: str) -> str:
        return f"json_each({text}) AS j"

    def item(self, key: str) -> str:
        return f"json_extract(j.value, '$.{key}')"


class PostgresqlWords:
    """PostgreSQL's spelling."""

    far = "'infinity'::timestamptz"

    def sha256(self, text: str) -> str:
        return f"encode(sha256(convert_to({text}, 'UTF8')), 'hex')"

    def has(self, rows: str, one: str) -> str:
        return f"({rows} @> to_jsonb({one}))"

    def covers(self, big: str, small: str) -> str:
        return f"({big} @> {small})"

    def member(self, text: str, key: str) -> str:
        return f"({text}::jsonb ->> '{key}')"

    def count(self, text: str) -> str:
        return f"jsonb_array_length({text}::jsonb)"

    def each(self, text: str) -> str:
        return f"jsonb_array_elements({text}::jsonb) AS j(value)"

    def item(self, key: str) -> str:
        return f"(j.value ->> '{key}')"


def words_of(connection: BaseDatabaseWrapper) -> Words:
    """Return the spelling of a connection's database."""
    return SqliteWords() if connection.vendor == "sqlite" else PostgresqlWords()


@dataclass(frozen=True, slots=True)
class Rule:
    """Refuse an INSERT or UPDATE (``event``) of ``table`` for which the condition over NEW and OLD is true.

    ``scan`` says that rows at rest must not meet it either; then it speaks of NEW alone.
    """

    name: str
    table: str
    event: str
    refuse_when: Callable[[Words], str]
    message: str
    scan: bool = True


@dataclass(frozen=True, slots=True)
class AppendOnly:
    """Refuse UPDATE (but of ``mutable`` columns), DELETE, TRUNCATE and INSERT over an existing key of ``table``.

    ``only_when`` is a condition over OLD: rows that do not meet it may still be changed.
    """

    name: str
    table: str
    message: str
    mutable: tuple[str, ...] = ()
    only_when: str = ""


Guard = Rule | AppendOnly
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


def _columns(table: str, connection: BaseDatabaseWrapper) -> list[str]:
    with connection.cursor() as cursor:
        return [column.name for column in connection.introspection.get_table_description(cursor, table)]


def _sqlite_statements(guard: Guard, connection: BaseDatabaseWrapper) -> Iterable[str]:
    quoted = guard.message.replace("'", "''")
    stop = f"BEGIN SELECT RAISE(ABORT, '{quoted}'); END"
    name = PREFIX + guard.name
    if isinstance(guard, Rule):
        condition = guard.refuse_when(SqliteWords())
        yield f"CREATE TRIGGER {name} BEFORE {guard.event} ON {guard.table} WHEN {condition} {stop}"
        return
    only = guard.only_when or "1"
    kept = [column for column in _columns(guard.table, connection) if column not in guard.mutable]
    changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in kept)
    yield f"CREATE TRIGGER {name}_u BEFORE UPDATE ON {guard.table} WHEN ({only}) AND ({changed}) {stop}"
    yield f"CREATE TRIGGER {name}_d BEFORE DELETE ON {guard.table} WHEN {only} {stop}"
    # INSERT OR REPLACE deletes the old row without firing DELETE triggers.
    there = f"EXISTS (SELECT 1 FROM {guard.table} AS t WHERE t.id = NEW.id)"
    yield f"CREATE TRIGGER {name}_r BEFORE INSERT ON {guard.table} WHEN {there} {stop}"


def _postgresql_statements(guard: Guard, connection: BaseDatabaseWrapper) -> Iterable[str]:
    name = PREFIX + guard.name
    quoted = guard.message.replace("'", "''").replace("%", "%%")
    stop = f"RAISE EXCEPTION '{quoted}' USING ERRCODE = 'check_violation';"

    def function(suffix: str, condition: str, answer: str) -> str:
        return (
            f"CREATE FUNCTION {name}{suffix}() RETURNS trigger LANGUAGE plpgsql AS $guard$ "
            f"BEGIN IF {condition} THEN {stop} END IF; RETURN {answer}; END $guard$"
        )

    if isinstance(guard, Rule):
        yield function("", guard.refuse_when(PostgresqlWords()), "NEW")
        yield (
            f"CREATE TRIGGER {name} BEFORE {guard.event} ON {guard.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
        return
    only = guard.only_when or "true"
    minus = "".join(f" - '{column}'" for column in guard.mutable)
    changed = f"(to_jsonb(OLD){minus}) IS DISTINCT FROM (to_jsonb(NEW){minus})"
    for suffix, event, condition, answer, each in (
        ("_u", "UPDATE", f"({only}) AND {changed}", "NEW", "ROW"),
        ("_d", "DELETE", only, "OLD", "ROW"),
        ("_t", "TRUNCATE", "true", "NULL", "STATEMENT"),
    ):
        yield function(suffix, condition, answer)
        yield (
            f"CREATE TRIGGER {name}{suffix} BEFORE {event} ON {guard.table} "
            f"FOR EACH {each} EXECUTE FUNCTION {name}{suffix}()"
        )


def _installed(connection: BaseDatabaseWrapper) -> set[str]:
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'"
    else:
        query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'guard\\_%'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def _names(guard: Guard, vendor: str) -> list[str]:
    if isinstance(guard, Rule):
        return [PREFIX + guard.name]
    suffixes = ("_u", "_d", "_r") if vendor == "sqlite" else ("_u", "_d", "_t")
    return [f"{PREFIX}{guard.name}{suffix}" for suffix in suffixes]


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Return the names of guards that are not in the database; empty is well."""
    there = _installed(connection)
    return [
        name for guard in _registry.values() for name in _names(guard, connection.vendor) if name not in there
    ]


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
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in _installed(connection):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            return
        cursor.execute(
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE p.proname LIKE 'guard\\_%' AND n.nspname = current_schema()"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE")


def install(connection: BaseDatabaseWrapper) -> None:
    """Install every guard afresh; fails and names the rows when some already break a rule."""
    build = _sqlite_statements if connection.vendor == "sqlite" else _postgresql_statements
    with transaction.atomic(using=connection.alias):
        drop(connection)
        if broken := offenders(connection):
            raise ImproperlyConfigured("These rows break a rule of the house:\n  " + "\n  ".join(broken))
        with connection.cursor() as cursor:
            for guard in _registry.values():
                for statement in build(guard, connection):
                    cursor.execute(statement)


def _before_migrate(*, using: str, plan: Any, **kwargs: Any) -> None:
    if plan:
        drop(connections[using])


def _after_migrate(*, app_config: Any, using: str, **kwargs: Any) -> None:
    connection = connections[using]
    if app_config.label != "auth" or not _all_tables_there(connection):
        return
    if missing(connection):
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
