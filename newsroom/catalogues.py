"""Collects what the public side says, and keeps its translations in step; a developer's tool that no page ever calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

LANGUAGES = ("ar", "de")
# Whoever writes for readers marks their words; the desk is in English and marks none.
TEMPLATES = ("base.html", "_partials", "press", "authors", "newsroom")
CODE = ("newsroom", "authors", "articles")
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": DEFAULT_KEYWORDS["ngettext"],
    "pgettext_lazy": DEFAULT_KEYWORDS["pgettext"],
}
_HEADER = "# What the public side says in another language. Kept in step by `manage.py catalogues`.\n"
# A file that is the same from day to day: what changed and when is told by the history.
_ALWAYS = datetime(2026, 1, 1, tzinfo=UTC)

Key = tuple[str, str]


def folder() -> Path:
    """Where the catalogues lie."""
    return Path(settings.LOCALE_PATHS[0])


def path_of(language: str, ending: str) -> Path:
    """Return the file of a language: ``po`` for people, ``mo`` for Django."""
    return folder() / language / "LC_MESSAGES" / f"django.{ending}"


def said() -> dict[Key, Message]:
    """Return all that is marked for translation, by context and words, with the files it stands in."""
    found: dict[Key, Message] = {}
    for name, file in _files():
        for _, words, _, context in extract("python", file, keywords=KEYWORDS):
            several = isinstance(words, tuple)
            key = (context or "", words[0] if several else str(words))
            here = found.setdefault(key, Message(words, context=context))
            if several and not here.pluralizable:
                here = found[key] = Message(words, context=context, locations=here.locations)
            if (name, 0) not in here.locations:
                here.locations.append((name, 0))
    return found


def renewed(language: str) -> Catalog:
    """Return a language's catalogue with everything that is said now, and nothing that no longer is."""
    old, new = stored(language), Catalog(locale=language, fuzzy=False)
    new.creation_date = new.revision_date = _ALWAYS
    for (context, words), message in sorted(said().items(), key=lambda one: (one[0][1].casefold(), one[0])):
        known = old.get(words, context=context or None)
        fits = known is not None and known.pluralizable == message.pluralizable
        new.add(
            message.id,
            string=known.string if known is not None and fits else None,
            locations=sorted(message.locations),
            context=context or None,
        )
    return new


def stored(language: str) -> Catalog:
    """Return a language's catalogue as it lies in its file; an empty one where there is none yet."""
    path = path_of(language, "po")
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    catalogue.creation_date = catalogue.revision_date = _ALWAYS
    return catalogue


def missing(catalogue: Catalog) -> list[str]:
    """Return the words that nobody has translated yet."""
    return [str(message.id) for message in catalogue if message.id and not _is_whole(message)]


def compiled(catalogue: Catalog) -> bytes:
    """Return what Django reads."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def write(language: str, catalogue: Catalog) -> None:
    """Store a catalogue for people and for Django."""
    path_of(language, "po").parent.mkdir(parents=True, exist_ok=True)
    path_of(language, "po").write_bytes(text_of(catalogue))
    path_of(language, "mo").write_bytes(compiled(catalogue))


def text_of(catalogue: Catalog) -> bytes:
    """Return the file for people: places without line numbers, so that moved lines change nothing."""
    file = BytesIO()
    write_po(file, catalogue, omit_header=True, include_lineno=False, width=100)
    forms = f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};"
    said_first = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Language: {catalogue.locale_identifier}\\n"\n"Plural-Forms: {forms}\\n"\n\n'
    )
    return (_HEADER + said_first).encode() + file.getvalue()


def _is_whole(message: Message) -> bool:
    strings: Any = message.string
    return all(strings) if isinstance(strings, tuple | list) else bool(strings)


def _files() -> Iterator[tuple[str, BytesIO]]:
    """Yield each file as Python that can be searched: templates by Django's own translation into it."""
    root = Path(settings.BASE_DIR)
    for part in TEMPLATES:
        place = root / "templates" / part
        for path in sorted([place] if place.is_file() else place.rglob("*.html")):
            # Indents and brackets mean nothing in a template; what is left of its text is put out of the way.
            words = re.sub(r"^\s+", "", templatize(path.read_text("utf-8")), flags=re.MULTILINE)
            yield path.relative_to(root).as_posix(), BytesIO(words.encode())
    for part in CODE:
        for path in sorted((root / part).rglob("*.py")):
            if "migrations" not in path.parts and "gettext" in (text := path.read_text("utf-8")):
                yield path.relative_to(root).as_posix(), BytesIO(text.encode())
