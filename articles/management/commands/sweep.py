"""Does once, or again and again, what no event starts: late jobs, abandoned jobs, stories whose hour has come."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles import tasks
from articles.sweeping import Sweeper


class Command(BaseCommand):
    help = (
        "Tells the desk of Quick Takes that take too long, hands those of killed workers to others, and settles stories "
        "whose hour has come. `worker` does the same beside its tasks; use this where another worker runs them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--every", type=float, metavar="SECONDS", help="go on until stopped")

    def handle(self, *, every: float | None, **options: Any) -> None:
        if every is None:
            found = tasks.sweep(now=timezone.now())
            self.stdout.write(", ".join(f"{name} {count}" for name, count in found.items()))
            return
        if every <= 0:
            raise CommandError("--every needs a number of seconds above 0.")
        self._go_on(every)

    def _go_on(self, every: float) -> None:
        sweeper = Sweeper(every)

        def stop(number: int, frame: FrameType | None) -> None:
            sweeper.stop()

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, stop)
        # In this thread, so that a signal ends the wait at once.
        sweeper.run()
