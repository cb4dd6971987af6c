"""Turns an article's fields into what a revision stores, and a revision into what engines read; saves nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import digest, markup
from articles.models.article import Article, Byline
from articles.models.revision import Revision
from articles.summaries.sentences import SPLITTER
from articles.summaries.types import Sentence, SourceDoc
from articles.summaries.words import collapse
from newsroom.models.image import Image

# What an editor reads when a part of the digest besides headline, standfirst and text is another one.
_BESIDE = {
    "blocks": "A paragraph, heading, list, table, box or set-off quotation begins or ends elsewhere, or became another kind",
    "quotes": "A set-off quotation changed",
    "captions": "A caption changed",
    "alts": "An alt text changed",
    "images": "A picture changed",
    "hrefs": "A link changed",
    "sources": "A source changed",
}


@dataclass(frozen=True, slots=True)
class Written:
    """What a person wrote, cleaned: the columns of a revision that depend on words alone."""

    headline: str
    standfirst: str
    body: str
    html: str
    text: str
    sentences: list[dict[str, Any]]
    hero_alt: str
    hero_caption: str
    canonical: str
    digest: str
    splitter: str


def picture_digests(sources: tuple[str, ...]) -> list[str]:
    """Return the file digest of each body picture.

    Raises ValidationError for a picture that is not in our own picture store, naming it.
    """
    names = [source.removeprefix(settings.MEDIA_URL) for source in sources]
    known = dict(Image.objects.filter(file__in=names).values_list("file", "digest"))
    for source, name in zip(sources, names, strict=True):
        if name not in known:
            raise ValidationError(
                {"body": f"The picture “{source}” is not in the picture store: upload it first."}
            )
    return [known[name] for name in names]


def _plain_fields(article: Article) -> dict[str, str]:
    """Return headline, standfirst, alt text and caption in one line each, refusing what hides in them."""
    fields = {
        name: collapse(getattr(article, name))
        for name in ("headline", "standfirst", "hero_alt", "hero_caption")
    }
    if not fields["headline"]:
        raise ValidationError({"headline": "A story needs a headline."})
    if article.hero_id and not fields["hero_alt"]:
        raise ValidationError({"hero_alt": "Say what the picture shows, for those who cannot see it."})
    for name, value in fields.items():
        try:
            markup.refuse_hidden(value)
        except markup.MarkupError as error:
            raise ValidationError({name: str(error)}) from error
    return fields


def _clean_body(article: Article) -> str:
    try:
        return markup.sanitise(article.body)
    except markup.MarkupError as error:
        raise ValidationError({"body": str(error)}) from error


def _canonical(article: Article, fields: Mapping[str, str], rendered: markup.Rendered) -> str:
    pictures = picture_digests(rendered.images)
    if article.hero is not None:
        pictures.insert(0, article.hero.digest)
    return digest.canonical(
        headline=fields["headline"],
        standfirst=fields["standfirst"],
        text=rendered.text,
        blocks=rendered.blocks,
        quotes=rendered.quotes,
        captions=[text for text in (fields["hero_caption"],) if text],
        alts=[*(text for text in (fields["hero_alt"],) if text), *rendered.alts],
        sources=list(article.sources.order_by("name").values_list("name", flat=True)),
        hrefs=rendered.hrefs,
        images=pictures,
    )


def write(article: Article) -> Written:
    """Clean and digest what the article's fields say now.

    Raises ValidationError by field for what cannot be kept (hidden characters, foreign pictures, no headline).
    """
    fields = _plain_fields(article)
    body = _clean_body(article)
    rendered = markup.render(body)
    canonical = _canonical(article, fields, rendered)
    return Written(
        **fields,
        body=body,
        html=rendered.html,
        text=rendered.text,
        sentences=[
            {"id": one.id, "start": one.start, "end": one.end, "block": one.block, "digest": one.digest}
            for one in rendered.sentences
        ],
        canonical=canonical,
        digest=digest.digest(canonical),
        splitter=SPLITTER,
    )


def bylines_of(article: Article) -> list[dict[str, Any]]:
    """Return the byline as a version shows it; names are frozen here."""
    return frozen(article.bylines.select_related("author__portrait").order_by("position", "pk"))


def frozen(rows: Iterable[Byline]) -> list[dict[str, Any]]:
    """Return names in their order as a version shows them."""
    return [
        {
            "author": row.author_id,
            "name": row.author.name,
            "slug": row.author.slug,
            "kind": row.author.kind,
            "role": row.role,
            "title": row.author.title,
            "picture": row.author.portrait.file.name if row.author.portrait else "",
        }
        for row in rows
    ]


def sources_of(article: Article) -> list[dict[str, Any]]:
    """Return the sources as a version shows them."""
    return [{"name": source.name, "url": source.url} for source in article.sources.order_by("name")]


def beside_the_text(canonical: str) -> dict[str, Any]:
    """Return what a digest covers besides headline, standfirst and text: shape, pictures, captions, sources, links."""
    covered: dict[str, Any] = json.loads(canonical)
    return {key: value for key, value in covered.items() if key not in {"headline", "standfirst", "text"}}


def changes_beside_the_text(before: str, after: str, *, already_material: bool) -> list[str]:
    """Return a sentence for each part besides the text in which two canonical forms differ.

    When the text is known to differ materially, blocks that only hold more or fewer words are not named again.
    """
    old, new = beside_the_text(before), beside_the_text(after)
    if already_material:
        for covered in (old, new):
            covered["blocks"] = [block.rpartition(" ")[0] for block in covered.get("blocks", [])]
    return [sentence for key, sentence in _BESIDE.items() if old.get(key) != new.get(key)]


def source_doc(revision: Revision | Written) -> SourceDoc:
    """Return what engines and checks may read of a revision."""
    return SourceDoc(
        headline=revision.headline,
        standfirst=revision.standfirst,
        text=revision.text,
        sentences=tuple(
            Sentence(
                id=row["id"],
                start=row["start"],
                end=row["end"],
                text=revision.text[row["start"] : row["end"]],
                block=row["block"],
            )
            for row in revision.sentences
        ),
        digest=revision.digest,
        splitter=revision.splitter,
        dated=timezone.localdate(revision.saved_at) if isinstance(revision, Revision) else None,
    )


def evidence_rows(revision: Revision | Written, sentences: tuple[int, ...]) -> list[dict[str, Any]]:
    """Return evidence as bullets store it, for sentence numbers that the revision has."""
    known = {row["id"]: row for row in revision.sentences}
    return [
        {
            "sentence": number,
            "start": known[number]["start"],
            "end": known[number]["end"],
            "digest": known[number]["digest"],
        }
        for number in sentences
        if number in known
    ]
