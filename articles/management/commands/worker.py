"""The newsroom's background process: runs tasks from the database, and sweeps beside them."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands import db_worker

from articles.sweeping import Sweeper


class Command(BaseCommand):
    help = "Drafts Quick Takes and does whatever else waits, and sweeps every few seconds. Start as many as you like."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--every", type=float, default=5, metavar="SECONDS", help="between two sweeps (5)"
        )
        parser.add_argument(
            "--interval", type=float, default=1, metavar="SECONDS", help="between two looks for tasks (1)"
        )
        parser.add_argument("--batch", action="store_true", help="do what waits, then end")

    def handle(self, *, every: float, interval: float, batch: bool, verbosity: int, **options: Any) -> None:
        sweeper = Sweeper(every)
        sweeper.start()
        try:
            # The arguments of `manage.py db_worker`; it stops on SIGINT and SIGTERM after the task that runs.
            db_worker.Command().handle(
                verbosity=verbosity,
                queue_name="*",
                interval=interval,
                batch=batch,
                backend_name="default",
                startup_delay=False,
                reload=False,
                max_tasks=None,
                worker_id=get_random_string(32),
                exclude_queues="",
            )
        finally:
            sweeper.stop()
