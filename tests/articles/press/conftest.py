"""Stories that readers see, and a clock that the views read too."""

from __future__ import annotations

import gzip
import hashlib
import io
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from PIL import Image as Pillow

from articles.models.article import Article
from articles.press import chrome
from newsroom.models.image import Image
from tests.factories import stories


class Paper:
    """Publishes stories; Ada writes, Ben reviews. The newest is the last."""

    def __init__(self, ada: Any, ben: Any, clock: Any) -> None:
        self.ada, self.ben, self.clock = ada, ben, clock

    def live(self, *, box: bool = False, **fields: Any) -> Article:
        return stories.live(by=self.ada, reviewer=self.ben, now=self.clock.tick(), box=box, **fields)

    def version(self, article: Article) -> Any:
        return stories.public(article, self.clock.now)


@pytest.fixture
def paper(ada, ben, clock) -> Paper:
    return Paper(ada, ben, clock)


@pytest.fixture(autouse=True)
def _readers_see_the_clock(clock) -> Iterator[None]:
    with time_machine.travel(clock.now, tick=False) as machine:
        original = clock.tick

        def tick(**delta: float) -> Any:
            now = original(**delta)
            machine.move_to(now)
            return now

        clock.tick = tick
        yield


@pytest.fixture
def client() -> Client:
    """A reader's browser. It is refused what real ones are refused: Django's own client skips the check for CSRF."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture
def count_queries(client, django_assert_max_num_queries):
    """Ask for an address with the frame already cached, and refuse more queries than allowed."""

    def ask(address: str, most: int) -> Any:
        chrome.current()
        with django_assert_max_num_queries(most):
            response = client.get(address)
        assert response.status_code == 200
        return response

    return ask


@pytest.fixture
def tables_read():
    """The SQL of all that happens inside a with block."""
    said: list[str] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        yield said


def soup(content: bytes) -> Any:
    """The parsed page. Any, because a part that is missing should fail the test and not the type checker."""
    return BeautifulSoup(content, "html.parser")


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def picture(title: str = "A bridge at dawn", colour: str = "#335577") -> Image:
    """A small stored picture, of which nothing is cut yet."""
    data = io.BytesIO()
    Pillow.new("RGB", (640, 427), colour).save(data, "JPEG")
    image = Image(
        title=title, credit="Ines Falk / The Courier", digest=hashlib.sha256(data.getvalue()).hexdigest()
    )
    image.file = ContentFile(data.getvalue(), name=f"{title.lower().replace(' ', '-')}.jpg")
    image.save()
    return image
