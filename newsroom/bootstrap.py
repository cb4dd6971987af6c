"""Gets `manage.py demo` and `manage.py test` from a bare Python to a filled `.venv`. Not for servers, and not Django.

Standard library only. Servers and containers install `requirements/core.txt` themselves and set
NEWSROOM_NO_BOOTSTRAP=1. A developer fills `.venv` with every tool by `python3 -m newsroom.bootstrap dev`.
Why it works the way it does: docs/decisions/0001-two-commands-from-a-bare-python.md
"""

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

from newsroom import installer
from newsroom.installer import InstallError, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "newsroom-installed"
TURN = ROOT / "var" / "bootstrap.lock"
OLDEST_PYTHON = (3, 11)

# Each set contains the one before it, so a `.venv` made for tests also serves the demo.
SETS = ("core", "test", "dev")
NEEDED_BY = {"demo": "core", "test": "test"}
PROOF_OF = {"test": ("django", "pytest", "pytest_django")}


class Stamp(NamedTuple):
    """What a finished installation left behind: which set, for which Python, from which lock."""

    name: str
    python: str
    digest: str


def start(argv: list[str]) -> None:
    """Return when this interpreter should run Django; otherwise replace the process by one that can.

    Raises InstallError with words for the person at the keyboard.
    """
    verb = argv[1] if len(argv) > 1 else ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    python = choose_python(verb)
    if verb == "test":
        os.chdir(ROOT)
        _become([python, "-m", "pytest", *argv[2:]])
    if python != sys.executable:
        _become([python, str(ROOT / "manage.py"), *argv[1:]])


def choose_python(verb: str) -> str:
    """Return the interpreter that has what the verb needs, installing it first where that is our work."""
    complete = _has(PROOF_OF.get(verb, ("django",)))
    if os.environ.get("NEWSROOM_NO_BOOTSTRAP", "0") not in {"", "0"}:
        if not complete:
            raise InstallError(
                "NEWSROOM_NO_BOOTSTRAP is set, so install the packages of requirements/ yourself."
            )
        return sys.executable
    ours = VENV.exists() and os.path.realpath(sys.prefix) == os.path.realpath(VENV)
    if complete and sys.prefix != sys.base_prefix and not (ours and read_stamp()):
        return sys.executable  # A developer's own environment: its owner keeps it up to date.
    if verb in NEEDED_BY:
        prepare(NEEDED_BY[verb])
    elif ours or not venv_python().exists():
        if not complete:
            raise InstallError(
                "Django is not installed here. Start `python3 manage.py demo` once: it installs."
            )
        return sys.executable
    return sys.executable if ours else str(venv_python())


def prepare(needed: str) -> None:
    """Make `.venv` hold at least the set `needed`. A larger set that is there already is renewed, never cut down.

    Raises InstallError.
    """
    if is_ready(needed):
        return
    with only_one_start():
        if is_ready(needed):
            return
        stamp = read_stamp()
        wanted = max(needed, stamp.name if stamp else needed, key=SETS.index)
        try:
            _install(wanted, stamp)
        except OSError as problem:
            raise InstallError(
                f"the installation into {VENV} stopped: {problem}.\n"
                "Put the project on a disk that you may write to, with about 400 MB free, and start again."
            ) from problem


def is_ready(needed: str) -> bool:
    """Say whether `.venv` was filled to the end, from today's lock, for the Python it has today."""
    stamp = read_stamp()
    return (
        stamp is not None
        and SETS.index(stamp.name) >= SETS.index(needed)
        and stamp.digest == _lock_digest(stamp.name)
        and stamp.python == venv_version()
    )


def read_stamp() -> Stamp | None:
    """Return what the last finished installation wrote, or None for no stamp or one that makes no sense."""
    try:
        stamp = Stamp(*STAMP.read_text(encoding="utf-8").split())
    except (OSError, TypeError, UnicodeDecodeError):
        return None
    return stamp if stamp.name in SETS else None


def venv_python() -> Path:
    """Return where the virtualenv's interpreter is, or will be."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_version() -> str:
    """Return the virtualenv's Python as "3.11", or "" when it has none that starts.

    It is asked, not read from pyvenv.cfg: after an upgrade of the system the same link leads to another Python.
    """
    command = [str(venv_python()), "-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


@contextlib.contextmanager
def only_one_start() -> Iterator[None]:
    """Hold the turn to write `.venv`. The system gives it back even when this process is killed."""
    try:
        TURN.parent.mkdir(exist_ok=True)
        handle = TURN.open("a+b")
    except OSError as problem:
        raise InstallError(
            f"cannot write in {ROOT} ({problem.strerror}).\n"
            "Copy the project to a folder where you may write, and start it there."
        ) from problem
    with handle:
        if not _take_turn(handle.fileno()):
            say("another start is installing at this moment; waiting for it ...")
            while not _take_turn(handle.fileno()):
                time.sleep(0.2)
        yield


def _take_turn(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # A network disk without locks: better to go on alone than not at all.
    return True


def _install(wanted: str, stamp: Stamp | None) -> None:
    """Fill `.venv` with the set `wanted`. The stamp is written last, so whatever breaks off is done again."""
    began = time.monotonic()
    digest = _lock_digest(wanted)
    version = venv_version()
    usable = bool(version) and tuple(map(int, version.split("."))) >= OLDEST_PYTHON
    if not usable or (stamp and stamp.python != version):
        say(f"making a virtualenv in {VENV} ...")
        _create_virtualenv()
    STAMP.unlink(missing_ok=True)
    installer.fill(venv_python(), _lock_path(wanted))
    draft = STAMP.with_suffix(".new")
    draft.write_text(f"{wanted} {venv_version()} {digest}\n", encoding="utf-8")
    draft.replace(STAMP)
    say(f"installed in {time.monotonic() - began:.0f} s.")


def _create_virtualenv() -> None:
    try:
        import venv
    except ImportError as problem:
        raise InstallError(
            "this Python came without `venv`. On Debian and Ubuntu: apt install python3-venv"
        ) from problem
    # Without pip: stock Debian has no ensurepip, and the outer Python's pip can fill a virtualenv from outside.
    venv.EnvBuilder(clear=True, with_pip=False, symlinks=os.name != "nt").create(VENV)


def _lock_path(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"


def _lock_digest(name: str) -> str:
    try:
        return hashlib.sha256(_lock_path(name).read_bytes()).hexdigest()
    except FileNotFoundError as problem:
        raise InstallError(f"{problem.filename} is missing. Fetch the project again, whole.") from problem


def _has(modules: tuple[str, ...]) -> bool:
    return all(importlib.util.find_spec(module) for module in modules)


def _become(command: list[str]) -> NoReturn:
    """Replace this process by the command. Windows has no real exec: there it is a child, and its answer is ours."""
    sys.stdout.flush()
    environment = installer.clean_environment()
    if os.name == "nt":
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)
    os.execve(command[0], command, environment)


if __name__ == "__main__":
    try:
        prepare(sys.argv[1] if sys.argv[1:] and sys.argv[1] in SETS else "dev")
    except InstallError as stopped:
        sys.exit(f"newsroom: {stopped}")
