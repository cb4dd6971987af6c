"""The model's engine records what it did, asks at the gate, keeps its key, and says what it misses."""

from __future__ import annotations

import hashlib
import json
import logging
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace

import pytest

from articles.summaries.engines.extractive import ExtractiveEngine
from articles.summaries.engines.llm import LlmEngine
from articles.summaries.kit import Call, EngineKit, OpenGate
from articles.summaries.pipeline import EngineNotFound, draft, load_engine
from articles.summaries.prompts import SHIPPED
from articles.summaries.types import BulletSpec, EngineFailed, Step, Unsuitable
from tests.articles.summaries.engines.conftest import DOC, GOOD, KEY, Newsroom
from tests.model_server import ModelServer, completion, hangs, says, sends

PATH = "articles.summaries.engines.llm.LlmEngine"
OPTIONS = {"url": "https://models.karsholt.example/v1", "model": "pica-2"}


class Miser(OpenGate):
    """Lets so many requests through and no more."""

    def __init__(self, allowed: int) -> None:
        super().__init__()
        self.allowed = allowed

    def refusal(self) -> str:
        return "" if len(self.calls) < self.allowed else "The budget of the day is spent."


def test_a_draft_says_how_it_was_made(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(GOOD), price_in="2.50", price_out="10")
    making, asked = outcome.making, newsroom.server.seen[0]
    parameters = json.loads(making.parameters)

    assert outcome.draft is not None
    assert (outcome.draft.engine, outcome.draft.engine_version) == ("llm", "1")
    assert [bullet.evidence for bullet in outcome.draft.bullets] == [(1,), (2,), (7,)]
    assert (making.model, making.requests, making.retries) == ("pica-2-0311", ("req-1",), 0)
    assert (making.tokens_in, making.tokens_out, making.cost) == (900, 120, "0.00345")
    assert (making.prompt, making.prompt_version, making.prompt_digest) == ("quick-take", 1, SHIPPED.digest)
    assert making.raw_digest == hashlib.sha256(completion(GOOD)).hexdigest()
    assert 0 < making.seconds < 5
    assert parameters["temperature"] == asked.body["temperature"] == 0
    assert (parameters["output"], parameters["asked_model"]) == ("native", "pica-2")
    assert (parameters["sentences_sent"], parameters["sentences_left_out"]) == (11, 0)
    assert making.parameters == json.dumps(
        parameters, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def test_a_repair_adds_to_the_account(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says("Sorry?"), says(GOOD), price_in="1")

    assert (outcome.making.tokens_in, outcome.making.cost) == (1800, "0.0018")
    assert [(call.fault, call.cost) for call in outcome.gate.calls] == [
        ("malformed", "0.0009"),
        ("", "0.0009"),
    ]
    assert outcome.steps == [Step.REPAIRING]


def test_a_failure_says_what_was_spent(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says("Sorry?"), price_in="1")

    assert "not JSON" in outcome.reason
    assert (outcome.making.tokens_in, outcome.making.cost, outcome.making.retries) == (1800, "0.0018", 1)
    assert outcome.making.requests == ("req-1", "req-1")


def test_a_refusal_of_the_model_is_paid_for_and_entered(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(None, refusal="No."), price_in="1")

    assert outcome.making.cost == "0.0009"
    assert outcome.gate.calls == [
        Call("pica-2-0311", "refused", outcome.gate.calls[0].seconds, 900, 120, "0.0009", "req-1")
    ]


def test_a_closed_gate_keeps_every_request_back(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(GOOD), gate=Miser(0))

    assert outcome.reason == "The budget of the day is spent."
    assert not newsroom.server.seen


def test_the_gate_is_asked_before_the_repair_as_well(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says("Sorry?"), says(GOOD), gate=Miser(1))

    assert outcome.reason == "The budget of the day is spent."
    assert len(newsroom.server.seen) == 1


def test_the_request_carries_the_article_and_no_tool(newsroom: Newsroom) -> None:
    newsroom.ask(says(GOOD))
    asked = newsroom.server.seen[0]
    (_, told), (_, article) = asked.turns
    lines = article.splitlines()

    assert asked.path == "/v1/chat/completions"
    assert lines[0] == lines[-1]
    assert lines[0] in told
    assert lines[2].startswith("[1] Karsholt council voted")
    assert not {"tools", "tool_choice", "functions"} & set(asked.body)
    assert '"json_schema"' in json.dumps(asked.body["response_format"])
    assert set(asked.headers) == {
        "accept", "accept-encoding", "authorization", "connection", "content-length", "content-type", "host",
        "user-agent",
    }  # fmt: skip


def test_prompted_output_asks_for_no_format(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(says(GOOD), output="prompted")

    assert "response_format" not in newsroom.server.seen[0].body
    assert json.loads(outcome.making.parameters)["output"] == "prompted"


def test_a_server_without_schemas_is_asked_in_words(newsroom: Newsroom) -> None:
    outcome = newsroom.ask(sends(400, b"{}"), says(GOOD))

    assert ["response_format" in seen.body for seen in newsroom.server.seen] == [True, False]
    assert json.loads(outcome.making.parameters)["output"] == "prompted"


def test_a_delimiter_is_never_used_twice(newsroom: Newsroom) -> None:
    newsroom.ask(says(GOOD))
    newsroom.ask()

    assert len({seen.turns[1][1].splitlines()[0] for seen in newsroom.server.seen}) == 2


def test_the_key_is_in_the_header_and_nowhere_else(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    echo = json.dumps({"error": {"message": f"Incorrect key: {KEY}"}}).encode()
    outcomes = [newsroom.ask(says(GOOD)), newsroom.ask(sends(401, echo)), newsroom.ask(hangs, deadline="0.5")]
    kit = EngineKit(OPTIONS | {"key": KEY}, SHIPPED)
    told = [caplog.text, repr(LlmEngine.equipped(kit)), *map(repr, caplog.records)]
    for outcome in outcomes:
        told += [repr(outcome.making), repr(outcome.gate.calls)]
        if outcome.failure:
            told += [repr(outcome.failure), *traceback.format_exception(outcome.failure)]

    assert newsroom.server.seen[0].headers["authorization"] == f"Bearer {KEY}"
    assert caplog.records, "nothing was logged, so nothing was tested"
    assert not [text for text in told if KEY in text]


def test_a_server_without_a_key_is_sent_none(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-machine")
    newsroom.ask(says(GOOD), key="")

    assert "authorization" not in newsroom.server.seen[0].headers


def test_an_unsuitable_article_costs_nothing(newsroom: Newsroom) -> None:
    with pytest.raises(Unsuitable):
        newsroom.ask(says(GOOD), doc=replace(DOC, sentences=DOC.sentences[:3]))

    assert not newsroom.server.seen


def test_the_embedded_engine_takes_over_and_the_record_says_why(
    model_server: Callable[..., ModelServer],
) -> None:
    server = model_server(sends(500))
    kit = EngineKit({"url": server.url, "model": "pica-2"}, SHIPPED)
    drafted = draft(load_engine(PATH, kit), DOC, BulletSpec(), kit, ExtractiveEngine()).draft

    assert drafted.engine == "extractive"
    assert drafted.making.fallback_from == "llm"
    assert "reported a fault (500)" in drafted.making.fallback_reason
    assert drafted.making.prompt == "quick-take"


def test_without_the_extra_the_engine_says_so_and_another_can_take_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("articles.summaries.wire", "articles.summaries.transport"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "httpx2", None)
    monkeypatch.setitem(sys.modules, "pydantic_ai", None)
    engine = load_engine(PATH, EngineKit(OPTIONS, SHIPPED))

    with pytest.raises(EngineFailed, match="The extra “llm” is not installed"):
        engine.summarise(DOC, BulletSpec())


def test_no_test_asks_a_model_by_accident() -> None:
    pytest.importorskip("pydantic_ai", reason="needs the extra “llm”")
    with pytest.raises(RuntimeError, match="not allowed"):
        load_engine(PATH, EngineKit(OPTIONS, SHIPPED)).summarise(DOC, BulletSpec())


@pytest.mark.parametrize(("local", "external"), [("", True), ("no", True), ("yes", False)])
def test_a_model_is_external_unless_it_is_the_newsrooms_own(local: str, external: bool) -> None:
    engine = load_engine(PATH, EngineKit(OPTIONS | {"local": local}, SHIPPED))

    assert engine.external is external


@pytest.mark.parametrize("missing", ["url", "model"])
def test_a_missing_setting_is_named(missing: str) -> None:
    options = {name: value for name, value in OPTIONS.items() if name != missing}
    with pytest.raises(EngineNotFound, match=f"“{missing}” is missing"):
        load_engine(PATH, EngineKit(options, SHIPPED))


def test_a_missing_prompt_is_named() -> None:
    with pytest.raises(EngineNotFound, match="the prompt is missing"):
        load_engine(PATH, EngineKit(OPTIONS))


def test_a_prompt_that_was_altered_is_refused() -> None:
    with pytest.raises(EngineNotFound, match="not the one that its digest names"):
        load_engine(PATH, EngineKit(OPTIONS, replace(SHIPPED, text=SHIPPED.text + "Be funny.")))
