"""The way from a bare Python to a running command, with made-up packages instead of an index."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from newsroom import bootstrap, installer

PROJECT = bootstrap.ROOT
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


def test_an_old_python_gets_a_sentence(monkeypatch, capsys):
    import manage

    monkeypatch.setattr(sys, "version_info", (3, 8, 1))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit) as refusal:
        manage.refuse_old_python()

    assert "needs Python 3.11 or newer" in str(refusal.value)
    assert "is Python 3.8" in str(refusal.value)


def test_manage_can_be_read_by_an_old_python():
    lines = (PROJECT / "manage.py").read_text(encoding="ascii").splitlines()

    assert not [line for line in lines if 'f"' in line or "->" in line or ":=" in line]


def test_start_code_imports_nothing_but_the_standard_library():
    code = "import sys, newsroom.bootstrap; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout.split()

    assert set(loaded) - set(sys.stdlib_module_names) <= {"newsroom", "__main__"}


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Point the bootstrap at an empty project whose virtualenv is said to be Python 3.11."""
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / ".venv" / "stamp")
    monkeypatch.setattr(bootstrap, "TURN", tmp_path / "var" / "turn")
    monkeypatch.setattr(bootstrap, "venv_version", lambda: "3.11")
    monkeypatch.delenv("NEWSROOM_NO_BOOTSTRAP", raising=False)
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements").mkdir()
    for name in bootstrap.SETS:
        (tmp_path / "requirements" / f"{name}.txt").write_text(name)
    return tmp_path


def stamp(name: str, *, python: str = "3.11", lock: str | None = None) -> None:
    digest = hashlib.sha256((lock or name).encode()).hexdigest()
    bootstrap.STAMP.write_text(f"{name} {python} {digest}\n")


@pytest.mark.parametrize(
    ("stamped", "needed", "ready"),
    [
        ("core", "core", True),
        ("dev", "core", True),
        ("test", "test", True),
        ("core", "test", False),
        ("test", "dev", False),
    ],
)
def test_a_larger_set_serves_the_smaller(project, stamped, needed, ready):
    stamp(stamped)

    assert bootstrap.is_ready(needed) is ready


def test_another_lock_or_another_python_is_not_ready(project):
    stamp("core", lock="the lock of last week")
    assert not bootstrap.is_ready("core")

    stamp("core", python="3.13")
    assert not bootstrap.is_ready("core")


@pytest.mark.parametrize("text", ["", "core 3.11", "everything 3.11 abc", "core 3.11 abc more"])
def test_a_stamp_that_makes_no_sense_counts_for_nothing(project, text):
    bootstrap.STAMP.write_text(text)

    assert bootstrap.read_stamp() is None


def test_an_installation_that_breaks_off_leaves_no_stamp(project, monkeypatch):
    stamp("core", lock="an older lock")
    monkeypatch.setattr(
        installer, "fill", lambda python, lock: (_ for _ in ()).throw(OSError(28, "No space left"))
    )

    with pytest.raises(installer.InstallError, match="No space left"):
        bootstrap.prepare("core")

    assert not bootstrap.STAMP.exists()


def test_a_disk_that_cannot_be_written_gets_a_sentence(project):
    (project / "var").write_text("a file in the way")

    with pytest.raises(installer.InstallError, match="Copy the project to a folder where you may write"):
        bootstrap.prepare("core")


def test_a_missing_lock_gets_a_sentence(project):
    (project / "requirements" / "core.txt").unlink()

    with pytest.raises(installer.InstallError, match=r"core\.txt is missing"):
        bootstrap.prepare("core")


def test_two_starts_install_once(project, monkeypatch, capsys):
    began, go_on = threading.Event(), threading.Event()
    filled = []

    def fill(python, lock):
        filled.append(lock.stem)
        began.set()
        assert go_on.wait(10)

    monkeypatch.setattr(installer, "fill", fill)
    first = threading.Thread(target=bootstrap.prepare, args=("core",))
    second = threading.Thread(target=bootstrap.prepare, args=("core",))
    first.start()
    assert began.wait(10)
    second.start()
    threading.Timer(0.3, go_on.set).start()
    first.join(10)
    second.join(10)

    assert filled == ["core"]
    assert "another start is installing" in capsys.readouterr().out


def test_a_developers_own_environment_is_used_as_it_is(project):
    assert bootstrap.choose_python("demo") == sys.executable
    assert bootstrap.choose_python("test") == sys.executable


def test_an_own_environment_without_pytest_is_not_used_for_tests(project, monkeypatch):
    stamp("test")
    monkeypatch.setitem(bootstrap.PROOF_OF, "test", ("django", "a_module_that_nobody_has"))

    assert bootstrap.choose_python("test") == str(bootstrap.venv_python())


def test_every_lock_holds_the_smaller_one_at_the_same_versions():
    pins = {}
    for name in bootstrap.SETS:
        lines = (PROJECT / "requirements" / f"{name}.txt").read_text().splitlines()
        pins[name] = {line.split(" ")[0] for line in lines if re.match(r"[\w.-]+==", line)}

    assert pins["core"] <= pins["test"] <= pins["dev"]
