"""History that only grows: revisions, reviews, versions, notes and audit entries, at every door."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from articles import actions
from articles.models.address import Address
from articles.models.correction import Correction, CorrectionKind
from articles.models.quicktake import Bullet, Finding, Origin, QuickTake, Verdict
from articles.models.review import Answer, Review
from articles.models.revision import Revision
from articles.models.version import PublishedVersion
from newsroom import audit
from newsroom.models.audit import AuditEntry
from tests.articles import doors
from tests.articles.forged import version_of
from tests.factories import stories

pytestmark = pytest.mark.django_db


def make_revision(article, saver, now, **changes):
    """Return an unsaved next revision that says the same as the head, then changed."""
    row = Revision.objects.get(pk=article.head_id)
    row.pk, row.number, row.previous, row.saved_by, row.saved_at = (
        None,
        row.number + 1,
        article.head,
        saver,
        now,
    )
    row._state.adding = True
    for name, value in changes.items():
        setattr(row, name, value)
    return row


@pytest.mark.parametrize(
    "changes",
    [
        {"digest": "0" * 64},
        {"text": "Something else."},
        {"headline": "Something else"},
        {"contributors": []},
        {"number": 7},
        {"previous": None},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_revision_that_lies_is_refused(ada, clock, tmp_path, changes):
    article = stories.draft(by=ada, now=clock.now)

    doors.refuses_insert(lambda: make_revision(article, ada, clock.now, **changes), tmp_path)


def test_contributors_cannot_be_dropped_by_a_revision_of_somebody_else(ada, ben, clock, tmp_path):
    article = stories.draft(by=ada, now=clock.now)

    doors.refuses_insert(
        lambda: make_revision(article, ben, clock.now, material=False, contributors=[]), tmp_path
    )


def _rows(ada, ben, clock):
    """Return one row of each append-only table with changes that it must refuse."""
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    note = actions.Note(CorrectionKind.CLARIFICATION, "Context was added.")
    actions.correct(article=article, actor=ben, now=clock.tick(), note=note)
    return {
        "revision": (Revision.objects.last(), {"text": "x", "digest": "0" * 64, "contributors": []}),
        "review": (
            Review.objects.last(),
            {"bullets": "[]", "text_answer": Answer.NO, "reviewer_name": "Somebody"},
        ),
        "version": (
            PublishedVersion.objects.last(),
            {"html": "x", "bullets": "[]", "headline": "x", "public_from": clock.now - timedelta(days=9)},
        ),
        "audit": (AuditEntry.objects.last(), {"actor_name": "Somebody", "data": "{}"}),
        "correction": (Correction.objects.last(), {"note": "Nothing happened."}),
        "address": (Address.objects.last(), {"slug": "elsewhere"}),
        "quick_take": (QuickTake.objects.last(), {"engine": "Somebody"}),
        "bullet": (
            Bullet.objects.last(),
            {"text": "x", "origin": Origin.NEWSROOM, "verdict": Verdict.REJECTED},
        ),
    }


@pytest.mark.parametrize(
    "table", ["revision", "review", "version", "audit", "correction", "address", "quick_take", "bullet"]
)
def test_history_is_append_only(ada, ben, clock, tmp_path, table):
    row, changes = _rows(ada, ben, clock)[table]

    doors.refuses_change(row, **changes)
    doors.refuses_delete(row)
    doors.refuses_loaddata_over(row, tmp_path, **{next(iter(changes)): next(iter(changes.values()))})


def test_the_names_and_topics_of_a_version_are_append_only(ada, ben, clock):
    version = PublishedVersion.objects.get(
        article_id=stories.live(by=ada, reviewer=ben, now=clock.now).pk, public_until=None
    )
    for relation in (version.authors, version.topics):
        with pytest.raises(DatabaseError), transaction.atomic():
            relation.clear()


def test_a_frozen_quick_take_takes_no_further_bullet_or_finding(ada, ben, clock, tmp_path):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    quick_take = stories.newest_quick_take(article)
    bullet = quick_take.bullets.first()

    doors.refuses_insert(
        lambda: Bullet(
            quick_take=quick_take, position=9, text="More", verdict=Verdict.ACCEPTED, verdict_by=ben
        ),
        tmp_path,
    )
    doors.refuses_insert(
        lambda: Finding(bullet=bullet, code="number", severity="warn", message="?"), tmp_path
    )


def test_a_bullet_cannot_be_moved_into_a_frozen_quick_take(ada, ben, clock):
    frozen = stories.newest_quick_take(stories.reviewed(by=ada, reviewer=ben, now=clock.now))
    loose = stories.newest_quick_take(stories.waiting(by=ada, now=clock.now)).bullets.first()

    doors.refuses_change(loose, quick_take=frozen)


def test_a_version_may_end_and_its_box_be_hidden_but_no_more(ada, ben, clock):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    versions = PublishedVersion.objects.filter(article_id=article.pk)

    versions.update(public_until=clock.tick(), end_reason="withdrawn", quick_take_hidden_at=clock.now)

    assert not PublishedVersion.objects.live(clock.now).exists()


def test_the_date_of_first_publication_never_moves(ada, ben, clock, tmp_path):
    article = stories.live(by=ada, reviewer=ben, now=clock.now)
    versions = PublishedVersion.objects.filter(article_id=article.pk)
    versions.update(public_until=clock.tick(), end_reason="replaced")

    doors.refuses_insert(lambda: version_of(article, clock.now), tmp_path)


def test_an_audit_entry_outside_a_transaction_of_its_act_is_refused(transactional_db, clock):
    with pytest.raises(transaction.TransactionManagementError):
        audit.record(actor=None, action="x", subject="article:1", now=clock.now)
