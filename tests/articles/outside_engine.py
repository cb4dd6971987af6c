"""An engine that stands for an external one: it notes what it was shown, does as told, and reports its steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Self

from articles.summaries.kit import EngineKit
from articles.summaries.types import BulletSpec, Draft, DraftBullet, EngineFailed, Making, SourceDoc

PATH = f"{__name__}.OutsideEngine"
FAILED = "The model’s server could not be reached."
Work = Callable[["OutsideEngine", SourceDoc], Sequence[DraftBullet]]


def quotes(engine: OutsideEngine, doc: SourceDoc) -> Sequence[DraftBullet]:
    """Hand in the first three sentences as they are."""
    return [DraftBullet(one.text, (one.id,)) for one in doc.sentences[:3]]


def fails(engine: OutsideEngine, doc: SourceDoc) -> Sequence[DraftBullet]:
    """Fail after a request that was paid for."""
    raise EngineFailed(FAILED, Making(model="pica-2-0311", prompt="quick-take", prompt_version=1, cost="0.5"))


class OutsideEngine:
    """Named by its dotted path in the settings; ``work`` is put in before the job runs, ``shown`` is emptied."""

    name = "outside"
    version = "3"
    external = True
    work: ClassVar[Work] = staticmethod(quotes)
    shown: ClassVar[list[SourceDoc]] = []

    def __init__(self, kit: EngineKit) -> None:
        self.kit = kit

    @classmethod
    def equipped(cls, kit: EngineKit) -> Self:
        return cls(kit)

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        self.shown.append(doc)
        bullets = tuple(type(self).work(self, doc))
        prompt = self.kit.prompt
        assert prompt is not None
        making = Making(model="pica-2-0311", prompt=prompt.name, prompt_version=prompt.version)
        return Draft(bullets, self.name, self.version, making)


class InsideEngine(OutsideEngine):
    """The same on a machine of the newsroom."""

    name = "inside"
    external = False
