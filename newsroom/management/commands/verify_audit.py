"""Walks the audit chain and names the first entry that does not hold; it mends nothing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom import audit
from newsroom.models.audit import AuditEntry


class Command(BaseCommand):
    help = (
        "Checks that no audit entry was changed, removed or moved. Keep the printed number and digest "
        "somewhere else: a chain that was cut at its end shows only against them."
    )

    def handle(self, **options: Any) -> None:
        fault = audit.verify()
        if fault is not None:
            raise CommandError(f"audit entry {fault.number}: {fault.problem}.")
        newest = AuditEntry.objects.order_by("-number").first()
        if newest is None:
            self.stdout.write("ok: 0 entries")
            return
        self.stdout.write(f"ok: {newest.number} entries; the newest is {newest.number} {newest.digest}")
