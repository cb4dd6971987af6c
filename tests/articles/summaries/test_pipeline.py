"""The pipeline loads engines by name, tidies what they hand in and orders what the checks say."""

from collections.abc import Sequence

import pytest

from articles.summaries.engines.extractive import ExtractiveEngine
from articles.summaries.grounding import RuleCheck
from articles.summaries.kit import EngineKit
from articles.summaries.pipeline import EngineNotFound, draft, load_engine
from articles.summaries.sentences import read
from articles.summaries.types import BulletSpec, Draft, DraftBullet, Finding, Severity, SourceDoc, Unsuitable

DOC = read("Head", "", ["One bridge is open. Two are shut. Three are planned. Four were dropped."])


class Parrot:
    """An engine that hands in what it was given."""

    name = "parrot"
    version = "7"
    external = False

    def __init__(self, *bullets: DraftBullet) -> None:
        self.bullets = bullets

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        return Draft(self.bullets, self.name, self.version)


class Grumbler:
    def check(self, doc: SourceDoc, bullets: Sequence[DraftBullet]) -> tuple[Finding, ...]:
        return tuple(Finding(n, "x", Severity.INFO, "hm", 0, 1) for n in reversed(range(len(bullets))))


def test_an_engine_is_loaded_by_its_dotted_path() -> None:
    engine = load_engine("articles.summaries.engines.extractive.ExtractiveEngine")
    assert isinstance(engine, ExtractiveEngine)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nothing",
        "no.such.module.Engine",
        "articles.summaries.types.Nobody",
        "articles.summaries.types.Severity",
        "fractions.Fraction",
    ],
)
def test_what_is_no_engine_is_refused_by_name(path: str) -> None:
    with pytest.raises(EngineNotFound, match="engine"):
        load_engine(path)


def test_bullets_are_tidied_and_unknown_evidence_goes() -> None:
    engine = Parrot(
        DraftBullet("  One bridge\nis open. ", (1, 1, 99)),
        DraftBullet("one bridge is open.", (1,)),
        DraftBullet(" ", (2,)),
        DraftBullet("Two are shut.", (2,)),
        DraftBullet("Three are planned.", (42,)),
    )
    drafted = draft(engine, DOC, BulletSpec(), EngineKit(checks=[RuleCheck()]))
    made, found = drafted.draft, drafted.findings
    assert made == Draft(
        (
            DraftBullet("One bridge is open.", (1,)),
            DraftBullet("Two are shut.", (2,)),
            DraftBullet("Three are planned.", ()),
        ),
        "parrot",
        "7",
    )
    assert [(one.bullet, one.code) for one in found] == [(2, "id")]


def test_too_few_usable_bullets_are_no_draft() -> None:
    with pytest.raises(Unsuitable) as caught:
        draft(Parrot(DraftBullet("Two are shut.", (2,))), DOC, BulletSpec(), EngineKit())
    assert caught.value.reason == "The draft has 1 usable bullets, and a Quick Take needs 3."


def test_no_more_bullets_than_wanted_and_findings_in_order() -> None:
    engine = Parrot(*(DraftBullet(f"Bullet {n} here.", (1,)) for n in range(9)))
    drafted = draft(engine, DOC, BulletSpec(at_most=4), EngineKit(checks=[Grumbler(), RuleCheck()]))
    made, found = drafted.draft, drafted.findings
    assert len(made.bullets) == 4
    assert [one.bullet for one in found] == sorted(one.bullet for one in found)
    assert {one.code for one in found} == {"x", "number", "number-far"}
