"""Recalling what one engine, version, model or prompt made: which boxes go, what stays, and how it is taken back."""

from __future__ import annotations

import json

import feedparser
import pytest
import time_machine
from django.test import Client

from articles import actions
from articles.actions.recall import RECALL, RESTORE, SUBJECT, Scope, shown_in, waiting_in
from articles.models.prompt import Prompt
from articles.models.version import PublishedVersion
from newsroom import audit
from newsroom.models.audit import AuditEntry
from newsroom.roles import Role
from tests.factories import stories
from tests.factories.people import person

pytestmark = pytest.mark.django_db

OUTSIDE, EMBEDDED = Scope("outside"), Scope("extractive")
WHY = "It mixes up the two bridges."


def embedded(ada, ben, clock, settings):
    settings.SUMMARY_ENGINE = settings.SUMMARY_FALLBACK_ENGINE
    return stories.live(by=ada, reviewer=ben, now=clock.tick())


def version_of(article):
    return PublishedVersion.objects.filter(article_id=article.pk).latest("number")


def boxes(*articles):
    """Say of each story whether its newest version shows its box."""
    return [version_of(article).has_quick_take for article in articles]


def recall(scope, actor, clock, reason=WHY):
    return actions.recall(scope=scope, actor=actor, now=clock.tick(), reason=reason)


def test_live_and_scheduled_boxes_of_an_engine_go_and_no_others(made, ada, ben, cleo, clock, settings):
    live, coming = made(), made(scheduled=True)
    other = embedded(ada, ben, clock, settings)

    keys = recall(OUTSIDE, cleo, clock)

    assert keys == [live.pk, coming.pk]
    assert boxes(live, coming, other) == [False, False, True]
    assert version_of(live).quick_take_hidden_at == clock.now
    assert not shown_in(OUTSIDE, clock.now).exists()


def test_one_version_of_an_engine_goes_and_the_next_stays(made, cleo, clock):
    old, new = made(version="3"), made(version="4")

    recall(Scope("outside", "3"), cleo, clock)

    assert boxes(old, new) == [False, True]


def test_what_one_prompt_made_goes_and_what_the_next_made_stays(made, cleo, clock):
    first = made()
    text = "Write the Quick Take in the plainest words that there are."
    prompt = Prompt.objects.create(
        version=2, text=text, digest=Prompt.digest_of(text), created_by=cleo, created_at=clock.now
    )
    second = made()

    recall(Scope("outside", prompt=prompt.pk), cleo, clock)

    assert boxes(first, second) == [True, False]


@pytest.mark.parametrize(("model", "left"), [("pica-2-0311", False), ("pica-2", True), ("PICA-2-0311", True)])
def test_a_model_is_named_as_its_server_named_it(made, cleo, clock, model, left):
    article = made()

    recall(Scope("outside", model=model), cleo, clock)

    assert boxes(article) == [left]


def test_no_date_moves_and_the_story_stays(made, cleo, clock):
    article = made()
    before = version_of(article)

    recall(OUTSIDE, cleo, clock)

    after = version_of(article)
    for name in ("number", "published_at", "updated_at", "public_from", "public_until", "html", "bullets"):
        assert getattr(after, name) == getattr(before, name), name


def test_the_page_and_the_feed_lose_the_box_in_the_next_request(made, cleo, clock):
    article = made()
    version, client = version_of(article), Client()
    point = version.bullet_list[0]["text"]

    def seen():
        with time_machine.travel(clock.now, tick=False):
            page = client.get(version.get_absolute_url())
            how = client.get(f"{version.get_absolute_url()}how/").status_code
            item = feedparser.parse(client.get("/feeds/latest.rss").content).entries[0]
            told = item.content[0].value
        has_box = [version.sentence in text for text in (page.content.decode(), told)]
        return (page.status_code, how, has_box, point in told, item.published)

    version.refresh_from_db()
    before = seen()
    recall(OUTSIDE, cleo, clock)
    after = seen()

    assert before[:3] == (200, 200, [True, True])
    assert after[:3] == (200, 404, [False, False])
    assert after[4:] == before[4:]


