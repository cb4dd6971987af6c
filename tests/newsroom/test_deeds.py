"""No raw name of an act reaches a reader of the log."""

import re
from pathlib import Path

from articles.actions.recall import RECALL, RESTORE
from newsroom.deeds import is_named, said
from newsroom.stages import Move

ROOT = Path(__file__).resolve().parent.parent.parent
RECORDED = re.compile(r"""(?:\baction=|^[A-Z_]*ACTION = )["']([a-z_]+)["']""", re.MULTILINE)


def test_every_move_is_said_in_words():
    assert [move for move in Move if not is_named(move.value)] == []


def test_every_act_that_the_code_records_is_said_in_words():
    code = [path for app in ("articles", "newsroom", "authors") for path in (ROOT / app).rglob("*.py")]
    recorded = {name for path in code for name in RECORDED.findall(path.read_text(encoding="utf-8"))}
    recorded -= {"store_true", "append"}
    forms = {name for name in recorded if name.startswith(("add_", "change_", "delete_"))}

    assert {name for name in (recorded - forms) | {RECALL, RESTORE} if not is_named(name)} == set()


def test_what_django_records_of_a_form_is_a_sentence():
    assert said("add_section") == "added section"
    assert said("change_story_template") == "changed story template"


def test_an_act_without_a_name_is_told_rather_than_hidden():
    assert said("weigh_anchor") == "weigh anchor"
