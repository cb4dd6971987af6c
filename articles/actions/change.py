"""How new words compare with what was read and stood for: material or not, and why; decides nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from articles import documents
from articles.actions import carry
from articles.documents import Written
from articles.models.article import Article
from articles.models.quicktake import QuickTake
from articles.models.review import Review
from articles.models.revision import Revision
from articles.summaries import alignment
from articles.summaries.materiality import Materiality, compare


@dataclass(frozen=True, slots=True)
class Change:
    """``reasons`` in words why it is material, empty if it is not; ``diff`` is ``[{"before", "after"}]``."""

    reasons: list[str]
    against_head: Materiality | None
    diff: list[dict[str, str]]

    @property
    def material(self) -> bool:
        return bool(self.reasons)


def measure(
    *, stored: Article, written: Written, approvals: list[Review], quick_takes: list[QuickTake]
) -> Change:
    """Compare what was written with the stored head, and with what people read and stood for before it."""
    head = stored.head
    if head is None:
        return Change(["First revision"], None, [])
    now_doc = documents.source_doc(written)
    against_head = compare(documents.source_doc(head), now_doc, carry.cited_sentences(quick_takes))
    reasons = list(against_head.reasons)
    reasons += documents.changes_beside_the_text(
        head.canonical, written.canonical, already_material=against_head.material
    )
    # Many small mends must not add up to another text: what a person read, and what somebody last stood for as a
    # contributor, is the measure and not the last save.
    for earlier in _measures(stored, head, approvals):
        against_earlier = compare(documents.source_doc(earlier), now_doc, ())
        reasons += [reason for reason in against_earlier.reasons if reason not in reasons]
    return Change(reasons, against_head, _diff(head.text, written.text))


def _measures(stored: Article, head: Revision, approvals: list[Review]) -> list[Revision]:
    """Return the earlier revisions that the new words must not differ from materially to pass as a mend."""
    material = Revision.objects.filter(article=stored, material=True).order_by("-number").first()
    found = {read.pk: read for read in map(_as_read, approvals)}
    if material is not None:
        found[material.pk] = material
    return [revision for key, revision in found.items() if key != head.pk]


def _as_read(review: Review) -> Revision:
    """Return the revision that the reviewer had before their eyes."""
    while review.carried_from is not None:
        review = review.carried_from
    return review.revision


def _diff(before: str, after: str) -> list[dict[str, str]]:
    old, new = before.split(), after.split()
    return [
        {"before": " ".join(old[was]), "after": " ".join(new[now])}
        for was, now in alignment.changed(old, new)
    ]
