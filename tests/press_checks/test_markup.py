"""Every public page through the Nu HTML checker and html-validate: neither reports anything.

One rule is off: Django names the field on a label that already holds it, which does no harm.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from tests.conftest import require
from tests.press_checks.paper import REFUSED, print_paper

FOLDER = Path(__file__).parent
TOOLS = FOLDER / "node_modules"
NU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = TOOLS / "html-validate" / "bin" / "html-validate.mjs"

# Java and Node, like a browser, are not on everyone's machine.
pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def saved(client, ada, ben, cleo, tmp_path: Path) -> Path:
    """A folder with every page of a small paper as a file."""
    for name, address in print_paper(writer=ada, reviewer=ben, chief=cleo, now=timezone.now()).items():
        answer = client.get(address)
        assert answer.status_code == REFUSED.get(name, 200), address
        (tmp_path / f"{name.replace(' ', '-')}.html").write_bytes(answer.content)
    return tmp_path


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a validator; it exits with something else than 0 when it finds a fault."""
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def needed(program: str, tool: Path) -> str:
    """Return where a program is, or skip without it and without the tool that it runs."""
    require(f"{tool.name} (npm ci in {FOLDER.relative_to(settings.BASE_DIR)})", there=tool.exists())
    found = shutil.which(program)
    require(program, there=found is not None)
    return found or ""


def test_the_nu_checker_reports_nothing(saved):
    java = needed("java", NU)
    files = sorted(saved.glob("*.html"))
    styles = sorted((settings.BASE_DIR / "static" / "css").glob("[!d]*.css"))

    said = run(java, "-jar", NU, "--format", "json", "--also-check-css", *files, *styles)

    messages: list[dict[str, Any]] = json.loads(said.stderr)["messages"]
    assert [told(message) for message in messages] == []


def told(message: dict[str, Any]) -> str:
    """Return a message of the checker in one line."""
    where = Path(message.get("url", "")).name
    return f"{where}:{message.get('lastLine')} {message['message']} {message.get('extract', '')[:120]}"


def test_html_validate_reports_nothing(saved):
    node = needed("node", HTML_VALIDATE)

    said = run(
        node,
        HTML_VALIDATE,
        "--config",
        FOLDER / ".htmlvalidate.json",
        "--formatter",
        "text",
        *saved.glob("*.html"),
    )

    assert said.stdout.splitlines() == []
    assert said.returncode == 0, said.stderr


def test_both_report_a_faulty_page(tmp_path):
    java, node = needed("java", NU), needed("node", HTML_VALIDATE)
    page = tmp_path / "faulty.html"
    page.write_text(
        '<!doctype html><html lang="en"><title>A</title><p><div style="color:red"></p><img src="a.jpg">'
    )

    assert "img" in run(java, "-jar", NU, "--format", "json", page).stderr
    assert (
        "faulty.html"
        in run(
            node, HTML_VALIDATE, "--config", FOLDER / ".htmlvalidate.json", "--formatter", "text", page
        ).stdout
    )
