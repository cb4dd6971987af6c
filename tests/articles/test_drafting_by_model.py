"""One whole story with a model on a server of the newsroom's test: from the job to the review screen, and what is kept."""

from __future__ import annotations

import importlib
import json
import logging
from datetime import UTC, datetime

import pytest
from django.db import connection

from articles.models.job import JobState, SummaryJob
from articles.models.model_call import ModelCall
from articles.summaries.prompts import SHIPPED
from tests.articles.desk.desk import address, browser, screen, words
from tests.factories import stories
from tests.model_server import bullets, says, sends

pytestmark = pytest.mark.django_db

KEY = "sk-sentinel-4c8e20d7"
GOOD = bullets(
    ("The harbour bridge reopened to trams on Tuesday after eleven months of repairs.", [1]),
    ("Engineers replaced 312 steel hangers and the whole eastern deck, the port authority said.", [2]),
    ("Line 6 runs every eight minutes again and the ferry stops at midnight on Sunday.", [3]),
)
WRONG = bullets(
    ("The harbour bridge reopened to trams on Tuesday after seventeen months of repairs.", [1]),
    ("Engineers replaced 905 steel hangers, the port authority said.", [2]),
    ("Line 6 runs every forty minutes again.", [3]),
)


@pytest.fixture
def model(model_server, settings):
    """Point the settings at a server that plays the scenes."""
    importlib.import_module("articles.summaries.wire")
    settings.SUMMARY_ENGINE = "articles.summaries.engines.llm.LlmEngine"

    def plays(*scenes):
        server = model_server(*scenes)
        options = {"url": server.url, "model": "pica-2", "key": KEY, "deadline": "5", "price_in": "2.5"}
        settings.SUMMARY_OPTIONS = {**settings.SUMMARY_OPTIONS, **options, "price_out": "10"}
        return server

    return plays


def everything_stored() -> str:
    """Return every value of every table as text."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return repr(rows)


def test_a_story_goes_from_the_job_through_the_model_to_the_review_screen(ada, ben, clock, model):
    server = model(says(GOOD))

    article = stories.waiting(by=ada, now=clock.now)

    quick_take = stories.newest_quick_take(article)
    made, asked = quick_take.making, server.seen[0]
    assert (quick_take.engine, quick_take.model) == ("llm", "pica-2-0311")
    assert (quick_take.prompt.version, quick_take.prompt.digest) == (1, SHIPPED.digest)
    assert (made["prompt_digest"], made["requests"], made["retries"]) == (SHIPPED.digest, ["req-1"], 0)
    assert (made["tokens_in"], made["tokens_out"], made["cost"]) == (900, 120, "0.00345")
    assert (made["fallback_from"], made["fallback_reason"]) == ("", "")
    assert json.loads(made["parameters"])["temperature"] == 0
    assert SHIPPED.text.strip() in asked.turns[0][1]
    shown = words(screen(browser(ben), article))
    for bullet in json.loads(GOOD)["bullets"]:
        assert bullet["text"] in shown
    rests_on = [[one["sentence"] for one in row.evidence] for row in quick_take.bullets.order_by("position")]
    assert rests_on == [[1], [2], [3]]


def test_every_request_is_on_the_bill(ada, clock, model):
    model(sends(503, **{"retry-after": "0", "x-request-id": "req-0"}), says(WRONG), says(GOOD))

    article = stories.waiting(by=ada, now=clock.now)

    calls = list(ModelCall.objects.order_by("pk"))
    assert [(one.fault, one.request) for one in calls] == [
        ("http-503", "req-0"),
        ("", "req-1"),
        ("", "req-1"),
    ]
    assert {(one.section_id, one.model, one.at) for one in calls} == {
        (article.section_id, "pica-2", clock.now)
    }
    assert [(one.tokens_in, str(one.cost)) for one in calls] == [
        (0, "0.000000"),
        (900, "0.003450"),
        (900, "0.003450"),
    ]
    made = stories.newest_quick_take(article).making
    assert (made["retries"], made["cost"], made["tokens_in"]) == (2, "0.0069", 1800)


def test_the_key_is_nowhere_but_on_the_wire(ada, ben, clock, model, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    server = model(says(GOOD), sends(401, json.dumps({"error": {"message": f"bad key {KEY}"}}).encode()))

    good = stories.waiting(by=ada, now=clock.now)
    refused = stories.waiting(by=ada, now=clock.now)

    assert [one.headers["authorization"] for one in server.seen] == [f"Bearer {KEY}"] * 2
    assert "refused the key" in stories.newest_quick_take(refused).making["fallback_reason"]
    pages = [
        browser(ben).get(address(one, name)) for one in (good, refused) for name in ("review", "history")
    ]
    assert all(KEY not in page.content.decode() for page in pages)
    assert KEY not in everything_stored()
    assert KEY not in caplog.text
    assert KEY not in "".join(capfd.readouterr())


def test_a_model_that_never_says_what_the_text_says_is_replaced(ada, ben, clock, model):
    server = model(says(WRONG))

    article = stories.waiting(by=ada, now=clock.now)

    quick_take = stories.newest_quick_take(article)
    assert (quick_take.engine, len(server.seen)) == ("extractive", 2)
    assert "could not be used" in quick_take.making["fallback_reason"]
    assert "905" not in "".join(quick_take.bullets.values_list("text", flat=True))
    assert "instead of “llm”" in words(screen(browser(ben), article))


def test_a_section_that_keeps_its_text_home_asks_no_server(ada, clock, model):
    server = model(says(GOOD))
    courts = stories.SectionFactory(name="Courts", slug="courts", external_models=False)

    stories.waiting(by=ada, now=clock.now, section=courts)

    assert server.seen == []
    assert not ModelCall.objects.exists()


def test_a_spent_budget_asks_no_server_and_the_embedded_engine_says_why(ada, clock, model):
    server = model(says(GOOD))
    # A draft costs 0.00345.
    poor = stories.SectionFactory(name="Courts", slug="courts", model_budget="0.01")

    made = [stories.newest_quick_take(stories.waiting(by=ada, now=clock.now, section=poor)) for _ in range(4)]

    assert ([one.engine for one in made], len(server.seen)) == (["llm"] * 3 + ["extractive"], 3)
    reason = made[-1].making["fallback_reason"]
    assert reason == "Courts has spent its budget for models today (0.01)."


def test_a_server_that_counts_beyond_every_column_breaks_nothing(ada, clock, model):
    usage = {"prompt_tokens": 10**25, "completion_tokens": 5, "total_tokens": 10**25}
    message = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": GOOD}}
    body = {"id": "c", "object": "chat.completion", "created": datetime(2026, 5, 12, tzinfo=UTC).timestamp()}
    body = {**body, "created": int(body["created"]), "model": "pica", "choices": [message], "usage": usage}
    model(sends(200, json.dumps(body).encode()))

    article = stories.waiting(by=ada, now=clock.now)

    assert SummaryJob.objects.get(article=article).state == JobState.DONE
    call = ModelCall.objects.get()
    assert (call.fault, call.tokens_in, call.tokens_out) == ("", 2**31 - 1, 5)
    assert str(call.cost) == "999999.999999"
