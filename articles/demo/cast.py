"""Puts the people, rooms and words of the demo newspaper into an empty database; its stories are seed.py's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from articles.exchange.records import allowance
from articles.models.kind import Kind
from articles.models.source import AiProcessing, Source
from articles.models.story_template import StoryTemplate
from articles.models.taxonomy import Section, Topic
from authors.models.author import Author, AuthorKind
from newsroom import pictures_store
from newsroom.cutting import Cut
from newsroom.models.masthead import Masthead
from newsroom.models.user import User
from newsroom.roles import Role

HERE: Final = Path(__file__).resolve().parent
PICTURES_BY: Final = "The Courier"
PASSWORD: Final = "newsroom-demo"  # noqa: S105 - it is printed on the screen


def load(name: str) -> Any:
    """Return what one of the demo's YAML files says."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def engage(cast: Mapping[str, Any], portraits: Mapping[str, Cut]) -> None:
    """Store masthead, accounts, authors, sections, topics, kinds, beginnings of stories and sources. ``portraits`` are by file name."""
    _set_masthead(cast["masthead"])
    accounts = _open_accounts(cast["users"])
    for position, row in enumerate(cast["sections"], 1):
        Section.objects.create(**row, position=position)
    Topic.objects.bulk_create(Topic(**row) for row in cast["topics"])
    Kind.objects.bulk_create(Kind(**row) for row in cast["kinds"])
    kinds = {kind.name: kind for kind in Kind.objects.all()}
    StoryTemplate.objects.bulk_create(
        StoryTemplate(**row | {"kind": kinds[row["kind"]]}) for row in cast["templates"]
    )
    Source.objects.bulk_create(
        Source(
            name=row["name"], url=row.get("url", ""), ai_processing=allowance(row["ai"]) or AiProcessing.YES
        )
        for row in cast["sources"]
    )
    for row in cast["authors"]:
        _introduce(row, accounts, portraits)
    for kind, row in ((AuthorKind.AGENCY, cast["agency"]), (AuthorKind.HOUSE, cast["house"])):
        links = [{"label": row["name"], "url": row["url"]}] if "url" in row else []
        Author.objects.create(kind=kind, name=row["name"], slug=row["slug"], links=links)


def _set_masthead(row: Mapping[str, Any]) -> None:
    masthead = Masthead.current()
    for name in (
        "name",
        "strapline",
        "follow_detail",
        "google_url",
        "channels",
        "principles",
        "corrections_policy",
        "summaries_policy",
        "mission",
        "verification_policy",
        "unnamed_sources_policy",
        "diversity_policy",
        "ownership",
    ):
        setattr(masthead, name, row[name])
    masthead.responsible_editor = f"{row['responsible_editor']}, {row['responsible_address']}"
    masthead.contact_email = row["email"]
    masthead.full_clean()
    masthead.save()


def _open_accounts(rows: list[dict[str, Any]]) -> dict[str, User]:
    # One hash for all: nine times a slow hash is three seconds, and the password is no secret.
    password = make_password(PASSWORD)
    accounts = {}
    for row in rows:
        first, _, last = row["name"].partition(" ")
        user = User.objects.create(
            username=row["username"],
            first_name=first,
            last_name=last,
            email=row["email"],
            password=password,
            is_staff=True,
        )
        names = [Role(role.replace(" ", "_")).value for role in row["roles"]]
        user.groups.set(Group.objects.filter(name__in=names))
        accounts[user.username] = user
    return accounts


def _introduce(row: Mapping[str, Any], accounts: Mapping[str, User], portraits: Mapping[str, Cut]) -> None:
    portrait, _ = pictures_store.store_picture(
        cut=portraits[row["portrait"]], title=f"Portrait of {row['name']}", credit=PICTURES_BY
    )
    Author.objects.create(
        name=row["name"],
        slug=row["slug"],
        title=row["title"],
        bio=row["bio"],
        email=row["email"],
        links=[{"label": link["name"], "url": link["url"]} for link in row["links"]],
        portrait=portrait,
        user=accounts[row["username"]],
    )
