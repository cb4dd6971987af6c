"""Measures what a draft costs a worker in processor time and memory; what it prints differs from machine to machine."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Final, NamedTuple

from articles.summaries.engines.extractive import ExtractiveEngine
from articles.summaries.evaluation.corpus import Case
from articles.summaries.grounding import RuleCheck
from articles.summaries.sentences import read
from articles.summaries.types import BulletSpec
from articles.summaries.words import count_words

_ROUNDS: Final = 30
_WARM_UP: Final = 3
_WORDS: Final = 700
_ROOT: Final = Path(__file__).resolve().parents[3]

# Resident memory before and after, in bytes, with one article drafted and checked; the article comes as JSON. The peak
# that `resource` gives would be that of the process which started this one, if that was larger.
_PROBE: Final = """
import json, resource, sys
paragraphs = json.load(sys.stdin)
def held():
    try:
        with open("/proc/self/statm") as status:
            return int(status.read().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
before = held()
from articles.summaries.engines.extractive import ExtractiveEngine
from articles.summaries.grounding import RuleCheck
from articles.summaries.sentences import read
from articles.summaries.types import BulletSpec
doc = read("", "", paragraphs)
RuleCheck().check(doc, ExtractiveEngine().summarise(doc, BulletSpec()).bullets)
print(before, held())
"""


class Cost(NamedTuple):
    """`milliseconds` of processor time for an article of `words`, and `megabytes` that splitter, engine and checks add."""

    words: int
    milliseconds: float
    megabytes: float


def measure(cases: Sequence[Case]) -> Cost | None:
    """The median of thirty rounds of split, select and check, after a few to warm up; None without an article.

    The articles are some that the engine does not refuse.
    """
    if not cases:
        return None
    case = min(cases, key=lambda one: abs(_length(one) - _WORDS))
    engine, check, spec = ExtractiveEngine(), RuleCheck(), BulletSpec()
    spent: list[float] = []
    for _ in range(_WARM_UP + _ROUNDS):
        began = process_time()
        doc = read(case.doc.headline, case.doc.standfirst, case.blocks)
        check.check(doc, engine.summarise(doc, spec).bullets)
        spent.append(process_time() - began)
    return Cost(_length(case), 1000 * median(spent[_WARM_UP:]), _megabytes(case))


def _length(case: Case) -> int:
    return sum(count_words(block) for block in case.blocks)


def _megabytes(case: Case) -> float:
    """In a fresh interpreter, since this one has loaded everything."""
    done = subprocess.run(  # noqa: S603 - starts this interpreter with the words above.
        [sys.executable, "-c", _PROBE],
        cwd=_ROOT,
        input=json.dumps(case.blocks),
        capture_output=True,
        text=True,
        check=True,
    )
    before, after = map(int, done.stdout.split())
    return (after - before) / 1024**2
