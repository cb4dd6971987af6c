"""Readers' reports for tests, as the press keeps them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from articles.models.article import Article
from articles.models.report import Fault, ReaderReport
from tests.factories.stories import public


def reported(article: Article, *, now: datetime, bullet: int | None = 1, **fields: Any) -> ReaderReport:
    """Return a reader's report about a bullet of what is public, or about its whole box."""
    version = public(article, now)
    text = version.bullet_list[bullet - 1]["text"] if bullet else ""
    values = {"fault": Fault.WRONG, "words": "It was eleven weeks.", "bullet_text": text, **fields}
    return ReaderReport.objects.create(article=article, version=version, bullet=bullet, made_at=now, **values)
