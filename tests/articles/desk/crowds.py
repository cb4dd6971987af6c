"""Many stories quickly, for counting questions; what a single story does is tested with the factories alone."""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models.article import Article, Byline
from newsroom.models.user import User
from tests.factories.stories import KindFactory, SectionFactory


def drafts(number: int, *, by: User, now: datetime, **fields: object) -> None:
    """Put drafts with a byline beside what is there."""
    section, kind = SectionFactory.create(), KindFactory.create()
    first = Article.objects.count()
    made = Article.objects.bulk_create(
        Article(
            headline=f"Story {first + one}",
            slug=f"story-{first + one}",
            section=section,
            kind=kind,
            created_by=by,
            created_at=now,
            changed_at=now,
            **fields,
        )
        for one in range(number)
    )
    Byline.objects.bulk_create(Byline(article=one, author=by.author) for one in made)


def questions(client: Client, address: str) -> int:
    """Return how many questions a page asks of the database."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
