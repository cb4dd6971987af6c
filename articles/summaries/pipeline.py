"""Runs one engine and the checks behind it; knows neither which engine it is nor what becomes of the draft."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from typing import cast

from articles.summaries.kit import EngineKit
from articles.summaries.screening import screen
from articles.summaries.types import (
    BulletSpec,
    Draft,
    DraftBullet,
    EngineFailed,
    Finding,
    SourceDoc,
    Step,
    SummaryEngine,
    Unsuitable,
    Withheld,
)
from articles.summaries.words import collapse


class EngineNotFound(Exception):
    """The setting names something that is no summary engine; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft in clean form, what the checks say of it by bullet and place, and what no engine was shown."""

    draft: Draft
    findings: tuple[Finding, ...]
    withheld: tuple[Withheld, ...]


def load_engine(path: str, kit: EngineKit | None = None) -> SummaryEngine:
    """The engine at a dotted path such as `articles.summaries.engines.extractive.ExtractiveEngine`, made anew.

    A class with a class method `equipped` is made by it from the kit; any other is called without arguments.
    Raises `EngineNotFound` when there is none or when it misses a setting.
    """
    module, _, name = path.rpartition(".")
    try:
        kind = getattr(import_module(module), name)
        made = kind.equipped(kit or EngineKit()) if hasattr(kind, "equipped") else kind()
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise EngineNotFound(f"There is no summary engine at “{path}”: {error}") from error
    if not all(hasattr(made, part) for part in ("name", "version", "external", "summarise")):
        raise EngineNotFound(
            f"“{path}” is no summary engine: it needs a name, a version, external and summarise()."
        )
    return cast(SummaryEngine, made)


def draft(
    engine: SummaryEngine,
    doc: SourceDoc,
    spec: BulletSpec,
    kit: EngineKit,
    fallback: SummaryEngine | None = None,
) -> Drafted:
    """Draft with the engine, or with the fallback when the engine fails, and check what came.

    What the article says to machines is screened out before; the checks read the screened article too, so that nothing
    in a bullet can rest on it. Raises `Unsuitable` from the engine and when fewer bullets are left than the spec asks
    for, and `EngineFailed` when there is no fallback.
    """
    kit.progress(Step.READING)
    seen, withheld = screen(doc)
    kit.progress(Step.DRAFTING)
    try:
        raw = engine.summarise(seen, spec)
    except EngineFailed as failed:
        if fallback is None:
            raise
        raw = fallback.summarise(seen, spec)
        making = replace(failed.making, fallback_from=engine.name, fallback_reason=failed.reason)
        raw = replace(raw, making=making)
    kit.progress(Step.CHECKING)
    bullets = _clean(seen, raw.bullets)[: spec.at_most]
    if len(bullets) < spec.at_least:
        raise Unsuitable(
            f"The draft has {len(bullets)} usable bullets, and a Quick Take needs {spec.at_least}."
        )
    return Drafted(replace(raw, bullets=bullets), _findings(seen, bullets, kit), withheld)


def _findings(doc: SourceDoc, bullets: Sequence[DraftBullet], kit: EngineKit) -> tuple[Finding, ...]:
    found = [finding for check in kit.checks for finding in check.check(doc, bullets)]
    return tuple(sorted(found, key=lambda one: (one.bullet, one.start, one.end, one.code)))


def _clean(doc: SourceDoc, bullets: Sequence[DraftBullet]) -> tuple[DraftBullet, ...]:
    """Without empty bullets, repeated bullets and evidence that is not in the article: engines make such mistakes."""
    known = {sentence.id for sentence in doc.sentences}
    kept: dict[str, DraftBullet] = {}
    for bullet in bullets:
        text = collapse(bullet.text)
        evidence = tuple(dict.fromkeys(number for number in bullet.evidence if number in known))
        if text:
            kept.setdefault(text.casefold(), DraftBullet(text, evidence))
    return tuple(kept.values())
