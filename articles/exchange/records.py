"""A story as it arrives from outside: its keys, what each may hold, and one digest of it all; no files, no database."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from django.utils.text import slugify

from articles import markup
from articles.exchange.faults import Unfit
from articles.models.source import AiProcessing
from newsroom import languages

_SLUG: Final = re.compile(r"[A-Za-z0-9_-]+")
MOST_ENTRIES: Final = 50


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a byline and what the person did, if it is said."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source; ``ai`` empty means that the record does not say whether a machine may read it."""

    name: str
    url: str = ""
    ai: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture over a story: a file beside the record, and its words."""

    file: str
    alt: str
    credit: str
    caption: str = ""
    focal: tuple[float, float] = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Record:
    """One story. ``body`` is what arrived: Markdown, or HTML when ``is_html``."""

    place: str
    id: str
    headline: str
    section: str
    kind: str
    byline: tuple[Name, ...]
    body: str
    is_html: bool
    standfirst: str = ""
    slug: str = ""
    language: str = "en"
    date: str = ""
    topics: tuple[str, ...] = ()
    sources: tuple[SourceName, ...] = ()
    image: Picture | None = None

    @property
    def address(self) -> str:
        """The last part of the story's address."""
        return self.slug or slugify(self.headline)[:120].strip("-")

    def digest(self, picture: str = "") -> str:
        """Return the SHA-256 (hex) of the record and of its picture's file, wherever they lie and in any order of keys."""
        said = asdict(self)
        del said["place"]
        return hashlib.sha256(json.dumps([said, picture], sort_keys=True).encode()).hexdigest()


def text(value: Any, *, most: int, required: bool = False) -> str:
    """Return a clean text. Raises Unfit."""
    if value is not None and not isinstance(value, str):
        raise Unfit(f"has to be text, not {_named(value)}; put it in quotes")
    words: str = (value or "").strip()
    if required and not words:
        raise Unfit("is missing")
    if len(words) > most:
        raise Unfit(f"has {len(words)} characters; {most} is the most")
    try:
        markup.refuse_hidden(words)
    except markup.MarkupError as error:
        raise Unfit(f"cannot be taken: {error}") from error
    return words


_NAMES: Final[dict[type, str]] = {
    bool: "yes or no",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "a table of keys",
}


def _named(value: object) -> str:
    return _NAMES.get(type(value), "something else")


def _identity(value: Any) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return text(value, most=200, required=True)


def _slug(value: Any) -> str:
    slug = text(value, most=120)
    if slug and not _SLUG.fullmatch(slug):
        raise Unfit("may hold letters without accents, digits, hyphens and underscores only")
    return slug


def _language(value: Any) -> str:
    tag = text(value, most=12) or "en"
    if fault := languages.fault_of(tag):
        raise Unfit(fault)
    return languages.spelled(tag)


def _date(value: Any) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    said = text(value, most=40)
    try:
        return datetime.fromisoformat(said).isoformat() if said else ""
    except ValueError as error:
        raise Unfit(f"“{said}” is no date and time such as 2026-11-20T14:02") from error


def _entries(value: Any) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise Unfit(f"has to be a list, not {_named(value)}")
    if len(value) > MOST_ENTRIES:
        raise Unfit(f"has {len(value)} entries; {MOST_ENTRIES} is the most")
    return value


def _keys(value: Mapping[Any, Any], known: tuple[str, ...]) -> None:
    unknown = [str(key)[:40] for key in value if key not in known]
    if unknown:
        raise Unfit(f"has an unknown key “{unknown[0]}”; known are {', '.join(known)}")


def _topics(value: Any) -> tuple[str, ...]:
    names = (text(one, most=60, required=True) for one in _entries(value))
    return tuple(dict.fromkeys(names))


def _name(value: Any) -> Name:
    if not isinstance(value, dict):
        return Name(text(value, most=120, required=True))
    _keys(value, ("name", "role"))
    return Name(text(value.get("name"), most=120, required=True), text(value.get("role"), most=60))


def _byline(value: Any) -> tuple[Name, ...]:
    names = tuple(_name(one) for one in _entries(value))
    if not names:
        raise Unfit("is missing: name at least one author, agency or “the house”")
    if len({one.name for one in names}) < len(names):
        raise Unfit("names somebody twice")
    return names


def _source(value: Any) -> SourceName:
    if not isinstance(value, dict):
        return SourceName(text(value, most=120, required=True))
    _keys(value, ("name", "url", "ai"))
    url = text(value.get("url"), most=500)
    if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
        raise Unfit(f"has a link that is no web address: “{url[:80]}”")
    return SourceName(text(value.get("name"), most=120, required=True), url, allowance(value.get("ai")))


def allowance(value: Any) -> str:
    """Return whether a machine may read a source's words: YAML reads a bare yes or no as a boolean."""
    if value is None:
        return ""
    said = ("yes" if value else "no") if isinstance(value, bool) else value
    if said not in AiProcessing.values:
        raise Unfit("says for “ai” something else than yes, no or ask")
    return str(said)


def _sources(value: Any) -> tuple[SourceName, ...]:
    found = tuple(_source(one) for one in _entries(value))
    if len({one.name for one in found}) < len(found):
        raise Unfit("names a source twice")
    return found


def _image(value: Any) -> Picture | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise Unfit(f"has to be a table with file, alt and credit, not {_named(value)}")
    _keys(value, ("file", "alt", "caption", "credit", "focal"))
    said = {}
    for key, most in (("file", 200), ("alt", 1000), ("credit", 160), ("caption", 1000)):
        try:
            said[key] = text(value.get(key), most=most, required=key in {"file", "alt"})
        except Unfit as unfit:
            raise Unfit(f"“{key}” {unfit}") from unfit
    return Picture(**said, focal=_focal(value.get("focal")))


def _focal(value: Any) -> tuple[float, float]:
    if value is None:
        return 0.5, 0.5
    fine = isinstance(value, list) and len(value) == 2 and all(type(x) in {int, float} for x in value)
    if not fine or not all(0 <= x <= 1 for x in value):
        raise Unfit("“focal” has to be two shares of width and height between 0 and 1, such as [0.5, 0.3]")
    return float(value[0]), float(value[1])


_READ: Final[dict[str, Callable[[Any], Any]]] = {
    "id": _identity,
    "headline": lambda value: text(value, most=200, required=True),
    "standfirst": lambda value: text(value, most=1000),
    "byline": _byline,
    "section": lambda value: text(value, most=60, required=True),
    "topics": _topics,
    "kind": lambda value: text(value, most=40, required=True),
    "sources": _sources,
    "slug": _slug,
    "language": _language,
    "date": _date,
    "image": _image,
}
KEYS: Final = tuple(_READ)


def record_of(
    said: Mapping[str, Any], *, place: str, body: str, is_html: bool
) -> tuple[Record | None, list[str]]:
    """Return the record that ``said`` describes, or None and everything that is wrong with it, in words."""
    problems = [
        f"unknown key “{str(key)[:40]}”; known are {', '.join(KEYS)}" for key in said if key not in _READ
    ]
    values: dict[str, Any] = {}
    for key, read in _READ.items():
        try:
            values[key] = read(said.get(key))
        except Unfit as unfit:
            problems.append(f"{key} {unfit}")
    if not body.strip():
        problems.append("the body is missing")
    record = None if problems else Record(place=place, body=body.strip(), is_html=is_html, **values)
    if record is not None and not record.address:
        problems.append("slug is missing, and none can be made from the headline")
    return (None if problems else record), problems
