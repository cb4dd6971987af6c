"""The doors past forms and actions: QuerySet.update, bulk_create, loaddata and raw SQL, tried by the guard tests."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from newsroom import guards

Row = models.Model


def refused() -> AbstractContextManager[Any]:
    """Expect a refusal by a guard or a named constraint of ours, and not some other database error."""
    ours = [guard.message for guard in guards._registry.values()]
    for model in apps.get_app_config("articles").get_models():
        ours += [f"{rule.name}" for rule in model._meta.constraints]
    # SQLite names the columns of a broken unique constraint, not the constraint.
    unique = "UNIQUE constraint failed: articles_publishedversion.article_id"
    return pytest.raises(IntegrityError, match="|".join(re.escape(text) for text in [*ours, unique]))


def by_save(row: Row) -> None:
    """Insert an unsaved row by save()."""
    row.save(force_insert=True)


def by_bulk_create(row: Row) -> None:
    """Insert an unsaved row by bulk_create()."""
    type(row)._default_manager.bulk_create([row])


def by_loaddata(row: Row, folder: Path) -> None:
    """Insert an unsaved row, or write over a stored one, by a fixture."""
    if row.pk is None:
        row.pk = (type(row)._default_manager.aggregate(top=models.Max("pk"))["top"] or 0) + 1
    fixture = folder / "row.json"
    fixture.write_text(serializers.serialize("json", [row]))
    call_command("loaddata", str(fixture), verbosity=0)


def by_sql(row: Row) -> None:
    """Insert an unsaved row by raw SQL."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = [_plain(field, getattr(row, field.attname)) for field in fields]
    marks = ", ".join(["%s"] * len(fields))
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {row._meta.db_table} ({columns}) VALUES ({marks})", values)


def _plain(field: Any, value: Any) -> Any:
    return field.get_db_prep_save(value.pk if isinstance(value, models.Model) else value, connection)


def refuses_insert(make: Callable[[], Row], folder: Path) -> None:
    """Fail unless a row is refused at every door by which it could be inserted."""
    for door in (by_save, by_bulk_create, by_sql, lambda row: by_loaddata(row, folder)):
        with refused(), transaction.atomic():
            door(make())


def refuses_change(row: Any, **changes: Any) -> None:
    """Fail unless a stored row refuses each change at every door, and stays as it was."""
    table = row._meta.db_table
    before = type(row)._default_manager.filter(pk=row.pk).values().get()
    for name, value in changes.items():
        field = row._meta.get_field(name)
        with refused(), transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**{name: value})
        with refused(), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                f'UPDATE {table} SET "{field.column}" = %s WHERE id = %s', [_plain(field, value), row.pk]
            )
        with refused(), transaction.atomic():
            copy = type(row)._default_manager.get(pk=row.pk)
            setattr(copy, name, value)
            type(row)._default_manager.bulk_update([copy], [name])
    assert type(row)._default_manager.filter(pk=row.pk).values().get() == before


def refuses_loaddata_over(row: Any, folder: Path, **changes: Any) -> None:
    """Fail unless a fixture cannot write over the row."""
    copy = type(row)._default_manager.get(pk=row.pk)
    for name, value in changes.items():
        setattr(copy, name, value)
    with refused(), transaction.atomic():
        by_loaddata(copy, folder)


def refuses_writing_over(row: Any, *by: str, **changes: Any) -> None:
    """Fail unless another row with the row's unique fields ``by`` is refused instead of taking its place."""
    model, table = type(row), row._meta.db_table
    before = model._default_manager.filter(pk=row.pk).values().get()
    twin = model._default_manager.get(pk=row.pk)
    twin.pk, twin._state.adding = None, True
    for name, value in changes.items():
        setattr(twin, name, value)
    with refused(), transaction.atomic():
        model._default_manager.bulk_create(
            [twin], update_conflicts=True, unique_fields=by, update_fields=list(changes)
        )
    if connection.vendor == "sqlite":
        fields = [field for field in row._meta.concrete_fields if not field.primary_key]
        columns = ", ".join(f'"{field.column}"' for field in fields)
        marks = ", ".join(["%s"] * len(fields))
        with refused(), transaction.atomic(), connection.cursor() as cursor:
            values = [_plain(field, getattr(twin, field.attname)) for field in fields]
            cursor.execute(f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})", values)
    assert model._default_manager.filter(pk=row.pk).values().get() == before


def refuses_delete(row: Any) -> None:
    """Fail unless the row cannot be deleted, truncated or replaced."""
    table, key = row._meta.db_table, row.pk
    with refused(), transaction.atomic():
        type(row)._default_manager.filter(pk=key)._raw_delete(using="default")
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE id = %s", [key])
    with refused(), transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Foreign keys wait for the commit that a test never makes; TRUNCATE would trip over them instead.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"TRUNCATE {table} CASCADE")
        else:
            cursor.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE id = %s", [key])
    with pytest.raises((models.ProtectedError, IntegrityError)), transaction.atomic():
        type(row)._default_manager.get(pk=key).delete()
    assert type(row)._default_manager.filter(pk=key).exists()
