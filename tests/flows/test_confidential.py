"""A confidential story at every door of the desk: nobody outside meets a word of it, and nothing counts it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from articles.models.article import Article
from articles.models.note import Note
from articles.models.tick import Tick
from newsroom.models.user import User
from newsroom.roles import Role
from tests.factories import stories
from tests.factories.people import person, picture
from tests.flows.confidential_story import ALSO, HEADLINE, SECRET, Known, doors, lists, write

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 5, 12, 15, 0, tzinfo=UTC)
# Different at every request, and nothing to do with stories.
_NOISE = re.compile(
    r"(nonce=|csrfmiddlewaretoken|X-CSRFToken|name=\"(token|window)\"|unsaved/|preview/new/)[^>]*"
)


@pytest.fixture
def outsiders(ben: User, dora: User) -> dict[str, User]:
    """One of each role who has nothing to do with the story."""
    root = person("root", "Rut", "Nes", Role.ADMINISTRATOR)
    root.is_superuser = True
    root.save()
    return {
        "editor": ben,
        "contributor": dora,
        "writer": person("ines", "Ines", "Falk", Role.WRITER),
        "picture_editor": person("pia", "Pia", "Holm", Role.PICTURE_EDITOR),
        "administrator": root,
    }


@pytest.fixture
def paper(ada: User, ben: User, cleo: User, outsiders: dict[str, User], clock: Any) -> Any:
    """Return a function that adds the confidential story to a desk with a few others."""
    hero = picture()
    stories.live(by=ada, reviewer=ben, now=clock.now, slug="open")
    stories.waiting(by=ada, now=clock.now, slug="waiting")
    stories.draft(by=ada, now=clock.now, slug="draft")

    def add() -> Known:
        return write(ada=ada, cleo=cleo, hero=hero, outsiders=list(outsiders.values()), now=clock.now)

    return add


def browser(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def everything(answer: Any) -> str:
    """Return whatever of an answer a person could read, in lower case."""
    return "\n".join(
        [*(f"{k}: {v}" for k, v in answer.items()), answer.content.decode("utf-8", "replace")]
    ).lower()


def shown(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    return answer.status_code, _NOISE.sub("", answer.content.decode("utf-8", "replace"))


# As a page opens; searched; and as it will look when the story is out.
QUERIES = ("", f"?q={ALSO}", "?at=2026-05-13T23:00%2B00:00&week=2026-05-13&all&show=due")
ROLES = ["editor", "contributor", "writer", "picture_editor", "administrator"]


@pytest.mark.parametrize("role", ROLES)
def test_no_list_no_count_and_no_search_knows_of_it(paper, outsiders, role):
    client = browser(outsiders[role])
    asked = [address + query for address in lists() for query in QUERIES]
    with time_machine.travel(NOW, tick=False):
        before = {address: shown(client, address) for address in asked}
        paper()
        after = {address: shown(client, address) for address in asked}

    assert not [address for address, (status, _) in after.items() if status == 500]
    changed = [address for address in asked if before[address] != after[address]]
    assert not changed
    assert not [address for address, (_, words) in after.items() if SECRET in words.lower()]


@pytest.mark.parametrize("role", ROLES)
def test_no_door_lets_a_word_of_it_out_or_anybody_in(paper, outsiders, role, caplog):
    known, client = paper(), browser(outsiders[role])
    before = _state(known)
    caplog.clear()
    with time_machine.travel(NOW, tick=False):
        for address in doors(known, outsiders[role]):
            answers = [client.get(address), client.get(address, headers={"HX-Request": "true"})]
            if "/articles/article/" in address or "/preview/" in address:
                answers.append(client.post(address, _typed(known)))
            for answer in answers:
                assert SECRET not in everything(answer), address
                assert ALSO not in everything(answer), address
                assert answer.status_code != 500, address

    assert SECRET not in caplog.text
    assert _state(known) == before


@pytest.mark.parametrize("role", ROLES)
def test_a_story_that_is_kept_answers_as_one_that_is_not_there(paper, outsiders, role):
    known, client = paper(), browser(outsiders[role])
    missing = known.article.pk + 1000

    for page in ("change", "review", "history", "checklist", "confide"):
        address = reverse(f"admin:articles_article_{page}", args=[known.article.pk])
        absent = reverse(f"admin:articles_article_{page}", args=[missing])
        assert client.get(address).status_code == client.get(absent).status_code, page


def test_the_walk_meets_every_kind_of_door(paper, outsiders):
    known = paper()
    found = [*lists(), *doors(known, outsiders["editor"])]

    for part in (
        "/history/",
        "/review/",
        "/move/withdraw/",
        "/preview/",
        "/auditentry/",
        "/image/",
        "/admin/",
    ):
        assert any(part in address for address in found), part


def test_the_walk_would_notice_an_open_door(paper, outsiders, monkeypatch):
    # The site itself: what is put back through Django's lazy stand-in for it does not arrive.
    site = admin.site._registry[Article].admin_site
    monkeypatch.setattr(site, "kept_from", None)
    client, log = browser(outsiders["editor"]), reverse("admin:newsroom_auditentry_changelist")
    before = shown(client, log)
    paper()

    assert shown(client, log) != before


def test_those_who_know_meet_it_at_the_same_doors(paper, ada, cleo):
    known = paper()

    for insider in (ada, cleo):
        client = browser(insider)
        listed = client.get(reverse("admin:articles_article_changelist")).content.decode()
        assert HEADLINE in listed
        assert "Confidential" in listed
        for page in ("change", "review", "history", "confide"):
            address = reverse(f"admin:articles_article_{page}", args=[known.article.pk])
            assert HEADLINE in client.get(address).content.decode(), page
    log = browser(cleo).get(reverse("admin:newsroom_auditentry_changelist")).content.decode()
    assert HEADLINE in log


def _typed(known: Known) -> dict[str, Any]:
    return {
        "headline": "Taken over",
        "body": "<p>Words.</p>",
        "base": known.article.version,
        "question": "Anything?",
        "do": "tick",
        "who": "all",
        "reason": "Because I want to know of it.",
        "text": "A note of mine.",
        "decision": "text",
        "seen": known.article.head_id,
        "at": "2026-05-13T10:00",
    }


def _state(known: Known) -> tuple[Any, ...]:
    article = Article.objects.get(pk=known.article.pk)
    return (
        article.stage,
        article.version,
        article.headline,
        article.confidential,
        article.reviewer_id,
        len(known.entries),
        Note.objects.filter(article=article, resolved_at=None).count(),
        Tick.objects.filter(article=article).count(),
    )
