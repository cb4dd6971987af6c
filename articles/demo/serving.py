"""Runs the demo's web and worker as two children and stops both together; it serves nothing itself."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Final
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

MANAGE: Final = Path(__file__).resolve().parents[2] / "manage.py"
GRACE_SECONDS: Final = 10.0


def is_free(host: str, port: int) -> bool:
    """Say whether a server may listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # As the server will: an address that a server left a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def web_command(host: str, port: int) -> list[str]:
    """Return the command of the web server: gunicorn, or Django's own where there is no gunicorn."""
    at = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    if os.name == "nt":
        return [sys.executable, str(MANAGE), "runserver", "--noreload", at]
    return [
        *(sys.executable, "-m", "gunicorn", "newsroom.wsgi:application", "--chdir", str(MANAGE.parent)),
        *(
            "--bind",
            at,
            "--workers",
            "1",
            "--threads",
            "4",
            "--log-level",
            "warning",
            "--graceful-timeout",
            "3",
        ),
    ]


def gather_static(environment: dict[str, str]) -> dict[str, str]:
    """Collect styles, scripts and fonts, compressed and under names that change with them, as production has them.

    Return ``environment`` with what tells web and worker of it. Only when something is newer than the last time.
    """
    gathered = {**environment, "HASHED_STATIC": "yes"}
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and manifest.stat().st_mtime > _newest_static():
        return gathered
    command = [sys.executable, str(MANAGE), "collectstatic", "--noinput", "--verbosity", "0"]
    # A broken one would stand in the way of the next for ever.
    if manifest.exists():
        manifest.unlink()
    # Without them the plain files are served: a little slower, and nobody has to know why.
    done = subprocess.run(command, env=gathered, check=False)  # noqa: S603 - our own command
    return gathered if done.returncode == 0 else environment


def _newest_static() -> float:
    """Return when the newest static file of the project or of a package was written (seconds since 1970)."""
    files = (storage.path(name) for finder in get_finders() for name, storage in finder.list([]))
    return max(Path(file).stat().st_mtime for file in files)


def worker_command() -> list[str]:
    """Return the command of the background process."""
    return [sys.executable, str(MANAGE), "worker", "--verbosity", "0"]


class Children:
    """Processes that live and end together."""

    def __init__(self, commands: Sequence[Sequence[str]], environment: dict[str, str]) -> None:
        self._stopping = False
        for number in self._signals():
            signal.signal(number, self._on_signal)
        # A session of their own: Ctrl-C reaches this process alone, which then stops them in order.
        self._running = [
            subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603 - our own commands
            for command in commands
        ]

    @staticmethod
    def _signals() -> list[signal.Signals]:
        names = ("SIGINT", "SIGTERM", "SIGHUP")
        return [getattr(signal, name) for name in names if hasattr(signal, name)]

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._stopping = True

    def wait_until_answers(self, address: str, seconds: float = 60) -> bool:
        """Return True once the web answers; False when it does not, somebody stops us, or a child ends."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and self._all_alive():
            try:
                with urlopen(f"{address}/healthz", timeout=2):  # noqa: S310 - our own address
                    return True
            except (URLError, OSError):
                time.sleep(0.1)
        return False

    def _all_alive(self) -> bool:
        return not self._stopping and all(child.poll() is None for child in self._running)

    def wait(self) -> bool:
        """Wait for a signal or the end of a child, stop them all, and say whether somebody wanted that."""
        try:
            while self._all_alive():
                time.sleep(0.2)
        finally:
            self.stop()
        return self._stopping

    def stop(self) -> None:
        """End every child, by force if it does not go."""
        for child in self._running:
            if child.poll() is None:
                child.terminate()
        until = time.monotonic() + GRACE_SECONDS
        for child in self._running:
            try:
                child.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._kill(child)

    @staticmethod
    def _kill(child: subprocess.Popen[bytes]) -> None:
        # The whole session: a killed gunicorn would leave its workers behind.
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        else:
            child.kill()
        child.wait()