def test_a_recall_needs_a_chief(made, ada, ben, cleo, clock):
    article = made()
    others = [ada, ben, person("otto", "Otto", "Lund", Role.ADMINISTRATOR)]

    for actor in others:
        with pytest.raises(actions.TransitionBlocked, match="role does not let you"):
            recall(OUTSIDE, actor, clock)
        with pytest.raises(actions.TransitionBlocked, match="role does not let you"):
            actions.restore(scope=OUTSIDE, actor=actor, now=clock.now, recalled_at=clock.now)

    assert boxes(article) == [True]
    assert not AuditEntry.objects.filter(subject=SUBJECT).exists()


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_recall_needs_a_reason(made, cleo, clock, reason):
    article = made()

    with pytest.raises(actions.TransitionBlocked, match="Say why"):
        recall(OUTSIDE, cleo, clock, reason)

    assert boxes(article) == [True]


def test_each_story_and_the_whole_are_on_record(made, cleo, clock):
    first, second = made(), made()

    recall(Scope("outside", "3"), cleo, clock)

    for article in (first, second):
        entry = AuditEntry.objects.filter(subject=article.subject).latest("number")
        assert (entry.action, entry.actor) == ("hide_quick_take", cleo)
        assert json.loads(entry.data) == {"recall": "outside 3", "versions": [1]}
    whole = AuditEntry.objects.get(subject=SUBJECT, action=RECALL)
    assert json.loads(whole.data) == {
        "engine": "outside",
        "engine_version": "3",
        "model": "",
        "prompt": None,
        "section": None,
        "site": False,
        "articles": [first.pk, second.pk],
        "reason": WHY,
    }
    assert audit.verify() is None


def test_taking_it_back_shows_what_it_hid_and_nothing_that_was_hidden_by_hand(made, cleo, clock):
    first, second, third = made(), made(), made()
    actions.hide_quick_take(article=first, actor=cleo, now=clock.tick(), reason="A wrong name.")
    recall(OUTSIDE, cleo, clock)
    at = clock.now
    actions.show_quick_take(article=third, actor=cleo, now=clock.tick())
    actions.hide_quick_take(article=third, actor=cleo, now=clock.tick(), reason="Looked again: wrong.")

    keys = actions.restore(scope=OUTSIDE, actor=cleo, now=clock.tick(), recalled_at=at)

    assert keys == [second.pk]
    assert boxes(first, second, third) == [False, True, False]
    assert AuditEntry.objects.filter(subject=SUBJECT, action=RESTORE).count() == 1


def test_the_recall_of_another_engine_is_not_taken_back_with_it(made, ada, ben, cleo, clock, settings):
    mine, other = made(), embedded(ada, ben, clock, settings)
    recall(OUTSIDE, cleo, clock)
    at = clock.now
    actions.recall(scope=EMBEDDED, actor=cleo, now=at, reason=WHY)

    actions.restore(scope=OUTSIDE, actor=cleo, now=clock.tick(), recalled_at=at)

    assert boxes(mine, other) == [True, False]


def test_a_scheduled_story_goes_out_without_its_recalled_box(made, cleo, clock):
    article = made(scheduled=True)

    recall(OUTSIDE, cleo, clock)
    clock.tick(days=2)

    assert stories.public(article, clock.now).bullet_list == []


def test_a_withdrawn_story_comes_back_without_its_recalled_box(made, cleo, clock):
    article = made()
    actions.withdraw(article=article, actor=cleo, now=clock.tick(), reason="Wrong bridge.")
    recall(OUTSIDE, cleo, clock)

    article.refresh_from_db()
    actions.revive(article=article, actor=cleo, now=clock.tick())

    assert stories.public(article, clock.now).bullet_list == []


def test_a_second_recall_finds_nothing_and_says_so_on_record(made, cleo, clock):
    made()
    recall(OUTSIDE, cleo, clock)

    assert recall(OUTSIDE, cleo, clock) == []
    assert AuditEntry.objects.filter(subject=SUBJECT, action=RECALL).count() == 2


def test_stories_on_the_desk_with_a_draft_of_it_are_named(made, ada, ben, cleo, clock):
    out = made()
    waiting = stories.waiting(by=ada, now=clock.tick())

    assert list(waiting_in(OUTSIDE, cleo, clock.now)) == [waiting]
    assert out not in waiting_in(OUTSIDE, cleo, clock.now)
    assert list(waiting_in(EMBEDDED, cleo, clock.now)) == []


def test_a_maker_covers_what_is_more_closely_named():
    made = Scope("outside", "3", "pica-2", 4)

    assert all(
        scope.covers(made)
        for scope in (made, Scope("outside"), Scope("outside", "3"), Scope("outside", prompt=4))
    )
    assert not any(
        scope.covers(made)
        for scope in (Scope(""), Scope("inside"), Scope("outside", "4"), Scope("outside", prompt=5))
    )
    assert not Scope("outside", "3").covers(Scope("outside"))
