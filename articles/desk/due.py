"""Who was asked to review a story and until when, in words; asking is the work of asking.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.desk.badges import clock
from articles.models.article import Article
from newsroom.workflow import EDITABLE_STAGES


@dataclass(frozen=True, slots=True)
class Asked:
    """A name, with the hour when there is one; ``late`` is said in words too."""

    words: str
    late: bool = False


def asked_of(article: Article, now: datetime) -> Asked | None:
    """Return who was asked, None when nobody was; fetch ``reviewer`` with the story in lists."""
    if article.reviewer is None or article.stage not in EDITABLE_STAGES:
        return None
    name = article.reviewer.get_short_name() or article.reviewer.get_username()
    if article.due_at is None:
        return Asked(name)
    hour = clock(article.due_at, now)
    late = article.due_at <= now
    return Asked(f"{name}, late: was due {hour}" if late else f"{name}, due {hour}", late)


def asked_html(article: Article, now: datetime) -> SafeString:
    """Write it for a list; empty when nobody was asked."""
    asked = asked_of(article, now)
    if asked is None:
        return SafeString("")
    return format_html(
        '<span class="{}">{}</span>', "asked asked-late" if asked.late else "asked", asked.words
    )
