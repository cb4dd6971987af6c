"""A story that two people changed at once: what each has, what to choose, and the form after the choice; saves nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from articles.desk import byline, compare, merge, typed
from articles.desk.typed import MANY, WAS, Values
from articles.html_walk import walk
from articles.models.article import Article

TAKE = "take-"
LABELS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "body": "Body",
    "hero_alt": "Alt text",
    "hero_caption": "Caption",
    "hero": "Picture",
    "slug": "Address",
    "byline": "Byline",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to choose: ``theirs`` and ``mine`` with the words marked that the other does not have."""

    name: str
    theirs: tuple[compare.Piece, ...]
    mine: tuple[compare.Piece, ...]
    chosen: merge.Side

    @property
    def alike_in_words(self) -> bool:
        """Bold, a link or the kind of a paragraph differ, and no word does."""
        return all(piece.change == "same" for piece in (*self.theirs, *self.mine))


@dataclass(frozen=True, slots=True)
class Fold:
    """So many paragraphs that are alike."""

    unchanged: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field in which two texts differ: one part, or for the body one for each place and folds between them."""

    name: str
    label: str
    parts: tuple[Part | Fold, ...]


def fields_of(form: Any, *, base: Values, theirs: Values, mine: Values) -> list[Field]:
    """Return what is to be chosen; ``base`` is what both began from."""
    found: list[Field] = []
    for name in typed.differing(theirs, mine):
        if name == "body":
            parts = _body(base.get("body"), theirs["body"], mine["body"])
        else:
            # Without a base nobody knows whose change it is; then what I typed comes first.
            before = base.get(name, theirs[name])
            default = merge.chosen_by_default(
                *(_plain(name, one) for one in (before, theirs[name], mine[name]))
            )
            both = (shown(form, name, theirs[name]), shown(form, name, mine[name]))
            parts = (_part(TAKE + name, *both, default),)
        found.append(Field(name, label_of(form, name), parts))
    return found


def settle(data: QueryDict, article: Article, base: int) -> QueryDict:
    """Return the form with the choices carried out: *theirs* is what the page showed, the revision ``base``."""
    taken = {name for name in data if name.startswith(TAKE) and data[name] == "theirs"}
    if not taken:
        return data
    theirs = typed.base_of(base, article, typed.posted(data, WAS))
    settled = data.copy()
    for name in typed.FIELDS:
        if TAKE + name in taken and name in theirs:
            settled.setlist(name, theirs[name] if name in MANY else [theirs[name]])
    if "byline" in settled:
        byline.put_in(settled, article, str(settled.pop("byline")[0]))
    if "body" in theirs and "body" in data:
        mine = typed.clean_body(str(data["body"]))
        settled["body"] = merge.compose(theirs["body"], mine, lambda name: data.get(name, "mine"))
    return settled


def _body(base: str | None, theirs: str, mine: str) -> tuple[Part | Fold, ...]:
    found: list[Part | Fold] = []
    for hunk in merge.hunks(theirs, typed.clean_body(mine), base):
        if hunk.alike:
            found.append(Fold(len(hunk.mine)))
        else:
            found.append(_part(hunk.name, _words(hunk.theirs), _words(hunk.mine), hunk.chosen))
    return tuple(found)


def _words(blocks: tuple[str, ...]) -> str:
    """Say blocks in words; one that has none is a picture."""
    said = [" ".join(block.text for block in walk(html).blocks) for html in blocks]
    return " ¶ ".join(words or "(a picture)" for words in said)


def label_of(form: Any, name: str) -> str:
    """Say a field as the desk does."""
    return LABELS.get(name) or str(form.fields[name].label or name).capitalize()


def shown(form: Any, name: str, value: Any) -> str:
    """Say a value as people do: names in the place of keys."""
    if name == "byline":
        return byline.said(value)
    options = getattr(form.fields[name], "queryset", None)
    if options is None:
        return str(value or "")
    keys = [key for key in (value if name in MANY else [value]) if key]
    return ", ".join(
        sorted(str(row) for row in options.filter(pk__in=[key for key in keys if key.isdigit()]))
    )


def _plain(name: str, value: Any) -> str:
    """Return a value so that two that say the same are equal."""
    return " ".join(value) if name in MANY else " ".join(str(value or "").split())


def _part(name: str, theirs: str, mine: str, chosen: merge.Side) -> Part:
    pieces = compare.words(theirs, mine)
    return Part(
        name,
        tuple(piece for piece in pieces if piece.change != "ins"),
        tuple(piece for piece in pieces if piece.change != "del"),
        chosen,
    )
