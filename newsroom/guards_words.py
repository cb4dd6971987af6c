"""The few expressions that SQLite and PostgreSQL spell differently, for the conditions of guards; no guard itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.db.backends.base.base import BaseDatabaseWrapper


class Words(Protocol):
    """One spelling. ``text`` is JSON stored as text, ``rows`` a JSON column, ``name`` a FROM item made by ``each``."""

    far: str

    def sha256(self, text: str) -> str:
        """SHA-256 in hex of a text's UTF-8 bytes."""

    def differ(self, one: str, other: str) -> str:
        """Whether two values differ; nothing equals nothing and no value."""

    def same_moment(self, text: str, column: str) -> str:
        """Whether an ISO 8601 text with its offset is the moment in a date-time column."""

    def has(self, rows: str, one: str) -> str:
        """Whether the array ``rows`` has the integer ``one``."""

    def covers(self, big: str, small: str) -> str:
        """Whether the array ``big`` has all integers of the array ``small``."""

    def integers(self, rows: str) -> str:
        """Whether ``rows`` is an array of integers and nothing else."""

    def has_object(self, rows: str, key: str, number: str) -> str:
        """Whether the array ``rows`` has an object with the integer ``number`` under ``key``."""

    def member(self, text: str, key: str) -> str:
        """The text under ``key`` of an object."""

    def is_array(self, text: str) -> str:
        """Whether ``text`` is an array."""

    def count(self, text: str) -> str:
        """The length of an array."""

    def each(self, text: str, name: str = "j") -> str:
        """A FROM item with a row for each element of an array; a JSON column will do as well."""

    def place(self, name: str = "j") -> str:
        """The index in its array, from 0, of the element in a row of ``each``."""

    def item(self, key: str, name: str = "j") -> str:
        """The string under ``key`` of the object in a row of ``each``; NULL if it is no string."""

    def has_just(self, keys: Sequence[str], name: str = "j") -> str:
        """Whether the element in a row of ``each`` is an object with each of the keys once and no other."""

    def lists(self, key: str, rows: str, member: str, name: str = "j") -> str:
        """Whether the array under ``key`` has just the ``member`` of each object in ``rows``, in their order."""


class SqliteWords:
    """SQLite's spelling; Django registers SHA256() on each of its connections."""

    far = "'9999-12-31 23:59:59'"

    def sha256(self, text: str) -> str:
        return f"SHA256({text})"

    def differ(self, one: str, other: str) -> str:
        return f"({one} IS NOT {other})"

    def same_moment(self, text: str, column: str) -> str:
        return f"(strftime('%Y-%m-%d %H:%M:%f', {text}) = strftime('%Y-%m-%d %H:%M:%f', {column}))"

    def has(self, rows: str, one: str) -> str:
        return f"EXISTS (SELECT 1 FROM json_each({rows}) AS h WHERE h.value = {one})"

    def covers(self, big: str, small: str) -> str:
        inside = f"SELECT 1 FROM json_each({big}) AS b WHERE b.value = s.value"
        return f"NOT EXISTS (SELECT 1 FROM json_each({small}) AS s WHERE NOT EXISTS ({inside}))"

    def integers(self, rows: str) -> str:
        other = f"SELECT 1 FROM json_each({rows}) AS i WHERE i.type <> 'integer'"
        return f"(json_type({rows}) = 'array' AND NOT EXISTS ({other}))"

    def has_object(self, rows: str, key: str, number: str) -> str:
        return (
            f"EXISTS (SELECT 1 FROM json_each({rows}) AS h WHERE json_type(h.value, '$.{key}') = 'integer' "
            f"AND json_extract(h.value, '$.{key}') = {number})"
        )

    def member(self, text: str, key: str) -> str:
        return f"json_extract({text}, '$.{key}')"

    def is_array(self, text: str) -> str:
        # SQLite reads JSON5 as well; json_valid alone holds to what everybody reads.
        return f"(CASE WHEN json_valid({text}) THEN json_type({text}) = 'array' ELSE 0 END)"

    def count(self, text: str) -> str:
        return f"json_array_length({text})"

    def each(self, text: str, name: str = "j") -> str:
        return f"json_each({text}) AS {name}"

    def place(self, name: str = "j") -> str:
        return f"{name}.key"

    def item(self, key: str, name: str = "j") -> str:
        # A string by itself is no JSON any more once it is a row's value, so the element's type is asked first.
        return (
            f"(CASE WHEN {name}.type <> 'object' THEN NULL WHEN json_type({name}.value, '$.{key}') = 'text' "
            f"THEN json_extract({name}.value, '$.{key}') END)"
        )

    def has_just(self, keys: Sequence[str], name: str = "j") -> str:
        known = ", ".join(f"'{key}'" for key in keys)
        return (
            f"(CASE WHEN {name}.type = 'object' THEN (SELECT COUNT(*) = {len(keys)} AND "
            f"COUNT(DISTINCT CASE WHEN k.key IN ({known}) THEN k.key END) = {len(keys)} "
            f"FROM json_each({name}.value) AS k) ELSE 0 END)"
        )

    def lists(self, key: str, rows: str, member: str, name: str = "j") -> str:
        array = f"json_each({name}.value, '$.{key}')"
        wanted = f"json_extract({rows}, '$[' || e.key || '].{member}')"
        return (
            f"(CASE WHEN {name}.type <> 'object' THEN 0 WHEN json_type({name}.value, '$.{key}') = 'array' "
            f"THEN json_array_length({name}.value, '$.{key}') = json_array_length({rows}) AND NOT EXISTS "
            f"(SELECT 1 FROM {array} AS e WHERE e.type <> 'integer' OR e.value IS NOT {wanted}) ELSE 0 END)"
        )


