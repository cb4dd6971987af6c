"""Keeps account of the requests made for one draft: time left, cost, tries and what the evidence needs; asks nobody."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from articles.summaries.exchange import Answer, WireFault
from articles.summaries.kit import Call, Prompt
from articles.summaries.model_options import ModelOptions
from articles.summaries.types import Making


@dataclass(slots=True)
class Ledger:
    """One draft's account, from the moment it is opened."""

    options: ModelOptions
    prompt: Prompt
    clock: Callable[[], float] = time.monotonic
    requests: list[str] = field(default_factory=list)
    noted: dict[str, object] = field(default_factory=dict)
    model: str = ""
    digest: str = ""
    tokens_in: int = 0
    tokens_out: int = 0
    cost: Decimal = Decimal(0)
    made: int = 0
    opened: float = field(init=False)

    def __post_init__(self) -> None:
        self.opened = self.clock()

    @property
    def spent(self) -> float:
        return self.clock() - self.opened

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.options.deadline - self.spent

    def answered(self, answer: Answer, seconds: float, fault: str = "") -> Call:
        """Enter an answer, and say it in the form that budget and circuit breaker take."""
        self._enter(answer.request, answer.digest)
        cost = self.options.cost(answer.tokens_in, answer.tokens_out)
        self.model = answer.model or self.model
        self.tokens_in += answer.tokens_in
        self.tokens_out += answer.tokens_out
        self.cost += cost
        self.note(answer.sent)
        return Call(
            self._model,
            fault,
            seconds,
            tokens_in=answer.tokens_in,
            tokens_out=answer.tokens_out,
            cost=_in_figures(cost),
            request=answer.request,
        )

    def failed(self, fault: WireFault, seconds: float) -> Call:
        """Enter a request without an answer."""
        self._enter(fault.request, fault.digest)
        return Call(self._model, fault.code, seconds, request=fault.request)

    def note(self, facts: Mapping[str, object]) -> None:
        """Remember something for `Making.parameters`."""
        self.noted.update(facts)

    def making(self) -> Making:
        """The account so far."""
        fixed: dict[str, object] = {
            "server": self.options.server,
            "asked_model": self.options.peer.model,
            "deadline": self.options.deadline,
            "max_bytes": self.options.peer.max_bytes,
        }
        return Making(
            model=self.model,
            parameters=json.dumps(
                fixed | self.noted, sort_keys=True, ensure_ascii=False, separators=(",", ":")
            ),
            prompt=self.prompt.name,
            prompt_version=self.prompt.version,
            prompt_digest=self.prompt.digest,
            requests=tuple(self.requests),
            tokens_in=self.tokens_in,
            tokens_out=self.tokens_out,
            cost=_in_figures(self.cost),
            seconds=round(self.spent, 3),
            retries=max(0, self.made - 1),
            raw_digest=self.digest,
        )

    @property
    def _model(self) -> str:
        return self.model or self.options.peer.model

    def _enter(self, request: str, digest: str) -> None:
        self.made += 1
        self.digest = digest or self.digest
        if request:
            self.requests.append(request)


def _in_figures(cost: Decimal) -> str:
    return format(cost.normalize(), "f")
