"""How a lock gets into a virtualenv: which tool does it, and what is said when it fails."""

import sys
from pathlib import Path

import pytest

from newsroom import installer


def test_no_pip_anywhere_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(installer, "_works", lambda command: False)

    with pytest.raises(installer.InstallError, match="apt install python3-pip"):
        installer.find_pip(Path("python"))


def test_pip_is_made_inside_when_the_outer_python_has_none(monkeypatch):
    monkeypatch.setattr(installer, "_works", lambda command: command[1:] == ["-m", "ensurepip"])

    assert installer.find_pip(Path("python")) == ["python", "-m", "pip"]


def test_a_failing_uv_hands_over_to_pip(tmp_path, monkeypatch, capsys):
    lock = tmp_path / "core.txt"
    lock.write_text("django==5\n")
    commands: list[str] = []

    def follow(command, total):
        commands.append(command[0])
        return (1 if command[0] == "/opt/uv" else 0), []

    monkeypatch.setattr("shutil.which", lambda name: "/opt/uv")
    monkeypatch.setattr(installer, "find_pip", lambda python: ["pip"])
    monkeypatch.setattr(installer, "_follow", follow)

    installer.fill(tmp_path / ".venv" / "bin" / "python", lock)

    assert commands == ["/opt/uv", "pip"]


@pytest.mark.parametrize(
    ("output", "advice"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("PermissionError: [Errno 13] Permission denied: '/x'", "cannot be written"),
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "Check the network"),
        ("ERROR: No matching distribution found for pillow (from versions: 1.0)", "CPython 3.11 to 3.13"),
        ("something new", "start again"),
    ],
)
def test_every_failure_comes_with_advice(output, advice):
    assert advice in installer.remedy(output)


def test_the_environment_keeps_the_index_and_loses_what_misleads(monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")

    environment = installer.clean_environment()

    assert environment["PIP_INDEX_URL"] == "https://mirror.example/simple"
    assert not {"PIP_TARGET", "PYTHONHOME"} & set(environment)
    assert environment["PIP_USER"] == "0"


@pytest.fixture
def lock(tmp_path):
    path = tmp_path / "core.txt"
    path.write_text("django==5 --hash=sha256:00\npillow==12 --hash=sha256:00\n")
    return path


def a_pip_that(*statements: str) -> list[str]:
    return [sys.executable, "-c", "; ".join(statements)]


def test_progress_names_the_package_and_how_far_it_is(lock, monkeypatch, capsys):
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr(
        installer, "find_pip", lambda python: a_pip_that("print('Collecting pillow==12 (from x)')")
    )

    installer.fill(lock.parent / ".venv" / "bin" / "python", lock)

    told = capsys.readouterr().out
    assert "installing 2 packages (core) into .venv with pip" in told
    assert "1 of 2  pillow" in told


def test_a_failure_shows_what_the_installer_said_and_what_to_do(lock, monkeypatch):
    broken = a_pip_that(
        "print('Ignoring tzdata: markers')", "print('No space left on device')", "raise SystemExit(2)"
    )
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr(installer, "find_pip", lambda python: broken)

    with pytest.raises(installer.InstallError) as failure:
        installer.fill(lock.parent / ".venv" / "bin" / "python", lock)

    assert "No space left on device" in str(failure.value)
    assert "The disk is full" in str(failure.value)
    assert "Ignoring" not in str(failure.value)
