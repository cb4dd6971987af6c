"""A guard as triggers: how each database is told of them, and what it says of those it has; which ones: guards.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db.backends.base.base import BaseDatabaseWrapper

from newsroom.guards_words import PostgresqlWords, SqliteWords, Words

PREFIX = "guard_"


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
    """Refuse UPDATE (but of ``mutable`` columns), DELETE, TRUNCATE and writing over an existing row of ``table``.

    ``only_when`` is a condition over OLD: rows that do not meet it may still be changed. ``mutable``
    None lets every column change, so that rows just stay.
    """

    name: str
    table: str
    message: str
    mutable: tuple[str, ...] | None = ()
    only_when: str = ""


Guard = Rule | AppendOnly


@dataclass(frozen=True, slots=True)
class Trigger:
    """``statements`` make it; ``definition`` is how the database words it afterwards."""

    name: str
    statements: tuple[str, ...]
    definition: tuple[str, ...]


@dataclass(slots=True)
class _Shape:
    """What SQLite's triggers must name of a table: its columns, and each unique set with the condition it is under."""

    columns: list[str] = field(default_factory=list)
    unique: dict[str, tuple[list[str], str]] = field(default_factory=dict)


def triggers(guards: Iterable[Guard], connection: BaseDatabaseWrapper) -> Iterator[Trigger]:
    """Yield the triggers that hold the guards on this database as its tables are now."""
    if connection.vendor == "sqlite":
        shapes = _shapes(connection)
        for guard in guards:
            yield from _sqlite(guard, shapes[guard.table])
        return
    for guard in guards:
        yield from _postgresql(guard)


def installed(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, ...]]:
    """Return name → definition of the triggers that stand; one that is switched off does not."""
    if connection.vendor == "sqlite":
        query = (
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard\\_%' ESCAPE '\\'"
        )
    else:
        query = (
            "SELECT t.tgname, pg_get_triggerdef(t.oid, true), p.prosrc FROM pg_trigger t "
            "JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid "
            "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal "
            "AND t.tgname LIKE 'guard\\_%' AND t.tgenabled IN ('O', 'A') AND n.nspname = current_schema()"
        )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0]: tuple(row[1:]) for row in cursor.fetchall()}


def remove_all(connection: BaseDatabaseWrapper) -> None:
    """Remove every trigger of ours, those that are switched off as well."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in installed(connection):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            return
        cursor.execute(
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE p.proname LIKE 'guard\\_%' AND n.nspname = current_schema()"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"DROP FUNCTION IF EXISTS {name}() CASCADE")


def _shapes(connection: BaseDatabaseWrapper) -> dict[str, _Shape]:
    shapes: dict[str, _Shape] = defaultdict(_Shape)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c "
            "WHERE m.type = 'table' ORDER BY m.name, c.cid"
        )
        for table, column in cursor.fetchall():
            shapes[table].columns.append(column)
        cursor.execute(
            "SELECT m.name, l.name, i.name, x.sql FROM sqlite_master AS m "
            'JOIN pragma_index_list(m.name) AS l ON l."unique" JOIN pragma_index_info(l.name) AS i '
            "LEFT JOIN sqlite_master AS x ON x.name = l.name AND x.type = 'index' "
            "WHERE m.type = 'table' ORDER BY m.name, l.name, i.seqno"
        )
        for table, index, column, sql in cursor.fetchall():
            condition = (sql or "").partition(" WHERE ")[2]
            shapes[table].unique.setdefault(index, ([], condition))[0].append(column)
    return shapes


def _taken(table: str, shape: _Shape, *, but: str) -> str:
    """Whether another row has one of NEW's unique sets: OR REPLACE would delete it without firing a DELETE trigger."""
    whole = ", ".join(f'NEW."{column}" AS "{column}"' for column in shape.columns)
    found = []
    for columns, condition in (*shape.unique.values(), (["id"], "")):
        same = " AND ".join(f't."{column}" = NEW."{column}"' for column in columns)
        both = f" AND ({condition}) AND EXISTS (SELECT 1 FROM (SELECT {whole}) WHERE {condition})"
        found.append(f"EXISTS (SELECT 1 FROM {table} AS t WHERE {same}{but}{both if condition else ''})")
    return " OR ".join(found)


def _sqlite(guard: Guard, shape: _Shape) -> Iterator[Trigger]:
    quoted = guard.message.replace("'", "''")

    def trigger(suffix: str, event: str, condition: str) -> Trigger:
        name = f"{PREFIX}{guard.name}{suffix}"
        sql = (
            f"CREATE TRIGGER {name} BEFORE {event} ON {guard.table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{quoted}'); END"
        )
        return Trigger(name, (sql,), (sql,))

    if isinstance(guard, Rule):
        yield trigger("", guard.event, guard.refuse_when(SqliteWords()))
        return
    only = guard.only_when or "1"
    if guard.mutable is not None:
        kept = [column for column in shape.columns if column not in guard.mutable]
        changed = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in kept) or "0"
        yield trigger("_u", "UPDATE", f"({only}) AND ({changed})")
    yield trigger("_d", "DELETE", only)
    yield trigger("_r", "INSERT", _taken(guard.table, shape, but=""))
    yield trigger("_o", "UPDATE", _taken(guard.table, shape, but=" AND t.id <> OLD.id"))


def _postgresql(guard: Guard) -> Iterator[Trigger]:
    quoted = guard.message.replace("'", "''").replace("%", "%%")

    def trigger(suffix: str, event: str, condition: str, answer: str = "NEW", each: str = "ROW") -> Trigger:
        name = f"{PREFIX}{guard.name}{suffix}"
        # In brackets, or else the THEN of a CASE would end the condition.
        body = (
            f"BEGIN IF ({condition}) THEN RAISE EXCEPTION '{quoted}' USING ERRCODE = 'check_violation'; "
            f"END IF; RETURN {answer}; END"
        )
        function = f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $guard${body}$guard$"
        made = (
            f"CREATE TRIGGER {name} BEFORE {event} ON {guard.table} FOR EACH {each} EXECUTE FUNCTION {name}()"
        )
        return Trigger(name, (function, made), (made, body))

    if isinstance(guard, Rule):
        yield trigger("", guard.event, guard.refuse_when(PostgresqlWords()))
        return
    only = guard.only_when or "true"
    if guard.mutable is not None:
        minus = "".join(f" - '{column}'" for column in guard.mutable)
        changed = f"(to_jsonb(OLD){minus}) IS DISTINCT FROM (to_jsonb(NEW){minus})"
        yield trigger("_u", "UPDATE", f"({only}) AND {changed}")
    yield trigger("_d", "DELETE", only, "OLD")
    yield trigger("_t", "TRUNCATE", "true", "NULL", "STATEMENT")
