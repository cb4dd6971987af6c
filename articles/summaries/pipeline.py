"""Runs one engine and the checks behind it; knows neither which engine it is nor what becomes of the draft."""

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import cast

from articles.summaries.types import (
    BulletSpec,
    Draft,
    DraftBullet,
    Finding,
    GroundingCheck,
    SourceDoc,
    SummaryEngine,
    Unsuitable,
)
from articles.summaries.words import collapse


class EngineNotFound(Exception):
    """The setting names something that is no summary engine; the message says what was looked for."""


def load_engine(path: str) -> SummaryEngine:
    """The engine at a dotted path such as `articles.summaries.engines.extractive.ExtractiveEngine`, made anew."""
    module, _, name = path.rpartition(".")
    try:
        made = getattr(import_module(module), name)()
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise EngineNotFound(f"There is no summary engine at “{path}”: {error}") from error
    if not all(hasattr(made, part) for part in ("name", "version", "summarise")):
        raise EngineNotFound(f"“{path}” is no summary engine: it needs a name, a version and summarise().")
    return cast(SummaryEngine, made)


def draft(
    engine: SummaryEngine, doc: SourceDoc, spec: BulletSpec, checks: Sequence[GroundingCheck]
) -> tuple[Draft, tuple[Finding, ...]]:
    """The engine's draft in clean form, and what the checks say of it, by bullet and place.

    Raises `Unsuitable` from the engine, and also when fewer bullets are left than the spec asks for.
    """
    raw = engine.summarise(doc, spec)
    bullets = _clean(doc, raw.bullets)[: spec.at_most]
    if len(bullets) < spec.at_least:
        raise Unsuitable(
            f"The draft has {len(bullets)} usable bullets, and a Quick Take needs {spec.at_least}."
        )
    findings = [finding for check in checks for finding in check.check(doc, bullets)]
    findings.sort(key=lambda one: (one.bullet, one.start, one.end, one.code))
    return replace(raw, bullets=bullets), tuple(findings)


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
