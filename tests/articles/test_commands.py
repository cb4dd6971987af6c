"""summarise and sweep do what the worker does, and say why something was not done."""

import io
import threading
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import actions, tasks
from articles.models.job import JobState, SummaryJob
from articles.models.quicktake import QuickTake
from articles.sweeping import Sweeper
from newsroom.workflow import Stage
from tests.factories.stories import (
    KindFactory,
    SourceFactory,
    draft,
    live,
    newest_quick_take,
    reviewed,
    waiting,
)


def run(name, *args, **kwargs):
    out = io.StringIO()
    call_command(name, *map(str, args), stdout=out, **kwargs)
    return out.getvalue()


def sent(*, by, now, **fields):
    """A story that waits for a quick take which no worker has drafted yet."""
    article = draft(by=by, now=now, **fields)
    actions.request_summary(article=article, actor=by, now=now)
    return article


def test_summarise_drafts_for_a_story_that_waits(ada, clock):
    article = sent(by=ada, now=clock.now)

    assert run("summarise", article.pk).strip() == "drafted 1, without 0"

    assert newest_quick_take(article).bullets.count() >= 3
    assert SummaryJob.objects.get().state == JobState.DONE
    article.refresh_from_db()
    assert article.stage == Stage.AI_SUMMARY


def test_summarise_all_takes_what_waits_or_is_live_without_a_box_and_nothing_else(ada, ben, clock):
    out = live(by=ada, reviewer=ben, now=clock.now, box=False)
    written = draft(by=ada, now=clock.now)
    waiting(by=ada, now=clock.now)
    first = sent(by=ada, now=clock.now)

    assert "drafted 3, without 0" in run("summarise", "--all")

    assert {quick_take.revision_id for quick_take in QuickTake.objects.order_by("-pk")[:3]} == {
        first.head_id,
        out.head_id,
        written.head_id,
    }
    out.refresh_from_db()
    assert out.stage == Stage.PUBLISHED


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"sources": "closed"}, "does not let a machine read its copy"),
        ({"kind": "never"}, "Opinion stories carry no Quick Take"),
        ({"body": "<p>Too short.</p>"}, ""),
    ],
)
def test_summarise_says_why_there_is_none(ada, clock, fields, words):
    if "sources" in fields:
        fields = {"sources": (SourceFactory(name="Northline", ai_processing="no"),)}
    if "kind" in fields:
        fields = {"kind": KindFactory(name="Opinion", slug="opinion", quick_take="never")}
    article = sent(by=ada, now=clock.now, **fields)

    said = run("summarise", "--all")

    reason = SummaryJob.objects.order_by("-pk").first().reason
    assert reason
    assert f"{article.pk} {article.headline}: {reason}" in said
    assert words in reason
    assert "drafted 0, without 1" in said


def test_summarise_leaves_a_reviewed_and_a_drafted_story_alone(ada, ben, clock):
    first, second = reviewed(by=ada, reviewer=ben, now=clock.now, box=False), waiting(by=ada, now=clock.now)

    said = run("summarise", first.pk, second.pk)

    assert "It stands at Reviewed; send it for review first." in said
    assert "It has a Quick Take already." in said
    assert QuickTake.objects.count() == 1


def test_a_quick_take_of_a_draft_waits_until_the_story_is_sent_for_review(ada, clock):
    article = draft(by=ada, now=clock.now)
    run("summarise", article.pk)
    article.refresh_from_db()
    assert article.stage == Stage.DRAFT

    actions.request_summary(article=article, actor=ada, now=clock.tick())

    assert QuickTake.objects.newest_of(article.head_id).bullets.exists()
    assert not SummaryJob.objects.unfinished().exists()


@pytest.mark.parametrize("args", [(), ("1", "--all"), ("999",), ("no-such-id",)])
def test_summarise_asks_for_stories_that_there_are(db, args):
    with pytest.raises(CommandError):
        run("summarise", *args)


def test_summarise_finds_a_story_by_the_id_of_its_import(ada, clock):
    sent(by=ada, now=clock.now, external_id="wire-7")

    assert "drafted 1" in run("summarise", "wire-7")


def test_sweep_once_says_what_it_found(ada, ben, clock):
    article = reviewed(by=ada, reviewer=ben, now=clock.now)
    actions.schedule(article=article, actor=ben, now=clock.now, at=clock.now + timedelta(hours=1))
    sent(by=ada, now=clock.now)

    said = run("sweep")  # It asks the real clock, for which all this is long past.

    assert said.strip() == "late 1, abandoned 1, settled 1"
    article.refresh_from_db()
    assert article.stage == Stage.PUBLISHED


def test_sweep_wants_a_time_between_sweeps(db):
    with pytest.raises(CommandError, match="above 0"):
        run("sweep", every=0)


def test_a_sweep_that_fails_is_logged_and_the_next_one_comes(db, monkeypatch, caplog):
    calls = []

    def sweep(*, now):
        calls.append(now)
        if len(calls) == 1:
            raise RuntimeError("database gone")
        sweeper._stopped.set()
        return {"late": 0}

    monkeypatch.setattr(tasks, "sweep", sweep)
    monkeypatch.setattr("articles.sweeping.close_old_connections", lambda: None)
    monkeypatch.setattr("articles.sweeping.connection", type("Connection", (), {"close": lambda: None}))
    sweeper = Sweeper(0.01)

    sweeper.run()

    assert len(calls) == 2
    assert "A sweep failed" in caplog.text
    assert all(abs(timezone.now() - now) < timedelta(minutes=1) for now in calls)


def test_a_sweeper_stops_while_it_waits(monkeypatch):
    swept = threading.Event()
    monkeypatch.setattr(Sweeper, "sweep_once", lambda self: swept.set() or {})
    monkeypatch.setattr("articles.sweeping.connection", type("Connection", (), {"close": lambda: None}))
    sweeper = Sweeper(3600)
    sweeper.start()
    assert swept.wait(5)

    sweeper.stop()

    assert not sweeper.is_alive()
