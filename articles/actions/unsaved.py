"""Keeps what somebody typed and has not saved, for that person alone; the story stays as it was, so nothing is audited."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from articles import policies
from articles.models.article import Article
from articles.models.unsaved import UnsavedText
from articles.policies import Reason
from articles.transitions import TransitionBlocked
from newsroom.models.user import User
from newsroom.roles import Right, rights_of

MOST_CHARACTERS = 400_000
KEPT_FOR = timedelta(days=30)


class TooLong(Exception):
    """More was typed than is kept unsaved; nothing was kept anew."""


class TypedElsewhere(Exception):
    """The same person goes on with the story in another window; its text was not overwritten."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it stands: ``window`` tells it from other windows of the person, ``took`` is the one it goes on from."""

    fields: dict[str, Any]
    base: int
    window: str
    took: str = ""


@transaction.atomic
def keep_unsaved(
    *, actor: User, now: datetime, article: Article | None, token: str = "", typed: Typed
) -> UnsavedText:
    """Keep a form. Raises TransitionBlocked for who may not write here, TooLong and TypedElsewhere."""
    if reasons := _reasons(article, actor, now):
        raise TransitionBlocked(*reasons)
    if len(json.dumps(typed.fields, ensure_ascii=False)) > MOST_CHARACTERS:
        raise TooLong
    # A story in the database is known by its key; only a new one needs its form's token.
    kept, _ = UnsavedText.objects.select_for_update().get_or_create(
        person=actor, article=article, token="" if article else token, defaults={"saved_at": now}
    )
    if kept.fields.get("window", typed.window) not in {typed.window, typed.took}:
        raise TypedElsewhere
    kept.fields = {**typed.fields, "window": typed.window}
    kept.base, kept.saved_at = typed.base, now
    kept.save()
    return kept


def drop_unsaved(*, actor: User, article: Article | None, token: str = "", windows: set[str]) -> bool:
    """Throw away what was typed in one of ``windows``; what another window holds stays."""
    kept = UnsavedText.objects.filter(person=actor, article=article, token="" if article else token).first()
    if kept is None or kept.fields.get("window") not in windows:
        return False
    kept.delete()
    return True


def drop_stale(*, now: datetime) -> int:
    """Throw away what nobody came back for within thirty days; returns how many."""
    stale = UnsavedText.objects.filter(saved_at__lt=now - KEPT_FOR)
    return stale.delete()[0]


def _reasons(article: Article | None, actor: User, now: datetime) -> tuple[Reason, ...]:
    if article is not None:
        return policies.may_write(article, actor, now)
    if {Right.WRITE, Right.WRITE_OWN} & rights_of(actor):
        return ()
    return (Reason("right", "Your role does not let you write stories."),)
