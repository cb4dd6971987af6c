"""Which interpreter a command gets, when something is installed, and what is said when that cannot be.

The whole way in a real clone is in tests/newsroom/test_bootstrap_from_a_clone.py.
"""

import hashlib
import re
import subprocess
import sys
import threading

import pytest

from newsroom import bootstrap, installer

PROJECT = bootstrap.ROOT
UNPATCHED_VERSION = bootstrap.venv_version


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


class BecameError(Exception):
    """Carries the command that would have replaced the process."""


@pytest.fixture
def become(monkeypatch):
    def stop(command):
        raise BecameError(*command[1:])

    monkeypatch.setattr(bootstrap, "_become", stop)
    monkeypatch.chdir(bootstrap.ROOT)


def test_the_verb_test_becomes_pytest_with_the_same_words(project, become):
    with pytest.raises(BecameError) as became:
        bootstrap.start(["manage.py", "test", "-k", "stage"])

    assert became.value.args == ("-m", "pytest", "-k", "stage")


def test_other_verbs_use_the_virtualenv_when_there_is_one(project, become, monkeypatch):
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    python = bootstrap.venv_python()
    python.parent.mkdir()
    python.touch()

    with pytest.raises(BecameError) as became:
        bootstrap.start(["manage.py", "migrate", "--plan"])

    assert became.value.args == (str(project / "manage.py"), "migrate", "--plan")


def test_a_virtualenv_without_its_python_is_made_again(project, monkeypatch):
    monkeypatch.setattr(bootstrap, "venv_version", UNPATCHED_VERSION)
    (bootstrap.VENV / "left-over").touch()
    monkeypatch.setattr(installer, "fill", lambda python, lock: None)

    bootstrap.prepare("core")

    assert not (bootstrap.VENV / "left-over").exists()
    assert bootstrap.is_ready("core")


def test_every_lock_holds_the_smaller_one_at_the_same_versions():
    pins = {}
    for name in bootstrap.SETS:
        lines = (PROJECT / "requirements" / f"{name}.txt").read_text().splitlines()
        pins[name] = {line.split(" ")[0] for line in lines if re.match(r"[\w.-]+==", line)}

    assert pins["core"] <= pins["test"] <= pins["dev"]
