"""One article, good bullets for it, and an engine that asks the scripted server about it."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from articles.summaries.engines.llm import LlmEngine
from articles.summaries.kit import EngineKit, Gate, OpenGate
from articles.summaries.prompts import SHIPPED
from articles.summaries.sentences import read
from articles.summaries.types import (
    BulletSpec,
    Draft,
    EngineFailed,
    GroundingCheck,
    Making,
    SourceDoc,
    Step,
)
from tests.model_server import ModelServer, Scene, bullets

KEY = "sk-sentinel-9f31c7"
MARGIN = 2.0
DOC = read(
    "Eastgate bridge to close for 14 months",
    "",
    [
        (
            "Karsholt council voted on Tuesday to close the Eastgate bridge for 14 months from 3 June, after engineers"
            " found cracks in two of its four piers."
        ),
        "The repair will cost £6.2m, of which the county pays half.",
        "About 9,000 vehicles cross the bridge each day, the council said.",
        "“Nobody likes a closed road, but a weak bridge is worse,” said Mira Tolland, who leads the council.",
        "Shopkeepers in Eastgate said they had not been asked.",
        "Owen Prask, who runs a bakery beside the bridge, expects to lose a third of his customers.",
        "A ferry for people on foot will run from 7am to 8pm and cost nothing.",
        "Buses will take the road by Fenwick, which adds up to 20 minutes to a journey.",
        "The bridge was built in 1931 and was last repaired in 1988.",
        (
            "Engineers said there was no danger to people who cross it now, but lorries over 18 tonnes have been banned"
            " since April."
        ),
        "A second vote on the contract is due on 19 May.",
    ],
)
FIRST = ("Karsholt council voted to close the Eastgate bridge for 14 months from 3 June.", [1])
SECOND = ("The repair will cost £6.2m, of which the county pays half.", [2])
THIRD = ("A ferry for people on foot will run from 7am to 8pm and cost nothing.", [7])
FOURTH = ("The bridge was built in 1931 and was last repaired in 1988.", [9])
GOOD = bullets(FIRST, SECOND, THIRD)


@dataclass
class Outcome:
    """What came of asking: a draft or a failure."""

    draft: Draft | None
    failure: EngineFailed | None
    seconds: float
    gate: OpenGate
    steps: list[Step] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [bullet.text for bullet in self.draft.bullets] if self.draft else []

    @property
    def reason(self) -> str:
        return self.failure.reason if self.failure else ""

    @property
    def making(self) -> Making:
        made = self.draft or self.failure
        assert made is not None
        return made.making


@dataclass
class Newsroom:
    """Asks a server that plays the scenes, and says what came of it."""

    start: Callable[..., ModelServer]
    server: ModelServer | None = None

    def ask(
        self,
        *scenes: Scene,
        doc: SourceDoc = DOC,
        gate: Gate | None = None,
        checks: Sequence[GroundingCheck] = (),
        **options: str,
    ) -> Outcome:
        if scenes:
            self.server = self.start(*scenes)
        assert self.server is not None
        steps: list[Step] = []
        given = {"url": self.server.url, "model": "pica-2", "key": KEY, "deadline": "5", **options}
        kit = EngineKit(given, SHIPPED, gate or OpenGate(), checks, steps.append)
        engine = LlmEngine.equipped(kit)
        began = time.monotonic()
        draft = failure = None
        try:
            draft = engine.summarise(doc, BulletSpec())
        except EngineFailed as failed:
            failure = failed
        return Outcome(draft, failure, time.monotonic() - began, kit.gate, steps)  # type: ignore[arg-type]


@pytest.fixture
def newsroom(model_server: Callable[..., ModelServer]) -> Newsroom:
    importlib.import_module("articles.summaries.wire")  # Before the clock runs: it takes seconds, once.
    return Newsroom(model_server)
