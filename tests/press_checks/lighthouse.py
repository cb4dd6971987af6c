"""Lighthouse on a running demo, phone and desktop; prints the scores and fails below what this paper promises.

``npm install --no-save lighthouse@12`` in this folder, ``python3 manage.py demo`` in one window, and in another
``.venv/bin/python -m tests.press_checks.lighthouse http://127.0.0.1:8000``. Not part of CI: it takes minutes.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.request import urlopen

CLI = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
CHROMIUM = "/usr/bin/chromium"
FLAGS = "--headless=new --no-sandbox --disable-background-networking"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Milliseconds of the largest paint (simulated slow phone), and shift of the layout.
SLOWEST_PAINT, MOST_SHIFT = 1500, 0.01
PICTURE_INSIDE = re.compile(r'<div class="prose">.*<picture.*<footer class="story-foot">', re.DOTALL)


def main(site: str) -> int:
    """Judge every page in both forms; return how many fall short."""
    short = 0
    for name, address in pages(site).items():
        for form in ("mobile", "desktop"):
            short += not judge(name, address, form)
    return short


def pages(site: str) -> dict[str, str]:
    """Return the pages to judge: the front, a section, its first story with a Quick Take, one with a picture inside its text,
    the search.

    What a search found is kept out of search engines, as they ask, so the page of the search itself is judged.
    """
    front = _read(site)
    section = re.findall(r'<nav class="sections".*?href="(/[^"/]+/)"', front, re.DOTALL)[0]
    stories = re.findall(rf'href="({section}[a-z0-9-]+/)"', _read(site + section))
    story = next(path for path in stories if 'class="quick-take"' in _read(site + path))
    everywhere = dict.fromkeys(re.findall(r'href="(/[a-z0-9-]+/[a-z0-9-]+/)"', front))
    inside = next((path for path in everywhere if PICTURE_INSIDE.search(_read(site + path))), story)
    return {
        "home": f"{site}/",
        "section": site + section,
        "article": site + story,
        "long read": site + inside,
        "search": f"{site}/search/",
    }


def judge(name: str, address: str, form: str) -> bool:
    """Run Lighthouse once; return whether the page is as good as promised."""
    report = _report(address, form)
    scores = {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES}
    paint = report["audits"]["largest-contentful-paint"]["numericValue"]
    shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
    print(f"{name:8} {form:8} {scores} LCP {paint:.0f} ms, CLS {shift:.3f}")  # noqa: T201
    for audit in report["audits"].values():
        if audit.get("score") not in {None, 1} and audit["scoreDisplayMode"] in {"binary", "numeric"}:
            print(f"    {audit['score']:.2f} {audit['title']} {audit.get('displayValue', '')}")  # noqa: T201
    return bool(min(scores.values()) == 100 and paint <= SLOWEST_PAINT and shift <= MOST_SHIFT)


def _report(address: str, form: str) -> dict[str, Any]:
    """Return what Lighthouse says of a page; it loses the browser's trace at times and then asks to be run again."""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = ["node", str(CLI), address, "--quiet", "--output=json", f"--output-path={out.name}"]
        command += [f"--chrome-flags={FLAGS}", f"--only-categories={','.join(CATEGORIES)}"]
        if form == "desktop":
            command.append("--preset=desktop")
        for tries_left in (2, 1, 0):
            ran = subprocess.run(command, check=not tries_left, env={**os.environ, "CHROME_PATH": CHROMIUM})
            if ran.returncode == 0:
                break
        report: dict[str, Any] = json.loads(Path(out.name).read_text())
    return report


def _read(address: str) -> str:
    with urlopen(address) as answer:  # noqa: S310 - the address is the operator's own
        return str(answer.read().decode())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"))
