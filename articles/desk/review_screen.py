"""What one person has before them on the review screen and what they typed; it shows, and decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles import digest, documents
from articles.actions.bullets import may_judge
from articles.actions.settle_report import may_settle
from articles.desk.pages import answer, story_for
from articles.desk.progress import progress_of
from articles.desk.reader_reports import open_of
from articles.desk.review_forms import BulletForm, OwnBulletForm
from articles.desk.review_rows import (
    Beside,
    Row,
    bullets_of,
    changed_evidence,
    decided,
    facts_of,
    making_of,
    row_of,
    withheld_of,
)
from articles.models.article import Article
from articles.models.quicktake import OPEN_VERDICTS, Bullet, QuickTake
from articles.models.report import ReaderReport
from articles.models.review import Review
from articles.policies import Reason
from articles.wording import told_of
from newsroom.admin import person_of
from newsroom.roles import Right, rights_of
from newsroom.workflow import Move, Stage

# A Quick Take can be asked for where a story waits for its reader, or went out without one.
_ASKING_STAGES = frozenset({Stage.AI_SUMMARY, Stage.PUBLISHED})


class Screen:
    """What one person has before them: a text, its bullets, and what they typed."""

    def __init__(self, request: HttpRequest, pk: int) -> None:
        self.request = request
        self.person = person_of(request)
        self.article: Article = story_for(request, pk)
        self.revision = self.article.head
        self.quick_take = QuickTake.objects.newest_of(self.article.head_id)
        self.bullets: list[Bullet] = bullets_of(self.quick_take)
        self.frozen = (
            self.quick_take is not None and Review.objects.filter(quick_take=self.quick_take).exists()
        )
        self.may_decide = Right.REVIEW in rights_of(self.person) and not self.frozen
        data = request.POST if request.method == "POST" else None
        self.forms = [
            BulletForm(data, bullet=bullet, rewords=self.may_decide)
            for bullet in self.bullets
            if self._may_judge(bullet)
        ]
        self.own: OwnBulletForm | None = None
        if self.may_decide and self.quick_take is not None and self.revision is not None:
            self.own = OwnBulletForm(data, revision=self.revision)

        # The bullets that were on the screen when the person pressed: an approval is for these and no others.
        self.answered = {form.bullet.pk for form in self.forms if form.add_prefix("was") in request.POST}

    def _may_judge(self, bullet: Bullet) -> bool:
        if self.frozen or self.article.stage not in _ASKING_STAGES:
            return self.may_decide
        return self.may_decide or may_judge(self.article, bullet, self.person, timezone.now())

    @property
    def seen(self) -> int:
        """The key of the revision that was on the reviewer's screen when they pressed."""
        value = self.request.POST.get("seen", "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else 0

    @property
    def shown(self) -> str:
        """A digest of the bullets as they are stored: a frozen box has no fields that could tell of a change."""
        return digest.digest("\n".join(f"{bullet.pk} {bullet.text}" for bullet in self.bullets))

    @property
    def next_open(self) -> Bullet | None:
        """The first bullet that still waits for a verdict."""
        return next((bullet for bullet in self.bullets if bullet.verdict in OPEN_VERDICTS), None)

    @cached_property
    def rows(self) -> list[Row]:
        """The bullets as they are shown, with what was typed."""
        if self.revision is None:
            return []
        forms = {form.bullet.pk: form for form in self.forms}
        beside = Beside(
            doc=documents.source_doc(self.revision),
            told=told_of(self.article, self.bullets),
            changed=changed_evidence(self.article, self.bullets),
            reports=self.reports,
        )
        return [row_of(bullet, beside, forms.get(bullet.pk)) for bullet in self.bullets]

    @cached_property
    def reports(self) -> list[ReaderReport]:
        """What readers say is wrong, for those who settle it."""
        return open_of(self.article) if may_settle(self.person) else []

    def panel(self) -> dict[str, Any]:
        """What the bullets' side of the screen shows, and the bar beneath."""
        live = self.article.stage == Stage.PUBLISHED
        waiting = sum(row.is_open or row.is_kept_back for row in self.rows)
        return {
            "article": self.article,
            "revision": self.revision,
            "quick_take": self.quick_take,
            "shown": self.shown,
            "rows": self.rows,
            "reports": self.reports,
            "decided": decided(self.rows),
            "waiting": waiting,
            "progress": progress_of(self.revision, self.quick_take, timezone.now()),
            "making": making_of(self.quick_take),
            "withheld": withheld_of(self.revision),
            "own": self.own,
            "may_decide": self.may_decide,
            "frozen": self.frozen,
            "decisions": _decisions(live=live, boxed=bool(self.rows)),
            "can_conclude": Right.REVIEW in rights_of(self.person),
            "may_ask": self.article.stage in _ASKING_STAGES,
        }

    def show(self, *reasons: Reason, status: int = 200, kept: list[str] | None = None) -> HttpResponse:
        """Show the screen, with what stands in the way and what was typed on an older one."""
        context: dict[str, Any] = {
            "tab": "review",
            **self.panel(),
            "reasons": self._spelled_out(reasons),
            "kept": kept or [],
            "shortcuts": self.person.shortcuts and bool(self.forms),
            **(facts_of(self.article, self.revision) if self.revision else {}),
        }
        return answer(self.request, self.article, "desk/review.html", context, status=status)

    def _spelled_out(self, reasons: Sequence[Reason]) -> list[Reason]:
        """Name each bullet that is not decided, so that every line of the list leads to what it is about."""
        found: list[Reason] = []
        for reason in reasons:
            found.append(reason)
            if reason.code == "undecided":
                found += [
                    Reason(
                        "undecided",
                        f"Bullet {row.bullet.position} is not decided.",
                        f"bullet-{row.bullet.pk}",
                    )
                    for row in self.rows
                    if row.is_open
                ]
        return found


def _decisions(*, live: bool, boxed: bool) -> list[dict[str, Any]]:
    """The buttons on the decision bar: a live story's box is confirmed, not approved."""
    both, text = (Move.RENEW_QUICK_TAKE, Move.SECOND_READ) if live else (Move.APPROVE, Move.APPROVE_TEXT)
    signs = f"I checked these against the text and its sources: {'confirm' if live else 'approve'}"
    return [
        {"move": both, "value": "both", "tone": "primary" if boxed else "plain", "label": signs},
        {"move": text, "value": "text", "tone": "plain" if boxed else "primary", "label": text.label},
        {"move": Move.RETURN, "value": "back", "tone": "plain", "label": "Return with a reason"},
    ]
