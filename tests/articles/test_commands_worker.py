"""A worker that is killed in the middle of a draft loses nothing; one that is asked to stop, stops."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection

from tests.factories.stories import BODY

ROOT = Path(__file__).resolve().parents[2]
MANAGE = [sys.executable, str(ROOT / "manage.py")]
STORY = {
    "id": "bridge",
    "headline": "Harbour bridge reopens",
    "byline": ["Ada Brandt"],
    "section": "City",
    "kind": "News",
}
SET_UP = """
import sys, django; django.setup()
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from articles import actions
from articles.models.article import Article
from newsroom.models.user import User
call_command("migrate", verbosity=0)
ada = User.objects.create_user("ada")
ada.groups.add(Group.objects.get(name="writer"))
call_command("import_articles", sys.argv[1], author="ada")
actions.request_summary(article=Article.objects.get(), actor=ada, now=timezone.now())
"""
# Waits until the job is in a state, or until it has waited long enough, and says how things stand.
WATCH = """
import sys, time, json, django; django.setup()
from articles.models.job import SummaryJob
from articles.models.quicktake import QuickTake
until = time.monotonic() + 40
while (job := SummaryJob.objects.get()).state != sys.argv[1] and time.monotonic() < until:
    time.sleep(0.1)
print(json.dumps([job.state, job.attempts, QuickTake.objects.count()]))
"""


@pytest.fixture
def database(tmp_path, django_db_blocker):
    """A database of its own, of the kind that the suite runs on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path / 'killed.sqlite3'}"
        return
    name, own = f"killed_worker_{os.getpid()}", connection.settings_dict
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {name}")
    where = f"{own['HOST']}:{own['PORT'] or 5432}"
    password = f":{own['PASSWORD']}" if own["PASSWORD"] else ""
    yield f"postgres://{own['USER']}{password}@{where}/{name}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


class House:
    """A newsroom of its own in other processes."""

    def __init__(self, folder, database):
        self.hang = folder / "hang"
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("PYTEST")},
            "DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "NEWSROOM_NO_BOOTSTRAP": "1",
            "NEWSROOM_VAR": str(folder),
            "PYTHONPATH": str(ROOT),
            "SUMMARY_ENGINE": "tests.articles.slow_engine.HangingEngine",
            "SUMMARY_LEASE_SECONDS": "1",
            "HANG_WHILE": str(self.hang),
        }
        self.workers = []

    def run(self, *command):
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def python(self, source, *args):
        return self.run(sys.executable, "-c", source, *args)

    def worker(self):
        command = [*MANAGE, "worker", "--every", "0.3", "--interval", "0.1", "--verbosity", "0"]
        process = subprocess.Popen(command, env=self.environment, cwd=ROOT, stderr=subprocess.PIPE)
        self.workers.append(process)
        return process

    def watch(self, state):
        return json.loads(self.python(WATCH, state))

    def began(self):
        return self.hang.with_suffix(".began")


@pytest.fixture
def house(tmp_path, database):
    """A house with one story that waits for its quick take, and an engine that hangs."""
    house = House(tmp_path, database)
    (tmp_path / "wire.jsonl").write_text(json.dumps({**STORY, "body_html": BODY}))
    house.python(SET_UP, str(tmp_path / "wire.jsonl"))
    house.hang.touch()
    yield house
    house.hang.unlink(missing_ok=True)
    for process in house.workers:
        with suppress(ProcessLookupError):
            process.kill()
        process.communicate()


def until(condition, seconds=40):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
def test_a_killed_workers_draft_is_made_by_the_next_one(house):
    killed = house.worker()
    assert until(house.began().exists), "the engine never began"

    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert house.watch("running") == ["running", 1, 0]
    house.hang.unlink()
    house.worker()

    assert house.watch("done") == ["done", 2, 1]


@pytest.mark.slow
def test_worker_and_sweeper_stop_cleanly_when_they_are_asked_to(house):
    house.hang.unlink()
    worker = house.worker()
    sweeper = subprocess.Popen([*MANAGE, "sweep", "--every", "60"], env=house.environment, cwd=ROOT)
    house.workers.append(sweeper)
    assert house.watch("done") == ["done", 1, 1]

    worker.send_signal(signal.SIGTERM)
    sweeper.send_signal(signal.SIGINT)

    assert worker.wait(10) == 0
    assert sweeper.wait(10) == 0
