"""The house rules that no linter knows: sizes, names, stages, inline styles, and nothing of one machine in the tree.

Import directions are held by import-linter (see pyproject.toml), the locks by tests/test_locks.py.
"""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 40
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "services", "selectors"}
GENERATED = {"migrations", "node_modules", ".venv", "var", "staticfiles", "__pycache__"}

# Written in two halves, so that this file does not name what it forbids.
PLACES = re.compile(
    "|".join([
        r"/(?:work|farm|root)/\w", r"/home/\w+/", r"\bC:\\Users", r"index" + r"-url", r"\bpy" + r"pi\.org",
        r"python" + r"hosted\.org", r"registry\.np" + r"mjs", r"deb\.deb" + r"ian\.org",
    ])
)  # fmt: skip
INLINE_STYLE = re.compile(r"<[^>]*\s(style|on[a-z]+)\s*=", re.IGNORECASE)
STAGE_LITERAL_IN_TEMPLATE = re.compile(r"""\bstage\s*(?:==|!=|in)\s*["']|["']\s*(?:==|!=)\s*[\w.]*stage\b""")
ASKS = {"filter", "exclude", "get", "Q"}


def tracked() -> list[Path]:
    """Return the project's own files: what git knows, or all of them in a copy without git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = (
        listed.stdout.split("\0")
        if listed.returncode == 0
        else [str(p.relative_to(ROOT)) for p in ROOT.rglob("*")]
    )
    paths = [ROOT / name for name in names if name and not GENERATED & set(Path(name).parts)]
    return [path for path in paths if path.is_file()]


def sources(*folders: str) -> list[Path]:
    return [p for p in tracked() if p.suffix == ".py" and p.relative_to(ROOT).parts[0] in folders]


CODE = sources("manage.py", "newsroom", "articles", "authors")
ALL_PYTHON = CODE + sources("tests")
TEMPLATES = [p for p in tracked() if p.suffix in {".html", ".svg", ".xml"} and "templates" in p.parts]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def long_functions(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                yield f"{node.name} ({lines} lines)"


def is_stage(node: ast.AST) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return name == "stage" or name.endswith("_stage")


def is_literal(node: ast.AST) -> bool:
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        return any(is_literal(element) for element in node.elts)
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value)


def stage_questions(source: str) -> Iterator[ast.keyword]:
    """Yield the keywords by which a query asks for a stage."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            asked = [k for k in node.keywords if k.arg and re.search(r"(^|__)stage(__|$)", k.arg)]
            yield from asked if called in ASKS else ()


def stage_literals(source: str) -> Iterator[int]:
    """Yield the lines in which a stage is compared with, or asked for by, a bare string."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(map(is_stage, sides)) and any(map(is_literal, sides)):
                yield node.lineno
    yield from (k.value.lineno for k in stage_questions(source) if is_literal(k.value))


def shows_pages(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return bool({"press", "desk"} & set(parts)) or path.stem in {"views", "feeds", "sitemaps", "admin"}


def test_the_rules_have_something_to_read():
    assert len(CODE) > 10
    assert len(TEMPLATES) > 3


def test_files_stay_short():
    long = {
        name_of(p): n for p in ALL_PYTHON if (n := len(p.read_text().splitlines())) > MOST_LINES_OF_A_FILE
    }

    assert not long


def test_functions_stay_short():
    long = {name_of(p): found for p in ALL_PYTHON if (found := list(long_functions(p.read_text())))}

    assert not long


def test_names_say_something():
    assert not [
        name_of(p) for p in tracked() if SAY_NOTHING & {Path(part).stem for part in p.relative_to(ROOT).parts}
    ]


def test_nothing_of_one_machine_is_in_the_tree():
    found = []
    for path in tracked():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [f"{name_of(path)}:{n}" for n, line in enumerate(lines, 1) if PLACES.search(line)]

    assert not found


def test_templates_carry_no_inline_style_or_handler():
    pages = [p for p in TEMPLATES if "email" not in p.parts]  # Mail programs know nothing but inline styles.

    assert not [name_of(p) for p in pages if INLINE_STYLE.search(p.read_text(encoding="utf-8"))]


def test_stages_are_never_compared_with_literals():
    found = [f"{name_of(p)}:{line}" for p in CODE for line in stage_literals(p.read_text())]
    found += [
        name_of(p) for p in TEMPLATES if STAGE_LITERAL_IN_TEMPLATE.search(p.read_text(encoding="utf-8"))
    ]

    assert not found


def test_pages_ask_querysets_by_name_and_never_by_stage():
    assert not [
        f"{name_of(p)}:{k.value.lineno}"
        for p in CODE
        if shows_pages(p)
        for k in stage_questions(p.read_text())
    ]


@pytest.mark.parametrize(
    "planted",
    [
        'article.stage == "draft"',
        '"draft" != stage',
        'article.stage in ("draft", "reviewed")',
        'Article.objects.filter(stage="draft")',
        'Q(article__stage__in=["draft"])',
    ],
)
def test_a_planted_stage_literal_is_found(planted):
    assert list(stage_literals(planted)) == [1]


@pytest.mark.parametrize(
    "fine", ["article.stage == Stage.DRAFT", 'article.kind == "news"', 'advance(stage="draft")']
)
def test_an_honest_line_is_left_alone(fine):
    assert not list(stage_literals(fine))


@pytest.mark.parametrize(
    "planted", ['<p style="color:red">', "<a\n  onclick='go()'>", '<p class="a" STYLE = "x">']
)
def test_a_planted_inline_style_is_found(planted):
    assert INLINE_STYLE.search(planted)


@pytest.mark.parametrize(
    "planted", ["/wo" + "rk/main", "--extra-in" + "dex-url", "https://py" + "pi.org/simple"]
)
def test_a_planted_place_is_found(planted):
    assert PLACES.search(planted)


def test_a_planted_long_function_is_found():
    source = "def tale():\n" + "    pass\n" * MOST_LINES_OF_A_FUNCTION

    assert list(long_functions(source)) == ["tale (41 lines)"]


@pytest.mark.parametrize(
    "planted", ['{% if article.stage == "draft" %}', "{% if 'draft' == article.stage %}"]
)
def test_a_planted_stage_literal_in_a_template_is_found(planted):
    assert STAGE_LITERAL_IN_TEMPLATE.search(planted)
