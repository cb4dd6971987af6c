"""Prints how Quick Takes came about, one JSON object a line, for regulators and archives; it changes nothing."""

from __future__ import annotations

import json
import uuid
from argparse import ArgumentParser
from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles import provenance
from articles.models.article import Article
from articles.models.quicktake import QuickTake, QuickTakeQuerySet
from articles.models.review import Review

AT_A_TIME = 200
# Long columns of the revision that the evidence only names by their digest.
_LEFT_OUT = tuple(f"revision__{name}" for name in ("body", "html", "text", "canonical", "sentences"))


class Command(BaseCommand):
    help = (
        "Prints the evidence of every Quick Take as JSON Lines, in the form of docs/quick-take-evidence.schema.json: what "
        "was read, who drafted it and how, what the checks found, who decided and when readers saw it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--article", metavar="UUID", help="of one story only")
        parser.add_argument(
            "--since",
            metavar="YYYY-MM-DD",
            help="drafted or reviewed on that day or later, in the newsroom's time",
        )

    def handle(self, *, article: str | None, since: str | None, **options: Any) -> None:
        found = QuickTake.objects.select_related("revision__article").defer(*_LEFT_OUT).order_by("pk")
        if article is not None:
            found = found.filter(revision__article=_story(article))
        if since is not None:
            found = _since(found, _midnight(since))
        # A house has more of them than fit into memory.
        for quick_take in found.iterator(chunk_size=AT_A_TIME):
            self.stdout.write(json.dumps(provenance.evidence_of(quick_take), ensure_ascii=False))


def _since(found: QuickTakeQuerySet, moment: datetime) -> QuickTakeQuerySet:
    reviewed = Review.objects.filter(quick_take=OuterRef("pk"), at__gte=moment)
    return found.filter(Q(created_at__gte=moment) | Exists(reviewed))


def _story(given: str) -> Article:
    try:
        return Article.objects.get(uuid=uuid.UUID(given))
    except (ValueError, Article.DoesNotExist):
        raise CommandError(f"There is no story “{given}”.") from None


def _midnight(given: str) -> datetime:
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise CommandError(f"“{given}” is no day: write it as 2026-05-12.") from None
    return timezone.make_aware(datetime.combine(day, time.min))
