"""Drafts Quick Takes from the command line, without a worker; what a draft is and where it goes is articles.jobs."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from tqdm import tqdm

from articles import jobs, tasks
from articles.models.article import Article
from articles.models.job import JobState
from articles.models.quicktake import QuickTake
from newsroom.workflow import Stage

# A draft's Quick Take waits quietly until the story is sent for review; one that is out may get a box later.
STAGES = (Stage.DRAFT, Stage.AI_SUMMARY, Stage.PUBLISHED)


class Command(BaseCommand):
    help = (
        "Drafts Quick Takes for stories that wait for review, or that are out, and have none. They wait for a reviewer as "
        "those of the worker do. Name stories by number or by the id of their import."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("stories", nargs="*", metavar="ID")
        parser.add_argument("--all", action="store_true", dest="every", help="every story that has none")

    def handle(self, *, stories: list[str], every: bool, **options: Any) -> None:
        if every == bool(stories):
            raise CommandError("Name stories, or say --all.")
        chosen = list(_without()) if every else [_named(story) for story in stories]
        drafted = 0
        for article in self._with_progress(chosen):
            refusal = draft(article)
            drafted += not refusal
            if refusal:
                tqdm.write(f"{article.pk} {article.headline}: {refusal}", file=self.stdout)
        self.stdout.write(f"drafted {drafted}, without {len(chosen) - drafted}")

    def _with_progress(self, chosen: list[Article]) -> Iterable[Article]:
        return tqdm(chosen, unit="story", file=self.stderr, disable=not self.stderr.isatty())


def _without() -> QuerySet[Article]:
    has = QuickTake.objects.filter(revision_id=OuterRef("head_id"))
    return Article.objects.at(*STAGES).exclude(Exists(has)).select_related("kind", "head").order_by("pk")


def _named(story: str) -> Article:
    articles = Article.objects.select_related("kind", "head")
    found = articles.imported_as(story).first()
    if found is None and story.isdecimal():
        found = articles.filter(pk=int(story)).first()
    if found is None:
        raise CommandError(f"There is no story “{story}”.")
    return found


def draft(article: Article) -> str:
    """Draft for one story now and return why there is no Quick Take, in words; empty when there is one."""
    if article.stage not in STAGES:
        return f"It stands at {Stage(article.stage).label}; send it for review first."
    if QuickTake.objects.newest_of(article.head_id) is not None:
        return "It has a Quick Take already."
    with transaction.atomic():
        job = jobs.ask(article=article, revision=article.current, actor=None, now=timezone.now())
    # The same code as the worker's: it claims the job, so a worker that was quicker is no harm.
    tasks.draft_quick_take.call(job.pk)
    job.refresh_from_db()
    if job.state == JobState.DONE:
        return ""
    return job.reason or "A worker is drafting at this moment."
