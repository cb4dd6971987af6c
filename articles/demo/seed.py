"""Fills an empty database with the demo newspaper: people, pictures, and every story driven to its end through actions."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from articles.demo import cast, drawing, fronts, insets, talking
from articles.demo.calendar import Calendar
from articles.demo.plot import Act, Plot
from articles.exchange import importer, incoming, reading
from articles.exchange.incoming import Incoming
from articles.exchange.pictures import Progress
from articles.exchange.records import Record
from articles.models.article import Article
from articles.models.kind import Kind, QuickTakeUse
from newsroom import pictures_store
from newsroom.cutting import Cut, Sent, cut_picture, in_parallel
from newsroom.models.user import User
from newsroom.picture_marks import Marks

STORIES: Final = cast.HERE / "stories"
Say = Callable[[str], None]


class NotADemo(Exception):
    """This database holds a newspaper, or belongs to one; the demo is not put into it."""


def is_seeded() -> bool:
    """Say whether the demo newspaper is here; what people did with it since does not matter."""
    wanted = {entry["story"] for entry in cast.load("plan.yaml")}
    here = Article.objects.filter(external_id__in=wanted).count()
    return here == len(wanted) and User.objects.filter(username="cleo").exists()


def refuse_real_newspaper() -> None:
    """Raise NotADemo where known passwords and invented stories have no business."""
    if settings.PRODUCTION:
        raise NotADemo(
            "This is a production environment; the demo would open accounts with a known password."
        )
    if Article.objects.exists() or User.objects.exists():
        raise NotADemo(
            "There are stories or accounts in this database that are not the demo’s, so nothing was added. Use another "
            "database: NEWSROOM_VAR=/some/empty/folder manage.py demo, or another DATABASE_URL."
        )


def seed(*, now: datetime, say: Say, progress: Progress) -> None:
    """Put the demo newspaper into an empty database, all of it or nothing. Raises NotADemo."""
    refuse_real_newspaper()
    plan, people = cast.load("plan.yaml"), cast.load("cast.yaml")
    with tempfile.TemporaryDirectory(prefix="newsroom-demo-") as name:
        folder = Path(name)
        say("drawing the pictures")
        drawing.draw_all(folder, progress)
        say("cutting them for every screen")
        portraits = _cut({row["portrait"]: cast.PICTURES_BY for row in people["authors"]}, folder)
        inside = _cut({file: said["credit"] for file, said in people["insets"].items()}, folder)
        records = [insets.placed(record, inside) for record in _first_versions(reading.read(STORIES), plan)]
        with transaction.atomic():
            cast.engage(people, portraits)
            insets.store(people["insets"], inside)
            checked = incoming.check(records, folder=folder, now=now, progress=progress)
            for cut in (one.cut for one in checked if one.cut):
                pictures_store.write_files(cut)
            say("writing, reviewing and publishing the stories")
            _play(plan, checked, now)
            talking.talk(now=now)
            fronts.arrange(now=now)


def _cut(credited: Mapping[str, str], folder: Path) -> dict[str, Cut]:
    """Return file name → its cuts; ``credited`` says who made each file."""
    sent = [
        Sent((folder / file).read_bytes(), marks=Marks(credit=credit)) for file, credit in credited.items()
    ]
    return dict(zip(credited, in_parallel(cut_picture, sent), strict=True))


def _first_versions(records: Sequence[Record], plan: Sequence[dict[str, Any]]) -> list[Record]:
    """Return the stories as they were first written: one of them is corrected later."""
    corrections = {entry["story"]: entry["correction"] for entry in plan if "correction" in entry}
    found = []
    for record in records:
        said = corrections.get(record.id)
        body = record.body.replace(said["right"], said["wrong"]) if said else record.body
        found.append(replace(record, body=body))
    return found


def _play(plan: Sequence[dict[str, Any]], checked: Sequence[Incoming], now: datetime) -> None:
    """Let everything happen in the order in which it did, so that the audit log reads like a week at a paper."""
    records = {one.record.id: one for one in checked}
    people = {user.username: user for user in User.objects.all()}
    writers = {entry["story"]: people[entry["writer"]] for entry in plan}
    kinds = {kind.name: kind for kind in Kind.objects.all()}
    days = [one.record.date for one in checked]
    calendar = Calendar([*days, *_further_days(plan)], now)
    acts: list[Act] = []
    for entry in plan:
        record = records[entry["story"]].record
        use = QuickTakeUse(kinds[record.kind].quick_take)
        acts += Plot(entry, day=record.date, quick_take=use, people=people, calendar=calendar).acts()
    for act in sorted(acts, key=lambda act: act.at):
        if act.do is None:
            importer.write(records[act.story], actor=writers[act.story], now=act.at)
        else:
            act.do(Article.objects.imported_as(act.story).get(), act.at)


def _further_days(plan: Sequence[dict[str, Any]]) -> list[str]:
    """Return the days of corrections and withdrawals; the schedule is tomorrow whatever its day says."""
    corrections = [entry["correction"]["at"] for entry in plan if "correction" in entry]
    return corrections + [entry["at"] for entry in plan if entry["end"] == "withdrawn"]
