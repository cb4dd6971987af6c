"""Two small articles, so that names and numbers can be taken from one to the other."""

from collections.abc import Callable
from random import Random

import pytest

from articles.summaries.evaluation.corpus import read_case
from articles.summaries.evaluation.planting.kinds import Edit
from articles.summaries.evaluation.planting.names import Lexicon
from articles.summaries.evaluation.planting.setting import Ground, Setting
from articles.summaries.evaluation.planting.wording import Planter

FERRY = """\
The Varnholm council bought a ferry on Tuesday, its chairman, Bo Osei, said. It cost £4.5 million and carries 320 cars.

The mayor, Ada Lind, 51, accused Osei of haste. “Nobody asked the crews about the night service,” Lind said.

The old ferry is alleged to have leaked since 3 July 2019. It was not repaired, and 180 people signed a petition.

Critics of Lind, among them Rolf Dahl, 44, say Varnholm has never needed it. Prices rose by 12% after the vote.
"""
TRAM = """\
The Hexby tram board hired Ines Corvo, 38, in March. She told Gus Merrow, the coach, that 740 drivers would strike.

“Every second stop is closed to wheelchairs,” said Corvo. The tram cost €61 million in 1994, Merrow said.

The line from Hexby to Ellery opened on Friday with 26 trams, and Corvo drove the first.
"""


@pytest.fixture(scope="session")
def grounds() -> list[Ground]:
    cases = [
        read_case("ferry", {"headline": "Council buys ferry", "date": "2026-03-05", "body": FERRY}),
        read_case("tram", {"headline": "Tram board hires coach", "date": "2026-05-08", "body": TRAM}),
    ]
    lexicon = Lexicon([FERRY, TRAM])
    return [Ground(case, lexicon) for case in cases]


Plant = Callable[[Planter, str], list[Edit]]


@pytest.fixture
def plant(grounds: list[Ground]) -> Plant:
    """Every error that a planter can put into a text that the ferry's article supports."""

    def planted(planter: Planter, text: str) -> list[Edit]:
        setting = Setting(grounds[0], text, grounds[1:])
        return [edit for seed in range(8) for edit in planter(text, setting, Random(seed))]

    return planted
