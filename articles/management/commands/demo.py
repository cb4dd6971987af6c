"""A newspaper in one command: fills an empty database with the demo, then serves web and worker until it is stopped."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from articles.demo import cast, seed, serving
from newsroom.management.commands import flush
from newsroom.models.user import User
from newsroom.roles import roles_of


class Command(BaseCommand):
    help = (
        "Makes the demo newspaper if it is not here yet, and serves it until Ctrl-C. Everything in it is invented. Its "
        "accounts have a known password, so it listens on this machine only unless --host says otherwise."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--host", default="127.0.0.1", help="0.0.0.0 lets other machines in (default: this one only)"
        )
        parser.add_argument("--no-serve", action="store_true", help="make the newspaper and end")
        parser.add_argument(
            "--fresh", action="store_true", help="throw the demo newspaper away and make it anew"
        )

    def handle(self, *, port: int, host: str, no_serve: bool, fresh: bool, **options: Any) -> None:
        if not no_serve and not serving.is_free(host, port):
            raise CommandError(
                f"Port {port} is taken by another program. Try: python3 manage.py demo --port {port + 1}"
            )
        try:
            self._make(fresh=fresh)
        except seed.NotADemo as refused:
            raise CommandError(str(refused)) from refused
        if not no_serve:
            self._serve(host, port)

    def _say(self, words: str) -> None:
        self.stdout.write(f"newsroom: {words}")
        self.stdout.flush()

    def _make(self, *, fresh: bool) -> None:
        if settings.PRODUCTION:
            seed.refuse_real_newspaper()
        self._say("bringing the database up to date")
        settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0, interactive=False)
        if fresh and seed.is_seeded():
            self._say("throwing the demo newspaper away")
            call_command(flush.Command(allowed=True), verbosity=0, interactive=False)
        if seed.is_seeded():
            return
        began = timezone.now()
        with tqdm(
            total=0, unit="picture", leave=False, file=self.stderr, disable=not self.stderr.isatty()
        ) as bar:

            def progress(done: int, total: int, name: str) -> None:
                bar.total, bar.n = total, done
                bar.set_postfix_str(name)

            seed.seed(now=began, say=self._say, progress=progress)
        self._say(f"the newspaper is made ({(timezone.now() - began).total_seconds():.0f} s)")

    def _serve(self, host: str, port: int) -> None:
        shown = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104 - compared, not bound
        address = f"http://{shown}:{port}"
        environment = {**os.environ, "NEWSROOM_NO_BOOTSTRAP": "1"}
        environment.setdefault("SITE_URL", address)
        environment = serving.gather_static(environment)
        children = serving.Children([serving.web_command(host, port), serving.worker_command()], environment)
        here = f"http://127.0.0.1:{port}" if shown == "localhost" and host != "::" else address
        if children.wait_until_answers(here):
            self._introduce(address)
        if not children.wait():
            raise CommandError(
                "web or worker ended by itself, so both were stopped. What they said is above."
            )
        self._say("stopped.")

    def _introduce(self, address: str) -> None:
        self.stdout.write(f"\n  The paper   {address}/\n  The desk    {address}/admin/\n\n")
        for user in User.objects.filter(is_active=True, is_staff=True).order_by("pk")[:12]:
            roles = ", ".join(role.label.lower() for role in sorted(roles_of(user)))
            self.stdout.write(f"  {user.username:<8}{cast.PASSWORD:<16}{user!s:<18}{roles}")
        self.stdout.write("\n  Mail of the bell is laid in var/mail. Ctrl-C stops it.\n")
        self.stdout.flush()
