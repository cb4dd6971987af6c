"""What an engine may be handed beside the article: settings, prompt, budget and checks; calls nothing itself."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from articles.summaries.types import GroundingCheck, Step


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of the instructions; `digest` is the SHA-256 of `text` in hexadecimal."""

    name: str
    version: int
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a model's server, for budget and circuit breaker.

    `fault` is empty when an answer of use came, else a short code such as `timeout` or `http-503`; `cost` is a decimal
    number in the currency of the price list.
    """

    model: str
    fault: str
    seconds: float
    tokens_in: int = 0
    tokens_out: int = 0
    cost: str = "0"
    request: str = ""


class Gate(Protocol):
    """Budget and circuit breaker before every request."""

    def refusal(self) -> str:
        """Why no request may be made now, in words for an editor; empty when it may."""
        ...

    def called(self, call: Call) -> None:
        """Take note of a request that was made."""
        ...


class OpenGate:
    """Lets everything through and notes what was called; for trials and for tests."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def refusal(self) -> str:
        return ""

    def called(self, call: Call) -> None:
        self.calls.append(call)


def _silent(_: Step) -> None:
    return None


@dataclass(frozen=True, slots=True)
class EngineKit:
    """What a house gives an engine that asks for it with a class method `equipped(kit)`; see `pipeline.load_engine`."""

    options: Mapping[str, str] = field(default_factory=dict)
    prompt: Prompt | None = None
    gate: Gate = field(default_factory=OpenGate)
    checks: Sequence[GroundingCheck] = ()
    progress: Callable[[Step], None] = _silent
