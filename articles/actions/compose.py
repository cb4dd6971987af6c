"""Builds the public copy of a revision in memory: for previews unsaved, for publication by versions.py."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from articles import markup
from articles.models.article import Article
from articles.models.kind import QuickTakeUse
from articles.models.quicktake import Origin, QuickTake, Verdict
from articles.models.review import Review
from articles.models.revision import Revision
from articles.models.version import PublishedVersion


def provenance_of(quick_take: QuickTake, review: Review | None) -> dict[str, Any]:
    """Return how a box was made, for the public page."""
    bullets = list(quick_take.bullets.prefetch_related("findings"))
    kept = [bullet for bullet in bullets if bullet.verdict == Verdict.ACCEPTED]
    return {
        "engine": quick_take.engine,
        "engine_version": quick_take.engine_version,
        "drafted_at": quick_take.created_at.isoformat(),
        "reviewed_at": _first(review).at.isoformat() if review else "",
        "reviewer": review.reviewer_name if review else "",
        "role": review.reviewer_role if review else "",
        "accepted": sum(bullet.origin == Origin.MACHINE for bullet in kept),
        "edited": sum(bullet.origin == Origin.EDITED for bullet in kept),
        "own": sum(bullet.origin == Origin.NEWSROOM for bullet in kept),
        "rejected": len(bullets) - len(kept),
        "model": quick_take.model,
        "prompt": str(quick_take.prompt or ""),
        # How many points stand although a check could not find them in the text; a person said why.
        "overridden": sum(any(one.override_reason for one in bullet.findings.all()) for bullet in kept),
    }


def _first(review: Review) -> Review:
    """Return the review that a person gave, behind one that was carried."""
    while review.carried_from is not None:
        review = review.carried_from
    return review


# What a version takes over from its revision as it stands there.
FROM_REVISION = (
    "headline",
    "standfirst",
    "html",
    "text",
    "digest",
    "hero",
    "hero_alt",
    "hero_caption",
    "bylines",
    "sources",
)


def compose(
    *,
    article: Article,
    revision: Revision,
    now: datetime,
    quick_take: QuickTake | None = None,
    review: Review | None = None,
) -> PublishedVersion:
    """Return an unsaved version of ``revision`` as it would go out at ``now``, with the box if one is given."""
    box = quick_take if article.kind.quick_take != QuickTakeUse.NEVER else None
    return PublishedVersion(
        **{name: getattr(revision, name) for name in FROM_REVISION},
        article=article,
        number=0,
        revision=revision,
        review=review,
        quick_take=box,
        uuid=article.uuid,
        section=article.section,
        slug=article.slug,
        kind=article.kind,
        kind_label=article.kind.public_label,
        feed=article.kind.in_feeds,
        follow_call=article.kind.follow_call,
        language=article.language,
        word_count=markup.word_count(revision.text),
        bullets=box.canonical_kept() if box else "[]",
        provenance=provenance_of(box, review) if box else {},
        published_at=now,
        updated_at=now,
        public_from=now,
        made_at=now,
    )
