"""Writes and verifies the audit chain; not a log of errors and not the guard that keeps rows from being changed."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from newsroom.models.audit import AuditEntry
from newsroom.models.user import User

MACHINE = "The machine"
_LOCK = 0x6E657773  # "news": the advisory lock under which numbers are given on PostgreSQL


@dataclass(frozen=True, slots=True)
class Fault:
    """The first row at which the chain does not hold."""

    number: int
    problem: str


def _seal(entry: AuditEntry) -> str:
    body = json.dumps(
        [
            entry.number,
            entry.at.astimezone(UTC).isoformat(),
            entry.effective_at.astimezone(UTC).isoformat() if entry.effective_at else None,
            entry.actor_id,
            entry.actor_name,
            entry.action,
            entry.subject,
            entry.data,
            entry.previous,
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hmac.new(settings.AUDIT_KEY.encode(), body.encode(), hashlib.sha256).hexdigest()


def record(
    *,
    actor: User | None,
    action: str,
    subject: str,
    now: datetime,
    data: Mapping[str, Any] | None = None,
    effective_at: datetime | None = None,
) -> AuditEntry:
    """Append one entry in the caller's transaction; ``actor`` None is the machine.

    Entries are numbered without gaps under a lock, so that a removed last row shows as well.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An audit entry belongs to the transaction of its act.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = AuditEntry.objects.order_by("-number").first()
    entry = AuditEntry(
        number=(last.number if last else 0) + 1,
        at=now,
        effective_at=effective_at,
        actor=actor,
        actor_name=str(actor) if actor else MACHINE,
        action=action,
        subject=subject,
        data=json.dumps(data or {}, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str),
        previous=last.digest if last else "",
    )
    entry.digest = _seal(entry)
    entry.save(force_insert=True)
    return entry


def verify(entries: Iterable[AuditEntry] | None = None) -> Fault | None:
    """Walk the chain from the first entry and return the first fault, or None.

    A chain cut at its end cannot be seen from its rows alone: compare the newest number and digest
    with a copy kept elsewhere.
    """
    rows = entries if entries is not None else AuditEntry.objects.order_by("number").iterator()
    previous, expected = "", 1
    for entry in rows:
        if entry.number != expected:
            return Fault(expected, f"entry {expected} is missing; entry {entry.number} follows")
        if entry.previous != previous:
            return Fault(entry.number, "it does not follow the entry before it")
        if not hmac.compare_digest(entry.digest, _seal(entry)):
            return Fault(entry.number, "its content was changed, or it was written with another key")
        previous, expected = entry.digest, expected + 1
    return None
