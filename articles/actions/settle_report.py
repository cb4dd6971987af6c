"""Settling what a reader said is wrong with a summary: what was done, in words; the correction itself is another act."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction

from articles.markup import MarkupError, refuse_hidden
from articles.models.article import Article
from articles.models.report import ReaderReport
from articles.models.version import PublishedVersion
from articles.policies import Reason
from articles.summaries.words import collapse
from articles.transitions import TransitionBlocked
from newsroom import audit
from newsroom.models.user import User
from newsroom.roles import Right, rights_of

LONGEST_OUTCOME = 1000


class Settlement(models.TextChoices):
    """What was done about a report."""

    CHANGED = "changed", "What readers see was corrected"
    HIDDEN = "hidden", "The Quick Take is no longer shown"
    RIGHT = "right", "Nothing was changed: it is right as it stands"


def may_settle(person: User) -> bool:
    """Say whether the person's role lets them settle reports: those who review."""
    return Right.REVIEW in rights_of(person)


def not_done(report: ReaderReport, settlement: Settlement, now: datetime) -> str:
    """Say why this was not done yet; empty when it was. Nobody has to believe a form what the versions can tell."""
    started = PublishedVersion.objects.started(now).filter(article_id=report.article_id)
    if settlement == Settlement.CHANGED:
        later = started.filter(number__gt=report.version.number)
        return (
            ""
            if later.exists()
            else "Readers still see the version that the report is about: correct it first."
        )
    shown = started.live(now).filter(quick_take__isnull=False, quick_take_hidden_at__isnull=True)
    if settlement == Settlement.HIDDEN and shown.exists():
        return "Readers still see the Quick Take: hide it first."
    return ""


@transaction.atomic
def settle_report(
    *, report: ReaderReport, actor: User, now: datetime, settlement: Settlement, words: str
) -> ReaderReport:
    """Close a reader's report with what was done and why.

    Effects: the report's outcome, by whom and when; an audit entry. Text and versions stay. Who: those who review, of
    stories that they may know of. A report is settled once; what readers still find wrong comes as another one.
    """
    if not may_settle(actor) or not Article.objects.visible_to(actor).filter(pk=report.article_id).exists():
        raise TransitionBlocked(Reason("right", "Your role does not let you settle readers’ reports."))
    locked = ReaderReport.objects.select_for_update().get(pk=report.pk)
    said = collapse(words)
    if reasons := _reasons(locked, settlement, said, now):
        raise TransitionBlocked(*reasons)
    locked.settled_at, locked.settled_by = now, actor
    locked.outcome = f"{settlement.label}. {said}"
    locked.save(update_fields=["settled_at", "settled_by", "outcome"])
    audit.record(
        actor=actor,
        action="settle_report",
        subject=locked.article.subject,
        now=now,
        data={"report": locked.pk, "settlement": settlement.value, "reason": said},
    )
    return locked


def _reasons(report: ReaderReport, settlement: Settlement, said: str, now: datetime) -> tuple[Reason, ...]:
    if report.settled_at is not None:
        return (Reason("settled", f"{report.settled_by} settled this report meanwhile: {report.outcome}"),)
    found = []
    if why := not_done(report, settlement, now):
        found.append(Reason("not-done", why, "settlement"))
    if not said:
        found.append(Reason("words", "Say in a few words what was done, or why nothing was.", "words"))
    elif len(said) > LONGEST_OUTCOME:
        found.append(Reason("long", f"Use {LONGEST_OUTCOME:,} characters at most.", "words"))
    try:
        refuse_hidden(said)
    except MarkupError as error:
        found.append(Reason("hidden", str(error), "words"))
    return tuple(found)
