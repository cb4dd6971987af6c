"""Reads files that hold stories: lines of JSON, or Markdown with front matter; what a record may say is records.py."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from frontmatter import default_handlers

from articles.exchange.faults import Fault, Refused, Unfit
from articles.exchange.records import Record, record_of

MOST_BYTES: Final = 2 * 1024 * 1024
_FRONT_MATTER: Final = default_handlers.YAMLHandler()
# PyYAML raises ValueError for days that no calendar has, and Python itself gives up on lists in lists in lists.
_BROKEN_YAML: Final = (yaml.YAMLError, ValueError, RecursionError)


class _Reader:
    """Collects records and faults, and knows which ids it has seen."""

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.faults: list[Fault] = []
        self._seen: dict[str, str] = {}

    def fault(self, place: str, problem: str) -> None:
        self.faults.append(Fault(place, problem))

    def take(self, said: Any, *, place: str, body: str, is_html: bool) -> None:
        record, problems = record_of(said, place=place, body=body, is_html=is_html)
        for problem in problems:
            self.fault(place, problem)
        if record is None:
            return
        if record.id in self._seen:
            self.fault(place, f"id “{record.id}” was already used at {self._seen[record.id]}")
            return
        self._seen[record.id] = place
        self.records.append(record)


def read(path: Path) -> list[Record]:
    """Return the records of a .jsonl file, a .md file or a folder of .md files. Raises Refused with every fault."""
    reader = _Reader()
    if path.is_dir():
        _read_folder(path, reader)
    elif not path.is_file():
        reader.fault(str(path), "there is no such file or folder")
    elif path.suffix == ".md":
        _read_markdown(path, reader)
    elif path.suffix in {".jsonl", ".ndjson"}:
        _read_lines(path, reader)
    else:
        reader.fault(str(path), "a file has to end in .jsonl or .md")
    if not reader.faults and not reader.records:
        reader.fault(str(path), "there is no story in it")
    if reader.faults:
        raise Refused(*reader.faults)
    return reader.records


def _read_folder(folder: Path, reader: _Reader) -> None:
    files = sorted(folder.glob("*.md"))
    if not files:
        reader.fault(str(folder), "there is no .md file in it")
    for file in files:
        _read_markdown(file, reader)


def _read_markdown(file: Path, reader: _Reader) -> None:
    place = str(file)
    try:
        with file.open("rb") as handle:
            raw = handle.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            reader.fault(place, "the file is larger than 2 MB")
            return
        text = raw.decode("utf-8-sig")
    except OSError as error:
        reader.fault(place, f"cannot be read: {error.strerror}")
        return
    except UnicodeDecodeError as error:
        reader.fault(f"{place}:{raw[: error.start].count(10) + 1}", "is not UTF-8 text")
        return
    if not text.startswith("---"):
        reader.fault(
            f"{place}:1", "front matter is missing: the file has to begin with a line of three hyphens"
        )
        return
    _read_front_matter(place, text, reader)


def _read_front_matter(place: str, text: str, reader: _Reader) -> None:
    try:
        front, body = _FRONT_MATTER.split(text)
    except ValueError:
        reader.fault(f"{place}:1", "front matter has no end: close it with a line of three hyphens")
        return
    try:
        said = _FRONT_MATTER.load(front)
    except _BROKEN_YAML as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{place}:{mark.line + 1}" if mark else place
        reader.fault(
            line, f"front matter is no YAML: {getattr(error, 'problem', None) or 'it cannot be read'}"
        )
        return
    if not isinstance(said, dict):
        reader.fault(f"{place}:2", "front matter has to be lines of “key: value”")
        return
    reader.take(said, place=place, body=body, is_html=False)


def _lines(file: Path) -> Iterator[tuple[int, bytes | None]]:
    """Yield number and bytes of each line; None for one that is too long, of which no more than a piece is in memory."""
    with file.open("rb") as handle:
        number = 0
        while line := handle.readline(MOST_BYTES + 1):
            number += 1
            if len(line) <= MOST_BYTES:
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = handle.readline(MOST_BYTES + 1)
            yield number, None


def _read_lines(file: Path, reader: _Reader) -> None:
    try:
        for number, line in _lines(file):
            place = f"{file}:{number}"
            if line is None:
                reader.fault(place, "the line is longer than 2 MB")
            elif line.strip():
                _read_line(place, line, reader)
    except OSError as error:
        reader.fault(str(file), f"cannot be read: {error.strerror}")


def _read_line(place: str, line: bytes, reader: _Reader) -> None:
    try:
        said = _object(line)
    except Unfit as unfit:
        reader.fault(place, str(unfit))
        return
    bodies = [key for key in ("body", "body_html") if key in said]
    if len(bodies) > 1 or not all(isinstance(said[key], str) for key in bodies):
        reader.fault(place, "has to have either “body” (Markdown) or “body_html”, as text")
        return
    rest = {key: value for key, value in said.items() if key not in bodies}
    body = said[bodies[0]] if bodies else ""
    reader.take(rest, place=place, body=body, is_html=bodies == ["body_html"])


def _object(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Unfit("is not UTF-8 text") from error
    except json.JSONDecodeError as error:
        raise Unfit(f"is no JSON: {error.msg} at character {error.pos + 1}") from error
    except (ValueError, RecursionError) as error:
        raise Unfit("is no JSON that can be read: brackets too deep or a number too long") from error
    if not isinstance(said, dict):
        raise Unfit("has to be one JSON object with keys and values")
    return said
