"""A story's form as plain values, from the database, from what was posted and from what was kept unsaved; saves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from articles import markup
from articles.desk import byline, merge
from articles.models.article import Article
from articles.models.revision import Revision

TEXTS = ("headline", "standfirst", "body", "hero_alt", "hero_caption")
DETAILS = ("section", "kind", "slug", "language", "hero", "topics", "sources", "byline")
MANY = frozenset({"topics", "sources"})
FIELDS = (*TEXTS, *DETAILS)
# No revision knows the details, so the form carries along what they were when it was opened.
WAS = "was-"

Values = dict[str, Any]


def stored(article: Article) -> Values:
    """Return what the database has of a story, as a form would send it."""
    found: Values = {name: getattr(article, name) for name in (*TEXTS, "slug", "language")}
    for name in ("section", "kind", "hero"):
        found[name] = str(getattr(article, f"{name}_id") or "")
    for name in MANY:
        keys = getattr(article, name).values_list("pk", flat=True) if article.pk else ()
        found[name] = sorted(str(key) for key in keys)
    found["byline"] = byline.stored(article)
    return found


def posted(data: QueryDict, prefix: str = "") -> Values:
    """Return the fields that were posted."""
    found: Values = {}
    for name in FIELDS:
        if name in MANY:
            found[name] = sorted(
                key for value in data.getlist(prefix + name) for key in value.split(",") if key
            )
        elif prefix + name in data:
            found[name] = str(data[prefix + name]).replace("\r\n", "\n")
    # The names are rows of their own in the form; only what they were is one value there.
    names = None if prefix else byline.posted(data)
    if names is not None:
        found["byline"] = names
    return found


def to_keep(data: QueryDict) -> Values:
    """Return what is kept of a form that is not saved."""
    before = {WAS + name: value for name, value in posted(data, WAS).items() if name in DETAILS}
    return posted(data) | before


def base_in(data: QueryDict) -> int:
    """Return the version that a form began from; 0 for what is no number."""
    given = str(data.get("base", ""))
    return int(given) if given.isdecimal() and len(given) < 10 else 0


def base_of(number: int, article: Article, before: Mapping[str, Any]) -> Values:
    """Return what the story said at ``number``: the words of the revision, the details as the form remembered them."""
    words = Revision.objects.filter(article=article, number=number).values(*TEXTS).first() or {}
    return {**words, **{name: value for name, value in before.items() if name in DETAILS}}


def remembered(kept: Mapping[str, Any]) -> Values:
    """Return the details that a kept form remembered of its beginning."""
    return {name.removeprefix(WAS): value for name, value in kept.items() if name.startswith(WAS)}


def clean_body(typed: str) -> str:
    """Return the body as saving would keep it; what cannot be kept stays as it was typed, for the form to refuse."""
    try:
        return markup.sanitise(typed)
    except markup.MarkupError:
        return typed


def same(name: str, one: Any, other: Any) -> bool:
    """Say whether two values of a field are the same writing."""
    if name == "body":
        return merge.alike(clean_body(one or ""), clean_body(other or ""))
    if name in TEXTS:
        return (one or "").split() == (other or "").split()
    return (one or "") == (other or "") if name not in MANY else list(one or ()) == list(other or ())


def differing(one: Values, other: Values) -> list[str]:
    """Return the names of the fields in which two forms differ; a field that one of them lacks is no difference."""
    return [
        name for name in FIELDS if name in one and name in other and not same(name, one[name], other[name])
    ]
