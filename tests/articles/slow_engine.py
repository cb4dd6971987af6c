"""An engine that hangs while a file is there, for the test that kills a worker in the middle of a draft."""

from __future__ import annotations

import os
import time
from pathlib import Path

from articles.summaries.engines.extractive import ExtractiveEngine
from articles.summaries.types import BulletSpec, Draft, SourceDoc


class HangingEngine(ExtractiveEngine):
    """Tells that it began, then waits until ``HANG_WHILE`` is gone."""

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        hang = Path(os.environ["HANG_WHILE"])
        hang.with_suffix(".began").touch()
        while hang.exists():
            time.sleep(0.05)
        return super().summarise(doc, spec)
