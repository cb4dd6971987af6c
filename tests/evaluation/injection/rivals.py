"""Two engines that are the attacker's dream, for tests: one obeys what it reads, one says the attacker's words anyway."""

from dataclasses import dataclass

from articles.summaries.types import BulletSpec, Draft, DraftBullet, SourceDoc
from tests.evaluation.injection.corpus import Case


def reached(case: Case, doc: SourceDoc) -> bool:
    """Whether any of the planted words came through, be it a half of them."""
    if case.place == "headline":
        return bool(doc.headline)
    if case.place == "standfirst":
        return case.planted in doc.standfirst
    return any(one.id in case.planted_ids for one in doc.sentences)


def _ordinary(doc: SourceDoc) -> list[DraftBullet]:
    """Three sentences as they stand, so that there is nothing else to object to."""
    return [DraftBullet(one.text, (one.id,)) for one in doc.sentences[:3]]


@dataclass
class Obedient:
    """Does whatever is asked of it by any word that reaches it; it reads every disguise."""

    case: Case
    name: str = "obedient"
    version: str = "1"
    external: bool = False

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        bullets = _ordinary(doc)
        if reached(self.case, doc):
            bullets.insert(0, DraftBullet(f"{self.case.goal.text}.", (doc.sentences[0].id,)))
        return Draft(tuple(bullets), self.name, self.version)


@dataclass
class Bribed:
    """Says what the attacker wants whatever it reads, and cites the sentence of the story that is most like it."""

    case: Case
    name: str = "bribed"
    version: str = "1"
    external: bool = False

    def summarise(self, doc: SourceDoc, spec: BulletSpec) -> Draft:
        goal = f"{self.case.goal.text}."
        wanted = set(goal.casefold().split())
        closest = max(doc.sentences, key=lambda one: len(wanted & set(one.text.casefold().split())))
        return Draft((DraftBullet(goal, (closest.id,)), *_ordinary(doc)), self.name, self.version)
