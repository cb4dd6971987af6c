"""The demo command: what it refuses, and that its two processes end together and leave nobody behind."""

import io
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.demo import seed, serving
from articles.models.article import Article
from newsroom.models.user import User
from tests.factories.stories import draft

ROOT = Path(__file__).resolve().parents[2]
SLEEP = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
# Starts the children and says their process numbers, then waits as the command does.
PARENT = """
import os, sys
from articles.demo import serving
serving.GRACE_SECONDS = 1.0
children = serving.Children([[sys.executable, "-c", code] for code in sys.argv[1:]], dict(os.environ))
print(*(child.pid for child in children._running), flush=True)
sys.exit(0 if children.wait() else 3)
"""


def run(**kwargs):
    out = io.StringIO()
    call_command("demo", stdout=out, stderr=io.StringIO(), **kwargs)
    return out.getvalue()


def is_alive(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{number}/stat")
    return not (state.exists() and state.read_text().rsplit(")", 1)[1].split()[0] == "Z")


@pytest.fixture
def parent():
    """Start two children in a process of their own; returns it and their numbers."""
    started = []

    def start(*codes):
        process = subprocess.Popen(
            [sys.executable, "-c", PARENT, *codes],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(process)
        return process, [int(number) for number in process.stdout.readline().split()]

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_both_and_leaves_nobody(parent, number):
    process, children = parent(SLEEP, SLEEP)
    assert all(map(is_alive, children))

    process.send_signal(number)

    assert process.wait(15) == 0
    assert not any(map(is_alive, children))


def test_when_one_ends_the_other_is_stopped(parent):
    process, children = parent(SLEEP, "pass")

    assert process.wait(15) == 3
    assert not any(map(is_alive, children))


@pytest.mark.slow
def test_a_child_that_does_not_go_is_killed(parent):
    process, children = parent(STUBBORN, SLEEP)
    time.sleep(0.5)

    process.terminate()

    assert process.wait(15) == 0
    assert not any(map(is_alive, children))


def test_a_taken_port_is_told_with_a_way_out(db):
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} is taken .* --port {port + 1}"):
            run(port=port)

    assert not User.objects.exists()


def test_a_port_that_a_server_left_a_moment_ago_is_free():
    with closing(socket.socket()) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        with closing(socket.create_connection(("127.0.0.1", port))), closing(server.accept()[0]):
            pass

    assert serving.is_free("127.0.0.1", port)


def test_an_empty_database_is_not_the_demo(db):
    assert not seed.is_seeded()


def test_it_is_not_put_beside_somebodys_stories(ada, clock):
    draft(by=ada, now=clock.now)

    with pytest.raises(seed.NotADemo, match="not the demo’s"):
        seed.seed(now=clock.now, say=print, progress=print)

    assert Article.objects.count() == 1


def test_it_is_refused_in_production(db, settings, clock):
    settings.PRODUCTION = True

    with pytest.raises(seed.NotADemo, match="production"):
        seed.seed(now=clock.now, say=print, progress=print)


def test_what_the_seed_refuses_is_told_as_a_sentence(db, ada, settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"

    with pytest.raises(CommandError, match="not the demo’s"):
        run(no_serve=True)


def test_in_production_nothing_is_touched(db, settings, monkeypatch):
    settings.PRODUCTION = True
    monkeypatch.setattr(
        "articles.management.commands.demo.call_command", lambda *args, **kwargs: pytest.fail()
    )

    with pytest.raises(CommandError, match="production"):
        run(no_serve=True)


def test_a_second_start_seeds_nothing(db, settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path / "var"
    monkeypatch.setattr(seed, "is_seeded", lambda: True)
    monkeypatch.setattr(seed, "seed", lambda **kwargs: pytest.fail("it seeded"))

    assert run(no_serve=True).strip() == "newsroom: bringing the database up to date"


def test_fresh_empties_the_demo_and_seeds_again(transactional_db, settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path / "var"
    User.objects.create(username="cleo")
    monkeypatch.setattr(seed, "is_seeded", User.objects.filter(username="cleo").exists)
    seeded = []
    monkeypatch.setattr(seed, "seed", lambda **kwargs: seeded.append(kwargs["now"]))

    said = run(no_serve=True, fresh=True)

    assert "throwing the demo newspaper away" in said
    assert not User.objects.exists()
    assert len(seeded) == 1


@pytest.mark.parametrize(("host", "at"), [("127.0.0.1", "127.0.0.1:8000"), ("::1", "[::1]:8000")])
def test_the_web_listens_where_it_is_told_to(host, at):
    assert at in serving.web_command(host, 8000)


@pytest.mark.slow
def test_static_files_are_gathered_once_and_again_when_one_is_newer(settings, tmp_path, monkeypatch):
    settings.STATIC_ROOT = tmp_path / "static"
    environment = {**os.environ, "STATIC_ROOT": str(settings.STATIC_ROOT), "NEWSROOM_NO_BOOTSTRAP": "1"}
    manifest = settings.STATIC_ROOT / "staticfiles.json"

    assert serving.gather_static(environment)["HASHED_STATIC"] == "yes"
    assert "css/base.css" in manifest.read_text()
    assert list((settings.STATIC_ROOT / "css").glob("base.*.css.gz"))

    manifest.write_text("{}")
    assert serving.gather_static(environment)["HASHED_STATIC"] == "yes"
    assert manifest.read_text() == "{}"

    monkeypatch.setattr(serving, "_newest_static", lambda: manifest.stat().st_mtime + 1)
    serving.gather_static(environment)
    assert "css/base.css" in manifest.read_text()


def test_the_plain_files_are_served_when_they_cannot_be_gathered(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "a file" / "static"
    (tmp_path / "a file").write_text("in the way")
    environment = {**os.environ, "STATIC_ROOT": str(settings.STATIC_ROOT), "NEWSROOM_NO_BOOTSTRAP": "1"}

    assert "HASHED_STATIC" not in serving.gather_static(environment)
