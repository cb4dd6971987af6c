"""Finds what a record names – section, topics, kind, sources, authors – and makes what is missing; no story is touched."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.text import slugify

from articles.exchange.faults import Unfit
from articles.exchange.records import Record, SourceName
from articles.models.kind import Kind
from articles.models.source import AiProcessing, Source
from articles.models.taxonomy import Section, Topic, validate_section_slug
from authors.models.author import Author

# A source that says less is never loosened by an import, only tightened.
_STRICTNESS = {AiProcessing.YES: 0, AiProcessing.ASK: 1, AiProcessing.NO: 2}


def section_slug(name: str) -> str:
    """Return the address of the section of this name, whether it is there or is to be made. Raises Unfit."""
    section = Section.objects.filter(name=name).first()
    slug = section.slug if section else slugify(name)
    if not slug:
        raise Unfit(f"section “{name}” gives no address; make it on the desk first")
    if section is None:
        try:
            validate_section_slug(slug)
        except ValidationError as error:
            raise Unfit(f"section “{name}”: {error.messages[0]}") from error
    return slug


def _section_problems(name: str) -> list[str]:
    """A section stands in the navigation at once, so a paper that has sections gets no further one by a typing mistake."""
    known = list(Section.objects.order_by("position", "name").values_list("name", flat=True))
    slug = slugify(name)
    if known and not Section.objects.filter(Q(name=name) | Q(slug=slug)).exists():
        return [
            f"section “{name}” is not known; known are {', '.join(known)}: make a new one on the desk first"
        ]
    try:
        section_slug(name)
    except Unfit as unfit:
        return [str(unfit)]
    return []


def problems_of(record: Record) -> list[str]:
    """Return what of the names in a record can neither be found nor made, in words."""
    problems = _section_problems(record.section)
    known = list(Kind.objects.order_by("name").values_list("name", flat=True))
    if known and record.kind.casefold() not in {name.casefold() for name in known}:
        problems.append(f"kind “{record.kind}” is not known; known are {', '.join(known)}")
    problems += [
        f"topic “{topic}” gives no address; make it on the desk first"
        for topic in record.topics
        if not slugify(topic) and not Topic.objects.filter(name=topic).exists()
    ]
    problems += [
        f"several authors are called “{name.name}”; tell them apart on the desk first"
        for name in record.byline
        if Author.objects.filter(name=name.name).count() > 1
    ]
    return problems


def section(name: str) -> Section:
    """Return the section of this name or address; a new one goes to the end of the navigation."""
    found = Section.objects.filter(Q(name=name) | Q(slug=section_slug(name))).first()
    return found or Section.objects.create(
        name=name, slug=section_slug(name), position=Section.objects.count() + 1
    )


def kind(name: str) -> Kind:
    """Return the kind of this name."""
    found = Kind.objects.filter(name__iexact=name).first()
    return found or Kind.objects.create(
        name=name, slug=_free_slug(Kind.objects.values_list("slug", flat=True), name)
    )


def topics(names: Iterable[str]) -> list[Topic]:
    """Return the topics of these names."""
    found = []
    for name in names:
        topic = Topic.objects.filter(Q(name=name) | Q(slug=slugify(name))).first()
        found.append(topic or Topic.objects.create(name=name, slug=slugify(name)))
    return found


def sources(said: Iterable[SourceName]) -> list[Source]:
    """Return these sources; one that is here keeps its link, and what machines may read is never loosened."""
    found = []
    for one in said:
        source, _ = Source.objects.get_or_create(
            name=one.name, defaults={"url": one.url, "ai_processing": one.ai or AiProcessing.YES}
        )
        if one.ai and _STRICTNESS[AiProcessing(one.ai)] > _STRICTNESS[AiProcessing(source.ai_processing)]:
            source.ai_processing = one.ai
            source.save(update_fields=["ai_processing"])
        found.append(source)
    return found


def author(name: str) -> Author:
    """Return the author of this name; a new one is a person without an account."""
    found = Author.objects.filter(name=name).first()
    return found or Author.objects.create(
        name=name, slug=_free_slug(Author.objects.values_list("slug", flat=True), name)
    )


def _free_slug(taken: Iterable[str], name: str) -> str:
    used = set(taken)
    base = slugify(name) or "author"
    candidates = (base if number == 1 else f"{base}-{number}" for number in range(1, len(used) + 2))
    return next(slug for slug in candidates if slug not in used)
