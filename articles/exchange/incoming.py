"""Checks a whole import before anything is written: names, links, bodies, pictures; it leaves the database as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.urls import reverse

from articles.exchange import bodies, catalogue, pictures
from articles.exchange.faults import Fault, Refused, Unfit
from articles.exchange.records import Record
from articles.models.article import Article
from newsroom import pictures_store
from newsroom.cutting import Cut
from newsroom.models.image import Image


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record that may be written: its clean body, its picture and the digest by which it is known again."""

    record: Record
    html: str
    digest: str
    cut: Cut | None


def check(
    records: Sequence[Record], *, folder: Path, now: datetime, progress: pictures.Progress | None = None
) -> list[Incoming]:
    """Return what is to be written, in the order of ``records``. Raises Refused with every fault of the run.

    Pictures are looked for in ``folder`` and cut here, since that takes time and needs no transaction.
    """
    faults: list[Fault] = []
    addresses = _addresses(records)
    found: dict[str, pictures.Found] = {}
    html: dict[str, str] = {}
    for record in records:
        faults += [Fault(record.place, problem) for problem in catalogue.problems_of(record)]
        try:
            html[record.id] = bodies.html_of(record, addresses)
            if record.image is not None:
                found[record.id] = pictures.find(record.image, folder)
        except Unfit as unfit:
            faults.append(Fault(record.place, str(unfit)))
    if faults:
        raise Refused(*faults)
    digests = {one.id: one.digest(found[one.id].digest if one.id in found else "") for one in records}
    cuts = _cut(records, found, _unchanged(digests), progress)
    if unusable := list(_unusable(records, cuts, now)):
        raise Refused(*unusable)
    return [Incoming(record, html[record.id], digests[record.id], cuts.get(record.id)) for record in records]


def _addresses(records: Sequence[Record]) -> dict[str, str]:
    """Return id → address of every story that the records may link to."""
    wanted: set[str] = set()
    addresses = {}
    for record in records:
        wanted |= bodies.stories_linked_in(record) | {record.id}
        try:
            slug = catalogue.section_slug(record.section)
        except Unfit:
            continue  # Reported with the record itself.
        addresses[record.id] = reverse("press:article", args=[slug, record.address])
    here = Article.objects.filter(external_id__in=wanted).select_related("section")
    # What is here may have been moved on the desk since it came.
    for story in here:
        addresses[str(story.external_id)] = reverse("press:article", args=[story.section.slug, story.slug])
    return addresses


def _unchanged(digests: dict[str, str]) -> set[str]:
    """Return the ids whose copy is the one that is here."""
    here = Article.objects.filter(external_id__in=digests).values_list("external_id", "external_digest")
    return {str(story) for story, digest in here if digests[str(story)] == digest}


def _cut(
    records: Iterable[Record],
    found: dict[str, pictures.Found],
    unchanged: set[str],
    progress: pictures.Progress | None,
) -> dict[str, Cut]:
    wanted = [one for one in records if one.image and one.id in found and one.id not in unchanged]
    sent = [(found[one.id], one.image) for one in wanted if one.image]
    answers = pictures.cut_all(sent, marks=pictures_store.marks_wanted(), progress=progress)
    cuts: dict[str, Cut] = {}
    faults: list[Fault] = []
    for record in wanted:
        answer, image = answers[found[record.id].digest], record.image
        if isinstance(answer, str):
            faults.append(Fault(record.place, f"picture “{image.file if image else ''}”: {answer}"))
        elif image and not (image.credit or answer.credit):
            faults.append(
                Fault(record.place, f"picture “{image.file}” has no credit, and its file names none")
            )
        else:
            cuts[record.id] = answer
    if faults:
        raise Refused(*faults)
    return cuts


def _unusable(records: Iterable[Record], cuts: Mapping[str, Cut], now: datetime) -> Iterator[Fault]:
    """Yield why a picture that lies in the store may not be chosen anew; the one that a story has stays, as on the desk."""
    there = Image.objects.filter(digest__in={cut.digest for cut in cuts.values()}).in_bulk(
        field_name="digest"
    )
    stories = Article.objects.filter(external_id__in=cuts).values_list("external_id", "hero__digest")
    has = {str(story): digest for story, digest in stories}
    for record in records:
        cut = cuts.get(record.id)
        image = there.get(cut.digest) if cut else None
        if image and has.get(record.id) != image.digest and (why := image.why_not(now)):
            yield Fault(record.place, f"picture “{record.image.file if record.image else ''}”: {why}")
