"""Gets `manage.py demo` and `manage.py test` from a bare Python to a filled `.venv`. Not for servers, and not Django.

Standard library only. Servers and containers install `requirements/core.txt` themselves and set
NEWSROOM_NO_BOOTSTRAP=1. A developer fills `.venv` with every tool by `python3 -m newsroom.bootstrap dev`.
Why it works the way it does: docs/decisions/0001-two-commands-from-a-bare-python.md
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "newsroom-installed"
LOCK_FILE = ROOT / "var" / "bootstrap.lock"
OLDEST_PYTHON = (3, 11)

# Each set contains the one before it, so a `.venv` made for tests also serves the demo.
SETS = ("core", "test", "dev")
NEEDED_BY = {"demo": "core", "test": "test"}
PROOF_OF = {"demo": ("django",), "test": ("django", "pytest", "pytest_django")}

# These would send the packages somewhere else, or another Python's packages in here. The index, proxy and
# certificate variables stay: behind a company mirror they are the only way to any package.
MISLEADING = (
    "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_NO_BINARY", "PIP_PYTHON", "PYTHONPATH", "PYTHONHOME",
    "UV_NO_BINARY", "UV_TARGET", "UV_PREFIX", "__PYVENV_LAUNCHER__",
)  # fmt: skip

# What an installer prints when it fails, and what the person at the keyboard can do about it.
REMEDIES = (
    (r"DO NOT MATCH THE HASHES|[Hh]ash mismatch",
     "A package is not the one the lock names. Start again; if it stays, the package index or a proxy alters files."),
    (r"No space left", "The disk is full. About 400 MB are needed for the packages."),
    (r"Read-only file system|Permission denied|Access is denied",
     "A folder cannot be written to. Put the project where you may write, or mend the rights of the folder named above."),
    (r"NewConnectionError|NameResolution|ConnectTimeout|ReadTimeout|ProxyError|SSLError|Max retries|Connection reset|"
     r"[Dd]ns error|error sending request|Failed to fetch|Could not fetch URL",
     "The package index was not reached. Check the network; behind a proxy set HTTPS_PROXY, with an own "
     "mirror set PIP_INDEX_URL. Then start again: what was fetched is kept."),
    (r"No matching distribution|no version|no wheels|No solution found",
     "There is no ready-made package for this Python on this machine. CPython 3.11 to 3.13 on Linux, macOS or "
     "Windows has them all; start this with one of those."),
)  # fmt: skip


class BootstrapError(Exception):
    """A reason to stop, in words that say what to do next."""


class Stamp(NamedTuple):
    """What a finished installation left behind: which set, for which Python, from which lock."""

    name: str
    python: str
    digest: str


def start(argv: list[str]) -> None:
    """Return when this interpreter should run Django; otherwise replace the process by one that can."""
    verb = argv[1] if len(argv) > 1 else ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    python = choose_python(verb)
    if verb == "test":
        os.chdir(ROOT)
        run([python, "-m", "pytest", *argv[2:]])
    if python != sys.executable:
        run([python, str(ROOT / "manage.py"), *argv[1:]])


def choose_python(verb: str) -> str:
    """Return the interpreter that has what the verb needs, installing it first where that is our work."""
    if os.environ.get("NEWSROOM_NO_BOOTSTRAP", "0") not in {"", "0"}:
        return sys.executable
    ours = VENV.exists() and os.path.realpath(sys.prefix) == os.path.realpath(VENV)
    activated = sys.prefix != sys.base_prefix and has(PROOF_OF.get(verb, ("django",)))
    if activated and not (ours and read_stamp()):
        return sys.executable  # A developer's own environment: its owner keeps it up to date.
    if verb in NEEDED_BY:
        prepare(NEEDED_BY[verb])
    elif ours or not venv_python().exists():
        if has(("django",)):
            return sys.executable
        raise BootstrapError("Django is not installed here. Start `python3 manage.py demo` once: it installs into .venv.")
    return sys.executable if ours else str(venv_python())


def has(modules: tuple[str, ...]) -> bool:
    return all(importlib.util.find_spec(module) for module in modules)


def run(command: list[str]) -> NoReturn:
    """Become the command. Windows has no real exec, there the command is a child and its answer is ours."""
    sys.stdout.flush()
    environment = clean_environment()
    if os.name == "nt":
        sys.exit(subprocess.run(command, env=environment, check=False).returncode)
    os.execve(command[0], command, environment)


def clean_environment() -> dict[str, str]:
    # PIP_USER is set to 0, not only dropped: a pip.conf may say `user = true`.
    return {name: value for name, value in os.environ.items() if name not in MISLEADING} | {"PIP_USER": "0"}


def prepare(needed: str) -> None:
    """Make `.venv` hold at least the set `needed`. A larger set that is there already is renewed, never cut down."""
    if is_ready(needed):
        return
    with only_one_start():
        if is_ready(needed):
            return
        stamp = read_stamp()
        wanted = max(needed, stamp.name if stamp else needed, key=SETS.index)
        try:
            install(wanted, stamp)
        except OSError as problem:
            raise BootstrapError(
                f"the installation into {VENV} stopped: {problem}.\n"
                "Put the project on a disk that you may write to, with about 400 MB free, and start again."
            ) from problem


def is_ready(needed: str) -> bool:
    stamp = read_stamp()
    return (
        stamp is not None
        and SETS.index(stamp.name) >= SETS.index(needed)
        and stamp.digest == lock_digest(stamp.name)
        and stamp.python == venv_version()
    )


def read_stamp() -> Stamp | None:
    try:
        stamp = Stamp(*STAMP.read_text(encoding="utf-8").split())
    except (OSError, TypeError, UnicodeDecodeError):
        return None
    return stamp if stamp.name in SETS else None


def lock_path(name: str) -> Path:
    return ROOT / "requirements" / f"{name}.txt"


def lock_digest(name: str) -> str:
    try:
        return hashlib.sha256(lock_path(name).read_bytes()).hexdigest()
    except FileNotFoundError as problem:
        raise BootstrapError(f"{problem.filename} is missing. Fetch the project again, whole.") from problem


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_version() -> str:
    """Return the virtualenv's Python as "3.11", or "" when it has none that starts.

    It is asked, not read from pyvenv.cfg: after an upgrade of the system the same link leads to another Python.
    """
    try:
        command = [str(venv_python()), "-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


@contextlib.contextmanager
def only_one_start() -> Iterator[None]:
    """Hold the machine-wide turn to write `.venv`. The system gives it back even when this process is killed."""
    try:
        LOCK_FILE.parent.mkdir(exist_ok=True)
        handle = LOCK_FILE.open("a+b")
    except OSError as problem:
        raise BootstrapError(
            f"cannot write in {ROOT} ({problem.strerror}).\n"
            "Copy the project to a folder where you may write, and start it there."
        ) from problem
    with handle:
        if not take_turn(handle.fileno(), wait=False):
            say("another start is installing at this moment; waiting for it ...")
            take_turn(handle.fileno(), wait=True)
        yield


def take_turn(descriptor: int, *, wait: bool) -> bool:
    while True:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if not wait:
                return False
            time.sleep(0.2)
        else:
            return True


def install(wanted: str, stamp: Stamp | None) -> None:
    """Fill `.venv` with the set `wanted`. The stamp is written last, so whatever breaks off is done again."""
    began = time.monotonic()
    digest = lock_digest(wanted)
    version = venv_version()
    usable = bool(version) and tuple(map(int, version.split("."))) >= OLDEST_PYTHON
    if not usable or (stamp and stamp.python != version):
        say(f"making a virtualenv in {VENV} ...")
        create_virtualenv()
    STAMP.unlink(missing_ok=True)
    total = len(re.findall(r"^[\w.-]+==", lock_path(wanted).read_text(encoding="utf-8"), re.MULTILINE))
    fill(wanted, total)
    draft = STAMP.with_suffix(".new")
    draft.write_text(f"{wanted} {venv_version()} {digest}\n", encoding="utf-8")
    draft.replace(STAMP)
    say(f"installed in {time.monotonic() - began:.0f} s.")


def create_virtualenv() -> None:
    try:
        import venv
    except ImportError as problem:
        raise BootstrapError("this Python came without `venv`. On Debian and Ubuntu: apt install python3-venv") from problem
    # Without pip: Debian ships no ensurepip by default, and pip of the outer Python can fill it from outside.
    venv.EnvBuilder(clear=True, with_pip=False, symlinks=os.name != "nt").create(VENV)


def fill(wanted: str, total: int) -> None:
    """Install the lock with uv when it is on PATH, else, or when uv fails, with pip."""
    flags = ["install", "--require-hashes", "--only-binary", ":all:", "-r", str(lock_path(wanted))]
    uv = shutil.which("uv")
    if uv:
        say(f"installing {total} packages ({wanted}) into .venv with uv ...")
        command = [uv, "pip", flags[0], "--python", str(venv_python()), *flags[1:]]
        if follow(command, total)[0] == 0:
            return
        say("uv did not manage; trying pip, which may be set up for another index.")
    pip = [*find_pip(), "--disable-pip-version-check", "--no-input"]
    say(f"installing {total} packages ({wanted}) into .venv with pip ...")
    code, lines = follow([*pip, *flags, "--no-compile"], total)
    if code:
        tail = "\n".join(line for line in lines[-12:] if line)
        raise BootstrapError(f"the installation failed.\n{tail}\n\n{remedy(lines)}")


def find_pip() -> list[str]:
    """Return a pip command that installs into `.venv`: the outer Python's, or one inside, made if need be."""
    outer = getattr(sys, "_base_executable", None) or sys.executable
    inner = str(venv_python())
    from_outside = [outer, "-m", "pip", "--python", inner]
    if works([*from_outside, "--version"]):  # pip before 22.3 does not know --python and fails here.
        return from_outside
    if works([inner, "-m", "pip", "--version"]) or works([inner, "-m", "ensurepip"]):
        return [inner, "-m", "pip"]
    raise BootstrapError(
        f"{outer} has no pip, or one older than 22.3.\n"
        "On Debian and Ubuntu: apt install python3-pip. Elsewhere: python3 -m ensurepip --upgrade. Then start again."
    )


