"""The words of docs/summaries.md fit what the code measures."""

import re
from pathlib import Path

from articles.summaries.evaluation import page
from articles.summaries.evaluation.cost import Cost
from articles.summaries.evaluation.planting.kinds import MEANINGS

WORDS = Path(page.__file__).with_name("page.md").read_text(encoding="utf-8")
EXPLAINED = set(re.findall(r"^\| `([a-z-]+)` \|", WORDS, re.MULTILINE))


def test_every_code_that_names_an_error_is_explained():
    assert {code for meaning in MEANINGS.values() for code in meaning.codes} <= EXPLAINED


def test_the_cost_is_told_in_round_figures_with_its_goal():
    line = page.cost_line(Cost(words=695, milliseconds=17.2, megabytes=15.96))

    assert "about 15 ms for an article of 695 words (goal: ≤ 50 ms for 700), about 16 MB" in line


def test_only_the_line_of_the_machine_is_left_out_of_a_comparison():
    one, other = page.cost_line(Cost(700, 20.0, 9.0)), page.cost_line(None)

    assert page.comparable(f"a\n{one}\nb") == page.comparable(f"a\n{other}\nb") == "a\nb"
