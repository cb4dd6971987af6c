"""Holds a value against the part of JSON Schema that our own schemas use; it knows no other part and says so."""

from __future__ import annotations

import re
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}
_KNOWN = frozenset(
    [
        "$schema",
        "$ref",
        "$defs",
        "title",
        "description",
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "enum",
        "const",
        "pattern",
        "minimum",
        "minLength",
    ]
)


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "$") -> list[str]:
    """Return where the value is not as the schema wants it; empty when it is."""
    assert not set(schema) - _KNOWN, set(schema) - _KNOWN
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, path)
    found = [f"{path} {fault}" for fault in _plain(value, schema)]
    if isinstance(value, dict):
        found += _members(value, schema, root, path)
    if isinstance(value, list):
        for number, item in enumerate(value):
            found += faults(item, schema["items"], root, f"{path}[{number}]")
    return found


def _plain(value: Any, schema: dict[str, Any]) -> list[str]:
    types = schema.get("type", [])
    wanted = [_TYPES[one] for one in ([types] if isinstance(types, str) else types)]
    found = [f"is no {types}"] if wanted and not any(isinstance(value, one) for one in wanted) else []
    if isinstance(value, bool):
        found.append("is a truth value")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"is not in {schema['enum']}: {value!r}")
    if "const" in schema and value != schema["const"]:
        found.append(f"is not {schema['const']}")
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"does not match: {value!r}")
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        found.append("is too short")
    if isinstance(value, int | float) and value < schema.get("minimum", value):
        found.append(f"is below {schema['minimum']}")
    return found


def _members(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> list[str]:
    known = schema["properties"]
    found = [f"{path} has no {name}" for name in schema["required"] if name not in value]
    found += [f"{path} has a {name} too many" for name in value if name not in known]
    for name, inner in known.items():
        if name in value:
            found += faults(value[name], inner, root, f"{path}.{name}")
    return found
