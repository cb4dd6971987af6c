"""The names over a story as its form sends them: read, kept as one value, and turned into rows again; saves nothing."""

from __future__ import annotations

import json
from typing import Any

from django.http import QueryDict

from articles.models.article import Article
from authors.models.author import Author

PREFIX = "bylines"
_MOST = 50

Names = list[tuple[str, str]]


def stored(article: Article) -> str:
    """Return the byline that the database has, as one value."""
    rows = article.bylines.order_by("position", "pk") if article.pk else ()
    return value_of([(str(row.author_id), row.role) for row in rows])


def posted(data: QueryDict) -> str | None:
    """Return the byline that was posted, by its places, as one value; None where the form had no names to fill in."""
    total = str(data.get(f"{PREFIX}-TOTAL_FORMS", ""))
    if not total.isdecimal():
        return None
    found = []
    for row in range(min(int(total), _MOST)):
        author, role, place = (
            str(data.get(f"{PREFIX}-{row}-{name}", "")).strip() for name in ("author", "role", "position")
        )
        if author.isdecimal() and not data.get(f"{PREFIX}-{row}-DELETE"):
            # A place that is no number is refused at saving; here nothing typed may be lost.
            found.append((int(place[:6]) if place.isdecimal() else 0, author, role))
    return value_of([(author, role) for _, author, role in sorted(found, key=lambda one: one[0])])


def value_of(names: Names) -> str:
    """Return names and roles in their order as one text, so that two bylines are equal when their texts are."""
    return json.dumps(names, ensure_ascii=False) if names else ""


def names_of(value: str) -> Names:
    """Return what ``value_of`` was given; nothing for what is no such text."""
    try:
        rows = json.loads(value or "[]")
        return [(str(author), str(role)) for author, role in rows]
    except (TypeError, ValueError):
        return []


def said(value: str) -> str:
    """Say a byline as people do."""
    names = names_of(value)
    keys = [author for author, _ in names if author.isdecimal()]
    known = {str(row.pk): row.name for row in Author.objects.filter(pk__in=keys)}
    return ", ".join(f"{known.get(author, '(gone)')} {role}".strip() for author, role in names)


def rows_for(article: Article | None, value: str) -> dict[str, Any]:
    """Return the form's rows that make this byline of the one that is stored: changed, new and taken off."""
    wanted = names_of(value)
    places = {author: place for place, (author, _) in enumerate(wanted, 1)}
    roles = dict(wanted)
    old = list(article.bylines.order_by("position", "pk")) if article is not None and article.pk else []
    old.sort(key=lambda row: places.get(str(row.author_id), _MOST))
    kept = {str(row.author_id) for row in old}
    rows: list[dict[str, Any]] = []
    for row in old:
        author = str(row.author_id)
        gone = {} if author in places else {"DELETE": "on"}
        place = places.get(author, len(wanted) + 1)
        rows.append(
            {"id": row.pk, "author": author, "role": roles.get(author, row.role), "position": place} | gone
        )
    rows += [
        {"author": author, "role": role, "position": places[author]}
        for author, role in wanted
        if author not in kept
    ]
    count = {"TOTAL_FORMS": len(rows), "INITIAL_FORMS": len(old), "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    named = {f"{index}-{name}": cell for index, row in enumerate(rows) for name, cell in row.items()}
    return {f"{PREFIX}-{name}": str(cell) for name, cell in (count | named).items()}


def put_in(data: QueryDict, article: Article | None, value: str) -> None:
    """Replace the names that were posted by others, in the posted form itself."""
    for name in [name for name in data if name.startswith(f"{PREFIX}-")]:
        del data[name]
    for name, cell in rows_for(article, value).items():
        data[name] = cell