def works(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, env=clean_environment(), check=False).returncode == 0


def follow(command: list[str], total: int) -> tuple[int, list[str]]:
    """Run an installer; show how far it is, on one line of a terminal or now and then in a log."""
    began = shown = time.monotonic()
    lines: list[str] = []
    done = 0
    terminal = sys.stdout.isatty()
    process = subprocess.Popen(
        command, env=clean_environment(), cwd=ROOT, text=True, errors="replace",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    with process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            package = re.match(r"(?:Collecting|Requirement already satisfied:) ([\w.-]+)", line)
            done += bool(package)
            if package and (terminal or time.monotonic() - shown > 5):
                shown = time.monotonic()
                text = f"  {done} of {total}  {package[1]:<28} {shown - began:3.0f} s"
                print(f"\r{text}" if terminal else text, end="" if terminal else "\n", flush=True)
    if terminal and done:
        print("\r" + " " * 60 + "\r", end="")
    return process.returncode, lines


def remedy(lines: list[str]) -> str:
    output = "\n".join(lines)
    for pattern, advice in REMEDIES:
        if re.search(pattern, output):
            return advice
    return "The lines above are the installer's own. Start again, or install requirements/core.txt by hand."


def say(text: str) -> None:
    print(f"newsroom: {text}", flush=True)


if __name__ == "__main__":
    try:
        prepare(sys.argv[1] if sys.argv[1:] and sys.argv[1] in SETS else "dev")
    except BootstrapError as stopped:
        sys.exit(f"newsroom: {stopped}")
