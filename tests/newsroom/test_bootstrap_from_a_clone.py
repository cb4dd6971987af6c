"""`python3 manage.py demo` and `test` for real, in a clone of its own with made-up packages instead of an index."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from newsroom.bootstrap import ROOT as PROJECT

BARE_PYTHON = getattr(sys, "_base_executable", sys.executable)

DJANGO = "def execute_from_command_line(argv):\n    import sys\n    print('django', sys.prefix, *argv[1:])\n"
PYTEST = "import sys\nprint('pytest', sys.prefix, *sys.argv[1:])\nsys.exit(5)\n"


def make_wheel(folder: Path, name: str, files: dict[str, str]) -> str:
    """Write a wheel of version 1.0 and return its line for a lock."""
    info = f"{name}-1.0.dist-info"
    files = files | {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*files, f"{info}/RECORD"])
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for inner, text in files.items():
            wheel.writestr(inner, text)
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def clone(tmp_path):
    """Return a project folder with the real start code and two locks of one made-up package each."""
    root = tmp_path / "clone"
    (root / "newsroom").mkdir(parents=True)
    (root / "requirements").mkdir()
    shutil.copy(PROJECT / "manage.py", root)
    for name in ("__init__", "bootstrap", "installer"):
        shutil.copy(PROJECT / "newsroom" / f"{name}.py", root / "newsroom")
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    core = make_wheel(
        wheels,
        "django",
        {"django/__init__.py": "", "django/core/__init__.py": "", "django/core/management.py": DJANGO},
    )
    test = make_wheel(wheels, "pytest", {"pytest.py": PYTEST, "pytest_django.py": ""})
    (root / "requirements" / "core.txt").write_text(core)
    (root / "requirements" / "test.txt").write_text(core + test)
    return root


def start(clone: Path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    wheels = clone.parent / "wheels"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}
    environment |= {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "UV_NO_INDEX": "1",
        "UV_FIND_LINKS": str(wheels),
    }
    environment.pop("NEWSROOM_NO_BOOTSTRAP", None)
    # -S hides what the outer Python happens to have: it starts as bare as on a new machine.
    command = [BARE_PYTHON, "-S", str(clone / "manage.py"), *arguments]
    return subprocess.run(
        command, env=environment | extra, capture_output=True, text=True, check=False, cwd=clone.parent
    )


@pytest.mark.slow
def test_a_clone_installs_once_and_then_starts_at_once(clone):
    first = start(clone, "demo", "--no-serve", PIP_USER="1", PYTHONPATH="/nowhere")
    second = start(clone, "demo")

    assert first.returncode == 0, first.stderr
    assert "installing 1 packages (core)" in first.stdout
    assert f"django {clone / '.venv'} demo --no-serve" in first.stdout
    assert second.stdout == f"django {clone / '.venv'} demo\n"


@pytest.mark.slow
def test_the_test_set_is_added_and_the_demo_never_takes_it_away(clone):
    start(clone, "demo")
    tested = start(clone, "test", "-k", "stage")
    with (clone / "requirements" / "test.txt").open("a") as lock:
        lock.write("# a new lock\n")
    renewed = start(clone, "demo")

    assert f"pytest {clone / '.venv'} -k stage" in tested.stdout
    assert tested.returncode == 5
    assert "(test)" in renewed.stdout
    assert (clone / ".venv" / "newsroom-installed").read_text().startswith("test ")


@pytest.mark.slow
def test_a_package_that_is_not_the_locked_one_is_refused(clone):
    lock = clone / "requirements" / "core.txt"
    lock.write_text("django==1.0 --hash=sha256:" + "0" * 64 + "\n")

    refused = start(clone, "demo")

    assert refused.returncode == 1
    assert "not the one that the lock names" in refused.stderr
    assert not (clone / ".venv" / "newsroom-installed").exists()


@pytest.mark.slow
def test_an_index_that_does_not_answer_gets_a_sentence(clone):
    refused = start(clone, "demo", PIP_FIND_LINKS="", UV_FIND_LINKS="")

    assert refused.returncode == 1
    assert "Check the network" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_switched_off_it_installs_nothing_and_says_so(clone):
    refused = start(clone, "demo", NEWSROOM_NO_BOOTSTRAP="1", PYTHONPATH="")

    assert refused.returncode == 1
    assert "NEWSROOM_NO_BOOTSTRAP is set" in refused.stderr
    assert not (clone / ".venv").exists()


def test_other_commands_never_install(clone):
    refused = start(clone, "migrate", PYTHONPATH="")

    assert "Start `python3 manage.py demo` once" in refused.stderr
    assert not (clone / ".venv").exists()
