"""Puts a hashed lock into a virtualenv with uv or pip, shows how far it is and says what to do when it fails.

The hands of `newsroom.bootstrap`, which decides when and what. Standard library only; knows no Django.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

# These would send the packages somewhere else, or another Python's packages in here. The index, proxy and
# certificate variables stay: behind a company mirror they are the only way to any package.
MISLEADING = frozenset({
    "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_NO_BINARY", "UV_TARGET", "UV_PREFIX",
    "UV_NO_BINARY", "PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__",
})  # fmt: skip

# What installers print when they fail, most telling first, and what the person at the keyboard can do about it.
REMEDIES = {
    r"DO NOT MATCH THE HASHES|[Hh]ash mismatch": (
        "A package is not the one that the lock names. Start again; if it stays, the package index or a proxy "
        "alters files."
    ),
    r"No space left": "The disk is full. The packages need about 400 MB.",
    r"Read-only file system|Permission denied|Access is denied": (
        "A folder cannot be written to. Put the project where you may write, or mend the rights of the folder "
        "named above."
    ),
    # "from versions: none" is what pip says when it heard nothing at all, as opposed to nothing that fits.
    r"Connection|NameResolution|Timeout|ProxyError|SSLError|[Dd]ns error|error sending request|from versions: none": (
        "The package index was not reached. Check the network; behind a proxy set HTTPS_PROXY, with a mirror of "
        "your own set PIP_INDEX_URL. Then start again: what was fetched is kept."
    ),
    r"No matching distribution|No solution found": (
        "There is no ready-made package for this Python on this machine. CPython 3.11 to 3.13 on Linux, macOS "
        "and Windows has them all; start this with one of those."
    ),
}


class InstallError(Exception):
    """A reason to stop, in words that say what to do next."""


def clean_environment() -> dict[str, str]:
    """Return the environment for installers and for the new interpreter, without what would mislead them."""
    # PIP_USER is set to 0, not only dropped: a pip.conf may say `user = true`.
    return {name: value for name, value in os.environ.items() if name not in MISLEADING} | {"PIP_USER": "0"}


def say(text: str) -> None:
    """Tell the terminal, at once, who is speaking and what is going on."""
    print(f"newsroom: {text}", flush=True)


def fill(python: Path, lock: Path) -> None:
    """Install the lock into the virtualenv of `python` with uv when it is on PATH, else, or if uv fails, with pip.

    Raises InstallError.
    """
    total = len(re.findall(r"^[\w.-]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    # The lock is whole, so nothing is resolved: asked for `coverage[toml]`, pip would look past the pin of `coverage`,
    # find a newer release without a hash and give up.
    flags = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    uv = shutil.which("uv")
    if uv:
        say(f"installing {total} packages ({lock.stem}) into {python.parent.parent.name} with uv ...")
        if _follow([uv, "pip", "install", "--python", str(python), *flags], total)[0] == 0:
            return
        say("uv did not manage; trying pip, which may be set up for another index.")
    pip = find_pip(python)
    say(f"installing {total} packages ({lock.stem}) into {python.parent.parent.name} with pip ...")
    quiet = ["--disable-pip-version-check", "--no-input", "--no-compile"]
    code, lines = _follow([*pip, "install", *quiet, *flags], total)
    if code:
        told = [line for line in lines if line and not line.startswith("Ignoring ")]
        raise InstallError("\n".join(["the installation failed.", *told[-8:], "", remedy("\n".join(lines))]))


def find_pip(python: Path) -> list[str]:
    """Return a pip command that installs beside `python`: the outer Python's, or one inside, made if need be.

    Raises InstallError when there is neither.
    """
    outer = getattr(sys, "_base_executable", None) or sys.executable
    from_outside = [outer, "-m", "pip", "--python", str(python)]
    if _works([*from_outside, "--version"]):  # pip before 22.3 does not know --python and fails here.
        return from_outside
    inside = [str(python), "-m", "pip"]
    if _works([*inside, "--version"]) or _works([str(python), "-m", "ensurepip"]):
        return inside
    raise InstallError(
        f"{outer} has no pip, or one older than 22.3.\n"
        "On Debian and Ubuntu: apt install python3-pip. Elsewhere: python3 -m ensurepip --upgrade. Then start again."
    )


def remedy(output: str) -> str:
    """Return the advice for what an installer printed."""
    for pattern, advice in REMEDIES.items():
        if re.search(pattern, output):
            return advice
    return "The lines above are the installer's own. Mend what they name, then start again."


def _works(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, env=clean_environment(), check=False).returncode == 0


def _follow(command: list[str], total: int) -> tuple[int, list[str]]:
    """Run an installer; show how far it is, on one line of a terminal or now and then in a log."""
    began = shown = time.monotonic()
    lines: list[str] = []
    done = 0
    terminal = sys.stdout.isatty()
    process = subprocess.Popen(
        command, env=clean_environment(), text=True, errors="replace",
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
