"""Stories for tests: each reaches its stage through actions, so that none is impossible."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import factory.django
from django.db import transaction

from articles import actions, tasks
from articles.models.article import Article, Byline
from articles.models.correction import CorrectionKind
from articles.models.job import SummaryJob
from articles.models.kind import Kind
from articles.models.quicktake import QuickTake, Verdict
from articles.models.source import Source
from articles.models.taxonomy import Section, Topic
from articles.models.version import PublishedVersion
from newsroom.models.user import User

BODY = """
<p>The harbour bridge reopened to trams on Tuesday after eleven months of repairs that cost 4.2 million marks.</p>
<p>Engineers replaced 312 steel hangers and the whole eastern deck, the port authority said.</p>
<h2>What changes for passengers</h2>
<p>Line 6 runs every eight minutes again and the ferry stops at midnight on Sunday.</p>
<p>“We promised October and we kept October,” said Ragna Thorsen, who leads the works.</p>
<p>Shopkeepers on Quay Street lost a third of their customers while the bridge was closed.</p>
<p>The city council will decide in May whether they are paid anything for it.</p>
<h2>What is left to do</h2>
<p>Painters stay on the western tower until August, and two lanes remain closed at night.</p>
<p>Cyclists must dismount for another six weeks because the railing on the north side is not finished.</p>
<p>The port authority has set aside 300,000 marks for repairs that may be found in the first winter.</p>
<p>An inspection every spring will decide whether heavy lorries may use the bridge again.</p>
<p>Until then they drive the long way round by the northern ring road, which adds forty minutes.</p>
"""


class SectionFactory(factory.django.DjangoModelFactory[Section]):
    class Meta:
        model = Section
        django_get_or_create = ("slug",)

    name = "City"
    slug = "city"


class KindFactory(factory.django.DjangoModelFactory[Kind]):
    class Meta:
        model = Kind
        django_get_or_create = ("slug",)

    name = "News"
    slug = "news"


class TopicFactory(factory.django.DjangoModelFactory[Topic]):
    class Meta:
        model = Topic
        django_get_or_create = ("slug",)

    name = "Harbour"
    slug = "harbour"


class SourceFactory(factory.django.DjangoModelFactory[Source]):
    class Meta:
        model = Source
        django_get_or_create = ("name",)

    name = "Veldhaven Port Authority"
    url = "https://port.veldhaven.example/"


def draft(*, by: User, now: datetime, sources: tuple[Source, ...] = (), **fields: Any) -> Article:
    """Return a story at draft with one revision, by ``by``."""
    values: dict[str, Any] = {
        "headline": "Harbour bridge reopens after eleven months",
        "standfirst": "Trams are back; the painters stay until August.",
        "body": BODY,
        "slug": f"harbour-bridge-{Article.objects.count() + 1}",
        **fields,
    }
    values.setdefault("section", SectionFactory())
    values.setdefault("kind", KindFactory())
    with transaction.atomic():
        article = actions.create_article(article=Article(**values), actor=by, now=now)
        Byline.objects.create(article=article, author=by.author, position=1)
        article.topics.add(TopicFactory.create())
        article.sources.set(sources)
        actions.save_revision(article=article, actor=by, now=now, base=0)
    return article


def edit(article: Article, *, by: User, now: datetime, **fields: Any) -> Article:
    """Save the story with other fields, as the change form does."""
    article.refresh_from_db()
    for name, value in fields.items():
        setattr(article, name, value)
    actions.save_revision(article=article, actor=by, now=now, base=article.version)
    return article


def run_jobs(now: datetime) -> None:
    """Do what a worker would: draft every unfinished job."""
    for job in SummaryJob.objects.unfinished():
        assert tasks.draft(job_id=job.pk, clock=lambda: now) is not None


def waiting(*, by: User, now: datetime, **fields: Any) -> Article:
    """Return a story that waits for review with a drafted quick take."""
    article = draft(by=by, now=now, **fields)
    actions.request_summary(article=article, actor=by, now=now)
    run_jobs(now)
    article.refresh_from_db()
    return article


def newest_quick_take(article: Article) -> QuickTake:
    """Return the quick take that the review screen shows."""
    quick_take = QuickTake.objects.newest_of(article.head_id)
    assert quick_take is not None
    return quick_take


def accept_all(article: Article, *, by: User, now: datetime) -> None:
    """Accept every bullet, one by one."""
    for bullet in newest_quick_take(article).bullets.all():
        actions.decide_bullet(bullet=bullet, actor=by, now=now, verdict=Verdict.ACCEPTED)


def reviewed(*, by: User, reviewer: User, now: datetime, box: bool = True, **fields: Any) -> Article:
    """Return a reviewed story, with an approved quick take or approved as text only."""
    article = waiting(by=by, now=now, **fields) if box else draft(by=by, now=now, **fields)
    if box:
        accept_all(article, by=reviewer, now=now)
        actions.approve(article=article, actor=reviewer, now=now, seen=article.head_id or 0)
    else:
        actions.approve_text(article=article, actor=reviewer, now=now, seen=article.head_id or 0)
    return article


def live(*, by: User, reviewer: User, now: datetime, box: bool = True, **fields: Any) -> Article:
    """Return a story that readers see."""
    article = reviewed(by=by, reviewer=reviewer, now=now, box=box, **fields)
    actions.publish(article=article, actor=reviewer, now=now)
    return article


def told(text: str = "The text says more than before.") -> actions.Note:
    """Return the note without which a live story is not changed in substance."""
    return actions.Note(CorrectionKind.UPDATE, text)


def public(article: Article, now: datetime) -> PublishedVersion:
    """Return what readers see of a story."""
    return PublishedVersion.objects.live(now).get(article_id=article.pk)
