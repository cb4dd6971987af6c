"""One version as the article page shows it: marks, contents, byline, notes; from the version alone; only an unsaved one costs a query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from articles.markup import strip_anchors
from articles.models.correction import TOP_KINDS, CorrectionKind
from articles.models.version import PublishedVersion
from articles.press import body, pictures
from articles.press.body import Heading
from articles.press.days import day_of
from articles.press.related import related_to
from authors.models.author import AuthorKind
from newsroom.models.image import Image

HEADINGS_FOR_CONTENTS = 5
DAYS_UNTIL_OLD = 365
# As adults read news on a screen.
WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class Point:
    """A bullet, and the id of the first sentence that it rests on; empty for the newsroom's own."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A name over the story. ``portrait`` is today's picture of the author, ``picture`` the address of a frozen one."""

    name: str
    slug: str
    role: str
    title: str
    is_person: bool
    portrait: Image | None
    picture: str


@dataclass(frozen=True, slots=True)
class Note:
    """A correction or its like, as it stands under or over the text."""

    kind: str
    label: str
    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """All that ``press/article.html`` shows beside the version's own columns."""

    version: PublishedVersion
    body: SafeString
    contents: tuple[Heading, ...]
    points: tuple[Point, ...]
    credits: tuple[Credit, ...]
    retractions: tuple[Note, ...]
    corrections: tuple[Note, ...]
    later_notes: tuple[Note, ...]
    topics: tuple[dict[str, str], ...]
    is_old: bool
    related: tuple[PublishedVersion, ...]

    @property
    def portraits(self) -> tuple[Credit, ...]:
        """The names that have a face."""
        return tuple(credit for credit in self.credits if credit.portrait or credit.picture)

    @property
    def day(self) -> date:
        """The day on which it first came out."""
        return day_of(self.version.published_at)

    @property
    def minutes(self) -> int:
        """How long it takes to read, at least one."""
        return max(1, round(self.version.word_count / WORDS_A_MINUTE))

    @property
    def is_agency_copy(self) -> bool:
        """Whether nobody of the house wrote it."""
        return bool(self.credits) and not any(credit.is_person for credit in self.credits)


def tell(version: PublishedVersion, *, now: datetime, topics: list[dict[str, str]] | None = None) -> Story:
    """Prepare a version for its page.

    ``topics`` ({"name", "slug"}) are for a version that is not saved yet; others bring their own
    from ``stories.whole``.
    """
    bullets = version.bullet_list
    cited = {number for bullet in bullets for number in bullet.get("evidence", ())}
    known = pictures.in_text(version)
    shown = pictures.without_withdrawn(strip_anchors(version.html, cited), known)
    text, contents = body.for_page(shown, known)
    notes = notes_of(version)
    rows = topics if topics is not None else getattr(version, "topic_rows", None) or []
    return Story(
        version=version,
        # The html was sanitised when its revision was saved; what is added since is our own.
        body=mark_safe(text),  # noqa: S308
        contents=contents if len(contents) >= HEADINGS_FOR_CONTENTS else (),
        points=tuple(_point(bullet) for bullet in bullets),
        credits=_credits(version),
        retractions=tuple(note for note in notes if note.kind == CorrectionKind.RETRACTION),
        corrections=tuple(note for note in notes if note.kind == CorrectionKind.CORRECTION),
        later_notes=tuple(note for note in notes if note.kind not in TOP_KINDS),
        topics=tuple(sorted(rows, key=lambda row: row["name"])),
        is_old=(now - version.published_at).days > DAYS_UNTIL_OLD,
        related=related_to(version),
    )


def notes_of(version: PublishedVersion) -> list[Note]:
    """Return a version's public notes, oldest first."""
    return [
        Note(kind=row["kind"], label=row["label"], note=row["note"], at=datetime.fromisoformat(row["at"]))
        for row in version.corrections
    ]


def _point(bullet: dict[str, Any]) -> Point:
    evidence = bullet.get("evidence") or ()
    return Point(text=bullet["text"], anchor=f"s{evidence[0]}" if evidence else "")


def _credits(version: PublishedVersion) -> tuple[Credit, ...]:
    known = {row["author"]: row for row in getattr(version, "people_rows", None) or []}
    return tuple(_credit(frozen, known.get(frozen["author"], {})) for frozen in version.bylines)


def _credit(frozen: dict[str, Any], known: dict[str, Any]) -> Credit:
    portrait = None
    if known.get("file") and not known["withdrawn_at"]:
        portrait = Image(**{name: known[name] for name in ("file", "width", "height", "renditions")})
    picture = frozen.get("picture") or ""
    return Credit(
        name=frozen["name"],
        slug=known.get("slug") or frozen["slug"],
        role=frozen.get("role") or "",
        title=frozen.get("title") or "",
        is_person=frozen.get("kind") == AuthorKind.PERSON,
        portrait=portrait,
        picture=f"{settings.MEDIA_URL}{picture}" if picture and not known else "",
    )
