"""Has a model draft the Quick Take on any server that speaks the OpenAI format; knows no other engine.

The draft is held against the article before anybody sees it: one answer may be mended by the model, then what is good
enough is kept or the engine fails with a reason, and another engine takes over.
"""

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol, Self

from articles.summaries.answers import SCHEMA, Judge, Judged
from articles.summaries.exchange import Answer, Peer, Turn, WireFault
from articles.summaries.kit import EngineKit, Prompt
from articles.summaries.ledger import Ledger
from articles.summaries.model_options import ModelOptions, read_options
from articles.summaries.prompts import MOST_PROBLEMS, complaint, instructions, lay_out
from articles.summaries.suitability import require_suitable
from articles.summaries.types import BulletSpec, Draft, EngineFailed, SourceDoc, Step

SHORTEST: Final = 0.05
PAUSE: Final = 1.0
MOST_OF_A_REASON: Final = 300
MOST_SAID_AGAIN: Final = 8_000
# Faults, for the circuit breaker, of answers that came and are of no use.
MALFORMED: Final = "malformed"
REFUSED: Final = "refused"

_WORTH_ANOTHER_TRY: Final = frozenset({"http-429", "http-503"})
# So servers answer that do not know how to hold a model to a schema.
_NO_SCHEMA: Final = frozenset({"http-400", "http-422", "http-501"})
_NOT_INSTALLED: Final = "The extra “llm” is not installed on this machine, so no model can be asked."


class Asking(Protocol):
    """What `articles.summaries.wire.ask` does."""

    def __call__(
        self, peer: Peer, turns: Sequence[Turn], schema: dict[str, object] | None, seconds: float
    ) -> Answer: ...


@dataclass(frozen=True, slots=True)
class LlmEngine:
    """Made with `equipped`, from the options that `model_options` reads and a stored prompt."""

    options: ModelOptions
    prompt: Prompt
    kit: EngineKit = field(repr=False)
    name: str = field(default="llm", init=False)
    version: str = field(default="1", init=False)

    @classmethod
    def equipped(cls, kit: EngineKit) -> Self:
        """Raises `ValueError` saying which setting is missing or makes no sense."""
        options = read_options(kit.options)
        if kit.prompt is None:
            raise ValueError("the prompt is missing")
        if hashlib.sha256(kit.prompt.text.encode()).hexdigest() != kit.prompt.digest:
            raise ValueError("the prompt is not the one that its digest names")
        return cls(options, kit.prompt, kit)

    @property
    def external(self) -> bool:
        return not self.options.local

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        """The draft, within the deadline; raises `Unsuitable` and `EngineFailed` with what was spent until then."""
        require_suitable(doc)
        # Loading the client takes seconds the first time, and those are not the server's.
        ask = _wire()
        return _Drafting(self, ask, doc, spec).draft()


def _wire() -> Asking:
    try:
        from articles.summaries.wire import ask
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("articles"):
            raise
        raise EngineFailed(_NOT_INSTALLED) from None
    return ask


class _Drafting:
    """One draft on its way: everything that is asked for it, in the caller's thread but for the wire itself."""

    def __init__(self, engine: LlmEngine, ask: Asking, doc: SourceDoc, spec: BulletSpec) -> None:
        self.engine = engine
        self.kit = engine.kit
        self.ask = ask
        self.spec = spec
        self.ledger = Ledger(engine.options, engine.prompt)
        self.native = engine.options.native
        self.waited = False
        sheet = lay_out(doc)
        self.judge = Judge(doc, sheet, spec, engine.kit.checks)
        self.turns = [Turn("system", instructions(engine.prompt, spec, sheet)), Turn("user", sheet.text)]
        self.ledger.note({"sentences_sent": len(sheet.ids), "sentences_left_out": sheet.left_out})

    def draft(self) -> Draft:
        answer, verdict = self._asked(self.turns)
        if verdict.problems:
            verdict = self._mended(answer, verdict)
        bullets = verdict.good[: self.spec.at_most]
        dropped = verdict.dropped + len(verdict.good) - len(bullets)
        self.ledger.note({"bullets_dropped": dropped, "problems_left": _told(verdict.problems)})
        if len(bullets) < self.spec.at_least:
            raise self._failed(_unusable(verdict.problems))
        return Draft(bullets, self.engine.name, self.engine.version, self.ledger.making())

    def _mended(self, answer: Answer, first: Judged) -> Judged:
        """The better of the answer and its repair. A repair that does not come is no loss where enough is good."""
        self.kit.progress(Step.REPAIRING)
        self.ledger.note({"repaired": True, "problems_before": _told(first.problems)})
        asked = complaint(first.problems)
        turns = [*self.turns, Turn("assistant", answer.text), Turn("user", asked)]
        # Some servers refuse a talk in which somebody says nothing, and rubbish need not be paid for twice.
        if not answer.text.strip() or len(answer.text) > MOST_SAID_AGAIN:
            turns = [self.turns[0], Turn("user", f"{self.turns[1].text}\n\n{asked}")]
        try:
            _, second = self._asked(turns)
        except EngineFailed as failed:
            if len(first.good) < self.spec.at_least:
                raise
            self.ledger.note({"repair_failed": failed.reason})
            return first
        return max((second, first), key=lambda one: (not one.problems, min(len(one.good), self.spec.at_most)))

    def _asked(self, turns: Sequence[Turn]) -> tuple[Answer, Judged]:
        """The answer with the verdict on it. What a server refuses for its form or for a moment is asked once more."""
        while True:
            try:
                return self._request(turns)
            except WireFault as fault:
                wait = PAUSE if fault.wait is None else fault.wait
                if self.native and fault.code in _NO_SCHEMA:
                    self.native = False
                elif fault.code in _WORTH_ANOTHER_TRY and not self.waited and wait < self.ledger.left:
                    self.waited = True
                    time.sleep(wait)
                else:
                    raise self._failed(fault.reason) from None

    def _request(self, turns: Sequence[Turn]) -> tuple[Answer, Judged]:
        """One request, asked for at the gate before and entered there after."""
        refusal = self.kit.gate.refusal()
        if refusal:
            raise self._failed(refusal)
        left = self.ledger.left
        if left < SHORTEST:
            raise WireFault("timeout")
        began = self.ledger.spent
        try:
            answer = self.ask(self.engine.options.peer, turns, SCHEMA if self.native else None, left)
        except WireFault as fault:
            self.kit.gate.called(self.ledger.failed(fault, self.ledger.spent - began))
            raise
        self.ledger.note({"output": "native" if self.native else "prompted"})
        verdict = self.judge.judged(answer.text, cut_off=answer.cut_off)
        fault_code = REFUSED if answer.refused else "" if verdict.readable else MALFORMED
        self.kit.gate.called(self.ledger.answered(answer, self.ledger.spent - began, fault_code))
        if answer.refused:
            raise self._failed("The model refused to summarise this article.")
        return answer, verdict

    def _failed(self, reason: str) -> EngineFailed:
        return EngineFailed(reason, self.ledger.making())


def _unusable(problems: Sequence[str]) -> str:
    """Why a draft is not taken, for an editor."""
    why = problems[0] if problems else "It has too few bullets."
    return f"The model’s draft could not be used. {why[:MOST_OF_A_REASON]}"


def _told(problems: Sequence[str]) -> list[str]:
    """The problems for the record, which must not grow with what a model writes."""
    return [problem[:MOST_OF_A_REASON] for problem in problems[:MOST_PROBLEMS]]
