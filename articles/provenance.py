"""How a Quick Take came about, as one JSON object for regulators and auditors; it reads and changes nothing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from articles.models.quicktake import Bullet, Finding, QuickTake
from articles.models.review import Review
from articles.models.version import PublishedVersion
from articles.summaries.alignment import edit_distance
from articles.summaries.types import Making

SCHEMA = "quick-take-evidence/1"


def evidence_of(quick_take: QuickTake) -> dict[str, Any]:
    """Return everything on record about a Quick Take: source, making, bullets, findings, reviews, versions.

    The form is docs/quick-take-evidence.schema.json. Times are ISO 8601 in UTC, digests SHA-256 in hexadecimal, offsets code points; people are named with their role.
    """
    revision = quick_take.revision
    bullets = quick_take.bullets.select_related("verdict_by").prefetch_related("findings__overridden_by")
    reviews = Review.objects.filter(quick_take=quick_take).select_related("carried_from").order_by("pk")
    versions = PublishedVersion.objects.filter(quick_take=quick_take).select_related("section")
    return {
        "schema": SCHEMA,
        "quick_take": quick_take.pk,
        "source": {
            "article": str(revision.article.uuid),
            "revision": revision.number,
            "digest": revision.digest,
            "splitter": revision.splitter,
            "saved_at": revision.saved_at.isoformat(),
        },
        "made": {
            "engine": quick_take.engine,
            "engine_version": quick_take.engine_version,
            "at": quick_take.created_at.isoformat(),
            # What nobody noted, because a person wrote it or an earlier release drafted it, is there and empty.
            **asdict(Making()),
            "requests": [],
            "withheld": [],
            **quick_take.making,
        },
        "bullets": [_bullet(bullet) for bullet in bullets.order_by("position", "pk")],
        "reviews": [_review(review) for review in reviews],
        "versions": [_version(version) for version in versions.defer("html", "text").order_by("pk")],
    }


def _bullet(bullet: Bullet) -> dict[str, Any]:
    return {
        "position": bullet.position,
        "origin": bullet.origin,
        "engine_text": bullet.machine_text,
        "text": bullet.text,
        # Letters put in, left out or exchanged between the two; null for the newsroom's own words.
        "edit_distance": edit_distance(bullet.machine_text, bullet.text) if bullet.machine_text else None,
        "evidence": bullet.evidence,
        "verdict": bullet.verdict,
        "verdict_by": str(bullet.verdict_by or ""),
        "verdict_at": bullet.verdict_at.isoformat() if bullet.verdict_at else "",
        "findings": [_finding(finding) for finding in bullet.findings.all()],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "sentence": finding.sentence,
    }
    if finding.override_reason and finding.overridden_at is not None:
        found["override"] = {
            "reason": finding.override_reason,
            "by": str(finding.overridden_by),
            "at": finding.overridden_at.isoformat(),
        }
    return found


def _review(review: Review) -> dict[str, Any]:
    return {
        "id": review.pk,
        "at": review.at.isoformat(),
        "reviewer": review.reviewer_name,
        "role": review.reviewer_role,
        "text": review.text_answer,
        "quick_take": review.quick_take_answer,
        "text_digest": review.revision_digest,
        "quick_take_digest": review.quick_take_digest,
        "carried_from": review.carried_from_id,
        "reason": review.reason,
    }


def _version(version: PublishedVersion) -> dict[str, Any]:
    return {
        "number": version.number,
        "address": version.get_absolute_url(),
        "public_from": version.public_from.isoformat(),
        "public_until": version.public_until.isoformat() if version.public_until else "",
        "quick_take_hidden_at": version.quick_take_hidden_at.isoformat()
        if version.quick_take_hidden_at
        else "",
    }
