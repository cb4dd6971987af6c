"""How a lock gets into a virtualenv: which tool does it, and what is said when it fails."""

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
