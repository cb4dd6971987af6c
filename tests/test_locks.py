"""The locks say what pyproject.toml asks for. Read offline; `.ci/run` also resolves anew where uv is present."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
OWN_MARK = re.compile(r"#\s+(?:via )?newsroom \(|#\s+(?:via )?\S*pyproject\.toml:\w+|#\s+via -r ")


def group(name: str) -> list[str]:
    asked: list[str] = []
    for item in GROUPS[name]:
        asked += group(item["include-group"]) if isinstance(item, dict) else [item]
    return asked


CORE = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
ASKED = {
    "core": CORE,
    "postgres": CORE + EXTRAS["postgres"],
    "llm": CORE + EXTRAS["postgres"] + EXTRAS["llm"],
    "test": CORE + EXTRAS["postgres"] + EXTRAS["llm"] + group("test"),
    "dev": CORE + EXTRAS["postgres"] + EXTRAS["llm"] + group("dev"),
}


def locked(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {
        canonicalize_name(found[1]): found[2] for found in re.finditer(r"(?m)^([\w.-]+)==([^\s;]+)", text)
    }


@pytest.mark.parametrize("name", ASKED)
def test_every_dependency_is_locked_within_its_bounds(name):
    pins = locked(name)
    wrong = []
    for line in ASKED[name]:
        requirement = Requirement(line)
        version = pins.get(canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version, prereleases=True):
            wrong.append(f"{line}: locked is {version}")

    assert not wrong, "make the locks again, see CONTRIBUTING.md"


@pytest.mark.parametrize("name", ASKED)
def test_every_locked_file_has_a_hash(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", text)[1:]

    assert not [block.split()[0] for block in blocks if "--hash=sha256:" not in block]


@pytest.mark.parametrize("name", ASKED)
def test_nothing_is_locked_for_the_project_that_it_no_longer_asks_for(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    asked = {canonicalize_name(Requirement(line).name) for line in ASKED[name]}
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", text)[1:]
    own = {canonicalize_name(block.split("==")[0]) for block in blocks if OWN_MARK.search(block)}

    assert own == asked
