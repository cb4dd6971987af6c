"""Runs the sweep again and again until it is told to stop; what a sweep does is tasks.sweep()."""

from __future__ import annotations

import logging
import threading

from django.db import close_old_connections, connection
from django.utils import timezone

from articles import tasks

logger = logging.getLogger(__name__)


class Sweeper(threading.Thread):
    """A sweep every few seconds on a connection of its own. A sweep that fails is logged, and the next one comes."""

    def __init__(self, every: float) -> None:
        super().__init__(name="sweeper", daemon=True)
        self.every = every
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.is_set():
            self.sweep_once()
            self._stopped.wait(self.every)
        connection.close()

    def sweep_once(self) -> dict[str, int]:
        """Sweep and return what was found; empty when it failed."""
        close_old_connections()
        try:
            return tasks.sweep(now=timezone.now())
        except Exception:
            logger.exception("A sweep failed; the next comes in %s seconds", self.every)
            return {}

    def stop(self) -> None:
        """Let the sweep that runs end, and start no other."""
        self._stopped.set()
        if self.is_alive():
            self.join(timeout=10)
