"""A summary engine that does what a test tells it: quote, reword, break, decline, or be overtaken while it reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from articles.summaries.types import BulletSpec, Draft, DraftBullet, SourceDoc

Work = Callable[[SourceDoc, BulletSpec], Sequence[DraftBullet]]


def _nothing(doc: SourceDoc, spec: BulletSpec) -> Sequence[DraftBullet]:
    raise RuntimeError("Nobody told the engine what to do.")


class ToldEngine:
    """Named by its dotted path in the settings; ``work`` is put in before the job runs."""

    name = "told"
    version = "1"
    external = False
    work: ClassVar[Work] = staticmethod(_nothing)

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        return Draft(tuple(type(self).work(doc, spec)), self.name, self.version)