class PostgresqlWords:
    """PostgreSQL's spelling; text is read as json and not as jsonb where a key that stands twice must be seen."""

    far = "'infinity'::timestamptz"

    def sha256(self, text: str) -> str:
        return f"encode(sha256(convert_to({text}, 'UTF8')), 'hex')"

    def differ(self, one: str, other: str) -> str:
        return f"({one} IS DISTINCT FROM {other})"

    def same_moment(self, text: str, column: str) -> str:
        return f"(({text})::timestamptz = {column})"

    def has(self, rows: str, one: str) -> str:
        return f"({rows} @> to_jsonb({one}))"

    def covers(self, big: str, small: str) -> str:
        return f"({big} @> {small})"

    def integers(self, rows: str) -> str:
        other = """'strict $[*] ? (@.type() != "number" || @.floor() != @)'"""
        return f"(CASE jsonb_typeof({rows}) WHEN 'array' THEN NOT jsonb_path_exists({rows}, {other}) ELSE false END)"

    def has_object(self, rows: str, key: str, number: str) -> str:
        return f"({rows} @> jsonb_build_array(jsonb_build_object('{key}', {number})))"

    def member(self, text: str, key: str) -> str:
        return f"({text}::jsonb ->> '{key}')"

    def is_array(self, text: str) -> str:
        return f"(json_typeof({text}::json) = 'array')"

    def count(self, text: str) -> str:
        return f"json_array_length({text}::json)"

    def each(self, text: str, name: str = "j") -> str:
        return f"json_array_elements({text}::json) WITH ORDINALITY AS {name}(value, n)"

    def place(self, name: str = "j") -> str:
        return f"({name}.n - 1)"

    def item(self, key: str, name: str = "j") -> str:
        value = f"{name}.value -> '{key}'"
        return f"(CASE json_typeof({value}) WHEN 'string' THEN {name}.value ->> '{key}' END)"

    def has_just(self, keys: Sequence[str], name: str = "j") -> str:
        known = ", ".join(f"'{key}'" for key in keys)
        return (
            f"(CASE WHEN json_typeof({name}.value) = 'object' THEN (SELECT COUNT(*) = {len(keys)} AND "
            f"COUNT(DISTINCT k) FILTER (WHERE k IN ({known})) = {len(keys)} "
            f"FROM json_object_keys({name}.value) AS k) ELSE false END)"
        )

    def lists(self, key: str, rows: str, member: str, name: str = "j") -> str:
        # As text, since 1.0 equals 1 and is another anchor.
        wanted = f"jsonb_path_query_array({rows}, '$[*].{member}')::text"
        return f"(({name}.value -> '{key}')::jsonb::text = {wanted})"


def words_of(connection: BaseDatabaseWrapper) -> Words:
    """Return the spelling of a connection's database."""
    return SqliteWords() if connection.vendor == "sqlite" else PostgresqlWords()
