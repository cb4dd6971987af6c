"""The keyed chain of the audit log, against somebody who got past the guards."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from newsroom import audit, guards
from newsroom.models.audit import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain(clock, db):
    """Five entries, with the guards taken away."""
    with transaction.atomic():
        for number in range(5):
            audit.record(
                actor=None, action="test", subject="article:1", now=clock.tick(), data={"number": number}
            )
        guards.drop(connection)
    return AuditEntry.objects.order_by("number")


def test_an_untouched_chain_holds(chain):
    assert audit.verify() is None


@pytest.mark.parametrize(
    "changes",
    [
        {"action": "other"},
        {"actor_name": "Somebody"},
        {"subject": "article:2"},
        {"data": "{}"},
        {"effective_at": "2026-01-01T00:00:00Z"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_changed_entry_is_named(chain, changes):
    AuditEntry.objects.filter(number=3).update(**changes)

    assert audit.verify().number == 3


def test_a_removed_entry_is_named(chain):
    AuditEntry.objects.filter(number=2).delete()

    assert audit.verify() == audit.Fault(2, "entry 2 is missing; entry 3 follows")


def test_a_moved_entry_is_named(chain):
    for old, new in ((2, 99), (3, 2), (99, 3)):
        AuditEntry.objects.filter(number=old).update(number=new)

    assert audit.verify().number == 2


def test_an_entry_written_with_another_key_is_named(chain, settings, clock):
    settings.AUDIT_KEY = "another key"
    with transaction.atomic():
        audit.record(actor=None, action="test", subject="article:1", now=clock.tick())
    settings.AUDIT_KEY = "development only: set AUDIT_KEY in production"

    assert audit.verify().number == 6


def test_entries_are_numbered_without_gaps(chain):
    assert list(chain.values_list("number", flat=True)) == [1, 2, 3, 4, 5]
