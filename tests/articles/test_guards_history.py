"""History that only grows: revisions, reviews, versions, notes and audit entries, at every door."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from articles import actions, digest
from articles.models.address import Address
from articles.models.article import Article
from articles.models.correction import Correction, CorrectionKind
from articles.models.quicktake import Bullet, Finding, Origin, QuickTake, Verdict
from articles.models.review import Answer, Review
from articles.models.revision import Revision
from articles.models.version import EndReason, PublishedVersion
from newsroom import audit
from newsroom.models.audit import AuditEntry
from tests.articles import doors
from tests.articles.forged import version_of
from tests.conftest import NOON
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
    ids=str,
)
def test_a_revision_that_lies_is_refused(ada, clock, tmp_path, changes):
    article = stories.draft(by=ada, now=clock.now)

    doors.refuses_insert(lambda: make_revision(article, ada, clock.now, **changes), tmp_path)


def test_contributors_cannot_be_dropped_by_a_revision_of_somebody_else(ada, ben, clock, tmp_path):
    article = stories.draft(by=ada, now=clock.now)

    doors.refuses_insert(
        lambda: make_revision(article, ben, clock.now, material=False, contributors=[]), tmp_path
    )


@pytest.mark.parametrize(
    "contributors",
    [{"ada": 1}, ["1"], [[1]], [1.5], [None], 1, "1"],
    ids=lambda contributors: f"{contributors!r}",
)
def test_contributors_are_a_list_of_keys(ada, ben, clock, tmp_path, contributors):
    # Read and published: the slate is clean, so that nobody is lost by a list that names nobody.
    article = stories.live(by=ada, reviewer=ben, now=clock.now)

    doors.refuses_insert(
        lambda: make_revision(article, ada, clock.now, material=False, contributors=contributors), tmp_path
    )


def _canonical(row, **changes):
    """Return the canonical form of a revision with other parts, and its digest; a part that is None is left out."""
    parts = {**json.loads(row.canonical), **changes}
    text = json.dumps({key: value for key, value in parts.items() if value is not None})
    return {"canonical": text, "digest": digest.digest(text)}


@pytest.mark.parametrize("part", ["text", "headline", "standfirst"])
def test_a_digest_over_less_than_the_words_is_refused(ada, clock, tmp_path, part):
    article = stories.draft(by=ada, now=clock.now)
    without = _canonical(article.head, **{part: None})

    doors.refuses_insert(lambda: make_revision(article, ada, clock.now, **without), tmp_path)


@pytest.mark.parametrize("contributors", [True, False], ids=["with its saver", "without"])
def test_a_first_revision_is_material_and_names_its_saver(ada, ben, clock, tmp_path, contributors):
    article = stories.draft(by=ada, now=clock.now)
    empty = Article(headline="Other", slug="other", section=article.section, kind=article.kind)
    actions.create_article(article=empty, actor=ada, now=clock.now)

    def make():
        row = make_revision(article, ada, clock.now, number=1, previous=None)
        row.article = empty
        row.material = not contributors
        row.contributors = [ada.pk] if contributors else [ben.pk]
        return row

    doors.refuses_insert(make, tmp_path)


def test_contributors_stay_when_the_text_was_only_scheduled_once(ada, ben, clock, tmp_path):
    article = stories.reviewed(by=ada, reviewer=ben, now=clock.now)
    later = clock.now + timedelta(hours=2)
    actions.schedule(article=article, actor=ben, now=clock.tick(), at=later)
    actions.unschedule(article=article, actor=ben, now=clock.tick())

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


@pytest.mark.parametrize(
    ("table", "by", "changes"),
    [
        ("audit", ["number"], {"actor_name": "Somebody"}),
        ("address", ["section", "slug"], {"reserved_at": NOON - timedelta(days=9)}),
        ("revision", ["article", "number"], {"note": "Nothing happened."}),
        ("version", ["article", "number"], {"kind_label": "Advertisement"}),
    ],
)
def test_history_is_not_written_over_by_another_unique_key(ada, ben, clock, table, by, changes):
    row, _ = _rows(ada, ben, clock)[table]

    doors.refuses_writing_over(row, *by, **changes)


def test_an_earlier_version_is_not_written_over_by_one_that_never_was_public(ada, ben, clock):
    _rows(ada, ben, clock)
    version = PublishedVersion.objects.get(number=1)
    never = {"public_until": version.public_from, "end_reason": EndReason.CANCELLED}

    doors.refuses_writing_over(version, "article", "number", kind_label="Advertisement", **never)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite has UPDATE OR REPLACE")
def test_a_loose_bullet_cannot_take_the_place_of_a_frozen_one(ada, ben, clock):
    frozen = stories.newest_quick_take(stories.reviewed(by=ada, reviewer=ben, now=clock.now)).bullets.first()
    loose = stories.newest_quick_take(stories.waiting(by=ada, now=clock.now)).bullets.first()

    with doors.refused(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE OR REPLACE articles_bullet SET id = %s WHERE id = %s", [frozen.pk, loose.pk])
    assert Bullet.objects.get(pk=frozen.pk).quick_take_id == frozen.quick_take_id


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
            quick_take=quick_take,
            position=9,
            text="More",
            origin=Origin.NEWSROOM,
            verdict=Verdict.ACCEPTED,
            verdict_by=ben,
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
